"""From arrival times to the decision: on drawn maps, and in Kochi against a brute-force walk."""

from pathlib import Path

import numpy as np
import pytest
import rasterio

from hazard.build import BuildInputs, build_region
from hazard.decision.advice import Advice, WayKind
from hazard.decision.decide import decide
from hazard.decision.situation import Here, InForce, Situation, TsunamiState
from hazard.departure.arrival import Arrival, closings
from hazard.departure.escape import Escape, make_escape, ways_from
from hazard.departure.field import Departures, horizon_of
from hazard.departure.rules import DepartureRules
from hazard.departure.way import calmest_way, safest_way
from hazard.engine import Engine
from hazard.kinds import ExposureClass, HazardKind
from hazard.layers.arrival import ArrivalUnit, arrive, load_arrivals
from hazard.region import load_region
from router.profiles import durations, own_profiles
from router.search.departure import NEVER_DS
from tests.hazard.departure.forward import Streets, arrival, latest, streets_of
from tests.hazard.rasters import write_tif
from tests.hazard.regions import ABOUT, drawn_exposure, site_at
from tests.maps import draw

TSUNAMI = HazardKind.TSUNAMI
RULES = DepartureRules(margin_s=60)
COAST = draw("""
    A-~-B-~-C---S
        |
        ~
        |
        T
""")
"""A and T lie in the zone; S stands on dry ground, T at a tsunami building."""


def coast(minutes: dict[str, int]) -> Escape:
    """Return the escape of the coast when the water reaches its streets after so many minutes."""
    graph = COAST.graph
    first = np.full(graph.n_streets, NEVER_DS, np.uint32)
    for (a, b), minute in minutes.items():
        first[int(graph.edge_street[COAST.edge(a, b)])] = minute * 600
    exposure = drawn_exposure(COAST, TSUNAMI, {"~": ExposureClass.UNDER_3_M})
    closing = closings(graph, Arrival(TSUNAMI, first, "想定"), exposure, RULES)
    sites = [site_at(graph, node) for node in COAST.sites]
    buildings = [site_at(graph, COAST.node["T"])]
    return make_escape(graph, durations(graph, own_profiles()["adult"]), closing, sites, buildings)


@pytest.mark.parametrize(
    ("minutes", "start_s", "advice", "way"),
    [
        ({"AB": 20, "BC": 25, "BT": 22}, 0, Advice.HIGH_GROUND, WayKind.HIGH_GROUND),
        ({"AB": 20, "BC": 4, "BT": 22}, 0, Advice.TSUNAMI_BUILDING, WayKind.BUILDING),
        ({"AB": 20, "BC": 4, "BT": 4}, 0, Advice.TOO_LATE, WayKind.UP),
        ({"AB": 20, "BC": 25, "BT": 22}, 1200, Advice.TOO_LATE, WayKind.UP),
    ],
)
def test_high_ground_then_the_building_then_up(
    minutes: dict[str, int], start_s: int, advice: Advice, way: WayKind
) -> None:
    found = ways_from(coast(minutes), COAST.edge("A", "B"), 0, 10 * start_s, RULES)
    situation = Situation(
        here={TSUNAMI: Here(ExposureClass.UNDER_3_M)},
        in_force={TSUNAMI: InForce(tsunami=TsunamiState.MAJOR_WARNING)},
        ways=found,
    )
    decision = decide(situation)
    assert (decision.advice, decision.way) == (advice, way)


def test_margins_are_whole_seconds_rounded_down_and_durations_up() -> None:
    escape = coast({"AB": 20, "BC": 25, "BT": 22})
    ways = ways_from(escape, COAST.edge("A", "B"), 33, 7, RULES)
    exact = calmest_way(escape.high_ground, COAST.edge("A", "B"), 33, 7)
    assert exact is not None
    assert exact.margin_ds is not None
    assert ways.high_ground is not None
    assert ways.high_ground.margin_s == exact.margin_ds // 10
    assert 0 <= ways.high_ground.duration_s * 10 - exact.duration_ds < 10


def write_synthetic_arrivals(depths: Path, out: Path) -> Path:
    """Synthetic, for tests only: 27 minutes at the southern shore, a minute later every 100 m inland."""
    with rasterio.open(depths) as dataset:
        depth, wet = dataset.read(1), dataset.read(1) > 0
        rows = np.arange(dataset.height)[:, None] * np.ones((1, dataset.width))
        south = float(rows[wet].max())
        minutes = 27 + (south - rows) * dataset.res[1] / 100
        values = np.where(wet & (depth != dataset.nodata), minutes, -9999).astype(np.float32)
        return write_tif(out, values, dataset.crs.to_string(), dataset.transform)


@pytest.mark.data
def test_kochi_agrees_with_a_brute_force_forward_walk(data_dir: Path, tmp_path: Path) -> None:
    """500 points: the last moment to leave, whether there is a way at all, and the decision."""
    kochi = data_dir / "kochi"
    depths = kochi / "tsunami_depth_25m.tif"
    build_region(
        BuildInputs(
            out=tmp_path / "kochi",
            name="高知市",
            osm=kochi / "kochi.osm.pbf",
            created_at=ABOUT.created_at,
            hazards=((TSUNAMI, depths),),
            shelters=(data_dir / "shelters/mergeFromCity_2.csv.gz",),
            municipality="39201",
            tiles=False,
        )
    )
    region = load_region(tmp_path / "kochi")
    engine = Engine(region)
    plan = engine.plan([TSUNAMI], "adult")
    raster = load_arrivals(
        write_synthetic_arrivals(depths, tmp_path / "a.tif"), region.bbox, ArrivalUnit.MINUTES
    )
    scenario = arrive(region.graph, TSUNAMI, [raster], "合成（試験用）2026年")
    closing = closings(region.graph, scenario, region.exposures[TSUNAMI], RULES)
    escape = make_escape(region.graph, plan.costs.duration_ds, closing, plan.sites)
    dice = np.random.default_rng(4)
    west, south, east, north = region.bbox
    snaps = engine.index.snap(
        dice.uniform(west, east, 2000), dice.uniform(south, north, 2000), plan.ways, limit_m=300
    )
    checked = [i for i in range(len(snaps)) if snaps.edge[i] >= 0][:500]
    assert len(checked) == 500
    seen: set[Advice] = set()
    for i in checked:
        edge, offset = int(snaps.edge[i]), int(snaps.offset_mm[i])
        start_ds = int(dice.integers(0, 30_000))
        advice = _check_point(escape, edge, offset, start_ds, region.exposures[TSUNAMI].worst_class)
        seen.add(advice)
    assert seen >= {Advice.STAY, Advice.HIGH_GROUND, Advice.TOO_LATE}


def _check_point(
    escape: Escape, edge: int, offset: int, start_ds: int, classes: np.ndarray[tuple[int], np.dtype[np.uint8]]
) -> Advice:
    """Check one point against the forward walk and return the advice."""
    site = _agrees(escape.site, edge, offset, start_ds)
    high = _agrees(escape.high_ground, edge, offset, start_ds)
    worst = ExposureClass(int(classes[escape.site.graph.edge_street[edge]]))
    situation = Situation(
        here={TSUNAMI: Here(worst)},
        in_force={TSUNAMI: InForce(tsunami=TsunamiState.MAJOR_WARNING)},
        ways=ways_from(escape, edge, offset, start_ds, RULES),
    )
    advice = decide(situation).advice
    if worst == ExposureClass.DRY:
        assert advice is Advice.STAY
    else:
        assert (advice in (Advice.LEAVE, Advice.HIGH_GROUND)) == (site or high)
        assert (advice is Advice.TOO_LATE) == (not site and not high)
    return advice


_PLAIN: dict[int, Streets] = {}


def _agrees(departures: Departures, edge: int, offset: int, start_ds: int) -> bool:
    """Return whether a goal is in time, after checking that field and forward walk say the same."""
    if id(departures) not in _PLAIN:
        _PLAIN[id(departures)] = streets_of(departures)
    streets = _PLAIN[id(departures)]
    there = arrival(streets, edge, offset, start_ds)
    chosen = safest_way(departures, edge, offset, start_ds, RULES)
    in_time = chosen is not None and (chosen.margin_ds is None or chosen.margin_ds >= 0)
    assert in_time == (there is not None)
    calm = calmest_way(departures, edge, offset, 0)
    if calm is not None and calm.margin_ds is not None and calm.margin_ds >= 0:
        assert arrival(streets, edge, offset, calm.margin_ds) is not None
        assert arrival(streets, edge, offset, calm.margin_ds + 1) is None
    elif calm is not None and calm.margin_ds is None:
        assert there is not None
    else:
        assert latest(streets, edge, offset, horizon_of(departures.closing_ds)) is None
    return in_time
