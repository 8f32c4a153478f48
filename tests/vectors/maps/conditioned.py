"""Maps under levels, weather and closures: drawn ones with one idea each, and random grids."""

import random
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from hazard.conditions import CALM, Conditions, When
from hazard.engine.changes import Changes
from hazard.exposure import Exposure
from hazard.kinds import ExposureClass, HazardKind
from hazard.region import Region
from hazard.sites import Site
from hazard.thresholds import Thresholds, default_thresholds, thresholds_from
from router.classes import INCLINE_SHIFT, WIDTH_SHIFT, Flag, StreetClass
from router.graph import StreetGraph
from router.profiles import own_profiles
from tests.hazard.regions import DEEP, FLOOD, LANDSLIDE, TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import draw
from tests.vectors.cases import Case, draw_changes
from tests.vectors.maps.drawn import Drawn, sites_of

EARTHQUAKE, INLAND = HazardKind.EARTHQUAKE, HazardKind.INLAND_FLOOD
WEATHERS = [(), (When.NIGHT,), (When.SNOW,), (When.ICE,), tuple(When)]
N_GRIDS, N_CASES = 6, 6
CLASSES = [one for one in ExposureClass if one is not ExposureClass.UNKNOWN]
OWN_MODIFIERS = {
    "deep": {"from_class": "0.5-1m", "kinds": ["flood", "tsunami"], "no_entry": True},
    "tunnel": {"flags": ["TUNNEL", "UNPAVED"], "no_entry": True},
    "any_zone": {"from_class": "zone_yellow", "weight_pct": 333},
    "narrow": {"max_width_rank": 1, "profiles": ["wheelchair", "older"], "close": True},
    "steep": {"min_incline_rank": 3, "when": "night", "weight_pct": 10_000},
    "main": {"classes": ["TRUNK", "PRIMARY"], "flags": ["INCLINE_UP"], "from_level": 2, "close": True},
    "low": {"flags": ["COVERED", "TUNNEL"], "kinds": ["flood", "tsunami"], "in_zone": True, "close": True},
    "graded": {
        "min_grade_permille": 60,
        "grade_from_m": 60,
        "profiles": ["older", "wheelchair"],
        "weight_pct": 700,
    },
    "again": {"flags": ["LIT", "CROSSING", "RAMP"], "weight_pct": 10_000},
}


def conditioned_regions() -> Iterator[Drawn]:
    yield _underpass()
    yield _red_zone()
    yield _weather()
    yield _crowded()
    yield _closures()
    yield _islet()
    yield _dead_end()
    for seed in range(N_GRIDS):
        yield _grid(seed)


def _underpass() -> Drawn:
    town = draw("A---B___C---S\n|       |   |\nD~~~~~~~E___F")
    exposures = [drawn_exposure(town, kind, {"~": DEEP}) for kind in (FLOOD, INLAND)]
    cases = [Case((FLOOD,), Conditions.of({FLOOD: level})) for level in (0, 2, 3)]
    cases += [Case((FLOOD, INLAND), Conditions.of({INLAND: 5, LANDSLIDE: 3}))]
    return Drawn("underpass", region_of(town.graph, exposures, sites_of(town)), tuple(cases))


def _red_zone() -> Drawn:
    """A red zone between, one with a site in it, and one that is the only way out."""
    town = draw("A~~~Bxxx+---S\n~   x       |\nC~~~D~~~Exxx+\nx           ~\nF---Gxxx+xxx+xxxS")
    zones = drawn_exposure(town, LANDSLIDE, {"~": ExposureClass.ZONE_YELLOW, "x": ExposureClass.ZONE_RED})
    cases = [Case((LANDSLIDE,), Conditions.of({LANDSLIDE: level})) for level in (3, 4)]
    cases += [Case((LANDSLIDE, EARTHQUAKE), Conditions.of({LANDSLIDE: 5}), Changes(np.array([3], np.int32)))]
    return Drawn("red_zone", region_of(town.graph, [zones], sites_of(town)), tuple(cases))


def _weather() -> Drawn:
    town = draw("A---B===C###D---S\n|   :   %   _   |\nE:::F---G###H===I")
    graph = _marked(town.graph, random.Random(3))
    dry = [drawn_exposure(town, kind, {}) for kind in (TSUNAMI, EARTHQUAKE)]
    cases = [Case((TSUNAMI,), Conditions.of(None, *when, pace_pct=70)) for when in WEATHERS]
    return Drawn("weather", region_of(graph, dry, sites_of(town)), (*cases, Case((EARTHQUAKE,))))


def _crowded() -> Drawn:
    """The same streets for people who walk in a crowd, each at a speed of their own."""
    town = draw("A---B===C###D---S\n|   :   %   _   |\nE:::F---G###H===I")
    graph = _marked(town.graph, random.Random(3))
    region = region_of(graph, [drawn_exposure(town, TSUNAMI, {})], sites_of(town))
    slower = {
        name: replace(one, crowd_pct=33 + 9 * k) for k, (name, one) in enumerate(own_profiles().items())
    }
    cases = [Case((TSUNAMI,), Conditions.of(None, *when, pace_pct=70)) for when in WEATHERS[:2]]
    return Drawn("crowded", replace(region, profiles=slower), tuple(cases))


def _closures() -> Drawn:
    town = draw("S---A---B~~~S\n|   |   |   |\nC---D---E---S")
    region = region_of(town.graph, [drawn_exposure(town, TSUNAMI, {"~": DEEP})], sites_of(town))
    at = [int(town.graph.edge_street[town.edge(*ends)]) for ends in ("AB", "DE", "CD")]
    changes = [
        Changes(np.array(sorted(at), np.int32)),
        Changes(np.array(sorted(at[:2]), np.int32), frozenset({"S0"}), {"S1": 600, "S2": 6000}),
        Changes(out=frozenset({"S0", "S1", "S2"})),
        Changes(np.arange(town.graph.n_streets, dtype=np.int32)),
    ]
    cases = tuple(Case((TSUNAMI,), CALM, one, ("adult", "older")) for one in changes)
    return Drawn("closures", region, cases)


def _islet() -> Drawn:
    """Streets 25 m beside others, from which no street leads to the site; some of the others are wet."""
    town = draw("A-------B~~~~~~~~~~~~~~~~~~~S\n\nC-------D-----------E~~~~~~~F", unit_m=25)
    exposure = drawn_exposure(town, FLOOD, {"~": DEEP})
    cases = (Case((FLOOD,)), Case((FLOOD,), changes=Changes(np.array([0], np.int32))))
    return Drawn("islet", region_of(town.graph, [exposure], sites_of(town)), cases)


def _dead_end() -> Drawn:
    """A car beyond the site on a one-way street has no way to it, and yet is connected."""
    town = draw("A->->->-B")
    site = site_at(town.graph, town.node["A"], edge=town.edge("A", "B"), offset_mm=100_000)
    region = region_of(town.graph, [drawn_exposure(town, TSUNAMI, {})], [site])
    return Drawn("dead_end", region, (Case((TSUNAMI,), profiles=("adult", "car")),))


def _grid(seed: int) -> Drawn:
    """A grid with holes, random marks, exposures, sites, levels, weather and changes."""
    dice = random.Random(seed)
    town = draw(_holed(dice, 6, 5))
    graph = _marked(town.graph, dice)
    kinds = (FLOOD, LANDSLIDE, TSUNAMI)
    exposures = [_random_exposure(graph, kind, dice) for kind in kinds]
    sites = [_random_site(graph, number, dice) for number in range(4)]
    region = replace(region_of(graph, exposures, sites), thresholds=_thresholds(seed))
    cases = tuple(_random_case(region, dice) for _ in range(N_CASES))
    return Drawn(f"grid_{seed}", region, cases, whole=False)


def _random_site(graph: StreetGraph, number: int, dice: random.Random) -> Site:
    """Return a site at the beginning of a street, or inside it."""
    edge = dice.randrange(graph.n_edges)
    offset_mm = dice.choice((0, dice.randrange(int(graph.edge_length_mm[edge]))))
    return site_at(graph, int(graph.tail[edge]), number, edge=edge, offset_mm=offset_mm)


def _holed(dice: random.Random, columns: int, rows: int) -> str:
    """Draw a grid in which one street in seven is missing."""
    lines = []
    for row in range(rows):
        lines.append(
            "+"
            + "".join(
                dice.choice(("---", "---", "---", "---", "---", "---", "   ")) + "+"
                for _ in range(columns - 1)
            )
        )
        if row < rows - 1:
            lines.append("".join(dice.choice("|||||| ") + "   " for _ in range(columns)))
    return "\n".join(lines)


def _marked(graph: StreetGraph, dice: random.Random) -> StreetGraph:
    """Return the graph with random classes and flags; twins are alike but for what is directed."""
    more, classes = np.zeros(graph.n_edges, np.uint32), graph.edge_class.copy()
    for edge in graph.street_edge.tolist():
        twin = int(graph.twin[edge])
        flags = int(dice.choice([Flag(0), *Flag])) | dice.choice((0, 0, 0, 1, 2, 3, 4)) << WIDTH_SHIFT
        flags |= dice.choice((0, 0, 0, 1, 2, 3)) << INCLINE_SHIFT
        more[edge] = flags
        more[twin] = flags & ~int(Flag.INCLINE_UP | Flag.NO_CARS)
        if dice.random() < 0.4:
            classes[edge] = classes[twin] = dice.choice(list(StreetClass))
    return replace(graph, edge_flags=graph.edge_flags | more, edge_class=classes)


def _random_exposure(graph: StreetGraph, kind: HazardKind, dice: random.Random) -> Exposure:
    """Half of the streets are dry, some unknown, some known in part."""
    worst = np.zeros(graph.n_streets, np.uint8)
    share = np.zeros(graph.n_streets, np.uint8)
    for street in range(graph.n_streets):
        if dice.random() < 0.5:
            worst[street] = dice.choice([*CLASSES, ExposureClass.UNKNOWN, ExposureClass.ZONE_RED])
        share[street] = 100 if worst[street] == ExposureClass.UNKNOWN else dice.choice((0, 0, 0, 33))
    return Exposure(kind, worst, share)


def _thresholds(seed: int) -> Thresholds:
    """Return our thresholds, with other modifiers for every second grid."""
    if seed % 2 == 0:
        return default_thresholds()
    own = {name: entry | {"source": "a test"} for name, entry in OWN_MODIFIERS.items()}
    return thresholds_from(dict(default_thresholds().table) | {"modifier": own})


def _random_case(region: Region, dice: random.Random) -> Case:
    kinds = tuple(kind for kind in region.exposures if dice.random() < 0.6) or (LANDSLIDE,)
    levels = {kind: dice.choice((0, 2, 3, 4, 5)) for kind in HazardKind}
    conditions = Conditions.of(levels, *dice.choice(WEATHERS), pace_pct=dice.choice((10, 64, 100, 300)))
    profiles = ("adult", dice.choice(("wheelchair", "car", "car")))
    return Case(kinds, conditions, draw_changes(region, dice, dice.choice((0, 10))), profiles)
