"""The whole table of the state machine, and every walk through it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.alerts.life.machine import BEFORE, ENDS, TABLE, Case, Stage, Step, after
from router.errors import InputError

FREE = Case(needs_second=False)
HEAVY = Case(needs_second=True, wrote=frozenset({"sato"}))
EXPECTED = {
    Stage.DRAFT: {"edit": "draft", "submit": "submitted", "withdraw": "withdrawn"},
    Stage.SUBMITTED: {
        "edit": "draft", "return": "draft", "approve": "approved",
        "withdraw": "withdrawn", "issue": "issuing",
    },
    Stage.APPROVED: {
        "edit": "draft", "return": "draft", "lapse": "draft", "withdraw": "withdrawn", "issue": "issuing",
    },
    Stage.ISSUING: {"issue": "issuing", "done": "issued", "undo": "draft"},
    Stage.ISSUED: {"replace": "replaced", "cancel": "cancelled", "clear": "cleared"},
    **{end: {} for end in (Stage.WITHDRAWN, Stage.REPLACED, Stage.CANCELLED, Stage.CLEARED)},
}  # fmt: skip


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("step", Step)
def test_the_table(stage: Stage, step: Step) -> None:
    then = EXPECTED[stage].get(step)
    if then is None:
        with pytest.raises(InputError, match=f"from {stage}"):
            after(stage, step, "suzuki", FREE)
    else:
        assert after(stage, step, "suzuki", FREE) == then


def test_nobody_approves_their_own() -> None:
    with pytest.raises(InputError, match="another person"):
        after(Stage.SUBMITTED, Step.APPROVE, "sato", HEAVY)
    assert after(Stage.SUBMITTED, Step.APPROVE, "suzuki", HEAVY) is Stage.APPROVED


@pytest.mark.parametrize("stage", [Stage.SUBMITTED, Stage.APPROVED, Stage.ISSUING])
def test_what_is_grave_needs_a_second_person_or_the_override(stage: Stage) -> None:
    with pytest.raises(InputError, match="second person"):
        after(stage, Step.ISSUE, "sato", HEAVY)
    for case in (Case(True, approved_by="suzuki"), Case(True, override=True), FREE):
        assert after(stage, Step.ISSUE, "sato", case) is Stage.ISSUING


@given(st.lists(st.tuples(st.sampled_from(Step), st.sampled_from(["sato", "suzuki", "mori"])), max_size=25))
def test_no_walk_issues_what_is_grave_without_two_people(walk: list[tuple[Step, str]]) -> None:
    stage, wrote, approved_by, seen = Stage.DRAFT, {"sato"}, None, []
    for step, who in walk:
        try:
            then = after(stage, step, who, Case(True, frozenset(wrote), approved_by))
        except InputError:
            continue
        if then is Stage.DRAFT:
            approved_by = None
        if step is Step.EDIT:
            wrote.add(who)
        if step is Step.APPROVE:
            approved_by = who
        if then is Stage.ISSUED:
            assert approved_by is not None
            assert approved_by not in wrote
        assert stage not in ENDS, "an end is an end"
        stage = then
        seen.append(then)
    assert TABLE.keys() >= {(Stage.DRAFT, Step.SUBMIT)}
    if Stage.ISSUED in seen:
        assert not set(seen[seen.index(Stage.ISSUED) :]) & set(BEFORE), (
            "what is in force is never a draft again"
        )
