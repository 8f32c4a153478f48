"""Situations and decisions as JSON."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hazard.decision.coding import decision_to_json, situation_from_json, situation_to_json
from hazard.decision.decide import decide
from hazard.decision.situation import Situation
from router.errors import InputError
from tests.hazard.decision.vectors import build_vectors, draw_situation

JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
KEYS = st.sampled_from(["kinds", "place", "party", "here", "in_force", "ways", "night"])


@settings(max_examples=200, deadline=None)
@given(st.randoms(use_true_random=False).map(draw_situation))
def test_situation_survives_json(situation: Situation) -> None:
    text = json.dumps(situation_to_json(situation))
    assert situation_from_json(json.loads(text)) == situation


def test_absent_keys_take_the_defaults() -> None:
    assert situation_from_json({}) == Situation()


def test_vectors_are_plain_integers_and_words() -> None:
    def leaves(value: Any) -> set[type]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
        return {type(value)} if inner is None else set().union(*map(leaves, inner))

    assert leaves(build_vectors()) <= {str, int, bool, type(None)}


def test_every_problem_at_once() -> None:
    wrong = {"kinds": ["floods"], "place": {"floor": 1.5, "colour": "red"}, "ways": {"site": {}}, "night": 1}
    with pytest.raises(InputError) as caught:
        situation_from_json(wrong)
    places = {problem.where for problem in caught.value.problems}
    assert places == {"kinds[0]", "place.floor", "place.colour", "ways.site.duration_s", "night"}


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, JSON, max_size=4) | JSON)
def test_anything_else_is_an_input_error(data: Any) -> None:
    try:
        situation = situation_from_json(data)
    except InputError:
        return
    assert json.dumps(decision_to_json(decide(situation)))
