"""The page without a script while something is in force: alerts, drills, closures, the sites' state."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from lxml import html

from api.alerts.texts import Said, texts_of
from api.http.shelf import Served, Shelf
from api.text.asked import Asked, read_asked
from api.text.clock import JST, since_s
from api.text.http import headline_in
from api.text.markup import joined, readings_once, shown
from api.text.page import MOST_BYTES, page_of
from api.text.places import Place, find_places
from api.text.sections import sites
from api.text.told import Now, rows_of, tell
from api.words import LANGS, words_in
from hazard.kinds import HazardKind
from hazard.sites import usable_sites
from hazard.world.events import Drawn, Extent, Facility
from hazard.world.world import Alert, Closure, Exercise, SiteState, SiteStatus, State
from tests.browser.resident.timed import SCENARIO, with_times

AT = datetime(2026, 11, 24, 5, 12, tzinfo=UTC)
INSIDE = Place("浜", 141.30003, 37.30466)
FLOOD, TSUNAMI = HazardKind.FLOOD, HazardKind.TSUNAMI


@pytest.fixture(scope="module")
def shelf(town_region: Path) -> Shelf:
    return Shelf.open((town_region,), 8)


def alert(kind: HazardKind, level: int | None, extent: Extent = Extent()) -> Alert:  # noqa: B008
    said = Said(area="白波町", kinds=(kind,), level=level)
    texts = {lang: text.whole for lang, text in texts_of(said).items()}
    return Alert((kind,), level, extent, texts, None, "白波町", AT, AT, 1)


def page(shelf: Shelf, now: Now, place: Place | None = None, **fields: str) -> tuple[html.HtmlElement, bytes]:
    asked = read_asked(shelf, {"hazard": "tsunami", "lang": "ja", **fields})
    words, rows = words_in(asked.lang), rows_of(asked, now, place)
    if place is None:
        content = page_of(asked, now, rows, words)
    else:
        told = tell(asked, place, now)
        content = page_of(asked, now, rows, words, told=told, headline=headline_in(told, words))
    return html.document_fromstring(content), content


def said(tree: html.HtmlElement) -> str:
    return " ".join(tree.text_content().split())


@pytest.mark.parametrize("lang", LANGS)
def test_an_alert_in_force_decides_and_is_told_with_its_official_name(shelf: Shelf, lang: str) -> None:
    now = Now(State({"a": alert(TSUNAMI, None)}), AT, None)
    tree, content = page(shelf, now, INSIDE, lang=lang)
    assert len(content) < MOST_BYTES
    assert "避難指示" in "".join(tree.xpath("//*[@lang='ja']//text()"))
    assert words_in(lang).say("decision.why").split("《")[0] in said(tree)


def test_what_is_in_force_elsewhere_does_not_decide_here(shelf: Shelf) -> None:
    far = Extent(polygons=(((0, 0), (10, 0), (10, 10), (0, 0)),))
    asked = read_asked(shelf, {"hazard": "flood"})
    state = State({"a": alert(FLOOD, 4, far), "b": alert(TSUNAMI, None)})
    assert tell(asked, INSIDE, Now(state, AT, None)).advised is None


def test_the_page_that_asks_shows_issuer_and_time(shelf: Shelf) -> None:
    tree, _ = page(shelf, Now(State({"a": alert(FLOOD, 4)}), AT, None))
    assert "警戒レベル4" in said(tree)
    assert "白波町 · 2026-11-24 14:12" in said(tree)
    assert words_in("ja").say("text.as_of", time="2026-11-24 14:12") in said(tree)


def test_nothing_in_force_is_said_only_where_news_arrive(shelf: Shelf) -> None:
    nothing, unconfirmed = (words_in("ja").say(f"text.{key}") for key in ("nothing", "unconfirmed"))
    heard, _ = page(shelf, Now(State(), AT, None))
    silent, _ = page(shelf, Now(State(), None, None))
    assert (nothing in said(heard), unconfirmed in said(heard)) == (True, False)
    assert (nothing in said(silent), unconfirmed in said(silent)) == (False, True)


def test_a_drill_is_framed_and_never_decides(shelf: Shelf) -> None:
    exercise = Exercise("e", "津波訓練", AT, None, State({"d": alert(TSUNAMI, None)}))
    now = Now(State(), AT, exercise)
    tree, _ = page(shelf, now, INSIDE)
    (frame,) = tree.xpath("//div[contains(@class, 'drill')]")
    assert "訓練" in frame.text_content()
    assert "津波訓練" in frame.text_content()
    assert tell(read_asked(shelf, {"hazard": "tsunami"}), INSIDE, now).advised is None


def asked_for_tsunami(shelf: Shelf) -> Asked:
    return read_asked(shelf, {"hazard": "tsunami", "lang": "ja"})


def test_full_and_closed_sites_come_last(shelf: Shelf) -> None:
    asked = asked_for_tsunami(shelf)
    region = asked.served.engine.region
    first, second = (
        region.sites[index]
        for index in usable_sites(region.sites, (TSUNAMI,), "adult", region.thresholds)[:2]
    )
    states = {
        first.id: SiteState(SiteStatus.FULL, 300, "", AT),
        second.id: SiteState(SiteStatus.OPEN, 3, "", AT),
    }
    rows = rows_of(asked, Now(State(sites=states), AT, None), Place("", first.lon, first.lat))
    last = [row for row in rows if not row.has_no_way][-1]
    assert (last.site.id, last.status, last.away_m) == (first.id, "full", 0.0)
    assert {row.site.id: row.status for row in rows}[second.id] == "open"


def test_sites_are_told_by_the_real_way_and_without_one_last(shelf: Shelf) -> None:
    asked = asked_for_tsunami(shelf)
    now = Now(State(), AT, None)
    rows = rows_of(asked, now, INSIDE)
    led = [row.reach.duration_s for row in rows if row.reach is not None]
    assert led == sorted(led)
    assert len(led) > 3
    assert [row.reach is None for row in rows] == sorted(row.reach is None for row in rows)
    nearest = tell(asked, INSIDE, now).answer
    assert (rows[0].site.id, led[0]) == (nearest["shelter"]["id"], nearest["duration_s"])
    tree, _ = page(shelf, now, INSIDE)
    words = words_in("ja")
    assert words.length(nearest["length_m"]) in said(tree.xpath("//main/ul[last()]/li")[0])
    cut = replace(rows[0], reach=None)
    assert words.say("text.no_way") in said(html.fragment_fromstring(sites([cut], 1, "", words), "div"))
    far = rows_of(asked, now, Place("", 139.7, 35.6))
    assert not any(row.searched for row in far), "far from every street: by the straight line"


@pytest.mark.parametrize("lang", LANGS)
def test_a_site_tells_what_is_there_in_every_language(shelf: Shelf, lang: str) -> None:
    asked, words = asked_for_tsunami(shelf), words_in(lang)
    row = rows_of(asked, Now(State(), AT, None), None)[0]
    remarks = "車いす可、ペット不可。鍵は町内会"
    site = replace(row.site, remarks=remarks, capacity=300, is_shelter=True)
    row = replace(row, site=site, usable=(Facility.TOILET, Facility.WELFARE))
    told = sites([row], 1, "", words)
    for key in ("site_wheelchair", "site_no_pets", "site_shelter", "usable_toilet", "usable_welfare"):
        assert shown(words.say(f"text.{key}")) in told
    assert "300" in told
    assert "鍵は町内会" in told, "what we have no word for stays as published"
    assert "ペット不可" not in told or lang == "ja"


def test_closures_are_listed_with_reason_and_end(shelf: Shelf) -> None:
    closure = Closure("g", (1, 2, 3), Drawn("streets"), "冠水", AT, AT)
    tree, _ = page(shelf, Now(State(closures={"c": closure}), AT, None))
    assert "冠水（3本） · 2026-11-24 14:12まで" in said(tree)


AGENCY = "大津波警報（気象庁、2026-11-24 14:09）"


@pytest.fixture(scope="module")
def timed(town_region: Path, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf.open((with_times(town_region, tmp_path_factory.mktemp("timed") / "town", 40),), 8)


def test_the_last_time_to_leave_is_told_with_its_scenario(timed: Shelf) -> None:
    """14:09 warned, so it began at 14:06; the water comes at 14:46, and streets close 3 min before."""
    warned = replace(alert(TSUNAMI, None), source=AGENCY, issued_at=AT)
    now = Now(State({"a": warned}), AT, None, at=AT)
    told = tell(asked_for_tsunami(timed), INSIDE, now)
    assert told.advised is not None
    assert told.advised.way is not None
    walk_s = told.advised.way.duration_s
    assert told.leave_by is not None
    assert 0 <= (datetime(2026, 11, 24, 5, 43, tzinfo=UTC) - told.leave_by).total_seconds() - walk_s <= 60
    tree, _ = page(timed, now, INSIDE)
    local = told.leave_by.astimezone(JST)
    assert words_in("ja").say("text.leave_by", time=f"{local:%H:%M}") in said(tree)
    assert words_in("ja").say("text.scenario", scenario=SCENARIO) in said(tree)


@pytest.mark.parametrize("source", ["", "町の判断", "大津波警報（気象庁、2026-11-24 14:59）"])
def test_no_time_is_told_where_nobody_knows_when_it_began(timed: Shelf, source: str) -> None:
    now = Now(State({"a": replace(alert(TSUNAMI, None), source=source)}), AT, None, at=AT)
    assert tell(asked_for_tsunami(timed), INSIDE, now).leave_by is None


@pytest.mark.parametrize(
    ("minutes", "seconds"), [(0, 360), (1, 420), (60, 3960), (60 * 24 * 8, None), (-10, 0)]
)
def test_time_since_the_earthquake_is_never_told_too_short(minutes: int, seconds: int | None) -> None:
    state = State({"a": replace(alert(TSUNAMI, None), source=AGENCY)})
    assert since_s(state, AT + timedelta(minutes=minutes)) == seconds


def test_the_page_that_asks_says_who_acts_at_which_level(shelf: Shelf) -> None:
    tree, _ = page(shelf, Now(State(), AT, None))
    assert "警戒レベル4 避難指示 危険な場所から全員避難" in said(tree)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("place", [None, INSIDE])
def test_a_large_region_with_long_names_fits(shelf: Shelf, lang: str, place: Place | None) -> None:
    region = shelf.find(None).engine.region
    many = tuple(replace(site, name=f"{site.name}・とても長い名前の避難場所") for site in region.sites * 20)
    large = replace(region, sites=many, towns=region.towns * 30)
    asked = replace(asked_for_tsunami(shelf), lang=lang)
    words = words_in(lang)
    now = Now(State({"a": alert(TSUNAMI, None), "b": alert(FLOOD, 5), "c": alert(FLOOD, 3)}), AT, None)
    told = None if place is None else tell(asked, place, now)
    there = replace(asked, served=Served.of(large, 1))
    headline = "" if told is None else headline_in(told, words)
    content = page_of(there, now, rows_of(there, now, place), words, told=told, headline=headline)
    assert len(content) < MOST_BYTES


def test_what_people_wrote_is_text(shelf: Shelf) -> None:
    closure = Closure("g", (1,), Drawn("streets"), "<b onclick=x>", None, AT)
    exercise = Exercise("e", "<script>", AT, None, State())
    tree, content = page(
        shelf, Now(State(closures={"c": closure}), AT, exercise), Place("<i>", 141.3, 37.305)
    )
    assert b"<script" not in content
    assert b"<b onclick" not in content
    assert tree.xpath("//i") == []


def test_districts_are_found_by_name(shelf: Shelf) -> None:
    region = asked_for_tsunami(shelf).served.engine.region
    town = region.towns[0]
    (found,) = find_places(region, f"　{town.name} ")
    lons = [lon for ring in town.rings for lon, _ in ring]
    assert found.name == town.name
    assert min(lons) <= found.lon * 1e7 <= max(lons)


def test_the_way_is_the_one_that_the_decision_means(shelf: Shelf) -> None:
    now = Now(State({"a": alert(TSUNAMI, None)}), AT, None)
    told = tell(asked_for_tsunami(shelf), INSIDE, now)
    assert told.advised is not None
    assert told.advised.way is not None
    assert told.way is not None
    assert told.way.duration_s == told.advised.way.duration_s
    tree, _ = page(shelf, now, INSIDE)
    assert [" ".join(step.text_content().split()) for step in tree.xpath("//ol/li")] == list(told.way.steps)
    assert told.answer["advice"] not in said(tree)


def farthest(shelf: Shelf) -> Place:
    """Return the start whose way has the most steps, of a grid over the town."""
    asked = asked_for_tsunami(shelf)
    west, south, east, north = asked.served.engine.region.bbox
    starts = [
        Place("", west + (east - west) * i / 12, south + (north - south) * j / 12)
        for i in range(1, 12)
        for j in range(1, 12)
    ]
    return max(
        starts, key=lambda start: len(tell(asked, start, Now(State(), AT, None)).answer["steps"] or ())
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_longest_way_under_an_alert_is_told_whole_and_fits(shelf: Shelf, lang: str) -> None:
    now, start = Now(State({"a": alert(TSUNAMI, None)}), AT, None), farthest(shelf)
    tree, content = page(shelf, now, start, lang=lang)
    way = tell(asked_for_tsunami(shelf), start, now).way
    assert way is not None
    assert len(way.steps) > 9
    assert len(tree.xpath("//ol/li")) == len(way.steps)
    assert len(content) < MOST_BYTES


def test_readings_given_before_go_where_room_is_short() -> None:
    page = joined(shown("避難《ひなん》して 避難《ひなん》"), shown("道《みち》"))
    assert readings_once(page).count("<ruby>") == 2
    assert "して 避難<" in readings_once(page)
