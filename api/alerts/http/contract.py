"""What staff send about alerts, and what they get back."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from api.alerts.extent.outline import MAX_CELLS, MAX_NAMES
from api.alerts.extent.towns import MAX_RING_POINTS
from api.alerts.life.draft import MAX_NOTE_CHARS, Draft, Record
from api.alerts.life.machine import Stage
from api.alerts.preview import Preview
from api.alerts.screens import Where
from api.contract import Lat, Lon, Model
from api.push.contract import PushLang
from hazard.decision.advice import Advice
from hazard.decision.situation import ProfileName, TsunamiState
from hazard.kinds import HazardKind
from hazard.world.codec.forms import NOTE_CHARS
from hazard.world.events import Extent
from router.errors import Problem

Note = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NOTE_CHARS, pattern=r"^[^\x00-\x1f]*$")]
Said = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00-\x1f]*$")]
Ring = Annotated[list[tuple[Lon, Lat]], Field(max_length=MAX_RING_POINTS + 1)]
Version = Annotated[int, Field(ge=1, description="The version that was seen; any other is a conflict (409).")]


class ExtentModel(Model):
    """Where an alert holds: the union of all parts; without any the whole area."""

    towns: list[Annotated[str, StringConstraints(min_length=1, max_length=100)]] = Field(
        default=[], max_length=MAX_NAMES, description="町丁目 by name."
    )
    meshes: list[Annotated[str, StringConstraints(max_length=11)]] = Field(
        default=[], max_length=MAX_CELLS, description="Codes of JIS X 0410."
    )
    polygons: list[Ring] = Field(
        default=[], max_length=20, description="Closed rings of [lon, lat] in degrees."
    )
    zones: list[HazardKind] = Field(default=[], max_length=len(HazardKind), description="Mapped zones.")

    def to_extent(self) -> Extent:
        """Return it as events hold it."""
        rings = [tuple((round(lon * 1e7), round(lat * 1e7)) for lon, lat in ring) for ring in self.polygons]
        zones = tuple(dict.fromkeys(self.zones))
        return Extent(tuple(self.towns), tuple(self.meshes), tuple(rings), zones)


class DraftRequest(Model):
    """What an alert shall say."""

    kinds: list[HazardKind] = Field(min_length=1, max_length=len(HazardKind))
    level: Literal[3, 4, 5] | None = Field(
        default=None, description="警戒レベル; null for tsunami, earthquake, fire, volcano."
    )
    grade: Literal["major_warning", "warning", "advisory"] | None = Field(
        default=None, description="Of tsunami: 大津波警報, 津波警報 or 津波注意報."
    )
    extent: ExtentModel = ExtentModel()
    until: AwareDatetime | None = None
    source: str = Field(
        default="",
        max_length=NOTE_CHARS,
        pattern=r"^[^\x00-\x1f]*$",
        description="The telegram or the reason.",
    )
    note: dict[PushLang, Note] = Field(
        default={}, description="A sentence of your own by language; Japanese stands where there is none."
    )
    drill: bool = False
    replaces: str | None = Field(
        default=None, max_length=100, description="The alert in force that this one updates."
    )

    def to_draft(self) -> Draft:
        """Return it as the clerk takes it."""
        return Draft(
            kinds=tuple(self.kinds),
            level=self.level,
            grade=TsunamiState(self.grade) if self.grade else None,
            extent=self.extent.to_extent(),
            until=self.until,
            source=self.source.strip(),
            note={str(lang): said for lang, said in self.note.items()},
            drill=self.drill,
            replaces=self.replaces,
        )


class EditRequest(DraftRequest):
    """A draft written anew."""

    version: Version


class StepRequest(Model):
    """A step on a version that was seen."""

    version: Version
    note: Said = ""


class IssueRequest(Model):
    """Issue what was approved."""

    version: Version
    override: Said = Field(
        default="", description="Emergency override, where it is set: why nobody else approves."
    )


class EndRequest(StepRequest):
    """Cancel, or lift because the danger is over (解除)."""

    all_clear: bool = False


class MarkModel(Model):
    """Somebody did something."""

    account: str
    name: str
    at: datetime
    step: str
    note: str


class AlertRecord(Model):
    """An alert in its life."""

    id: str
    version: int
    state: Stage
    alert: str = Field(description="Its id once in force.")
    draft: DraftRequest
    text: dict[str, str] = Field(
        description="By language, the first line is the title; empty before it is submitted."
    )
    needs_second: bool
    approved_by: str | None
    approval_ends_at: datetime | None = Field(
        description="When an approval that nobody uses ends: the alert is a draft again then."
    )
    wrote: list[str]
    in_force: bool
    history: list[MarkModel]

    @classmethod
    def of(cls, record: Record, *, in_force: bool) -> "AlertRecord":
        """Return a record as it is told."""
        marks = [
            MarkModel(account=m.account, name=m.name, at=m.at, step=m.step, note=m.note)
            for m in record.history
        ]
        return cls(
            id=record.id,
            version=record.version,
            state=record.stage,
            alert=record.alert,
            draft=_draft(record.draft),
            text=dict(record.text),
            needs_second=record.draft.needs_second,
            approved_by=record.approved_by,
            approval_ends_at=record.approval_ends_at,
            wrote=list(record.wrote),
            in_force=in_force,
            history=marks,
        )


class TellingModel(Model):
    """How telling goes: what is in force, and not yet told to phones."""

    revision: int = Field(description="Of the log.")
    told_revision: int | None = Field(
        description="Up to which everything went to the outbox; null: nothing yet."
    )
    problem: str = Field(description="Why notices wait; empty where they do not.")


class AlertList(Model):
    """The alerts of an area, newest first."""

    alerts: list[AlertRecord]
    telling: TellingModel


class TextModel(Model):
    """What residents get in one language."""

    title: str
    body: str
    read: str = Field(description="As spoken.")
    reference: bool = Field(description="A translation for reference (参考訳).")
    push: str = Field(description="The payload that phones get.")


class SpeakerModel(Model):
    """What the outdoor loudspeakers say (防災行政無線)."""

    siren: str
    text: str
    seconds: int = Field(description="An estimate, without the siren.")


class AudienceModel(Model):
    """Whom it reaches."""

    subscriptions: int = Field(description="Phones, each once.")
    by_mesh: dict[str, int] = Field(description="Phones by cell; one may watch several.")
    residents: int | None = Field(
        description="People who live there; null where the region has no population."
    )
    unsurveyed: int | None = Field(
        description="Of the residents, those where no survey knows of the hazard: the page tells them so."
    )
    meshes: list[str]
    streets_m: int


class ProblemModel(Model):
    """Something that staff should know before they send it."""

    source: str
    where: str
    expected: str
    found: str


class DifferenceModel(Model):
    """What an update changes."""

    level_before: int | None
    kinds_before: list[HazardKind]
    meshes_added: list[str]
    meshes_removed: list[str]
    towns_added: list[str]
    towns_removed: list[str]


class ScreenModel(Model):
    """What the page tells an adult at home to do, in one sort of place."""

    where: Where = Field(description="zone, dry and unsurveyed are inside of the area.")
    residents: int | None = Field(description="How many live there; null where no population is known.")
    advice: Advice
    urgency: int
    kind: HazardKind | None = Field(description="The hazard that decided.")
    reasons: list[str] = Field(description="Codes; the first one decided.")
    notes: list[str] = Field(description="Codes: how to go, or what to mind.")
    goal: str | None = Field(description="Name of the site or building that they are led to.")


class UnableModel(Model):
    """Residents who would not make it if they set out now, everyone at one pace. It forbids nothing."""

    profile: ProfileName
    late: int = Field(description="A published scenario (想定) reaches every way before they are through.")
    cut_off: int = Field(description="No way at all may be recommended.")
    by_building: int = Field(description="Of both: who reaches a tsunami evacuation building in time.")
    towns: list[str] = Field(description="町丁目 where most of them live, at most three.")
    buildings: list[str] = Field(description="Tsunami evacuation buildings, at most three.")
    scenario: str = Field(description="Name and year of the scenario; empty without times.")


class PeopleModel(Model):
    """What people will be told to do, and who cannot make it."""

    screens: list[ScreenModel] = Field(description="One for each sort of place that there is.")
    unable: list[UnableModel] | None = Field(
        description="For an adult, and for those who take time; null where no population is known."
    )
    night: bool = Field(description="People set out later in the dark: 10 minutes in place of 5.")


class PreviewAnswer(Model):
    """Exactly what residents will see and hear, and how many."""

    texts: dict[str, TextModel]
    audience: AudienceModel
    people: PeopleModel
    bounds: list[str] = Field(description="Streets that bound it.")
    speaker: SpeakerModel
    cap: str
    difference: DifferenceModel | None = Field(description="Of an update.")
    problems: list[ProblemModel]

    @classmethod
    def of(cls, preview: Preview, audience: AudienceModel, people: PeopleModel) -> "PreviewAnswer":
        """Return a preview as it is told."""
        speaker = preview.speaker
        return cls(
            texts={
                lang: TextModel(
                    title=text.title,
                    body=text.body,
                    read=text.read,
                    reference=text.reference,
                    push=preview.push[lang].decode(),
                )
                for lang, text in preview.texts.items()
            },
            audience=audience,
            people=people,
            bounds=list(preview.bounds),
            speaker=SpeakerModel(siren=speaker.siren, text=speaker.text, seconds=speaker.seconds),
            cap=preview.cap.decode(),
            difference=None
            if preview.difference is None
            else DifferenceModel.model_validate(asdict(preview.difference)),
            problems=[_problem(problem) for problem in preview.problems],
        )


def _problem(problem: Problem) -> ProblemModel:
    return ProblemModel(
        source=problem.source, where=problem.where, expected=problem.expected, found=problem.found
    )


def _draft(draft: Draft) -> DraftRequest:
    extent = draft.extent
    rings = [[(lon / 1e7, lat / 1e7) for lon, lat in ring] for ring in extent.polygons]
    told: Mapping[str, object] = {
        "kinds": list(draft.kinds),
        "level": draft.level,
        "grade": draft.grade and str(draft.grade),
        "extent": {
            "towns": list(extent.towns),
            "meshes": list(extent.meshes),
            "polygons": rings,
            "zones": list(extent.zones),
        },
        "until": draft.until,
        "source": draft.source,
        "note": dict(draft.note),
        "drill": draft.drill,
        "replaces": draft.replaces,
    }
    return DraftRequest.model_validate(told)
