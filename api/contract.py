"""The HTTP contract as types: what OpenAPI publishes and the page's client is made from.

Names are a contract: fields are added, never renamed. Every key is always there, null where it does not
apply.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from api.needs import HAZARD_FORM, unknown_kinds
from hazard.advise import Clock
from hazard.conditions import Conditions, When
from hazard.kinds import HazardKind
from router.profiles import own_profiles

Lon = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False, description="Degrees east, WGS 84.")]
Lat = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False, description="Degrees north, WGS 84.")]
OutcomeName = Literal["Route", "NoSafeRoute", "OutsideRegion", "NoRoadNearby"]
NoRouteReason = Literal["no_site", "not_connected", "no_dry_way", "no_open_way", "out_of_time"]
Lang = Literal["ja", "ja-easy", "en", "zh-CN", "zh-TW", "ko", "vi", "tl", "pt-BR", "es"]
"""``ja-easy`` is やさしい日本語: texts have readings in 《》 after their kanji."""


class Model(BaseModel):
    """Base of the contract: unknown keys are an error, so that a typing mistake is noticed."""

    model_config = ConfigDict(extra="forbid")


class RouteRequest(Model):
    """Where somebody stands, and what they flee from. Never logged."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"lon": 141.3, "lat": 37.308, "hazard": "tsunami", "profile": "adult"}]
        },
    )

    lon: Lon
    lat: Lat
    accuracy_m: float | None = Field(
        default=None,
        ge=0,
        le=5_000,
        allow_inf_nan=False,
        description="Radius within which they are; where that means several places, the worst answer holds.",
    )
    hazard: str = Field(
        max_length=200,
        description="One hazard kind, or several joined by commas: all of them hold at once.",
        examples=["tsunami", "flood,landslide"],
    )
    profile: str = Field(default="adult", max_length=40, examples=["adult", "older", "wheelchair"])
    region: str | None = Field(default=None, max_length=200, description="Default: the first region served.")
    lang: Lang = "ja"
    levels: dict[HazardKind, Annotated[int, Field(ge=0, le=5)]] = Field(
        default_factory=dict, max_length=8, description="警戒レベル in force, by kind."
    )
    night: bool | None = None
    snow: bool | None = None
    ice: bool | None = None
    pace_pct: int | None = Field(
        default=None, ge=10, le=300, description="Own pace in percent of the profile's; null: 100."
    )
    since_s: int | None = Field(
        default=None, ge=0, le=604_800, description="Since the scenario's start (想定); null: it begins now."
    )
    delay_s: int | None = Field(
        default=None, ge=0, le=604_800, description="Own start delay; null: 5 min, 10 at night."
    )

    @property
    def conditions(self) -> Conditions:
        """What holds besides the hazards."""
        told = ((When.NIGHT, self.night), (When.SNOW, self.snow), (When.ICE, self.ice))
        return Conditions.of(
            self.levels, *(when for when, holds in told if holds), pace_pct=self.pace_pct or 100
        )

    @property
    def clock(self) -> Clock:
        """When they set out."""
        return Clock(self.since_s or 0, bool(self.night), self.delay_s)

    @field_validator("hazard")
    @classmethod
    def _known_kinds(cls, hazard: str) -> str:
        """Refuse unknown kinds here, so that they are told together with the other fields."""
        if unknown_kinds(hazard):
            raise PydanticCustomError("unknown_kind", "{form}", {"form": HAZARD_FORM})
        return hazard

    @field_validator("profile")
    @classmethod
    def _known_profile(cls, profile: str) -> str:
        if profile not in own_profiles():
            raise PydanticCustomError(
                "unknown_profile", "one of {names}", {"names": ", ".join(own_profiles())}
            )
        return profile


class Place(Model):
    """A point on the map."""

    lon: float
    lat: float


class Shelter(Place):
    """The evacuation site (指定緊急避難場所) a route leads to."""

    id: str
    name: str
    address: str


class Start(Place):
    """The point of the nearest street, where the route begins."""

    distance_m: float = Field(description="From the position asked for to this point.")
    exposure: str = Field(description="Exposure class of the street one stands on.")


class DryGround(Place):
    """The nearest street outside the mapped zone."""

    length_m: int = Field(description="Along the streets; 0 when one already stands there.")
    direction: str | None = Field(description="Compass word in the language of the answer.")


class LineString(Model):
    """GeoJSON LineString; positions are lon, lat."""

    type: Literal["LineString"]
    coordinates: list[Annotated[list[float], Field(min_length=2, max_length=2)]]


class Step(Model):
    """One instruction, ready to be read aloud."""

    text: str
    length_m: int
    street: str | None = Field(description="Name of the street, null where it has none.")
    turn: str = Field(description="start, straight, slight_left, left, sharp_left, … u_turn, arrive.")
    lon: float
    lat: float
    flags: list[str] = Field(description="What to expect: steps, bridge, underpass, tunnel, …")


class Source(Model):
    """Where data comes from, and how old it is."""

    title: str
    date: str | None
    licence: str | None
    credit: str | None


class TimingAnswer(Model):
    """How much time a published scenario (想定) leaves. Never a forecast."""

    scenario: str = Field(description="Name and year as published.")
    start_s: int = Field(description="Of the first step, after the scenario's start; start delay included.")
    margin_s: int | None = Field(description="Least time before a street of the way closes; negative: late.")
    leave_by_s: int | None = Field(description="The last moment to leave, after the scenario's start.")


class PossiblePlace(Place):
    """A place that a vague position may mean."""

    street: str | None = Field(description="Name of the street, null where it has none.")
    level: Literal["above", "ground", "below"] = Field(
        description="On a bridge, on the ground, in an underpass."
    )
    outcome: OutcomeName = Field(description="The answer from there.")
    duration_s: int | None


class RouteAnswer(Model):
    """The answer to a position: an outcome, and what to do. Distances in metres, times in seconds."""

    outcome: OutcomeName
    hazard: str
    profile: str
    shelter: Shelter | None
    duration_s: int | None
    length_m: int | None
    cost_ds: int | None = Field(description="What was minimised, in weighted deciseconds; not a time.")
    exposure: dict[str, int] | None = Field(description="Metres of the route by class; they sum to length_m.")
    geometry: LineString | None
    steps: list[Step] | None
    unknown_m: int | None = Field(description="Metres that nobody has surveyed. Not known to be safe.")
    steep_m: int | None = Field(description="Metres too steep to pass alone, for a wheelchair; else 0.")
    region: str
    advice: str = Field(description="What to do and what not to do, in whole sentences.")
    headline: str = Field(description="The outcome in a few words, for the top of a screen.")
    lang: Lang
    region_name: str
    fictional: bool
    built_at: str | None = Field(description="When the region was built (ISO 8601).")
    reason: NoRouteReason | None = Field(description="Why there is no safe route.")
    start: Start | None
    dry_ground: DryGround | None
    layers_missing: list[str] = Field(description="Hazards without a layer here: unknown everywhere.")
    timing: TimingAnswer | None = Field(
        description="null where no arrival times are published, or one stands outside the zone."
    )
    possible: list[PossiblePlace] | None = Field(
        description="Where accuracy_m leaves several places: all of them, the nearest first. This answer is"
        " that of the worst of them: ask which it is. null: one place."
    )
    sources: list[Source]
    revision: int | None = Field(description="Of the live state that the route is made with; null: none.")
    as_of: str | None = Field(description="When the server last knew that nothing newer had happened.")


class RegionSummary(Model):
    """One served region."""

    id: str
    name: str
    fictional: bool
    built_at: str | None
    bbox: Annotated[list[float], Field(min_length=4, max_length=4)] = Field(
        description="West, south, east, north."
    )
    hazards: list[str] = Field(description="Kinds with a layer.")
    profiles: list[str]
    manifest: str = Field(description="Path of the manifest.")
    sources: list[Source]


class RegionList(Model):
    """All served regions; the first is the default."""

    regions: list[RegionSummary]


class LiveHealth(Model):
    """How an area follows its event log."""

    log: Literal["off", "following", "unavailable"]
    revision: int = Field(description="Of the routes that are served.")
    log_revision: int = Field(description="Of the log as far as it was read; more: a rebuild has failed.")
    digest: str | None
    as_of: str | None
    age_s: float | None = Field(description="Since as_of.")
    error: str = Field(description="Why the log cannot be read; empty when it can.")
    failure: str = Field(description="The certificate or rebuild that failed; empty when none did.")
    skipped: int = Field(description="Entries of the log that could not be read.")
    unplaced: list[str] = Field(
        description="Closures that are in force and not, or not wholly, in the routes: which, and why."
    )


class Health(Model):
    """Alive and ready."""

    status: Literal["ok"]
    version: str
    regions: list[str]
    live: dict[str, LiveHealth] = Field(description="By area.")


class LiveState(Model):
    """A signed live state. ``signed`` is JSON text: docs/formats.md, section 6.4."""

    key: str = Field(description="Id of the key.")
    signature: str = Field(description="Ed25519 over the bytes of signed, base64.")
    signed: str


class KeyNotice(Model):
    """A key that gave way to another, signed by the old one."""

    from_key: str = Field(description="Id of the old key.")
    to_public_key: str = Field(description="The new key: 32 bytes, base64.")
    at: str
    signature: str = Field(description="Of `nigemichi key\\n` and the 32 bytes, by the old key; base64.")


class SigningKey(Model):
    """The public key that signs, and how it came after earlier ones."""

    key: str = Field(description="Its id: the first 16 hexadecimal digits of its sha256.")
    algorithm: Literal["Ed25519"]
    public_key: str = Field(description="32 bytes, base64.")
    notices: list[KeyNotice] = Field(description="The oldest first.")


class AreaKey(SigningKey):
    """The public key of an area."""

    area: str


class ManifestSignature(SigningKey):
    """Who vouches for a region's manifest."""

    sha256: str = Field(description="Of the manifest's bytes, hexadecimal.")
    signature: str = Field(
        description="Of `nigemichi manifest\\n` and the hexadecimal digits; 64 bytes, base64."
    )


class ProblemModel(Model):
    """One thing that is wrong with a request."""

    source: str
    where: str
    expected: str
    found: str


class ErrorModel(Model):
    """The one shape of every error."""

    error: str
    problems: list[ProblemModel]
