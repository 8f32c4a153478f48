"""What a region keeps besides: other places, arrival times, what staying in depends on."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hazard.departure.arrival import Arrival
from hazard.exposure import Exposure
from hazard.indoor import DURATION_UNKNOWN_H, INSIDE, NOT_KNOWN, OUTSIDE, Indoor
from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.indoor import indoor_of
from hazard.layers.shapes import bbox_of
from hazard.layers.zones.burn import burn
from hazard.layers.zones.zones import ZoneRole, Zones
from hazard.places import Place, PlaceCategory, tsunami_buildings
from hazard.region import Region, load_region, save_files, save_manifest
from hazard.thresholds import default_thresholds
from router.errors import InputError, StoreError
from router.graph import StreetGraph
from router.search.departure import NEVER_DS
from tests.hazard.layers.test_zones import metres
from tests.hazard.regions import ABOUT, drawn_exposure, site_at
from tests.maps import draw

FLOOD, TSUNAMI = HazardKind.FLOOD, HazardKind.TSUNAMI
TOWN = draw("""
    A---B---C---D
""")
GRAPH = TOWN.graph


def street(a: str, b: str) -> int:
    return int(GRAPH.edge_street[TOWN.edge(a, b)])


HOTEL = Place(site_at(GRAPH, 1, 7, kinds=(TSUNAMI,), capacity=300), PlaceCategory.TSUNAMI_BUILDING, floors=8)
HOME = Place(site_at(GRAPH, 2, 8, kinds=()), PlaceCategory.WELFARE, persons="高齢者")
FAR = Place(site_at(GRAPH, 2, 9, kinds=(TSUNAMI,), distance_m=900.0), PlaceCategory.TSUNAMI_BUILDING)
ARRIVAL = Arrival(TSUNAMI, np.array([16_200, NEVER_DS, 18_000], np.uint32), "県の津波浸水想定 2022年")
INDOOR = Indoor(FLOOD, np.array([INSIDE, OUTSIDE, NOT_KNOWN], np.uint8), np.array([72, 0, 65535], np.uint16))


def stored(
    folder: Path,
    graph: StreetGraph = GRAPH,
    places: Sequence[Place] = (),
    arrivals: Sequence[Arrival] = (),
    indoor: Sequence[Indoor] = (),
) -> Region:
    """Save a region with extras and load it again."""
    folder.mkdir()
    exposures: list[Exposure] = [drawn_exposure(TOWN, kind, {}) for kind in (FLOOD, TSUNAMI)]
    save_files(folder, graph, exposures, [], default_thresholds(), places, arrivals, indoor)
    facts: dict[str, Any] = {
        str(kind): {
            "layer": kind in (FLOOD, TSUNAMI),
            "scenario": next((one.scenario for one in arrivals if one.kind is kind), None),
            "indoor": any(one.kind is kind for one in indoor),
        }
        for kind in HazardKind
    }
    save_manifest(folder, ABOUT, bbox_of(graph), {"counts": {}, "hazards": facts})
    return load_region(folder)


def test_extras_come_back_as_they_were(tmp_path: Path) -> None:
    region = stored(tmp_path / "region", places=[HOTEL, HOME], arrivals=[ARRIVAL], indoor=[INDOOR])
    assert region.places == (HOTEL, HOME)
    assert region.arrivals[TSUNAMI].scenario == ARRIVAL.scenario
    np.testing.assert_array_equal(region.arrivals[TSUNAMI].first_ds, ARRIVAL.first_ds)
    found = region.indoor[FLOOD]
    assert [found.collapse_at(i) for i in range(3)] == [True, False, None]
    assert [found.duration_at(i) for i in range(3)] == [72, 0, None]


def test_a_region_without_extras_has_none(tmp_path: Path) -> None:
    region = stored(tmp_path / "region")
    assert (region.places, region.arrivals, region.indoor) == ((), {}, {})
    assert {path.name for path in (tmp_path / "region").iterdir()}.isdisjoint(
        {"places.json", "arrival.nmg", "indoor.nmg"}
    )


@pytest.mark.parametrize("name", ["arrival.nmg", "indoor.nmg"])
def test_extras_of_another_region_are_refused(tmp_path: Path, name: str) -> None:
    stored(tmp_path / "here", arrivals=[ARRIVAL], indoor=[INDOOR])
    other = draw("""
        A---B---C
        |
        D
    """).graph
    stored(tmp_path / "there", graph=other, arrivals=[ARRIVAL], indoor=[INDOOR])
    (tmp_path / "here" / name).write_bytes((tmp_path / "there" / name).read_bytes())
    manifests = [json.loads((tmp_path / each / "manifest.json").read_bytes()) for each in ("here", "there")]
    manifests[0]["files"][name] = manifests[1]["files"][name]
    (tmp_path / "here" / "manifest.json").write_text(json.dumps(manifests[0]), encoding="utf-8")
    with pytest.raises(StoreError, match="digest"):
        load_region(tmp_path / "here")


def test_only_buildings_that_can_be_reached_are_goals() -> None:
    assert tsunami_buildings([HOTEL, HOME, FAR]) == [HOTEL.site]


def test_arrivals_without_any_time_are_refused() -> None:
    with pytest.raises(InputError, match="at least one street"):
        Arrival(TSUNAMI, np.full(3, NEVER_DS, np.uint32), "")


def zones(role: ZoneRole, *parts: tuple[float, float, int]) -> Zones:
    """Return zones from metre to metre along the town's street, with their values."""
    shapes = np.empty(len(parts), object)
    shapes[:] = [metres(west, -20, east, 20) for west, east, _ in parts]
    return Zones(FLOOD, role, shapes, np.array([value for _, _, value in parts], np.uint8), "test")


def test_what_staying_in_depends_on_is_taken_from_the_maps() -> None:
    bbox, covered = bbox_of(GRAPH), metres(-50, -50, 250, 50)
    collapse = burn([zones(ZoneRole.COLLAPSE, (-5, 50, ExposureClass.ZONE_RED))], bbox, covered)
    duration = burn([zones(ZoneRole.DURATION, (-5, 130, 2), (20, 60, 4))], bbox, covered)
    found = indoor_of(GRAPH, FLOOD, [collapse], [duration])
    assert [found.collapse_at(street(*name)) for name in ("AB", "BC", "CD")] == [True, False, None]
    assert [found.duration_at(street(*name)) for name in ("AB", "BC", "CD")] == [168, 24, None]


def test_without_maps_nothing_is_known() -> None:
    found = indoor_of(GRAPH, FLOOD, [], [])
    assert set(found.collapse.tolist()) == {NOT_KNOWN}
    assert set(found.duration_h.tolist()) == {DURATION_UNKNOWN_H}
