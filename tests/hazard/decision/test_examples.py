"""Every branch of the decision, by its worked example."""

import pytest

from hazard.decision.advice import Advice, Decision
from hazard.decision.decide import decide
from hazard.decision.words import CHANGES, NOTES, REASONS
from tests.hazard.decision.examples import CHAPTERS, Example

ALL = [example for chapter in CHAPTERS.values() for example in chapter]


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.title)
def test_example(example: Example) -> None:
    decision = decide(example.situation)
    first = decision.reasons[0].code if decision.reasons else ""
    assert (decision.advice, decision.way, first) == (example.advice, example.way, example.reason)


def test_every_advice_has_an_example() -> None:
    assert {example.advice for example in ALL} == set(Advice)


def codes(decision: Decision) -> set[str]:
    """Return the codes that have no sentence."""
    missing = {reason.code for reason in decision.reasons} - REASONS.keys()
    missing |= {change.code for change in decision.changes} - CHANGES.keys()
    return missing | (set(decision.notes) - NOTES.keys())


def test_every_advice_says_what_would_change_it() -> None:
    without = [example.title for example in ALL if not decide(example.situation).changes]
    assert without == ["No kind in question"]


def test_every_code_has_a_sentence() -> None:
    assert set().union(*(codes(decide(example.situation)) for example in ALL)) == set()


def test_no_sentence_calls_a_place_safe() -> None:
    for ja, en in [*REASONS.values(), *CHANGES.values(), *NOTES.values()]:
        assert "安全です" not in ja
        assert "大丈夫" not in ja
        assert "safe" not in en.replace("not known to be safe", "").replace("safety is not certain", "")
