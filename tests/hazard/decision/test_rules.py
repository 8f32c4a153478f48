"""What must hold for every situation: worse is never less urgent, and unknown is never called safe."""

import random
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hazard.decision.advice import Advice
from hazard.decision.decide import decide
from hazard.decision.situation import (
    Here,
    InForce,
    ProfileName,
    Situation,
    TsunamiState,
    Way,
    Ways,
    Whereabouts,
)
from hazard.kinds import WATER, ExposureClass, HazardKind
from tests.hazard.decision.test_examples import codes
from tests.hazard.decision.vectors import DEPTHS, ZONES, draw_situation

SITUATIONS = st.one_of(
    st.randoms(use_true_random=False).map(draw_situation),
    st.integers(0, 2**32 - 1).map(lambda seed: draw_situation(random.Random(seed))),
)
"""The first kind shrinks to the plainest counterexample, the second covers evenly."""
STAYING = {Advice.STAY, Advice.STAY_UPSTAIRS}
SLOW = [ProfileName.CHILD, ProfileName.OLDER, ProfileName.WHEELCHAIR, ProfileName.GROUP]


def worse_here(kind: HazardKind, here: Here) -> Iterator[Here]:
    order = [*DEPTHS, ExposureClass.ZONE_RED] if kind in WATER else ZONES
    if here.worst in order[:-1]:
        yield replace(here, worst=order[order.index(here.worst) + 1])
        yield replace(here, worst=order[-1])
    if not here.collapse_zone:
        yield replace(here, collapse_zone=True)
    if here.duration_h is not None:
        yield replace(here, duration_h=here.duration_h * 2)


def worse_force(force: InForce) -> Iterator[InForce]:
    for name in ("town_level", "weather_level"):
        if (getattr(force, name) or 0) < 5:
            yield replace(force, **{name: (getattr(force, name) or 0) + 1})
    states = list(TsunamiState)
    if force.tsunami is not None and force.tsunami is not states[-1]:
        yield replace(force, tsunami=states[states.index(force.tsunami) + 1])
    if force.volcano_level is not None and force.volcano_level < 5:
        yield replace(force, volcano_level=force.volcano_level + 1)
    yield replace(force, order=True)
    yield replace(force, event=True)


def less_time(ways: Ways) -> Iterator[Ways]:
    for name in ("site", "high_ground", "building"):
        way = getattr(ways, name)
        if way is not None and way.margin_s is not None:
            yield replace(ways, **{name: Way(way.duration_s + 60, way.margin_s - 60)})
            yield replace(ways, **{name: Way(way.duration_s, -1)})
        if way is not None and ways.searched:
            yield replace(ways, **{name: None})


def worse_people(situation: Situation) -> Iterator[Situation]:
    party, place = situation.party, situation.place
    if party.profile is ProfileName.ADULT:
        yield from (replace(situation, party=replace(party, profile=slow)) for slow in SLOW)
    yield replace(situation, party=replace(party, takes_time=True))
    yield replace(situation, party=replace(party, needs_helper=True))
    if party.supplies_h is not None:
        yield replace(situation, party=replace(party, supplies_h=party.supplies_h // 2))
    if place.floor is not None:
        yield replace(situation, place=replace(place, floor=place.floor - 1))
    if place.floor_height_cm is not None:
        yield replace(situation, place=replace(place, floor_height_cm=place.floor_height_cm // 2))
    for name in ("wooden", "low_lying", "by_cliff", "at_shore"):
        yield replace(situation, place=replace(place, **{name: True}))
    if place.usable is not False:
        yield replace(situation, place=replace(place, usable=False))
    yield replace(situation, place=replace(place, whereabouts=Whereabouts.OUTDOORS))


def worse(situation: Situation) -> Iterator[Situation]:
    """Yield situations that are worse in one thing, or of which one thing more is feared."""
    for kind, here in situation.here.items():
        for changed in worse_here(kind, here):
            yield replace(situation, here={**situation.here, kind: changed})
    for kind in HazardKind:
        for force in worse_force(situation.in_force.get(kind, InForce())):
            yield replace(situation, in_force={**situation.in_force, kind: force})
    for ways in less_time(situation.ways):
        yield replace(situation, ways=ways)
    yield from worse_people(situation)
    yield replace(situation, kinds=tuple(HazardKind))


@settings(max_examples=250, deadline=None)
@given(SITUATIONS)
def test_worse_is_never_less_urgent(situation: Situation) -> None:
    urgency = decide(situation).urgency
    for changed in worse(situation):
        assert decide(changed).urgency >= urgency, changed


@settings(max_examples=400, deadline=None)
@given(SITUATIONS)
def test_unknown_is_never_told_to_stay(situation: Situation) -> None:
    unknown = {
        kind
        for kind in situation.kinds
        if situation.here.get(kind, Here()).worst == ExposureClass.UNKNOWN
        and not (kind is HazardKind.EARTHQUAKE and situation.place.usable)
    }
    if unknown:
        assert decide(situation).advice not in STAYING


@settings(max_examples=400, deadline=None)
@given(SITUATIONS)
def test_landslide_zone_is_never_told_to_stay(situation: Situation) -> None:
    slide = situation.here.get(HazardKind.LANDSLIDE)
    if slide is not None and slide.worst in ZONES[1:] and HazardKind.LANDSLIDE in situation.kinds:
        assert decide(situation).advice not in STAYING


@settings(max_examples=300, deadline=None)
@given(SITUATIONS)
def test_level_5_never_travels_for_what_it_is_about(situation: Situation) -> None:
    flood = InForce(town_level=5)
    alone = replace(situation, kinds=(HazardKind.FLOOD,), in_force={HazardKind.FLOOD: flood})
    assert decide(alone).advice in {*STAYING, Advice.UNKNOWN, Advice.TOO_LATE}


@settings(max_examples=300, deadline=None)
@given(SITUATIONS)
def test_every_code_has_a_sentence(situation: Situation) -> None:
    assert codes(decide(situation)) == set()


@settings(max_examples=200, deadline=None)
@given(SITUATIONS)
def test_a_chosen_way_is_in_time(situation: Situation) -> None:
    decision = decide(situation)
    if decision.kind in (HazardKind.EARTHQUAKE, HazardKind.LARGE_FIRE):
        return
    assert decision.margin_min is None or decision.margin_min >= 0
