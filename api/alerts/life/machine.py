"""The state machine of an alert. Pure: one table, and who may take which step.

::

    draft ──submit──> submitted ──approve──> approved ──issue──> issuing ──done──> issued ──> …
      ^                   │  (level 3: issue without approval)      │
      └──edit, return─────┴───(or lapse)────────┴────────undo───────┘

A draft that has been changed is a draft again: nobody approves what they have not seen. ``issuing`` is the
moment between the decision and its event in the log; whoever finds it completes it. An approval that nobody
uses lapses: the alert is a draft again.
"""

from dataclasses import dataclass
from enum import StrEnum

from router.errors import InputError, Problem

SOURCE = "alert"


class Stage(StrEnum):
    """Where an alert is in its life."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    ISSUING = "issuing"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    CLEARED = "cleared"


class Step(StrEnum):
    """What somebody, or the system, does with it."""

    EDIT = "edit"
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    LAPSE = "lapse"
    WITHDRAW = "withdraw"
    ISSUE = "issue"
    DONE = "done"
    UNDO = "undo"
    REPLACE = "replace"
    CANCEL = "cancel"
    CLEAR = "clear"


ENDS = frozenset({Stage.WITHDRAWN, Stage.REPLACED, Stage.CANCELLED, Stage.CLEARED})
IN_FORCE = Stage.ISSUED
BEFORE = (Stage.DRAFT, Stage.SUBMITTED, Stage.APPROVED)
TABLE: dict[tuple[Stage, Step], Stage] = {
    **{(stage, Step.EDIT): Stage.DRAFT for stage in BEFORE},
    **{(stage, Step.WITHDRAW): Stage.WITHDRAWN for stage in BEFORE},
    (Stage.DRAFT, Step.SUBMIT): Stage.SUBMITTED,
    (Stage.SUBMITTED, Step.RETURN): Stage.DRAFT,
    (Stage.APPROVED, Step.RETURN): Stage.DRAFT,
    (Stage.SUBMITTED, Step.APPROVE): Stage.APPROVED,
    (Stage.APPROVED, Step.LAPSE): Stage.DRAFT,
    (Stage.SUBMITTED, Step.ISSUE): Stage.ISSUING,
    (Stage.APPROVED, Step.ISSUE): Stage.ISSUING,
    (Stage.ISSUING, Step.ISSUE): Stage.ISSUING,
    (Stage.ISSUING, Step.DONE): Stage.ISSUED,
    (Stage.ISSUING, Step.UNDO): Stage.DRAFT,
    (Stage.ISSUED, Step.REPLACE): Stage.REPLACED,
    (Stage.ISSUED, Step.CANCEL): Stage.CANCELLED,
    (Stage.ISSUED, Step.CLEAR): Stage.CLEARED,
}


@dataclass(frozen=True, slots=True)
class Case:
    """What a step depends on besides the stage.

    Attributes
    ----------
    needs_second : bool
        Level 4, 5 and tsunami.
    wrote : frozenset of str
        Accounts that wrote this version or one that it came from.
    approved_by : str or None
    override : bool
        The emergency override is set for this server, and asked for.
    """

    needs_second: bool
    wrote: frozenset[str] = frozenset()
    approved_by: str | None = None
    override: bool = False


def after(stage: Stage, step: Step, who: str, case: Case) -> Stage:
    """Return the stage after ``who`` takes a step.

    Raises
    ------
    InputError
        If the step is not possible from here, or not for this person.
    """
    then = TABLE.get((stage, step))
    if then is None:
        possible = ", ".join(one for at, one in TABLE if at is stage) or "nothing: it has ended"
        raise InputError(Problem(SOURCE, "state", f"from {stage}: {possible}", step))
    if step is Step.APPROVE and who in case.wrote:
        raise InputError(Problem(SOURCE, "approve", "another person than who wrote it", "the same person"))
    if step is Step.ISSUE and case.needs_second and case.approved_by is None and not case.override:
        expected = "approval by a second person (level 4, 5 and tsunami)"
        raise InputError(Problem(SOURCE, "issue", expected, "none"))
    return then
