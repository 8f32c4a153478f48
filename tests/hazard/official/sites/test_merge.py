"""Merging lists: doubles by id, then by name and distance, each of them reported."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hazard.kinds import HazardKind
from hazard.official.sites.merge import distance_m, merge_places, plain_name
from hazard.official.sites.record import PlaceRecord, record_of
from hazard.official.sites.shelters_csv import read_shelters_csv
from hazard.official.sites_csv import read_sites_csv
from hazard.places import PlaceCategory

SCHOOL = PlaceRecord(
    "E0720400001202", "平第一小学校", "平", 140.887, 37.059, kinds=(HazardKind.FLOOD,), source="gsi"
)
LAT_100_M = 0.0009


def test_the_same_id_is_one_place_however_it_is_named() -> None:
    other = replace(SCHOOL, name="第一小", capacity=300, kinds=(), source="town")
    merged = merge_places([[SCHOOL], [other]])
    assert merged.records == (replace(SCHOOL, capacity=300),)
    assert [(double.by_id, double.differences) for double in merged.doubles] == [(True, ())]


def test_the_same_name_nearby_is_one_place_and_far_away_is_not() -> None:
    near = replace(SCHOOL, id="town:1", name="平第一小学校（体育館）", lat=37.059 + LAT_100_M)
    far = replace(SCHOOL, id="town:2", lat=37.059 + 3 * LAT_100_M)
    merged = merge_places([[SCHOOL], [near, far]])
    assert [record.id for record in merged.records] == [SCHOOL.id, "town:2"]
    assert not merged.doubles[0].by_id
    assert merged.doubles[0].distance_m == pytest.approx(100, abs=1)


def test_the_first_list_decides_and_the_contradiction_is_reported() -> None:
    other = replace(SCHOOL, id="town:1", kinds=(HazardKind.FLOOD, HazardKind.TSUNAMI), capacity=5)
    merged = merge_places([[replace(SCHOOL, capacity=9)], [other]])
    assert merged.records[0].kinds == (HazardKind.FLOOD,)
    assert merged.records[0].capacity == 9
    assert merged.doubles[0].differences == ("kinds", "capacity")


@pytest.mark.parametrize("shelter_first", [True, False])
def test_a_site_and_a_shelter_of_one_name_are_a_site_that_is_a_shelter(shelter_first: bool) -> None:
    stay = replace(SCHOOL, id="E0720400001111", category=PlaceCategory.SHELTER, kinds=(), is_shelter=True)
    lists = [[stay], [SCHOOL]] if shelter_first else [[SCHOOL], [stay]]
    (record,) = merge_places(lists).records
    assert (record.category, record.kinds, record.is_shelter) == (
        PlaceCategory.SITE,
        (HazardKind.FLOOD,),
        True,
    )


@pytest.mark.parametrize("category", [PlaceCategory.WELFARE, PlaceCategory.TSUNAMI_BUILDING])
def test_welfare_shelters_and_tsunami_buildings_stay_apart(category: PlaceCategory) -> None:
    other = replace(SCHOOL, id="town:1", category=category, kinds=(), persons="高齢者")
    assert len(merge_places([[SCHOOL], [other]]).records) == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [("平第一小学校", "平第一小学校（校庭）"), ("ＡＢＣ センター", "ABCセンタ"), ("湖山・公園", "湖山公園")],
)
def test_names_are_compared_without_their_trimmings(a: str, b: str) -> None:
    assert plain_name(a) == plain_name(b)


PLACES = st.builds(
    PlaceRecord,
    id=st.integers(0, 12).map(lambda n: f"E07204{n:05d}"),
    name=st.sampled_from(["学校", "公園", "学校（校庭）", "公民館"]),
    address=st.just(""),
    lon=st.floats(140.88, 140.89),
    lat=st.floats(37.05, 37.06),
    category=st.sampled_from(list(PlaceCategory)),
    kinds=st.sampled_from([(), (HazardKind.FLOOD,), (HazardKind.TSUNAMI,)]),
)


@given(st.lists(st.lists(PLACES, max_size=8), max_size=4))
def test_nothing_is_lost_and_nothing_is_merged_silently(lists: list[list[PlaceRecord]]) -> None:
    merged = merge_places(lists)
    assert len(merged.records) + len(merged.doubles) == sum(map(len, lists))
    assert len({record.id for record in merged.records}) == len(merged.records)
    assert merge_places([merged.records]).doubles == () or any(
        not double.by_id for double in merge_places([merged.records]).doubles
    )
    for double in merged.doubles:
        assert double.by_id or distance_m(double.kept, double.dropped) <= 150


@pytest.mark.data
@pytest.mark.parametrize(
    ("code", "name", "doubles"),
    [("07204", "いわき市", 6), ("07212", "南相馬市", 0), ("07203", "郡山市", 106)],
)
def test_real_lists_of_fukushima(data_dir: Path, code: str, name: str, doubles: int) -> None:
    sites = read_sites_csv(data_dir / "shelters/mergeFromCity_2.csv.gz", code).sites
    stays = read_shelters_csv(data_dir / "shelters/mergeFromCity_1.csv.gz", code).records
    merged = merge_places([[record_of(site, "sites") for site in sites], stays])
    assert name in sites[0].address
    assert len(merged.records) + len(merged.doubles) == len(sites) + len(stays)
    assert [double.differences for double in merged.doubles] == [("category",)] * doubles
