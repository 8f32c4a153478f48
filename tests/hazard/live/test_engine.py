"""The live engine: closures, sites and layers in the routes; one proved revision after another."""

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hazard.engine.plan import make_plan
from hazard.exposure import Exposure
from hazard.kinds import ExposureClass, HazardKind
from hazard.live import LiveEngine
from hazard.live.costs import live_costs, status_rules
from hazard.outcome import NoSafeRoute, Route
from hazard.world import events as e
from hazard.world import fold
from hazard.world.world import Layer, SiteStatus
from router.errors import CertificateError, InputError, Problem
from router.graph import CLOSED_DS
from router.search.field import Field
from tests.hazard.regions import DEEP, FLOOD, TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import Town, draw

NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)
TOWN = draw("""
    A---B---C---S
    |   |   x   |
    D---E---F---G
    |           |
    +---+---+---S
""")


def live(town: Town, marks: dict[str, ExposureClass] | None = None) -> LiveEngine:
    sites = [site_at(town.graph, node, number) for number, node in enumerate(town.sites)]
    return LiveEngine(region_of(town.graph, [drawn_exposure(town, TSUNAMI, marks or {})], sites))


class Staff:
    """Writes events and has the engine follow them."""

    def __init__(self, engine: LiveEngine) -> None:
        self.engine, self.world, self.count = engine, engine.revision.world, 0

    def tell(self, form: type[e.Event], **facts: object) -> None:
        self.count += 1
        stamp = {"area": "test", "actor": "staff", "at": NOON, "key": f"k{self.count}"}
        self.world = fold(self.engine.info, [form(**{**stamp, **facts})], self.world)  # type: ignore[arg-type]
        self.engine.advance(self.world)

    def close(self, *streets: int, closure: str = "c", **facts: object) -> None:
        graph = self.engine.info.graph
        self.tell(e.RoadClosed, closure=closure, graph=graph, streets=tuple(sorted(streets)), **facts)


def street(town: Town, tail: str, head: str) -> int:
    return int(town.graph.edge_street[town.edge(tail, head)])


def route(engine: LiveEngine, town: Town, name: str) -> Route:
    outcome = engine.answer(engine.plan([TSUNAMI]), *town.lonlat(name))
    assert isinstance(outcome, Route)
    return outcome


def test_a_closed_road_is_walked_around_until_it_opens() -> None:
    engine = live(TOWN)
    staff = Staff(engine)
    assert route(engine, TOWN, "B").length_m == 200
    staff.close(street(TOWN, "B", "C"))
    around = route(engine, TOWN, "B")
    assert around.length_m > 200
    assert street(TOWN, "B", "C") not in TOWN.graph.edge_street[around.edges]
    assert engine.revision.number == 1
    staff.tell(e.RoadReopened, closure="c")
    assert route(engine, TOWN, "B").length_m == 200
    assert engine.revision.number == 2


def test_whoever_stands_on_a_closed_road_can_leave_it() -> None:
    engine = live(TOWN)
    Staff(engine).close(street(TOWN, "B", "C"))
    (west, lat), (east, _) = TOWN.lonlat("B"), TOWN.lonlat("C")
    outcome = engine.answer(engine.plan([TSUNAMI]), (west + 3 * east) / 4, lat)
    assert isinstance(outcome, Route)
    assert outcome.length_m == 125


def test_everything_closed_is_no_safe_route() -> None:
    engine = live(TOWN)
    Staff(engine).close(*range(TOWN.graph.n_streets))
    outcome = engine.answer(engine.plan([TSUNAMI]), *TOWN.lonlat("A"))
    assert isinstance(outcome, NoSafeRoute)


@pytest.mark.parametrize("form", [e.SiteFull, e.SiteClosed])
def test_sites_that_take_nobody_drop_out(form: type[e.Event]) -> None:
    engine = live(TOWN)
    staff = Staff(engine)
    assert route(engine, TOWN, "C").site.id == "S0"
    staff.tell(form, site="S0")
    assert route(engine, TOWN, "C").site.id == "S1"
    staff.tell(form, site="S1")
    assert isinstance(engine.answer(engine.plan([TSUNAMI]), *TOWN.lonlat("C")), NoSafeRoute)
    staff.tell(e.SiteOpened, site="S0")
    assert route(engine, TOWN, "C").site.id == "S0"


def test_a_filling_site_costs_more_and_takes_no_longer() -> None:
    engine = live(TOWN)
    staff = Staff(engine)
    before = route(engine, TOWN, "B")
    staff.tell(e.SiteFilling, site="S0")
    assert route(engine, TOWN, "B").site.id == "S1"
    staff.tell(e.SiteFull, site="S1")
    after = route(engine, TOWN, "B")
    assert after.site.id == "S0"
    assert (after.duration_s, after.length_m) == (before.duration_s, before.length_m)
    assert after.cost_ds == before.cost_ds + status_rules()[SiteStatus.FILLING].penalty_ds


def test_a_plan_that_nothing_touches_is_kept() -> None:
    engine = live(TOWN)
    staff = Staff(engine)
    plan = engine.plan([TSUNAMI])
    staff.tell(e.AlertIssued, alert="a", kinds=(TSUNAMI,))
    assert engine.plan([TSUNAMI]).guide is plan.guide
    assert engine.revision.number == 1
    staff.tell(e.SiteFull, site="unknown")
    assert engine.plan([TSUNAMI]).guide is plan.guide
    staff.close(0, drill=True)
    assert engine.plan([TSUNAMI]).guide is plan.guide, "a drill closes nothing"
    staff.tell(e.RoadClosed, closure="other", graph="b" * 64, streets=(0,))
    assert engine.plan([TSUNAMI]).guide is plan.guide
    assert engine.revision.world.unplaced == ["other"]


def test_who_took_a_revision_keeps_it() -> None:
    engine = live(TOWN)
    revision, plan = engine.current([TSUNAMI])
    digest = plan.guide.field.digest
    Staff(engine).close(street(TOWN, "B", "C"))
    assert plan.guide.field.digest == digest
    assert revision.number == 0
    assert engine.plan([TSUNAMI]).guide.field.digest != digest


def test_a_failed_certificate_keeps_the_revision(monkeypatch: pytest.MonkeyPatch) -> None:
    from hazard.engine import settles as module

    engine = live(TOWN)
    before, plan = engine.current([TSUNAMI])

    def wrong(*_: object) -> None:
        raise CertificateError("field is not optimal")

    with monkeypatch.context() as patch:
        patch.setattr(module, "certify", wrong)
        staff = Staff(engine)
        with pytest.raises(CertificateError):
            staff.close(street(TOWN, "B", "C"))
    assert engine.current([TSUNAMI]) == (before, plan)
    engine.advance(staff.world)
    assert engine.revision.number == 1


def test_a_wrong_repair_is_settled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    from hazard.engine import settles as module

    engine = live(TOWN)
    engine.plan([TSUNAMI])
    monkeypatch.setattr(module, "repair", lambda _, field, *__: field)
    Staff(engine).close(street(TOWN, "B", "C"))
    assert route(engine, TOWN, "B").length_m > 200


def test_a_replaced_layer_holds_for_its_kind_alone() -> None:
    wet = drawn_exposure(TOWN, TSUNAMI, {"-": DEEP})
    sites = [site_at(TOWN.graph, node, number) for number, node in enumerate(TOWN.sites)]
    region = region_of(
        TOWN.graph, [drawn_exposure(TOWN, TSUNAMI, {}), drawn_exposure(TOWN, FLOOD, {})], sites
    )
    engine = LiveEngine(region, layers=lambda kind, layer: wet)
    tsunami, flood = engine.plan([TSUNAMI]), engine.plan([FLOOD])
    staff = Staff(engine)
    staff.tell(e.LayerReplaced, kind=TSUNAMI, graph=engine.info.graph, sha256="c" * 64)
    assert engine.plan([FLOOD]).guide is flood.guide
    assert engine.plan([TSUNAMI]).combined.wet.any()
    assert not tsunami.combined.wet.any()
    staff.tell(e.LayerReplaced, kind=FLOOD, graph="b" * 64, sha256="d" * 64)
    assert "another street map" in engine.revision.missing[FLOOD]
    assert engine.plan([FLOOD]).guide is flood.guide


def test_a_layer_that_is_not_here_yet_holds_nothing_up_and_is_used_when_it_comes() -> None:
    wet, here = drawn_exposure(TOWN, TSUNAMI, {"-": DEEP}), list[Exposure]()

    def layers(kind: HazardKind, layer: Layer) -> Exposure:
        if not here:
            raise InputError(Problem("layers", kind, "a file", layer.sha256))
        return here[0]

    sites = [site_at(TOWN.graph, node, number) for number, node in enumerate(TOWN.sites)]
    engine = LiveEngine(region_of(TOWN.graph, [drawn_exposure(TOWN, TSUNAMI, {})], sites), layers=layers)
    engine.plan([TSUNAMI])
    staff = Staff(engine)
    staff.tell(e.LayerReplaced, kind=TSUNAMI, graph=engine.info.graph, sha256="c" * 64)
    staff.close(0)
    assert engine.revision.number == 2
    assert engine.plan([TSUNAMI]).changes.closed_streets.tolist() == [0]
    assert not engine.plan([TSUNAMI]).combined.wet.any()
    assert "c" * 64 in engine.revision.missing[TSUNAMI]
    assert not engine.can_mend()
    here.append(wet)
    assert engine.can_mend()
    engine.advance(staff.world)
    assert engine.plan([TSUNAMI]).combined.wet.any()
    assert engine.revision.missing == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("cdxo"), st.sets(st.integers(0, 14), min_size=1)), max_size=8))
def test_step_by_step_is_the_same_as_from_the_beginning(steps: list[tuple[str, set[int]]]) -> None:
    engine = live(TOWN, {"x": DEEP})
    staff = Staff(engine)
    engine.plan([TSUNAMI])
    engine.plan([TSUNAMI], "car")
    for what, streets in steps:
        if what in "cd":
            staff.close(*streets, closure=what)
        elif what == "x":
            staff.tell(e.SiteFilling if 1 in streets else e.SiteFull, site=f"S{min(streets) % 2}")
        else:
            staff.tell(e.RoadReopened, closure="c")
    region, changes = engine.region, live_costs(TOWN.graph, staff.world)
    for profile in ("adult", "car"):
        fresh = make_plan(region, engine.index, [TSUNAMI], profile, changes)
        kept = engine.plan([TSUNAMI], profile)
        assert kept.guide.field.digest == fresh.guide.field.digest
        assert kept.dry_guide.field.digest == fresh.dry_guide.field.digest
        assert kept.sites == fresh.sites
        assert (kept.costs.cost_ds == fresh.costs.cost_ds).all()
        closed = np.isin(TOWN.graph.edge_street, changes.closed_streets)
        assert (kept.costs.cost_ds[closed] == CLOSED_DS).all()
        assert (kept.costs.leave_ds == fresh.costs.leave_ds).all()


def test_field_type_is_what_the_engine_publishes() -> None:
    assert isinstance(live(TOWN).plan([TSUNAMI]).guide.field, Field)
