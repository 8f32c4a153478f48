"""Notes on a decision: how to go, and what to mind. Their words are the API's."""

from collections.abc import Iterator, Sequence

from hazard.decision.advice import Advice, Verdict
from hazard.decision.rules.standing import LEVELLED
from hazard.decision.situation import ProfileName, Situation, Whereabouts
from hazard.kinds import WATER, HazardKind

_LEAVING = frozenset({Advice.LEAVE, Advice.HIGH_GROUND, Advice.TSUNAMI_BUILDING})


def notes_of(situation: Situation, first: Verdict, kinds: Sequence[HazardKind]) -> tuple[str, ...]:
    """Return the notes that belong to the deciding verdict, in order."""
    if first.advice in (Advice.STAY, Advice.STAY_UPSTAIRS, Advice.UNKNOWN):
        return tuple(_notes_staying(situation, first, kinds))
    if first.advice is Advice.TOO_LATE:
        return tuple(_notes_too_late(situation, first))
    return tuple(_notes_leaving(situation, first, leaving=first.advice in _LEAVING))


def _notes_staying(situation: Situation, first: Verdict, kinds: Sequence[HazardKind]) -> Iterator[str]:
    yield "do_not_drive"
    if any(kind in WATER for kind in kinds):
        yield "keep_away_from_water"
        floor = situation.place.floor
        if situation.place.whereabouts is Whereabouts.INDOORS and floor is not None and floor < 1:
            yield "leave_basement"
    if HazardKind.LANDSLIDE in kinds:
        yield "keep_away_from_slopes"
    if first.advice is Advice.UNKNOWN:
        yield "in_doubt_leave"


def _notes_too_late(situation: Situation, first: Verdict) -> Iterator[str]:
    if first.kind is HazardKind.LANDSLIDE:
        yield "upper_room_away_from_slope"
    elif first.kind is HazardKind.VOLCANO:
        yield "solid_building"
    else:
        yield "higher_in_solid_building"
    if situation.place.wooden:
        yield "solid_building_next_door"
    yield "safety_not_promised"


def _notes_leaving(situation: Situation, first: Verdict, *, leaving: bool) -> Iterator[str]:
    party = situation.party
    cannot_walk = party.needs_helper or party.profile in (ProfileName.WHEELCHAIR, ProfileName.CAR)
    if cannot_walk and party.car_at_hand:
        yield "car_only_if_you_cannot_walk"
    else:
        yield "on_foot"
    if first.kind in WATER:
        yield "keep_away_from_water"
    if first.kind is HazardKind.TSUNAMI:
        yield "later_waves"
    if first.kind in LEVELLED and party.relatives:
        yield "relatives_or_site"
    if party.needs_helper:
        yield "call_your_helper"
    if party.pets:
        yield "with_pets"
    if situation.night and leaving:
        yield "dark"
