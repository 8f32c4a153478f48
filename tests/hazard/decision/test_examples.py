"""Every branch of the decision, by its worked example."""

import pytest

from api.words import LANGS, words_in
from hazard.decision.advice import Advice, Decision
from hazard.decision.decide import decide
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
    wanted = {f"reason.{reason.code}" for reason in decision.reasons}
    wanted |= {f"change.{change.code}" for change in decision.changes}
    wanted |= {f"note.{note}" for note in decision.notes}
    return wanted.difference(*(words_in(lang).table.keys() for lang in LANGS))


def test_every_advice_says_what_would_change_it() -> None:
    without = [example.title for example in ALL if not decide(example.situation).changes]
    assert without == ["No kind in question"]


def test_every_code_has_a_sentence() -> None:
    assert set().union(*(codes(decide(example.situation)) for example in ALL)) == set()
