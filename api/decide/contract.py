"""The decision's contract as types. Names are added, never renamed; every key of an answer is always there.

null means "not known" everywhere, never "no".
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, JsonValue, StringConstraints

from api.contract import Lang, Lat, LineString, Lon, Model, RouteAnswer, Shelter, Source, Step
from hazard.decision.advice import Advice, WayKind
from hazard.decision.situation import ProfileName, TsunamiState, Whereabouts
from hazard.kinds import HazardKind

Level = Annotated[int, Field(ge=0, le=5)]
Seconds = Annotated[int, Field(ge=0, le=604_800)]
RegionId = Annotated[str, StringConstraints(max_length=200)]
EXAMPLE: dict[str, JsonValue] = {
    "lon": 141.3,
    "lat": 37.308,
    "in_force": {"flood": {"town_level": 4}},
    "place": {"floor": 2, "wooden": True},
    "party": {"profile": "older", "supplies_h": 72},
}


class DecidePlace(Model):
    """Where the person is, or the home that is asked about."""

    whereabouts: Whereabouts = Whereabouts.INDOORS
    floor: Annotated[int, Field(ge=-9, le=200)] | None = Field(
        default=None, description="Highest floor they can use and stay on; 1 is the ground floor."
    )
    storeys: Annotated[int, Field(ge=1, le=200)] | None = Field(
        default=None, description="Of a house that is all theirs: its top floor is theirs, too."
    )
    floor_height_cm: Annotated[int, Field(ge=-5_000, le=100_000)] | None = Field(
        default=None, description="Height of that floor above the ground outside, where it is known."
    )
    wooden: bool | None = None
    low_lying: bool | None = Field(default=None, description="Lower than the surroundings.")
    by_cliff: bool | None = Field(default=None, description="Beside a cliff or a steep slope.")
    at_shore: bool | None = Field(default=None, description="On the shore or at a river mouth.")
    usable: bool | None = Field(default=None, description="After an earthquake: the building can be used.")


class DecideParty(Model):
    """Who goes together."""

    profile: ProfileName = ProfileName.ADULT
    takes_time: bool | None = None
    needs_helper: bool = False
    pets: bool = False
    car_at_hand: bool = False
    relatives: bool | None = Field(default=None, description="Somebody outside the zone can take them in.")
    supplies_h: Annotated[int, Field(ge=0, le=10_000)] | None = None


class DecideInForce(Model):
    """What is in force for one kind of hazard."""

    town_level: Level | None = Field(default=None, description="警戒レベル of the municipality.")
    weather_level: Level | None = Field(default=None, description="Level of the agency's information.")
    weather_name: str | None = Field(
        default=None, max_length=100, description="Its official name; null: the kind's own at this level."
    )
    tsunami: TsunamiState | None = None
    volcano_level: Level | None = Field(default=None, description="噴火警戒レベル.")
    order: bool = Field(default=False, description="An evacuation order without a level number.")
    event: bool = Field(default=False, description="Felt or seen: strong shaking, fire close by.")


class DecideRequest(Model):
    """Where somebody is, who they are, and what is in force. Never logged."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    lon: Lon
    lat: Lat
    kinds: list[HazardKind] = Field(
        default_factory=list, max_length=8, description="In question; what is in force counts in any case."
    )
    place: DecidePlace = Field(default_factory=DecidePlace)
    party: DecideParty = Field(default_factory=DecideParty)
    in_force: dict[HazardKind, DecideInForce] = Field(
        default_factory=dict,
        description="Holds for its kinds instead of the area's live state; other kinds are taken from there.",
    )
    drill: bool = Field(
        default=False, description="Take the exercise that runs instead of what really is in force."
    )
    since_s: Seconds | None = Field(
        default=None, description="Since the scenario's start (earthquake, breach); null: no time is told."
    )
    delay_s: Seconds | None = Field(default=None, description="Own start delay; null: 5 min, 10 at night.")
    pace_pct: Annotated[int, Field(ge=10, le=300)] | None = None
    night: bool | None = None
    snow: bool | None = None
    ice: bool | None = None
    region: RegionId | None = None
    lang: Lang = "ja"


class Said(Model):
    """A code and its words. Reasons and changes name their hazard."""

    code: str
    kind: HazardKind | None
    text: str


class OfficialWords(Model):
    """The authority's own words, exactly; never translated."""

    level: int | None
    name: str
    act: str


class WayAnswer(Model):
    """The way that the advice means."""

    kind: WayKind
    goal: Shelter | None = Field(description="The site or the tsunami building; null: the edge of the zone.")
    floors: int | None
    duration_s: int
    length_m: int
    margin_s: int | None = Field(description="Least time before the scenario (想定) closes a street of it.")
    geometry: LineString
    steps: list[Step]


class DecideAnswer(Model):
    """What to do, why, and what would change it."""

    advice: Advice
    urgency: int
    kind: HazardKind | None = Field(description="The hazard that decided.")
    way_kind: WayKind | None
    margin_min: int | None = Field(description="Whole minutes left before they must start (想定).")
    headline: str
    reasons: list[Said]
    changes: list[Said]
    notes: list[Said]
    official: list[OfficialWords]
    in_force: dict[HazardKind, DecideInForce] = Field(description="What was decided on, by kind.")
    drill: bool = Field(description="Whether that is an exercise's: never to be taken for real.")
    revision: int | None = Field(description="Of the live state that was looked at; null: none is followed.")
    as_of: str | None = Field(description="When the server last knew that nothing newer had happened.")
    age_s: int | None = Field(
        description="Whole seconds since then; null: what is in force is not known here."
    )
    scenario: str | None = Field(description="Name and year of the scenario whose times were used: 想定.")
    way: WayAnswer | None
    route: RouteAnswer | None = Field(description="As POST /v1/route answers; null where no kind is asked.")
    exposure: dict[HazardKind, str] = Field(description="Exposure class here, by kind.")
    region: str
    region_name: str
    fictional: bool
    built_at: str | None
    lang: Lang
    sources: list[Source]
    outcome: Literal["Decision"]
