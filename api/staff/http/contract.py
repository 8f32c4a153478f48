"""What staff send, and what they get back."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from api.contract import Lat, LiveHealth, Lon, Model
from api.staff.reports import Verdict, What
from api.staff.roles import Role
from hazard.kinds import HazardKind
from hazard.world.codec.forms import MAX_STREETS
from hazard.world.events import Drawn, Facility
from hazard.world.world import SiteStatus

MAX_POINTS = 2_000
Said = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00-\x1f]*$")]
Key = Annotated[
    str | None,
    Field(
        pattern=r"^[A-Za-z0-9._:-]{8,80}$",
        description="Idempotency key: the same request again does nothing.",
    ),
]
Point = tuple[Lon, Lat]


class SignInRequest(Model):
    """Who wants to sign in."""

    account: str = Field(min_length=1, max_length=40)
    password: str = Field(min_length=1, max_length=200)
    totp: str = Field(
        default="", pattern=r"^([0-9]{6})?$", description="One-time code, for approvers and admins."
    )


class SessionAnswer(Model):
    """Who is signed in."""

    account: str
    name: str
    role: Role
    areas: list[str] = Field(description="Ids of areas; * for all.")
    csrf: str = Field(description="Send it as X-CSRF-Token with every change.")
    expires_at: datetime = Field(description="When the session ends if nothing more happens.")


class ActRequest(Model):
    """What every act may say."""

    drill: bool = Field(default=False, description="In the exercise that runs (訓練).")
    key: Key = None


class DrawnModel(Model):
    """How a closure is given."""

    form: Literal["streets", "line", "polygon", "depth"]
    points: list[Point] = Field(
        default=[], max_length=MAX_POINTS, description="[lon, lat]; a closed ring of a polygon."
    )
    kind: HazardKind | None = Field(default=None, description="Of depth: the layer.")
    depth_cm: int | None = Field(default=None, ge=0, le=10_000, description="Of depth: this deep or deeper.")

    def to_drawn(self) -> Drawn:
        """Return it as events hold it."""
        points = tuple((round(lon * 1e7), round(lat * 1e7)) for lon, lat in self.points)
        return Drawn(self.form, points, self.kind, self.depth_cm)


class ClosurePreview(Model):
    """What a closure would close."""

    streets: list[int]
    length_m: int
    names: list[str] = Field(description="Names of the streets, at most twenty.")
    geometry: dict[str, Any] = Field(description="GeoJSON MultiLineString.")


class DrawRequest(Model):
    """Something drawn on the map."""

    drawn: DrawnModel
    streets: list[Annotated[int, Field(ge=0, lt=2**31)]] = Field(default=[], max_length=MAX_STREETS)


class CloseRequest(DrawRequest, ActRequest):
    """Close roads."""

    reason: Said = ""
    until: AwareDatetime | None = None


class ReopenRequest(ActRequest):
    """Reopen a closure, or some streets of it."""

    streets: list[Annotated[int, Field(ge=0, lt=2**31)]] = Field(default=[], max_length=MAX_STREETS)
    note: Said = ""


class SiteRequest(ActRequest):
    """Tell the state of a site."""

    status: SiteStatus
    people: int | None = Field(default=None, ge=0, le=1_000_000)
    note: Said = ""
    facilities: list[Facility] = Field(
        default=[],
        max_length=len(Facility),
        description="What can be used there now; empty: nothing is told of it.",
    )


class DrillRequest(Model):
    """Start an exercise."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f]*$")]
    until: AwareDatetime | None = None
    key: Key = None


class EndDrillRequest(Model):
    """End the exercise that runs."""

    key: Key = None


class Acted(Model):
    """What was done: it is on disk."""

    entry: str = Field(description="Its place in the log.")
    event: dict[str, Any]


class StreetAnswer(Model):
    """The street under a finger."""

    street: int
    name: str
    length_m: int
    distance_m: float
    geometry: dict[str, Any] = Field(description="GeoJSON LineString.")


class ClosureModel(Model):
    """A closure in force."""

    id: str
    reason: str
    until: datetime | None
    closed_at: datetime
    n_streets: int
    placed: bool = Field(
        description="False: its streets belong to another street map, and it closes nothing."
    )
    drawn: dict[str, Any]
    geometry: dict[str, Any] | None = Field(description="GeoJSON MultiLineString.")


class SiteModel(Model):
    """A site as staff see it."""

    id: str
    name: str
    lon: float
    lat: float
    kinds: list[HazardKind]
    capacity: int | None
    address: str
    remarks: str
    is_shelter: bool = Field(description="Also a designated shelter (指定避難所).")
    status: SiteStatus | None = Field(description="null: nothing was told.")
    people: int | None
    note: str
    facilities: list[Facility]
    told_at: datetime | None


class StateModel(Model):
    """What is in force."""

    alerts: dict[str, Any]
    closures: list[ClosureModel]
    sites: list[SiteModel]


class ExerciseModel(Model):
    """An exercise that runs."""

    id: str
    name: str
    started_at: datetime
    until: datetime | None
    state: StateModel


class PushHealth(Model):
    """How sending goes."""

    subscriptions: int
    queued: int = Field(description="Batches that wait or are being sent; at most 64 phones each.")
    retrying: int = Field(description="Phones that are tried again later.")
    dead: int = Field(description="Entries of the dead-letter list.")


class FeedsHealth(Model):
    """How the last look at the official feeds went."""

    checked_at: datetime
    failures: list[str] = Field(description="What is tried again.")
    problems: list[str] = Field(description="What could not be read: look at the official source itself.")
    told: bool = Field(description="Whether all that came is among the proposals.")


class WorldAnswer(Model):
    """An area as staff see it."""

    area: str
    name: str
    bbox: list[float]
    revision: int
    as_of: datetime | None = Field(description="When the log was last known to hold no more.")
    health: LiveHealth = Field(description="Of the event log.")
    push: PushHealth
    feeds: FeedsHealth | None = Field(description="null: official feeds are not followed.")
    real: StateModel
    exercise: ExerciseModel | None


class ReportRequest(Model):
    """What a resident reports."""

    what: What
    lon: Lon = Field(description="Rounded to 1/1000 degree on the phone, and again here.")
    lat: Lat
    street: int | None = Field(default=None, ge=0, lt=2**31)
    key: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._:-]{8,80}$")] = Field(
        description="Chosen by the phone: the same again counts once."
    )


class ReportModel(Model):
    """A report as staff see it."""

    id: str
    what: What
    lon: float
    lat: float
    street: int | None
    street_name: str
    first_at: datetime
    last_at: datetime
    expires_at: datetime
    count: int
    verdict: Verdict
    by: str


class ReportList(Model):
    """Reports that wait for a verdict."""

    reports: list[ReportModel]


class ReportVerdict(ActRequest):
    """What staff make of a report."""

    verdict: Literal["confirm", "reject"]
    close: bool = Field(default=False, description="Close the streets at once, too.")
    streets: list[Annotated[int, Field(ge=0, lt=2**31)]] = Field(
        default=[], max_length=100, description="Which; default: the street that was reported."
    )
    until: AwareDatetime | None = None
    reason: Said = ""


class ProposalModel(Model):
    """A proposal as staff see it."""

    id: str
    source: str
    received_at: datetime
    text: str
    facts: dict[str, Any]
    draft: dict[str, Any] | None
    verdict: Verdict
    by: str


class ProposalList(Model):
    """Proposals, the newest first."""

    proposals: list[ProposalModel]


class ProposalVerdict(Model):
    """What staff make of a proposal. Its draft is sent to `POST …/alerts` as any other."""

    verdict: Literal["confirm", "reject"]


class AuditModel(Model):
    """An entry of the audit trail."""

    id: str
    at: datetime
    account: str
    name: str
    action: str
    facts: dict[str, Any]


class AuditList(Model):
    """Entries, the newest first."""

    entries: list[AuditModel]


class DeliveryModel(Model):
    """How a notice goes out."""

    notice: str
    published_at: datetime
    title: str = Field(description="In Japanese; empty when the text is no longer kept.")
    counts: dict[str, int] = Field(
        description="total, accepted, gone, expired, replaced, failed, waiting, apart."
    )


class PushAnswer(Model):
    """Push delivery of an area."""

    health: PushHealth
    notices: list[DeliveryModel] = Field(description="The newest first, at most fifty.")
    dead: list[dict[str, Any]] = Field(description="What could not be sent, and why; the newest first.")
