"""From an outcome to the contract (api.contract): one object, with the same keys whatever the outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from api.needs import Need
from api.words import Words, words_in
from api.words.advice import Told, advice, direction, headline
from api.words.steps import flag_names, step_text
from hazard.advise import Timed
from hazard.engine import Engine, Plan
from hazard.engine.standing import Standing
from hazard.kinds import CLASS_NAME
from hazard.outcome import NoSafeRoute, Outcome, Route, Timing
from hazard.region import Region
from hazard.region import Source as RegionSource
from hazard.sites import Site
from router.graph import I32
from router.place.steps import Step

Answer: TypeAlias = dict[str, Any]
"""What api.contract.RouteAnswer describes; plain, because thousands a second are made of it."""

EMPTY: Answer = {
    "outcome": None,
    "hazard": None,
    "profile": None,
    "shelter": None,
    "duration_s": None,
    "length_m": None,
    "cost_ds": None,
    "exposure": None,
    "geometry": None,
    "steps": None,
    "unknown_m": None,
    "steep_m": None,
    "region": None,
    "advice": None,
    "headline": None,
    "lang": None,
    "region_name": None,
    "fictional": None,
    "built_at": None,
    "reason": None,
    "start": None,
    "dry_ground": None,
    "layers_missing": [],
    "sources": [],
    "revision": None,
    "as_of": None,
    "timing": None,
    "possible": None,
}
"""Every key, in the order of the contract."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Turns outcomes of one need in one region into answers; what they all share is prepared once."""

    region: Region
    need: Need
    words: Words
    common: Answer

    @classmethod
    def of(cls, region: Region, need: Need) -> Self:
        """Prepare for answers to ``need``."""
        common = {
            **EMPTY,
            "hazard": need.hazard,
            "profile": need.profile,
            "region": region.id,
            "lang": need.lang,
            "region_name": region.name,
            "fictional": region.fictional,
            "built_at": region.created_at.isoformat(timespec="seconds"),
            "sources": sources_of(region),
        }
        return cls(region, need, words_in(need.lang), common)

    def tell(self, outcome: Outcome, lon: float, lat: float) -> Answer:
        """Return the answer to somebody at (lon, lat)."""
        region, need = self.region, self.need
        told = Told(need.kinds, need.profile, region.name, region.fictional, lon, lat)
        answer = {
            **self.common,
            "outcome": type(outcome).__name__,
            "advice": advice(outcome, told, self.words),
            "headline": headline(outcome, told, self.words),
        }
        if isinstance(outcome, Route):
            answer.update(_route(outcome, region, self.words))
        elif isinstance(outcome, NoSafeRoute):
            answer.update(_no_safe_route(outcome, told, self.words))
        return answer


def sources_of(region: Region) -> list[dict[str, str | None]]:
    """Return where the region's data comes from. Every answer tells it: not to be changed."""
    return _told_sources(region.sources)


@lru_cache(maxsize=256)
def _told_sources(sources: tuple[RegionSource, ...]) -> list[dict[str, str | None]]:
    return [asdict(source) for source in sources]


def to_answer(engine: Engine, need: Need, lon: float, lat: float) -> Answer:
    """Return the answer to somebody at (lon, lat)."""
    plan = engine.plan(need.kinds, need.profile, need.conditions)
    outcome = Timed(engine).outcome(plan, engine.answer(plan, lon, lat), lon, lat, need.clock)
    return Teller.of(engine.region, need).tell(outcome, lon, lat)


def to_answers(engine: Engine, plan: Plan, need: Need, lons: ArrayLike, lats: ArrayLike) -> Iterator[Answer]:
    """Yield the answer for each position, in order."""
    lons, lats = np.asarray(lons), np.asarray(lats)
    teller, timed = Teller.of(engine.region, need), Timed(engine)
    for outcome, lon, lat in zip(engine.answers(plan, lons, lats), lons.tolist(), lats.tolist(), strict=True):
        yield teller.tell(timed.outcome(plan, outcome, lon, lat, need.clock), lon, lat)


def possible_of(standing: Standing) -> Answer:
    """Return a place that a vague position may mean as the contract tells it."""
    outcome, place = standing.outcome, standing.place
    return {
        "lon": place.lon_e7 / 1e7,
        "lat": place.lat_e7 / 1e7,
        "street": standing.street or None,
        "level": standing.level.name.lower(),
        "outcome": type(outcome).__name__,
        "duration_s": outcome.duration_s if isinstance(outcome, Route) else None,
    }


def shelter_of(site: Site) -> Answer:
    """Return a site as the contract tells it."""
    return {"id": site.id, "name": site.name, "address": site.address, "lon": site.lon, "lat": site.lat}


def line_of(lon_e7: I32, lat_e7: I32) -> list[list[float]]:
    """Return the positions of a line."""
    pairs = zip((lon_e7 / 1e7).tolist(), (lat_e7 / 1e7).tolist(), strict=True)
    return [[lon, lat] for lon, lat in pairs]


def _route(route: Route, region: Region, words: Words) -> Answer:
    """Return the fields of a route."""
    line = line_of(route.lon_e7, route.lat_e7)
    return {
        "shelter": shelter_of(route.site),
        "duration_s": route.duration_s,
        "length_m": route.length_m,
        "cost_ds": route.cost_ds,
        "exposure": route.exposure,
        "geometry": {"type": "LineString", "coordinates": line},
        "steps": steps_of(route.steps, route.edges, route.site.name, region, words),
        "unknown_m": route.unknown_m,
        "steep_m": route.steep_m,
        "start": {
            "lon": line[0][0],
            "lat": line[0][1],
            "distance_m": route.start_distance_m,
            "exposure": CLASS_NAME[route.start_class].key,
        },
        "layers_missing": [str(kind) for kind in route.layers_missing],
        "timing": _timing(route.timing),
    }


def _timing(timing: Timing | None) -> Answer | None:
    return None if timing is None else asdict(timing)


def steps_of(steps: Sequence[Step], edges: I32, goal: str, region: Region, words: Words) -> list[Answer]:
    """Return steps in words.

    Parameters
    ----------
    steps : sequence of Step
    edges : int32, (q,)
        Of the whole way.
    goal : str
        Where it ends.
    region : Region
    words : Words
    """
    names, classes = region.graph.names, region.graph.edge_class
    told = []
    for step in steps:
        name = names[step.name]
        along = classes[edges[step.first : step.end]].tolist()
        told.append(
            {
                "text": step_text(step, name, along, goal, words),
                "length_m": (step.length_mm + 500) // 1000,
                "street": name or None,
                "turn": str(step.turn),
                "lon": step.lon_e7 / 1e7,
                "lat": step.lat_e7 / 1e7,
                "flags": flag_names(step.flags),
            }
        )
    return told


def _no_safe_route(outcome: NoSafeRoute, told: Told, words: Words) -> Answer:
    """Return the fields of a place without a safe route."""
    ground = outcome.dry_ground
    return {
        "reason": str(outcome.reason),
        "start": {
            "lon": outcome.start_lon,
            "lat": outcome.start_lat,
            "distance_m": outcome.start_distance_m,
            "exposure": CLASS_NAME[outcome.start_class].key,
        },
        "dry_ground": ground
        and {
            "lon": float(ground.lon),
            "lat": float(ground.lat),
            "length_m": ground.length_m,
            "direction": direction(told, ground, words) if ground.length_m > 0 else None,
        },
        "layers_missing": [str(kind) for kind in outcome.layers_missing],
        "timing": _timing(outcome.timing),
    }
