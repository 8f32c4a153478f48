"""Decisions for positions: by the clock and without, drawn coasts and random grids; and where alerts hold."""

import json
import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from hazard.advise import Advised, Advisor, Ask, Clock
from hazard.advise.alternatives import alternatives
from hazard.advise.force import in_force_at
from hazard.advise.out import WayOut
from hazard.decision.coding import decision_to_json, situation_to_json
from hazard.decision.situation import InForce, Party, Place, ProfileName, TsunamiState
from hazard.departure.arrival import Arrival
from hazard.engine import Engine
from hazard.indoor import DURATION_UNKNOWN_H, INSIDE, NOT_KNOWN, OUTSIDE, Indoor
from hazard.kinds import ExposureClass, HazardKind
from hazard.outcome import NoSafeRoute, Outcome, Route
from hazard.places import Place as OtherPlace
from hazard.places import PlaceCategory
from hazard.region import Region
from hazard.region.layout import ARRIVAL, INDOOR, MANIFEST, PLACES
from hazard.world.codec.write import canonical
from hazard.world.events import GRADES, Extent
from hazard.world.world import Alert, State, Warned
from router.search.departure import NEVER_DS
from tests.hazard.regions import DEEP, FLOOD, LANDSLIDE, TSUNAMI, drawn_exposure, region_of, site_at
from tests.maps import draw
from tests.vectors.expected import digest_of
from tests.vectors.maps.conditioned import _grid
from tests.vectors.maps.drawn import sites_of
from tests.vectors.packs import Folder, loaded, saved_folder, unpack

LARGE = 1_000
"""Nodes."""
N_GRIDS, N_ASKS, N_ALERTS = 4, 24, 40
NOW = datetime(2026, 11, 24, tzinfo=UTC)
COASTS = (
    "A-~-B-~-C---S\n    |\n    ~\n    |\n    T",
    "S---A~~~B~~~C\n|   |   ~   ~\nD---E~~~F~~~G\n        ~\n        S",
)


def advised_regions() -> Iterator[tuple[str, Region]]:
    """Yield regions with times, buildings and what staying indoors depends on."""
    for number, text in enumerate(COASTS):
        town = draw(text)
        exposures = [drawn_exposure(town, kind, {"~": DEEP}) for kind in (TSUNAMI, FLOOD)]
        yield f"coast_{number}", _with_times(region_of(town.graph, exposures, sites_of(town)), number)
    for seed in range(N_GRIDS):
        yield f"timed_grid_{seed}", _with_times(_grid(seed).region, seed)


@contextmanager
def timed_town() -> Iterator[Region]:
    """Yield the kept town with random times, buildings and what staying indoors depends on."""
    town = unpack((Path(__file__).parents[1] / "town.regions.gz").read_bytes())["town"]
    with loaded(town) as region:
        yield _with_times(region, len(COASTS))


def advised_areas() -> dict[str, Folder]:
    """Return the region folders; of the town only what it has more than the kept one."""
    folders = {name: saved_folder(region) for name, region in advised_regions()}
    with timed_town() as region:
        whole = saved_folder(region)
    return folders | {"town": {name: whole[name] for name in (MANIFEST, PLACES, ARRIVAL, INDOOR)}}


def _with_times(region: Region, seed: int) -> Region:
    dice, graph = random.Random(seed), region.graph
    n = graph.n_streets
    wet = region.exposures[TSUNAMI].worst_class != ExposureClass.DRY
    first = np.array([dice.choice((NEVER_DS, *[dice.randrange(12_000)] * 5)) for _ in range(n)], np.uint32)
    first[~wet] = NEVER_DS
    first[np.flatnonzero(wet)[0]] = 600
    buildings = [site_at(graph, dice.randrange(graph.n_nodes), 90 + k, kinds=(TSUNAMI,)) for k in range(2)]
    collapse = np.array([dice.choice((OUTSIDE, OUTSIDE, INSIDE, NOT_KNOWN)) for _ in range(n)], np.uint8)
    hours = np.array([dice.choice((0, 12, 24, 72, 200, DURATION_UNKNOWN_H)) for _ in range(n)], np.uint16)
    times = {TSUNAMI: Arrival(TSUNAMI, first, "試しの想定 2026")}
    if seed % 2:
        flooded = region.exposures[FLOOD].worst_class != ExposureClass.DRY
        breach = np.array([dice.randrange(36_000) for _ in range(n)], np.uint32)
        breach[~flooded] = NEVER_DS
        times[FLOOD] = Arrival(FLOOD, breach, "試しの破堤 2026")
    if seed == N_GRIDS - 1:
        del times[TSUNAMI]
    return replace(
        region,
        arrivals=times,
        places=tuple(OtherPlace(site, PlaceCategory.TSUNAMI_BUILDING, floors=7) for site in buildings),
        indoor={FLOOD: Indoor(FLOOD, collapse, hours)},
    )


def expect_advice(region: Region, seed: int) -> list[Any]:
    """Return questions and what is decided."""
    dice, advisor = random.Random(seed), Advisor(Engine(region))
    asked = [(_place(region, dice), _ask(dice)) for _ in range(N_ASKS)]
    return [
        [
            list(position),
            _ask_to_json(ask),
            advised_to_json(advisor.advise(*position, ask)),
            _alternatives(advisor, position, ask),
        ]
        for position, ask in asked
    ]


def _alternatives(advisor: Advisor, position: tuple[float, float], ask: Ask) -> Any:
    """Return the kind and the route of every way that there is."""
    if not ask.active:
        return []
    plan = advisor.engine.plan(ask.active, str(ask.party.profile), ask.conditions)
    clock = None if ask.since_s is None else Clock(ask.since_s, ask.night, ask.delay_s)
    found = alternatives(advisor.timed, plan, *position, clock)
    return [[str(one.kind), _outcome(one.route) | _sums(one.route)] for one in found]


def _sums(route: Route) -> Any:
    return {
        "cost_ds": route.cost_ds,
        "exposure": list(route.exposure.items()),
        "line": digest_of(route.lon_e7, route.lat_e7),
    }


def _place(region: Region, dice: random.Random) -> tuple[float, float]:
    """Draw a position: anywhere on a small map, near a street on a large one."""
    graph = region.graph
    if graph.n_nodes < LARGE:
        return _position(region, dice)
    v = dice.randrange(graph.n_nodes)
    lon, lat = int(graph.node_lon_e7[v]) / 1e7, int(graph.node_lat_e7[v]) / 1e7
    return round(lon + dice.gauss(0, 3e-4), 6), round(lat + dice.gauss(0, 3e-4), 6)


def _position(region: Region, dice: random.Random) -> tuple[float, float]:
    west, south, east, north = region.bbox
    return round(dice.uniform(west, east), 6), round(dice.uniform(south, north), 6)


def _ask(dice: random.Random) -> Ask:
    kinds = tuple(kind for kind in (FLOOD, LANDSLIDE, TSUNAMI) if dice.random() < 0.5)
    flag = (None, True, False)
    place = Place(floor=dice.choice((None, 1, 2, 3)), wooden=dice.choice(flag), at_shore=dice.choice(flag))
    profile = dice.choice(list(ProfileName))
    party = Party(profile=profile, needs_helper=dice.random() < 0.2, supplies_h=dice.choice((None, 24, 96)))
    force = {
        kind: InForce(
            town_level=dice.choice((None, 2, 3, 4, 5)),
            tsunami=dice.choice((None, *TsunamiState)) if kind is TSUNAMI else None,
            order=dice.random() < 0.2,
        )
        for kind in (FLOOD, LANDSLIDE, TSUNAMI)
        if dice.random() < 0.5
    }
    return Ask(
        kinds,
        place,
        party,
        force,
        since_s=dice.choice((None, 0, 120, 600, 1_200)),
        night=dice.random() < 0.3,
        snow=dice.random() < 0.1,
        pace_pct=dice.choice((100, 100, 60)),
        delay_s=dice.choice((None, None, 0, 60)),
    )


def _ask_to_json(ask: Ask) -> Any:
    row = asdict(ask)
    row["kinds"] = [str(kind) for kind in ask.kinds]
    row["in_force"] = {str(kind): asdict(force) for kind, force in ask.in_force.items()}
    return json.loads(json.dumps(row, default=str))


def advised_to_json(advised: Advised) -> Any:
    """Return an answer as plain JSON."""
    return {
        "decision": decision_to_json(advised.decision),
        "situation": situation_to_json(advised.situation),
        "outcome": None if advised.outcome is None else _outcome(advised.outcome),
        "scenario": advised.scenario,
        "way": None if advised.way is None else _way(advised.way),
    }


def _outcome(outcome: Outcome) -> Any:
    row: dict[str, Any] = {"outcome": type(outcome).__name__}
    if isinstance(outcome, Route):
        row |= {"site": outcome.site.id, "duration_s": outcome.duration_s, "edges": outcome.edges.tolist()}
    if isinstance(outcome, NoSafeRoute):
        row |= {"reason": str(outcome.reason)}
    if isinstance(outcome, Route | NoSafeRoute):
        row["timing"] = None if outcome.timing is None else asdict(outcome.timing)
    return row


def _way(way: WayOut) -> Any:
    return {
        "kind": str(way.kind),
        "goal": None if way.goal is None else way.goal.id,
        "floors": way.floors,
        "duration_s": way.duration_s,
        "length_m": way.length_m,
        "margin_s": way.margin_s,
        "edges": way.edges.tolist(),
        "line": digest_of(way.lon_e7, way.lat_e7),
        "n_steps": len(way.steps),
    }


def expect_force(region: Region, seed: int) -> list[Any]:
    """Return states, positions, and what is in force there."""
    dice = random.Random(seed)
    rows = []
    for _ in range(N_ALERTS):
        alerts = {f"a{k}": _alert(region, dice) for k in range(dice.randrange(4))}
        lon, lat = _position(region, dice)
        street = dice.choice((None, dice.randrange(region.graph.n_streets)))
        warnings = {f"w{k}": _warned(region, dice) for k in range(dice.randrange(3))}
        state = State(alerts=alerts, warnings=warnings)
        found = in_force_at(region, state, lon, lat, street)
        told = {str(kind): asdict(force) for kind, force in found.items()}
        rows.append([json.loads(canonical(state)), [lon, lat], street, told])
    return rows


def _alert(region: Region, dice: random.Random) -> Alert:
    kinds = tuple(kind for kind in HazardKind if dice.random() < 0.3) or (FLOOD,)
    level = dice.choice((None, 3, 4, 5))
    grade = dice.choice((None, *GRADES)) if TSUNAMI in kinds else None
    return Alert(kinds, level, _extent(region, dice), {"ja": "試し"}, None, "", NOW, NOW, 1, grade)


def _warned(region: Region, dice: random.Random) -> Warned:
    kinds = tuple(kind for kind in HazardKind if dice.random() < 0.3) or (TSUNAMI,)
    level, volcano = dice.choice((None, 2, 3, 4, 5)), dice.choice((None, 2, 5))
    grade = dice.choice(GRADES) if TSUNAMI in kinds else None
    return Warned(kinds, f"レベル{level}警報", level, volcano, _extent(region, dice), "", NOW, grade)


def _extent(region: Region, dice: random.Random) -> Extent:
    from hazard.official.population.mesh import MeshLevel, mesh_code

    sort = dice.randrange(6)
    west, south, east, north = (round(side * 1e7) for side in region.bbox)
    ring = [(dice.randint(west, east), dice.randint(south, north)) for _ in range(dice.randint(3, 7))]
    lon, lat = dice.randint(west, east), dice.randint(south, north)
    meshes = tuple(mesh_code(lon, lat, level) for level in dice.sample(list(MeshLevel), 2))
    forms: Mapping[int, Extent] = {
        0: Extent(),
        1: Extent(polygons=((*ring, ring[0]),)),
        2: Extent(meshes=meshes[:1]),
        3: Extent(zones=(dice.choice((FLOOD, TSUNAMI, HazardKind.VOLCANO)),)),
        4: Extent(towns=("浜",), meshes=meshes),
        5: Extent(towns=("浜",), polygons=((*ring, ring[0]),), meshes=meshes, zones=(LANDSLIDE,)),
    }
    return forms[sort]


def advised() -> dict[str, Any]:
    """Return everything by region."""
    found = {
        name: {"advice": expect_advice(region, k), "force": expect_force(region, k)}
        for k, (name, region) in enumerate(advised_regions())
    }
    with timed_town() as region:
        return found | {"town": {"advice": expect_advice(region, 99), "force": expect_force(region, 99)}}
