"""What the decision is told: where, who, what is in force, how exposed, which ways out.

Integers and plain words. ``None`` always means *not known* (never "no"). Every type converts to and from JSON
(`hazard.decision.coding`), so that the same situations run in TypeScript.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from hazard.kinds import ExposureClass, HazardKind


class Whereabouts(StrEnum):
    """Where the person is."""

    INDOORS = "indoors"
    OUTDOORS = "outdoors"


class ProfileName(StrEnum):
    """The slowest member's profile (router/profiles.toml)."""

    ADULT = "adult"
    CHILD = "child"
    OLDER = "older"
    WHEELCHAIR = "wheelchair"
    GROUP = "group"
    CAR = "car"


class TsunamiState(StrEnum):
    """What the Japan Meteorological Agency has in force for this coast, mildest first."""

    NONE = "none"
    FORECAST = "forecast"
    """津波予報（若干の海面変動）: no evacuation."""
    ADVISORY = "advisory"
    WARNING = "warning"
    MAJOR_WARNING = "major_warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is, or the home that is asked about.

    Attributes
    ----------
    whereabouts : Whereabouts
    floor : int or None
        Highest floor they can use and stay on (1 = ground floor, 0 and below = basement).
    floor_height_cm : int or None
        Height of that floor above the ground outside, where it was measured or is known.
    wooden : bool or None
    low_lying : bool or None
        Lower than the surroundings.
    by_cliff : bool or None
        Beside a cliff, a steep slope or the mouth of a small valley.
    at_shore : bool or None
        On a beach, in a harbour, seaward of the levee or at a river mouth.
    usable : bool or None
        After an earthquake: the building can still be used.
    """

    whereabouts: Whereabouts = Whereabouts.INDOORS
    floor: int | None = None
    floor_height_cm: int | None = None
    wooden: bool | None = None
    low_lying: bool | None = None
    by_cliff: bool | None = None
    at_shore: bool | None = None
    usable: bool | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who goes together.

    Attributes
    ----------
    profile : ProfileName
        Of the slowest member.
    takes_time : bool or None
        Their own answer to: does it take you, or anyone with you, time to leave?
    needs_helper : bool
    pets : bool
    car_at_hand : bool
    relatives : bool or None
        Relatives or friends in a safe place can take them in.
    supplies_h : int or None
        Hours they can stay without power and supply: their own answer.
    """

    profile: ProfileName = ProfileName.ADULT
    takes_time: bool | None = None
    needs_helper: bool = False
    pets: bool = False
    car_at_hand: bool = False
    relatives: bool | None = None
    supplies_h: int | None = None


@dataclass(frozen=True, slots=True)
class Here:
    """How this place is exposed to one kind of hazard, as published.

    Attributes
    ----------
    worst : ExposureClass
        ``UNKNOWN`` where there is no layer or no survey.
    collapse_zone : bool or None
        Inside 家屋倒壊等氾濫想定区域; None where that map is missing.
    duration_h : int or None
        Upper bound of the published time under water.
    """

    worst: ExposureClass = ExposureClass.UNKNOWN
    collapse_zone: bool | None = None
    duration_h: int | None = None


@dataclass(frozen=True, slots=True)
class InForce:
    """What is in force here for one kind of hazard.

    Attributes
    ----------
    town_level : int or None
        The town's own 警戒レベル, 0 to 5. None: not known (silence is not safety).
    weather_level : int or None
        Level of the agency's information, 0 to 5.
    weather_name : str or None
        Its official name, as published (レベル４大雨危険警報); None: the one that the kind has at this level.
    tsunami : TsunamiState or None
        For tsunami only.
    volcano_level : int or None
        噴火警戒レベル, 1 to 5; its own scale.
    order : bool
        An evacuation order without a level number (tsunami, fire, earthquake, volcano), for the whole zone:
        that for a tsunami advisory is for the shore alone, which ``tsunami`` says.
    event : bool
        It was felt or seen: strong or long shaking, fire spreading close by.
    """

    town_level: int | None = None
    weather_level: int | None = None
    tsunami: TsunamiState | None = None
    volcano_level: int | None = None
    order: bool = False
    event: bool = False
    weather_name: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way out that the router found.

    Attributes
    ----------
    duration_s : int
    margin_s : int or None
        Seconds left before they must start, safety margin and start delay already taken off; negative = too
        late; None where no arrival times are published.
    """

    duration_s: int
    margin_s: int | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways out. None: there is none, if ``searched``; else nobody looked.

    Attributes
    ----------
    searched : bool
        The router could answer (inside the region, a street nearby).
    site : Way or None
        To an evacuation site that suits every active kind.
    high_ground : Way or None
        To the edge of the zone, or to ground above the scenario.
    building : Way or None
        To a tsunami evacuation building.
    """

    searched: bool = False
    site: Way | None = None
    high_ground: Way | None = None
    building: Way | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that one decision depends on.

    Attributes
    ----------
    kinds : tuple of HazardKind
        The kinds in question. A kind that is in force counts even when it is not named here.
    place : Place
    party : Party
    here : dict of HazardKind to Here
        A kind that is absent is unknown.
    in_force : dict of HazardKind to InForce
        A kind that is absent has nothing known in force.
    ways : Ways
    night : bool
    """

    kinds: tuple[HazardKind, ...] = ()
    place: Place = field(default_factory=Place)
    party: Party = field(default_factory=Party)
    here: dict[HazardKind, Here] = field(default_factory=dict)
    in_force: dict[HazardKind, InForce] = field(default_factory=dict)
    ways: Ways = field(default_factory=Ways)
    night: bool = False
