"""Ten thousand closures, however they came into a log: folded, walked around, written down, and reopened."""

from datetime import UTC, datetime, timedelta

from hazard.live import LiveEngine
from hazard.outcome import Route
from hazard.world import World, fold
from hazard.world import events as e
from hazard.world.codec.snapshot import decode_snapshot, encode_snapshot
from tests.hazard.regions import TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import draw

NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)
N_CLOSURES = 10_000
TOWN = draw("""
    A---B---C---S
    |       |   |
    D---E---F---G
""")


def engine() -> LiveEngine:
    sites = [site_at(TOWN.graph, node, number) for number, node in enumerate(TOWN.sites)]
    return LiveEngine(region_of(TOWN.graph, [drawn_exposure(TOWN, TSUNAMI, {})], sites))


def closings(live: LiveEngine, street: int) -> list[e.Event]:
    """Return as many closures of one street, each with an id of its own."""
    return [
        e.RoadClosed(
            area="test",
            actor="staff",
            at=NOON + timedelta(seconds=k),
            key=f"close-{k}",
            closure=f"c{k}",
            graph=live.info.graph,
            streets=(street,),
        )
        for k in range(N_CLOSURES)
    ]


def length_m(live: LiveEngine, world: World) -> int:
    live.advance(world)
    outcome = live.answer(live.plan([TSUNAMI]), *TOWN.lonlat("A"))
    assert isinstance(outcome, Route)
    return outcome.length_m


def test_ten_thousand_closures_hold_until_the_last_is_reopened() -> None:
    live = engine()
    street = int(TOWN.graph.edge_street[TOWN.edge("B", "C")])
    world = fold(live.info, closings(live, street))
    assert (len(world.real.closures), world.revision) == (N_CLOSURES, N_CLOSURES)
    assert length_m(live, world) > 300, "the way round"
    assert decode_snapshot(encode_snapshot(world, "9-0"), live.info).world == world
    stamp = {"area": "test", "actor": "staff", "at": NOON + timedelta(days=1)}
    opened = [e.RoadReopened(**stamp, key=f"open-{k}", closure=f"c{k}") for k in range(N_CLOSURES)]  # type: ignore[arg-type]
    almost = fold(live.info, opened[:-1], world)
    assert length_m(live, almost) > 300, "one is left"
    assert length_m(live, fold(live.info, opened[-1:], almost)) == 300


def test_told_twice_and_in_another_order_they_are_the_same_streets() -> None:
    live = engine()
    events = closings(live, 0)
    world = fold(live.info, [*events, *events])
    assert world == fold(live.info, events)
    backwards = fold(live.info, events[::-1])
    assert backwards.real == world.real
    assert backwards.keys == world.keys
