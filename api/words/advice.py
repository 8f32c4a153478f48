"""What to do and what not to do, for each outcome. Unknown is said to be unknown, dry is not called safe."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from api.words.text import Words
from hazard.kinds import CLASS_NAME, WATER, ExposureClass, HazardKind
from hazard.outcome import DryGround, NoRoadNearby, NoRouteReason, NoSafeRoute, Outcome, OutsideRegion, Route

CAR = "car"


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
            return words.say(f"headline.{key}", site=outcome.site.name)
        case NoSafeRoute():
            return words.say("headline.no_safe_route")
        case OutsideRegion():
            return words.say("headline.outside_region")
        case NoRoadNearby():
            return words.say("headline.no_road_nearby")


def advice(outcome: Outcome, told: Told, words: Words) -> str:
    """Return whole sentences: what to do, what not to do, and what is not known."""
    fictional = words.say("advice.fictional", region=told.region_name) if told.fictional else ""
    return words.sentences(*_sentences(outcome, told, words), fictional)


def zone_word(kinds: tuple[HazardKind, ...], words: Words) -> str:
    """Return what the mapped area of ``kinds`` is called."""
    watery = {kind in WATER for kind in kinds}
    return words.say("zone.both" if len(watery) == 2 else "zone.water" if True in watery else "zone.zone")


def class_word(which: ExposureClass, words: Words) -> str:
    """Return what an exposure class is called."""
    name = CLASS_NAME[which]
    return name.ja if words.lang == "ja" else name.en


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
    go = "go_by_car" if told.profile == CAR else "go_on_foot"
    yield words.say(f"advice.{go}", site=route.site.name)
    yield from (words.say(f"manner.{kind}") for kind in told.kinds)
    yield from _standing(route.start_class, route.layers_missing, told, words)
    zone = zone_word(told.kinds, words)
    dry_m = route.exposure.get(CLASS_NAME[ExposureClass.DRY].key, 0)
    wet_m = route.length_m - dry_m - route.unknown_m
    if wet_m > 0:
        yield words.say("advice.route_wet", length=words.length(wet_m), zone=zone)
    if route.unknown_m > 0 and not route.layers_missing:
        yield words.say("advice.route_unknown", length=words.length(route.unknown_m))


def _no_safe_route(outcome: NoSafeRoute, told: Told, words: Words) -> Iterator[str]:
    zone = zone_word(told.kinds, words)
    if outcome.reason == NoRouteReason.NO_DRY_WAY:
        yield words.say("advice.no_dry_way", zone=zone)
    else:
        yield words.say(f"advice.{outcome.reason}")
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
    zone = zone_word(told.kinds, words)
    for kind in layers_missing:
        yield words.say("advice.layer_missing", hazard=words.say(f"hazard.{kind}"))
    if start_class == ExposureClass.DRY:
        yield words.say("advice.start_dry", zone=zone)
    elif start_class != ExposureClass.UNKNOWN:
        yield words.say("advice.start_wet", zone=zone, **{"class": class_word(start_class, words)})
    elif not layers_missing:
        yield words.say("advice.start_unknown")
