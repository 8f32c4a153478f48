"""From a change of what is official to proposals for the staff of an area.

The mayor decides; nothing is ordered here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from hazard.kinds import HazardKind
from hazard.official.jma.codes import Suggestion
from hazard.official.jma.contents.tsunami import Grade, TsunamiArea
from hazard.official.jma.contents.weather import TRANSITIONAL
from hazard.official.jma.facts import Fact, end_of, facts_of
from hazard.official.jma.official import Official
from hazard.official.jma.telegram import Area, Head, Status
from hazard.official.jma.watch import AreaWatch


class Change(StrEnum):
    """What happened."""

    ISSUED = "issued"
    RAISED = "raised"
    UPDATED = "updated"
    """As grave as before, with other words, times or heights."""
    LOWERED = "lowered"
    LIFTED = "lifted"
    WITHDRAWN = "withdrawn"
    """取消: it should never have been sent."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What staff see first.

    Attributes
    ----------
    id : str
        The same for the same telegram, place and matter, on every machine and after every restart.
    area : str
        Our own id of the area.
    change : Change
    status : Status
        Never mix a drill or a test with the real thing.
    kinds : tuple of HazardKind
    name, code : str
        Official name and code; those of what ended when it is lifted.
    level : int or None
        警戒レベル; None where there is no such number.
    grade : Grade or None
        Tsunami only.
    volcano_level : int or None
        噴火警戒レベル, a scale of its own.
    areas : tuple of Area
        The agency's areas.
    coasts : tuple of TsunamiArea
        Tsunami only: first arrival and height for each of the areas.
    headline : str
        Official text, unchanged; empty where something ended without a word.
    texts : tuple of str
        Further official texts, unchanged.
    source : str
        Who published it.
    reported_at : datetime
    telegram_digest : str
        SHA-256 of the telegram.
    suggestion : Suggestion or None
        What the guideline suggests, with its citation.
    auto_issue : bool
        The area lets this go out by itself.
    """

    id: str
    area: str
    change: Change
    status: Status
    kinds: tuple[HazardKind, ...]
    name: str
    code: str
    level: int | None
    grade: Grade | None
    volcano_level: int | None
    areas: tuple[Area, ...]
    coasts: tuple[TsunamiArea, ...]
    headline: str
    texts: tuple[str, ...]
    source: str
    reported_at: datetime
    telegram_digest: str
    suggestion: Suggestion | None
    auto_issue: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A change of one fact, and whose words tell it."""

    change: Change
    fact: Fact
    head: Head
    headline: str
    texts: tuple[str, ...] = ()


_BEGINS = (Change.ISSUED, Change.RAISED)
_ENDS = (Change.LIFTED, Change.WITHDRAWN)


def propose(before: Official, after: Official, watch: AreaWatch) -> tuple[Proposal, ...]:
    """Return what a change means for an area, gravest first.

    Parameters
    ----------
    before, after : Official
        Of the same status; an empty ``before`` proposes everything that is in force.
    watch : AreaWatch

    Returns
    -------
    tuple of Proposal
        One for each telegram and matter; places that it says the same of are joined.
    """
    was, now = facts_of(before, watch), facts_of(after, watch)
    groups: dict[tuple[str, ...], list[_Found]] = {}
    for key in {**was, **now}:
        for found in _changes(was.get(key), now.get(key), after, watch.from_level):
            same = (found.change, found.head.digest, found.fact.name, found.fact.code)
            groups.setdefault(same, []).append(found)
    proposals = [_proposal(group, watch) for group in groups.values()]
    return tuple(sorted(proposals, key=lambda p: (p.change in _ENDS, -_urgency(p), p.reported_at, p.id)))


def _changes(was: Fact | None, now: Fact | None, after: Official, from_level: int) -> Iterator[_Found]:
    """Yield what happened to one fact, if that is worth telling."""
    if all(is_mild(fact, from_level) for fact in (was, now) if fact is not None):
        return
    if now is None:
        if was is not None and not was.is_notice:
            yield from _ended(was, after)
    elif (change := _change(was, now)) is not None:
        yield _Found(change, now, now.head, now.head.headline, now.texts)


def _change(was: Fact | None, now: Fact) -> Change | None:
    if was is None or (was.grade is Grade.UNKNOWN and now.grade is not Grade.UNKNOWN):
        return Change.ISSUED
    if now.severity != was.severity:
        return Change.RAISED if now.severity > was.severity else Change.LOWERED
    return None if now.essence == was.essence else Change.UPDATED


def is_mild(fact: Fact, from_level: int) -> bool:
    """Tell whether a fact is below what the area wants to hear of. What has no level is not mild by that."""
    if fact.grade is not None:
        return fact.grade is Grade.FORECAST
    if fact.volcano_level is not None:
        return fact.volcano_level < 2
    if fact.level is None:
        return fact.name.endswith("注意報")
    return fact.level < from_level


def _ended(was: Fact, after: Official) -> Iterator[_Found]:
    """Yield the end of a fact. That a transitional telegram was replaced by a new kind is none."""
    for held in after.cancelled:
        same_event = (
            set(held.head.event_ids) & set(was.head.event_ids) or held.head.subject == was.head.subject
        )
        if held.head.kind == was.head.kind and same_event and held.head.sent_at >= was.head.sent_at:
            yield _Found(Change.WITHDRAWN, was, held.head, held.head.headline, (held.item.text,))
            return
    head = end_of(was, after)
    if head is not None:
        yield _Found(Change.LIFTED, was, head, head.headline)
    elif was.head.kind not in TRANSITIONAL:
        yield _Found(Change.LIFTED, was, was.head, "")


def _proposal(group: list[_Found], watch: AreaWatch) -> Proposal:
    first = group[0]
    change, fact, head = first.change, first.fact, first.head
    areas = tuple(sorted({area for found in group for area in found.fact.areas}))
    over = change in _ENDS
    parts = (watch.area, head.digest, fact.name, fact.code, str(over), *(area.code for area in areas))
    return Proposal(
        id=sha256("\n".join(parts).encode()).hexdigest()[:32],
        area=watch.area,
        change=change,
        status=head.status,
        kinds=fact.kinds,
        name=fact.name,
        code=fact.code,
        level=fact.level,
        grade=fact.grade,
        volcano_level=fact.volcano_level,
        areas=areas,
        coasts=tuple(coast for found in group for coast in found.fact.coasts),
        headline=first.headline,
        texts=first.texts,
        source=head.publishing_office or head.editorial_office,
        reported_at=head.reported_at,
        telegram_digest=head.digest,
        suggestion=None if over else fact.suggestion,
        auto_issue=_may_go_out(change, fact, head, watch),
    )


def _may_go_out(change: Change, fact: Fact, head: Head, watch: AreaWatch) -> bool:
    """Tell whether this may go out by itself: only real, only when it begins or rises.

    Never a notice or a transitional telegram: what they tell goes out with the telegram that carries it.
    """
    if head.status is not Status.REAL or change not in _BEGINS:
        return False
    if fact.is_notice or head.kind in TRANSITIONAL:
        return False
    if fact.grade in (Grade.WARNING, Grade.MAJOR_WARNING):
        return watch.auto_tsunami
    return watch.auto_level_5 and fact.level == 5 and bool(fact.kinds)


def _urgency(proposal: Proposal) -> int:
    """Sorts proposals: tsunami from warnings up as level 5."""
    if proposal.grade is not None:
        return 5 if proposal.grade.rank >= Grade.WARNING.rank else 3
    return max(proposal.level or 0, proposal.volcano_level or 0)
