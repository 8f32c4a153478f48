"""Tags to what a way is on foot: every rule by an example."""

import pytest

from router.classes import Flag, StreetClass, incline_rank, width_rank
from router.osm import values
from router.osm.rules import KEYS, DropReason, Walkable, judge


def tags(text: str) -> dict[str, str]:
    """Return the tags written as ``key=value key=value``."""
    return dict(part.split("=", 1) for part in text.split())


def walkable(text: str) -> Walkable:
    verdict = judge(tags(text))
    assert isinstance(verdict, Walkable), verdict
    return verdict


@pytest.mark.parametrize(
    ("highway", "expected"),
    [
        ("trunk", StreetClass.TRUNK),
        ("trunk_link", StreetClass.TRUNK),
        ("primary_link", StreetClass.PRIMARY),
        ("secondary", StreetClass.SECONDARY),
        ("tertiary_link", StreetClass.TERTIARY),
        ("unclassified", StreetClass.RESIDENTIAL),
        ("residential", StreetClass.RESIDENTIAL),
        ("living_street", StreetClass.LIVING_STREET),
        ("service", StreetClass.SERVICE),
        ("track", StreetClass.TRACK),
        ("pedestrian", StreetClass.PEDESTRIAN),
        ("footway", StreetClass.FOOTWAY),
        ("path", StreetClass.PATH),
        ("steps", StreetClass.STEPS),
        ("cycleway", StreetClass.CYCLEWAY),
        ("bridleway", StreetClass.BRIDLEWAY),
        ("road", StreetClass.OTHER),
        ("platform", StreetClass.OTHER),
    ],
)
def test_classes(highway: str, expected: StreetClass) -> None:
    assert walkable(f"highway={highway}").street_class is expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("highway=motorway", DropReason.MOTORWAY),
        ("highway=motorway_link foot=yes", DropReason.MOTORWAY),
        ("highway=trunk motorroad=yes", DropReason.MOTOR_ROAD),
        ("highway=construction construction=residential", DropReason.NOT_BUILT),
        ("highway=proposed", DropReason.NOT_BUILT),
        ("highway=abandoned", DropReason.ABANDONED),
        ("highway=path abandoned=yes", DropReason.ABANDONED),
        ("highway=raceway", DropReason.RACEWAY),
        ("highway=corridor", DropReason.INDOOR),
        ("highway=elevator", DropReason.INDOOR),
        ("highway=bus_stop", DropReason.NOT_A_STREET),
        ("highway=residential;tertiary", DropReason.NOT_A_STREET),
        ("highway=service access=no", DropReason.NO_ACCESS),
        ("highway=service access=private", DropReason.NO_ACCESS),
        ("highway=service access=private foot=destination", DropReason.NO_ACCESS),
        ("highway=residential foot=no", DropReason.NO_FOOT),
        ("highway=cycleway foot=no", DropReason.NO_FOOT),
        ("highway=service access=yes foot=private", DropReason.NO_FOOT),
    ],
)
def test_left_out(text: str, reason: DropReason) -> None:
    assert judge(tags(text)) is reason


@pytest.mark.parametrize(
    "text",
    [
        "highway=service access=private foot=yes",
        "highway=service access=no foot=designated",
        "highway=service access=no foot=permissive",
        "highway=trunk motorroad=yes foot=yes",
        "highway=service access=destination",
        "highway=primary sidewalk=separate",
        "highway=residential oneway=yes",
        "highway=residential motor_vehicle=no",
    ],
)
def test_kept(text: str) -> None:
    walkable(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("highway=steps", Flag.STEPS | Flag.NO_CARS),
        ("highway=residential bridge=yes", Flag.BRIDGE),
        ("highway=residential bridge=viaduct layer=1", Flag.BRIDGE),
        ("highway=residential bridge=no", Flag(0)),
        ("highway=residential bridge=yes layer=-1", Flag.BRIDGE),
        ("highway=residential tunnel=yes", Flag.TUNNEL | Flag.UNDERPASS),
        ("highway=residential tunnel=no", Flag(0)),
        ("highway=residential layer=-1", Flag.UNDERPASS),
        ("highway=residential layer=0;-1", Flag.UNDERPASS),
        ("highway=residential layer=1", Flag(0)),
        ("highway=residential layer=?", Flag(0)),
        ("highway=residential location=underground", Flag.UNDERPASS),
        ("highway=service tunnel=building_passage", Flag.COVERED),
        ("highway=service covered=yes", Flag.COVERED),
        ("highway=service covered=arcade", Flag.COVERED),
        ("highway=service covered=no", Flag(0)),
        ("highway=service lit=yes", Flag.LIT),
        ("highway=service lit=24/7", Flag.LIT),
        ("highway=service lit=no", Flag.UNLIT),
        ("highway=service lit=limited", Flag(0)),
        ("highway=service ford=yes", Flag.FORD),
        ("highway=service surface=gravel", Flag.UNPAVED),
        ("highway=service surface=Dirt", Flag.UNPAVED),
        ("highway=service surface=compacted;gravel", Flag.UNPAVED),
        ("highway=service surface=asphalt", Flag(0)),
        ("highway=track tracktype=grade3", Flag.UNPAVED),
        ("highway=track tracktype=grade3 surface=asphalt", Flag(0)),
        ("highway=track tracktype=grade1", Flag(0)),
        ("highway=service handrail=yes", Flag.HANDRAIL),
        ("highway=service handrail:left=yes", Flag.HANDRAIL),
        ("highway=service handrail=no", Flag(0)),
        ("highway=service ramp:wheelchair=yes", Flag.RAMP),
        ("highway=service ramp=yes", Flag.RAMP),
        ("highway=service ramp=stroller", Flag.RAMP),
        ("highway=service ramp=yes ramp:bicycle=yes", Flag(0)),
        ("highway=service ramp=yes ramp:wheelchair=no", Flag(0)),
        ("highway=service wheelchair=no", Flag.WHEELCHAIR_NO),
        ("highway=service wheelchair=yes", Flag.WHEELCHAIR_YES),
        ("highway=service wheelchair=limited", Flag(0)),
        ("highway=footway footway=crossing", Flag.CROSSING | Flag.NO_CARS),
        ("highway=service crossing=zebra", Flag.CROSSING),
        ("highway=service crossing=no", Flag(0)),
    ],
)
def test_flags_of_both_directions(text: str, expected: Flag) -> None:
    verdict = walkable(text)
    assert (Flag(verdict.forward), Flag(verdict.backward)) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "forward", "backward"),
    [
        ("highway=residential", True, True),
        ("highway=residential oneway=yes", True, False),
        ("highway=residential oneway=1", True, False),
        ("highway=residential oneway=-1", False, True),
        ("highway=residential oneway=no junction=roundabout", True, True),
        ("highway=residential junction=roundabout", True, False),
        ("highway=residential junction=circular", True, False),
        ("highway=residential oneway=reversible", False, False),
        ("highway=residential oneway=alternating", True, True),
        ("highway=residential motor_vehicle=no", False, False),
        ("highway=residential vehicle=no motorcar=yes", True, True),
        ("highway=track motor_vehicle=agricultural", False, False),
        ("highway=service access=private foot=yes", False, False),
        ("highway=service access=private foot=yes motor_vehicle=destination", True, True),
        ("highway=footway", False, False),
        ("highway=pedestrian", False, False),
        ("highway=path oneway=yes", False, False),
        ("highway=platform", False, False),
    ],
)
def test_cars(text: str, forward: bool, backward: bool) -> None:
    verdict = walkable(text)
    assert (not verdict.forward & Flag.NO_CARS, not verdict.backward & Flag.NO_CARS) == (forward, backward)


@pytest.mark.parametrize(
    ("text", "up", "down", "rank"),
    [
        ("up", True, False, 0),
        ("down", False, True, 0),
        ("3%", True, False, 1),
        ("5 %", True, False, 1),
        ("-6%", False, True, 2),
        ("8.3%", True, False, 2),
        ("1:12", True, False, 2),
        ("-1:8", False, True, 3),
        ("10", True, False, 3),
        ("2,5%", True, False, 1),
        ("10°", True, False, 3),
        ("-2°", False, True, 1),
        ("0%", False, False, 0),
        ("steep", False, False, 0),
        ("1:0", False, False, 0),
        ("95°", False, False, 0),
    ],
)
def test_incline(text: str, up: bool, down: bool, rank: int) -> None:
    verdict = judge({"highway": "service", "incline": text})
    assert isinstance(verdict, Walkable)
    assert bool(verdict.forward & Flag.INCLINE_UP) is up
    assert bool(verdict.backward & Flag.INCLINE_UP) is down
    assert incline_rank(verdict.forward) == incline_rank(verdict.backward) == rank


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("width=0.8", 1),
        ("width=0.9", 2),
        ("width=1.5 m", 2),
        ("width=2", 3),
        ("width=3,5", 3),
        ("width=4", 4),
        ("width=250 cm", 3),
        ("width=12'6\"", 3),
        ("est_width=1", 2),
        ("yh:WIDTH=3.0m〜5.5m", 3),
        ("yh:WIDTH=1.5m〜3.0m", 2),
        ("yh:WIDTH=1.5m未満", 1),
        ("width=wide", 0),
        ("width=0", 0),
        ("width=-2", 0),
        ("width=2 miles", 0),
        ("lanes=2", 0),
    ],
)
def test_width(text: str, rank: int) -> None:
    key, value = text.split("=", 1)
    verdict = judge({"highway": "service", key: value})
    assert isinstance(verdict, Walkable)
    assert width_rank(verdict.forward) == width_rank(verdict.backward) == rank


def test_the_first_width_that_can_be_read_counts() -> None:
    verdict = judge({"highway": "service", "width": "narrow", "est_width": "1"})
    assert isinstance(verdict, Walkable)
    assert width_rank(verdict.forward) == 2


def test_names_are_local_and_on_one_line() -> None:
    assert walkable("highway=service name=追手筋 name:en=Otesuji").name == "追手筋"
    assert walkable("highway=service name:ja=はりまや通り").name == "はりまや通り"
    assert walkable("highway=service ref=32").name == ""
    verdict = judge({"highway": "service", "name": " 電車\n通り "})
    assert isinstance(verdict, Walkable)
    assert verdict.name == "電車 通り"


def test_only_declared_keys_are_looked_at() -> None:
    """Ways with equal declared keys share one verdict, so an undeclared key would be ignored by chance."""
    asked: set[str] = set()

    class Spy(dict[str, str]):
        def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
            asked.add(key)
            return super().get(key, default)  # type: ignore[arg-type]

        def __contains__(self, key: object) -> bool:
            asked.add(str(key))
            return super().__contains__(key)

    for highway in ("residential", "track", "steps"):
        judge(Spy(highway=highway))
    assert asked <= KEYS
    assert len(asked) > 20


def test_layer_of_several() -> None:
    assert [values.lowest_layer(text) for text in ("-1", "1;-2;0", "x", "")] == [-1, -2, 0, 0]
