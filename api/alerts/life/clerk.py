"""The clerk: takes an alert of one area from step to step, and has the desk write what comes into force."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import structlog

from api.alerts.extent import outline_of
from api.alerts.extent.towns import with_rings
from api.alerts.facts import said_of_draft
from api.alerts.life.draft import Draft, Mark, Record, check_draft
from api.alerts.life.machine import Case, Stage, Step, after
from api.alerts.life.store import Records
from api.alerts.notices.standing import AlertChange
from api.alerts.notices.tell import alert_notice
from api.alerts.texts import texts_of
from api.errors import ConflictError
from api.live.desk import Acting, Desk, Done
from api.quoting import quoted
from hazard.region import Region
from hazard.world import World
from hazard.world.world import Alert, State
from router.errors import InputError, Problem

ID_BYTES = 6
log = structlog.get_logger("nigemichi.alerts")


def _not_told(_record: "Record") -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts: an account, and the name that others know them by."""

    account: str
    name: str


CLOCK = Person("nigemichi/clock", "時間切れ（自動）")
"""Who takes an approval away that nobody has used."""


class Clerk:
    """Steps of the alerts of one area.

    Who may take them is decided before (roles), except for what the machine itself forbids: nobody approves
    their own.

    Parameters
    ----------
    region : Region
    records : Records
    desk : Desk
    world : callable
        Gives the world as it is now.
    clock : callable
    override : bool
        The emergency override of the settings.
    current : callable, optional
        Gives the region as it is now, with the layers that were replaced.
    on_lapse : callable
        Gets every record whose approval has just lapsed.
    """

    def __init__(
        self,
        region: Region,
        records: Records,
        desk: Desk,
        world: Callable[[], World],
        clock: Callable[[], datetime],
        *,
        override: bool = False,
        current: Callable[[], Region] | None = None,
        on_lapse: Callable[[Record], None] = _not_told,
    ) -> None:
        self.records, self._current = records, current or (lambda: region)
        self._on_lapse = on_lapse
        self._desk, self._world, self._clock, self._override = desk, world, clock, override

    @property
    def region(self) -> Region:
        """The region as it is now."""
        return self._current()

    def find(self, id_: str) -> Record:
        """Return a record as it stands now, or raise UnknownAlertError."""
        return self._lapsed(self.records.find(id_))

    def all(self) -> list[Record]:
        """Return the records as they stand now, newest first."""
        return [self._lapsed(record) for record in self.records.all()]

    def _lapsed(self, record: Record) -> Record:
        """Return a record; a draft again from now on, where nobody has used its approval in time."""
        ends_at = record.approval_ends_at
        if ends_at is None or self._clock() < ends_at:
            return record
        try:
            lapsed = self._step(record, Step.LAPSE, CLOCK, text={}, approved_by=None)
        except ConflictError:  # another host, or a person, was quicker
            return self.records.find(record.id)
        self._on_lapse(lapsed)
        return lapsed

    def write(self, who: Person, draft: Draft, id_: str | None = None) -> Record:
        """Begin a draft, with an id of its own where none is given."""
        now = self._clock()
        draft = self._checked(draft, now)
        id_ = id_ or f"a-{now:%Y%m%d}-{secrets.token_hex(ID_BYTES)}"
        mark = Mark(who.account, who.name, now, "write")
        alert = draft.replaces or id_
        record = Record(
            id=id_,
            version=1,
            stage=Stage.DRAFT,
            draft=draft,
            alert=alert,
            wrote=(who.account,),
            history=(mark,),
        )
        return self.records.put(record)

    def edit(self, who: Person, id_: str, version: int, draft: Draft) -> Record:
        """Write a draft anew. Whoever has approved the old one must see it again."""
        draft = self._checked(draft, self._clock())
        record = self._seen(id_, version)
        wrote = tuple(dict.fromkeys((*record.wrote, who.account)))
        changed = replace(record, draft=draft, alert=draft.replaces or id_, wrote=wrote)
        return self._step(changed, Step.EDIT, who, text={}, approved_by=None)

    def submit(self, who: Person, id_: str, version: int) -> Record:
        """Ask for approval. The texts are made now and stay as they are."""
        record = self._seen(id_, version)
        draft = self._checked(record.draft, self._clock())
        said = said_of_draft(
            self.region, draft, outline_of(self.region, draft.extent), self.state(draft.drill)
        )
        text = {lang: told.whole for lang, told in texts_of(said).items()}
        self._try_notice(record, text)
        return self._step(record, Step.SUBMIT, who, text=text)

    def _try_notice(self, record: Record, text: Mapping[str, str]) -> None:
        """Raise InputError where not even the shortest notice would fit into a push message."""
        now, draft = self._clock(), record.draft
        source = draft.told_source
        alert = Alert(draft.kinds, draft.level, draft.extent, text, draft.until, source, now, now, 1)
        alert_notice(
            self.region, AlertChange(record.alert, draft.drill, None, alert), now, "https://a.example"
        )

    def give_back(self, who: Person, id_: str, version: int, note: str = "") -> Record:
        """Make it a draft again."""
        return self._step(self._seen(id_, version), Step.RETURN, who, note, text={}, approved_by=None)

    def approve(self, who: Person, id_: str, version: int) -> Record:
        """Approve what was submitted; never one's own."""
        return self._step(self._seen(id_, version), Step.APPROVE, who, approved_by=who.account)

    def withdraw(self, who: Person, id_: str, version: int, note: str = "") -> Record:
        """Give it up before it was issued."""
        return self._step(self._seen(id_, version), Step.WITHDRAW, who, note)

    def issue(self, who: Person, id_: str, version: int, override: str = "") -> Record:
        """Bring it into force; ``override`` says why nobody else approves. Doing it again completes it.

        Raises
        ------
        InputError
            If it may not be issued, or makes no sense any more: then it is a draft again.
        LogUnavailableError
            If the log did not confirm: issue it again.
        """
        record = self._seen(id_, version)
        if record.stage is not Stage.ISSUING:
            alone = bool(override) and record.draft.needs_second and record.approved_by is None
            record = self._step(record, Step.ISSUE, who, override, override=bool(override))
            if alone:
                log.warning("emergency override", area=self.region.id, alert=id_, account=who.account)
        try:
            done = self._bring(who, record)
        except ConflictError:  # two people at once: the other one's event is in the log
            raise
        except InputError:
            self._step(record, Step.UNDO, who, text={}, approved_by=None)
            raise
        issued = self._step(record, Step.DONE, who, done.entry)
        if record.draft.replaces is not None:
            self._retire(who, issued)
        return issued

    def end(self, who: Person, id_: str, version: int, *, all_clear: bool, note: str = "") -> Record:
        """Cancel an alert in force, or lift it because the danger is over."""
        record = self._seen(id_, version)
        step = Step.CLEAR if all_clear else Step.CANCEL
        after(record.stage, step, who.account, self._case(record))
        acting = Acting(who.account, record.draft.drill, f"{id_}-v{version}-end")
        if record.alert in self.state(record.draft.drill).alerts or not self._is_over(record):
            self._desk.cancel_alert(acting, record.alert, all_clear=all_clear, note=note)
        return self._step(record, step, who, note)

    def state(self, drill: bool) -> State:
        """Return the state that an alert belongs to; of a drill that does not run, nothing."""
        world = self._world()
        if not drill:
            return world.real
        return world.exercise.state if world.exercise else State()

    def in_force(self, record: Record) -> Alert | None:
        """Return the alert as it is in force; None when it is not."""
        return (
            self.state(record.draft.drill).alerts.get(record.alert) if record.stage is Stage.ISSUED else None
        )

    def _is_over(self, record: Record) -> bool:
        until = record.draft.until
        return until is not None and until <= self._clock()

    def _bring(self, who: Person, record: Record) -> Done:
        draft = record.draft
        facts: Mapping[str, Any] = {
            "extent": with_rings(self.region, draft.extent),
            "text": record.text,
            "until": draft.until,
            "source": draft.told_source,
            "grade": draft.grade,
        }
        acting = Acting(who.account, draft.drill, f"{record.id}-v{record.version}")
        if draft.replaces is None:
            return self._desk.issue_alert(acting, draft.kinds, draft.level, alert=record.alert, **facts)
        given = {"kinds": draft.kinds, "level": draft.level, **facts}
        return self._desk.update_alert(acting, draft.replaces, **given)

    def _retire(self, who: Person, issued: Record) -> None:
        """Mark the record that this one has replaced."""
        for old in self.records.all():
            if old.alert == issued.alert and old.id != issued.id and old.stage is Stage.ISSUED:
                self._step(old, Step.REPLACE, who, issued.id)

    def _checked(self, draft: Draft, now: datetime) -> Draft:
        draft = check_draft(draft, now)
        outline_of(self.region, draft.extent)
        in_force = self.state(draft.drill).alerts
        if draft.replaces is not None and draft.replaces not in in_force:
            expected = "an alert in force: " + (", ".join(list(in_force)[:10]) or "there is none")
            raise InputError(Problem("alert", "replaces", expected, quoted(draft.replaces)))
        return draft

    def _seen(self, id_: str, version: int) -> Record:
        """Return the record if ``version`` is the one that it has, or raise ConflictError."""
        record = self.find(id_)
        if record.version != version:
            expected = f"version {record.version}: somebody has changed it meanwhile"
            if record.history[-1].step == Step.LAPSE:
                expected = f"version {record.version}: the approval lapsed, it is a draft again"
            raise ConflictError(Problem("alert", "version", expected, str(version)))
        return record

    def _case(self, record: Record, *, override: bool = False) -> Case:
        allowed = override and self._override
        return Case(record.draft.needs_second, frozenset(record.wrote), record.approved_by, allowed)

    def _step(
        self,
        record: Record,
        step: Step,
        who: Person,
        note: str = "",
        *,
        override: bool = False,
        **changed: Any,
    ) -> Record:
        then = after(record.stage, step, who.account, self._case(record, override=override))
        mark = Mark(who.account, who.name, self._clock(), step, note)
        history = (*record.history, mark)
        return self.records.put(
            replace(record, version=record.version + 1, stage=then, history=history, **changed)
        )
