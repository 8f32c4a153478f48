"""What to do and what not to do, for each outcome. Unknown is said to be unknown, dry is not called safe."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from api.words.text import Words
from hazard.kinds import CLASS_NAME, WATER, ExposureClass, HazardKind
from hazard.outcome import DryGround, NoRoadNearby, NoRouteReason, NoSafeRoute, Outcome, OutsideRegion, Route

CAR, WHEELCHAIR = "car", "wheelchair"
DEPTH = re.compile(r"[\d.,]+")
"""Metres in the key of a class, as in ``0.1-0.2m``."""
NOT_WET = frozenset(CLASS_NAME[which].key for which in (ExposureClass.DRY, ExposureClass.UNKNOWN))


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences are about besides the outcome.

    Attributes
    ----------
    kinds : tuple of HazardKind
        Active hazards.
    profile : str
        Profile's name.
    region_name : str
    fictional : bool
    lon, lat : float
        The position asked for.
    """

    kinds: tuple[HazardKind, ...]
    profile: str
    region_name: str
    fictional: bool
    lon: float
    lat: float


def headline(outcome: Outcome, told: Told, words: Words) -> str:
    """Return the outcome in a few words."""
    match outcome:
        case Route():
            key = "route_by_car" if told.profile == CAR else "route_on_foot"
            key = "route_from_dry" if outcome.start_class == ExposureClass.DRY else key
            return words.say(f"headline.{key}", site=outcome.site.name)
        case NoSafeRoute():
            return words.say("headline.no_safe_route")
        case OutsideRegion():
            return words.say("headline.outside_region")
        case NoRoadNearby():
            return words.say("headline.no_road_nearby")


def advice(outcome: Outcome, told: Told, words: Words) -> str:
    """Return whole sentences: what to do, what not to do, and what is not known."""
    fictional = words.say("advice.fictional") if told.fictional else ""
    return words.sentences(*_sentences(outcome, told, words), fictional)


def zone_word(kinds: Iterable[HazardKind], words: Words) -> str:
    """Return what the mapped area of ``kinds`` is called."""
    watery = {kind in WATER for kind in kinds}
    return words.say("zone.both" if len(watery) == 2 else "zone.water" if True in watery else "zone.zone")


def _zone(told: Told, layers_missing: tuple[HazardKind, ...], words: Words) -> str:
    """Return what the mapped area of the kinds with a layer is called."""
    return zone_word([kind for kind in told.kinds if kind not in layers_missing] or told.kinds, words)


def class_word(which: ExposureClass, words: Words) -> str:
    """Return what an exposure class is called; depths are told as depths."""
    key = CLASS_NAME[which].key
    if not ExposureClass.DRY < which <= ExposureClass.OVER_20_M:
        return words.say(f"class.{key}")
    first, second = (DEPTH.findall(key.replace(".", words.table["about.decimal"])) * 2)[:2]
    how = "under" if key.startswith("under") else "over" if key.startswith("over") else "between"
    return words.say("class.depth", **{"class": words.say(f"class.{how}", a=first, b=second)})


def direction(told: Told, ground: DryGround, words: Words) -> str:
    """Return the compass word from the position asked for to ``ground``."""
    east = (ground.lon - told.lon) * math.cos(math.radians(told.lat))
    return words.compass(math.degrees(math.atan2(east, ground.lat - told.lat)) % 360)


def _sentences(outcome: Outcome, told: Told, words: Words) -> Iterator[str]:
    match outcome:
        case Route():
            yield from _route(outcome, told, words)
        case NoSafeRoute():
            yield from _no_safe_route(outcome, told, words)
        case OutsideRegion():
            yield words.say("advice.outside_region", region=told.region_name)
        case NoRoadNearby():
            yield words.say("advice.no_road_nearby", length=words.length(outcome.limit_m))


def _route(route: Route, told: Told, words: Words) -> Iterator[str]:
    by_car = told.profile == CAR
    # Water from the sea leaves least time: what to do about it is said first.
    kinds = sorted(told.kinds, key=lambda kind: kind != HazardKind.TSUNAMI)
    standing = _standing(route.start_class, route.layers_missing, told, words)
    if route.start_class == ExposureClass.DRY:
        yield from standing
        yield words.say("advice.if_told_by_car" if by_car else "advice.if_told", site=route.site.name)
        yield from _each("mind", kinds, words)
        yield from _steep(route, words)
        return
    yield words.say("advice.go_by_car" if by_car else "advice.go_on_foot", site=route.site.name)
    yield from _each("go", kinds, words)
    yield from _each("mind", kinds, words)
    yield from standing
    zone = _zone(told, route.layers_missing, words)
    wet_m = sum(metres for key, metres in route.exposure.items() if key not in NOT_WET)
    if wet_m > 0:
        yield words.say("advice.route_wet", length=words.length(wet_m), zone=zone)
    if route.unknown_m > 0 and not route.layers_missing:
        yield words.say("advice.route_unknown", length=words.length(route.unknown_m))
    yield from _steep(route, words)


def _steep(route: Route, words: Words) -> Iterator[str]:
    """Say what cannot be passed alone."""
    if route.steep_m > 0:
        yield words.say("advice.route_steep", length=words.length(route.steep_m))


def _each(group: str, kinds: Iterable[HazardKind], words: Words) -> Iterable[str]:
    """Return the sentences of every kind, each once."""
    return dict.fromkeys(words.say(f"{group}.{kind}") for kind in kinds)


def _no_safe_route(outcome: NoSafeRoute, told: Told, words: Words) -> Iterator[str]:
    zone = _zone(told, outcome.layers_missing, words)
    if outcome.reason == NoRouteReason.NO_DRY_WAY:
        yield words.say("advice.no_dry_way", zone=zone)
    else:
        apart = outcome.reason == NoRouteReason.NOT_CONNECTED and told.profile == WHEELCHAIR
        yield words.say("advice.not_connected_on_wheels" if apart else f"advice.{outcome.reason}")
        yield from _standing(outcome.start_class, outcome.layers_missing, told, words)
    if outcome.dry_ground and outcome.dry_ground.length_m > 0:
        ground = outcome.dry_ground
        length = words.length(ground.length_m)
        yield words.say("advice.dry_ground", zone=zone, length=length, compass=direction(told, ground, words))
    if WATER & set(told.kinds):
        yield words.say("advice.higher")
    if HazardKind.LANDSLIDE in told.kinds:
        yield words.say("advice.away_from_slope")
    yield words.say("advice.ask")


def _standing(
    start_class: ExposureClass, layers_missing: tuple[HazardKind, ...], told: Told, words: Words
) -> Iterator[str]:
    """Say what is known about the place where one stands."""
    zone = _zone(told, layers_missing, words)
    for kind in layers_missing:
        yield words.say("advice.layer_missing", hazard=words.say(f"hazard.{kind}"))
    if start_class == ExposureClass.DRY:
        yield words.say("advice.start_dry", zone=zone)
    elif start_class != ExposureClass.UNKNOWN:
        yield words.say("advice.start_wet", zone=zone, **{"class": class_word(start_class, words)})
    elif not layers_missing:
        yield words.say("advice.start_unknown")
