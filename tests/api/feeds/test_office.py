"""From the agency's feed to what staff see and to what goes out by itself: a real server each."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from api.alerts.http.contract import DraftRequest
from api.alerts.life.clerk import Clerk
from api.alerts.life.machine import Stage
from api.alerts.life.store import Records
from api.errors import LogUnavailableError
from api.feeds.inbox import StaffInbox
from api.feeds.issuer import PREFIX, AlertIssuer, WarningTeller
from api.feeds.office import Desk as FeedDesk
from api.feeds.office import Office
from api.feeds.poll import Poller
from api.live.desk import Acting, Desk
from api.live.embedded import Embedded
from api.live.log import EventLog
from api.live.snapshots import world_of
from api.live.store import Store
from api.staff.audit import Audit
from api.staff.proposals import Proposal, Proposals
from hazard.decision.situation import TsunamiState
from hazard.kinds import ExposureClass, HazardKind
from hazard.official.jma import AreaWatch, Change
from hazard.region import Region
from hazard.world import RegionInfo, World
from hazard.world.events import Extent
from tests.api.feeds.office import Clock, a_poller, open_office
from tests.api.feeds.office import Office as Agency
from tests.api.live.servers import embedded, state
from tests.hazard.official.jma.telegrams import (
    NOTHING,
    SHIRANAMI,
    Letter,
    coast,
    kind,
    tsunami,
    warning,
)
from tests.hazard.regions import DEEP, FLOOD, TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import draw

__all__ = ["embedded", "state"]

TOWN = draw("""
    A---B---S
    |   ~
    C~~~D---S
""")
NAME = ("990", "白波県")
WATCH = AreaWatch(
    area="test",
    municipalities=("99201",),
    tsunami_areas=("990",),
    rivers=("8999990001",),
    auto_tsunami=True,
    auto_level_5=True,
)
Marks: TypeAlias = Mapping[str, ExposureClass]
MARKS: Marks = {"~": DEEP}
L4 = kind("43", "レベル４大雨危険警報", "発表")
L5 = kind("33", "レベル５大雨特別警報", "発表")


class Town:
    """Everything that one area has: a log, an inbox, records; and a poller of the agency's feeds."""

    def __init__(
        self, url: str, agency: Agency, poller: Poller, watch: AreaWatch, marks: Marks = MARKS
    ) -> None:
        sites = [site_at(TOWN.graph, node, number) for number, node in enumerate(TOWN.sites)]
        self.region: Region = region_of(TOWN.graph, [drawn_exposure(TOWN, TSUNAMI, marks)], sites)
        self.agency, self.poller, self.clock = agency, poller, poller.now
        self.log, self.records = EventLog(url, "test"), Records(url, "test")
        self.store = Store(url)
        self.proposals, self.audit = Proposals(self.store, "test"), Audit(self.store, poller.now)
        self.desk = Desk(self.log, self.region, self.world, poller.now)
        self.clerk = Clerk(self.region, self.records, self.desk, self.world, poller.now)
        issuer = AlertIssuer(self.clerk, self.world, self.audit)
        teller = WarningTeller(self.desk, self.world) if watch.tell_warnings else None
        desk = FeedDesk(watch, frozenset({TSUNAMI}), StaffInbox(self.proposals), issuer, teller)
        self.office = Office(poller, [desk], poller.now)
        self.sent = 0

    def world(self) -> World:
        return world_of(self.log, RegionInfo("test", TOWN.graph.digest))

    def send(self, letter: Letter, data_type: str, feed: str = "extra") -> None:
        """Have the agency publish a telegram."""
        self.sent += 1
        letters = [name for name in self.agency.files if name.startswith("/data/")]
        name = f"202606011200{self.sent:02}_0_{data_type}_990000.xml"
        urls = [f"{self.agency.base}{path}" for path in letters]
        self.agency.feed(feed, *urls, self.agency.put(name, letter.data()))

    def look(self) -> list[Proposal]:
        """Poll once; return what staff see, newest first."""
        assert self.office.handle(self.poller.poll())
        self.clock.tick(61)  # type: ignore[attr-defined]
        return self.proposals.all()

    def close(self) -> None:
        self.log.close()
        self.records.close()
        self.store.close()


@contextmanager
def opened(
    url: str,
    agency: Agency,
    folder: Path,
    watch: AreaWatch = WATCH,
    clock: Clock | None = None,
    marks: Marks = MARKS,
) -> Iterator[Town]:
    folder.mkdir(exist_ok=True)
    with a_poller(agency, clock or Clock(), folder / "memory") as poller:
        town = Town(url, agency, poller, watch, marks)
        yield town
        town.close()


@pytest.fixture
def agency() -> Iterator[Agency]:
    with open_office() as made:
        yield made


def rain(*kinds: str, **about: object) -> Letter:
    return warning((SHIRANAMI, "".join(kinds)), **about)  # type: ignore[arg-type]


def test_a_warning_becomes_one_proposal_with_its_words_unchanged(
    embedded: Embedded, agency: Agency, tmp_path: Path
) -> None:
    with opened(embedded.url, agency, tmp_path) as town:
        town.send(rain(L4, headline="命を守る行動を。　<この>ままです。"), "VPWW55")
        (seen,) = town.look()
        assert seen.text == "命を守る行動を。　<この>ままです。"
        assert (seen.facts["level"], seen.facts["status"], seen.facts["change"]) == (4, "通常", "issued")
        assert seen.facts["areas"] == [{"code": SHIRANAMI[0], "name": SHIRANAMI[1]}]
        request = DraftRequest.model_validate(seen.draft)
        assert (request.level, request.drill, request.kinds) == (4, False, [FLOOD, HazardKind.INLAND_FLOOD])
        assert town.look() == [seen], "the same telegram tells nothing twice"
        assert town.world().revision == 0, "level 4 is for people to decide"


def test_an_all_clear_is_told_and_has_no_draft(embedded: Embedded, agency: Agency, tmp_path: Path) -> None:
    with opened(embedded.url, agency, tmp_path) as town:
        town.send(rain(L4), "VPWW55")
        town.look()
        town.send(rain(NOTHING, minute=5), "VPWW55")
        newest, _ = town.look()
        assert newest.facts["change"] == Change.LIFTED
        assert newest.draft is None


def test_a_withdrawn_telegram_is_told(embedded: Embedded, agency: Agency, tmp_path: Path) -> None:
    letter = rain(L4)
    with opened(embedded.url, agency, tmp_path) as town:
        town.send(letter, "VPWW55")
        town.look()
        town.send(letter.cancel(5), "VPWW55")
        assert town.look()[0].facts["change"] == Change.WITHDRAWN


def test_other_towns_and_mild_warnings_tell_nothing(
    embedded: Embedded, agency: Agency, tmp_path: Path
) -> None:
    with opened(embedded.url, agency, tmp_path, AreaWatch(area="test", municipalities=("99202",))) as town:
        town.send(rain(L4), "VPWW55")
        assert town.look() == []


def test_a_tsunami_warning_goes_out_by_itself_once_and_is_raised(
    embedded: Embedded, agency: Agency, tmp_path: Path
) -> None:
    with opened(embedded.url, agency, tmp_path) as town:
        town.send(tsunami(coast(NAME, "51", "津波警報")), "VTSE41", "eqvol")
        (seen,) = town.look()
        (name,) = town.world().real.alerts
        alert = town.world().real.alerts[name]
        assert [one.action for one in town.audit.read("test")] == ["issued by itself"]
        assert name == PREFIX + seen.id
        assert (alert.kinds, alert.level, alert.edition) == ((TSUNAMI,), None, 1)
        assert alert.source.startswith("津波警報")
        assert alert.grade is TsunamiState.WARNING
        assert alert.extent == Extent(zones=(TSUNAMI,))
        assert len(alert.text) == 10
        town.look()
        assert town.world().revision == 1
        town.send(tsunami(coast(NAME, "52", "大津波警報"), minute=9), "VTSE41", "eqvol")
        town.look()
        raised = town.world().real.alerts[name]
        assert raised.edition == 2
        assert raised.source.startswith("大津波警報")
        assert [record.stage for record in town.records.all()].count(Stage.ISSUED) == 1
        assert town.records.all()[0].draft.grade is TsunamiState.MAJOR_WARNING


def test_on_two_hosts_and_after_a_restart_it_goes_out_once(
    embedded: Embedded, agency: Agency, tmp_path: Path
) -> None:
    with opened(embedded.url, agency, tmp_path / "one") as town:
        town.send(rain(L5), "VPWW55")
        first = town.look()
        desk = town.desk
        desk.cancel_alert(Acting("staff"), next(iter(town.world().real.alerts)), all_clear=True)
        assert town.world().revision == 2
    for folder in ("one", "two"):
        with opened(embedded.url, agency, tmp_path / folder) as town:
            assert town.look() == first
            assert town.world().revision == 2, "what staff have ended stays ended"
            assert town.world().real.alerts == {}


@pytest.mark.parametrize("status", ["訓練", "試験"])
def test_exercises_never_go_out_by_themselves(
    embedded: Embedded, agency: Agency, tmp_path: Path, status: str
) -> None:
    with opened(embedded.url, agency, tmp_path) as town:
        town.send(tsunami(coast(NAME, "52", "大津波警報"), status=status), "VTSE41", "eqvol")
        seen = town.look()
        assert town.world().revision == 0
        assert [one.draft["drill"] for one in seen if one.draft] == ([True] if status == "訓練" else [])


def test_nothing_goes_out_where_the_area_has_not_said_so(
    embedded: Embedded, agency: Agency, tmp_path: Path
) -> None:
    quiet = replace(WATCH, auto_tsunami=False, auto_level_5=False)
    with opened(embedded.url, agency, tmp_path, quiet) as town:
        town.send(tsunami(coast(NAME, "52", "大津波警報")), "VTSE41", "eqvol")
        assert len(town.look()) == 1
        assert town.world().revision == 0


def test_phones_hear_what_the_agency_has_in_force_until_it_ends(
    embedded: Embedded, agency: Agency, tmp_path: Path
) -> None:
    telling = replace(WATCH, auto_tsunami=False, auto_level_5=False, tell_warnings=True)
    for folder in ("one", "two"):  # a second host tells nothing twice
        with opened(embedded.url, agency, tmp_path / folder, telling) as town:
            if folder == "one":
                town.send(rain(L4), "VPWW55")
                town.send(tsunami(coast(NAME, "62", "津波注意報")), "VTSE41", "eqvol")
                town.send(tsunami(coast(NAME, "52", "大津波警報"), status="訓練"), "VTSE41", "eqvol")
            town.look()
            told = town.world().real.warnings.values()
            assert town.world().revision == 2
            assert town.world().real.alerts == {}, "no order"
            assert {(one.kinds, one.weather_level, one.grade) for one in told} == {
                ((FLOOD, HazardKind.INLAND_FLOOD), 4, None),
                ((TSUNAMI,), None, TsunamiState.ADVISORY),
            }
    with opened(embedded.url, agency, tmp_path / "one", telling) as town:
        town.sent = 9  # other files than before
        town.send(rain(L5, minute=5), "VPWW55")
        town.look()
        assert sorted(one.weather_level or 0 for one in town.world().real.warnings.values()) == [0, 5]
        town.send(rain(NOTHING, minute=9), "VPWW55")
        town.look()
        assert [one.kinds for one in town.world().real.warnings.values()] == [(TSUNAMI,)]
        assert town.world().revision == 4


def test_without_the_log_telegrams_wait_and_none_is_lost(state: Path, agency: Agency, tmp_path: Path) -> None:
    server = Embedded(state)
    server.start()
    with opened(server.url, agency, tmp_path) as town:
        town.send(rain(L4), "VPWW55")
        assert len(town.look()) == 1
        server.stop()
        town.send(rain(NOTHING, minute=5), "VPWW55")
        assert not town.office.handle(town.poller.poll())
    server = Embedded(state)
    server.start()
    clock = Clock()
    clock.tick(3600)
    with opened(server.url, agency, tmp_path, clock=clock) as town:  # a restart in between changes nothing
        changes = [one.facts["change"] for one in town.look()]
        assert changes == [Change.LIFTED, Change.ISSUED]
    server.stop()


def test_reordered_and_replayed_telegrams_change_nothing_that_is_newer(
    embedded: Embedded, agency: Agency, tmp_path: Path
) -> None:
    with opened(embedded.url, agency, tmp_path) as town:
        town.send(rain(L5, minute=20), "VPWW55")
        town.look()
        town.send(rain(L4, minute=10), "VPWW55")
        town.send(rain(L5, minute=20), "VPWW55")
        assert len(town.look()) == 1
        assert town.world().revision == 1


def test_a_telegram_from_the_future_is_told_with_its_own_time(
    embedded: Embedded, agency: Agency, tmp_path: Path
) -> None:
    with opened(embedded.url, agency, tmp_path) as town:
        town.send(rain(L4, day=28), "VPWW55")
        (seen,) = town.look()
        assert seen.facts["reported_at"].startswith("2026-06-28")
        assert seen.received_at.date() == datetime(2026, 6, 1, tzinfo=UTC).date()


def test_what_was_begun_is_completed(
    embedded: Embedded, agency: Agency, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(embedded.url, agency, tmp_path) as town:
        town.send(rain(L5), "VPWW55")
        for step in ("submit", "approve", "issue"):
            with monkeypatch.context() as patch:

                def power_cut(*_: object) -> None:
                    raise LogUnavailableError("cut")

                patch.setattr(Clerk, step, power_cut)
                assert not town.office.handle(town.poller.poll())
                assert town.world().revision == 0
        assert town.office.handle(town.poller.poll())
        assert town.world().revision == 1
        assert len(town.records.all()) == 1


def test_where_the_mapped_zone_meets_no_street_the_whole_area_is_told(
    embedded: Embedded, agency: Agency, tmp_path: Path
) -> None:
    with opened(embedded.url, agency, tmp_path, marks={}) as town:
        town.send(tsunami(coast(NAME, "52", "大津波警報")), "VTSE41", "eqvol")
        town.look()
        (alert,) = town.world().real.alerts.values()
        assert alert.extent == Extent()


def test_hostile_telegrams_are_told_as_problems_and_hold_nothing_up(
    embedded: Embedded, agency: Agency, tmp_path: Path
) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Report>&b;</Report>'
    deep = b"<Report>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</Report>"
    huge = b"<Report>" + b"x" * 9_000_000 + b"</Report>"
    with a_poller(agency, Clock(), tmp_path / "m", attempts=1) as poller:
        town = Town(embedded.url, agency, poller, WATCH)
        urls = [
            agency.put(f"2026060112000{n}_0_VPWW55_990000.xml", body)
            for n, body in enumerate((bomb, deep, huge))
        ]
        agency.feed("extra", *urls, agency.put("20260601120009_0_VPWW55_990000.xml", rain(L4).data()))
        poll = poller.poll()
        assert len(poll.problems) == 3
        assert town.office.handle(poll)
        assert len(town.proposals.all()) == 1
        town.close()


def test_official_samples_pass_through_whole(
    embedded: Embedded, agency: Agency, tmp_path: Path, data_dir: Path
) -> None:
    """None stops the office, and a coast that is watched hears of tsunami."""
    samples = sorted((data_dir / "jmaxml").glob("*.xml"))
    kinds = {path: path.stem.rsplit("_", 1)[1][:6] for path in samples}
    watch = replace(WATCH, tsunami_areas=("100", "201", "210", "220", "250"), auto_tsunami=False)
    with a_poller(agency, Clock(), tmp_path / "m", max_per_poll=1000) as poller:
        town = Town(embedded.url, agency, poller, watch)
        urls = [
            agency.put(f"20260601{n:06}_0_{kinds[path].replace('ii', '50')}_990000.xml", path.read_bytes())
            for n, path in enumerate(samples)
        ]
        agency.feed("extra", *urls)
        poll = poller.poll()
        assert (poll.problems, poll.failures) == ((), ())
        assert len(poll.telegrams) > 40
        assert town.office.handle(poll)
        seen = town.proposals.all()
        assert any(HazardKind.TSUNAMI in one.facts["kinds"] for one in seen)
        assert all(one.text or one.facts["change"] in ("lifted", "withdrawn") for one in seen)
        assert town.world().revision == 0
        town.close()
