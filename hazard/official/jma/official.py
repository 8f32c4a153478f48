"""What is in force now, by area: a pure fold of telegrams, in any order, each as often as one likes.

Rules (xml.kishou.go.jp Q&A: a set is title, editorial office, status and event; the newest DateTime wins):

- Only telegrams of one status are folded. Training and test never meet the real thing.
- Warnings by municipality: a telegram of a kind names every municipality of its area, those with nothing,
  too. So for each kind and municipality the newest telegram that names it wins. Several reports of one office
  (one for each group of hazards) are joined by area; an office that stands in for another replaces it.
- VPWW54 and VXWW50 count only for a municipality that no telegram of the new kind for that hazard names.
- A river's newest telegram wins by forecast area, a volcano's by volcano.
- Tsunami: telegrams that share an earthquake belong together, whichever office wrote them (Osaka stands in
  for Tokyo). The newest VTSE41 replaces the one before; a newer VTSE51 then adds arrivals and heights. Where
  several earthquakes name one area, the gravest counts.
- 取消 takes back the telegram before it in its set (title, office, event; without an event, the subject), so
  that the one before that holds again. For a tsunami, an eruption, an earthquake or a bulletin it takes back
  all of the event.
- Notices (bulletins, eruptions, earthquakes, VPNO50) have no end of their own: they are kept for a day after
  the newest telegram.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from hazard.kinds import HazardKind
from hazard.official.jma.chains import tsunami_chains
from hazard.official.jma.contents.events import Bulletin, Eruption, Quake, VolcanoLevel
from hazard.official.jma.contents.river import RiverForecast, RiverWarning
from hazard.official.jma.contents.tsunami import Observed, TsunamiArea
from hazard.official.jma.contents.weather import TRANSITIONAL, AreaWarning, SpecialNotice, Warnings
from hazard.official.jma.parse import Cancelled, NotForUs, Telegram
from hazard.official.jma.telegram import Head, Status

NOTICE_AGE = timedelta(days=1)
LIFTED_AGE = timedelta(days=7)
"""A tsunami of which nothing is left is forgotten after this: longer than the long feed reaches back."""
STATE_KINDS = frozenset({*(f"VPWW{number}" for number in range(54, 62)), "VXWW50", "VXKO", "VXSU", "VFVO50"})
"""Kinds that tell a state again and again, so that the newest telegram holds."""
_RENEWED_BY = {
    HazardKind.FLOOD: "VPWW55",
    HazardKind.INLAND_FLOOD: "VPWW55",
    HazardKind.LANDSLIDE: "VPWW56",
    HazardKind.STORM_SURGE: "VPWW57",
}

Item = TypeVar("Item", covariant=True)
Key = tuple[str, ...]
Notice = Bulletin | Eruption | Quake | SpecialNotice
Ended = AreaWarning | RiverWarning | TsunamiArea


@dataclass(frozen=True, slots=True)
class Held(Generic[Item]):
    """Something that is in force, and the telegram that says so.

    Attributes
    ----------
    item : Item
    head : Head
    """

    item: Item
    head: Head


@dataclass(frozen=True, slots=True)
class Official:
    """Everything that is in force, sorted by area and kind.

    Attributes
    ----------
    status : Status
        Of all telegrams in it.
    warnings : tuple of Held of AreaWarning
    rivers : tuple of Held of RiverWarning
    tsunami : tuple of Held of TsunamiArea
    observed : tuple of Held of Observed
        Newest telegram of each event.
    volcanoes : tuple of Held of VolcanoLevel
    notices : tuple of Held of Notice
    ended : tuple of Held of AreaWarning, RiverWarning or TsunamiArea
        What the newest telegrams say is lifted, or not in force: for the words of an all clear.
    cancelled : tuple of Held of Cancelled
        Newest of their sets, within a day.
    """

    status: Status = Status.REAL
    warnings: tuple[Held[AreaWarning], ...] = ()
    rivers: tuple[Held[RiverWarning], ...] = ()
    tsunami: tuple[Held[TsunamiArea], ...] = ()
    observed: tuple[Held[Observed], ...] = ()
    volcanoes: tuple[Held[VolcanoLevel], ...] = ()
    notices: tuple[Held[Notice], ...] = ()
    ended: tuple[Held[Ended], ...] = ()
    cancelled: tuple[Held[Cancelled], ...] = ()


def fold_telegrams(telegrams: Iterable[Telegram], status: Status = Status.REAL) -> Official:
    """Return what is in force after all telegrams of a status.

    Parameters
    ----------
    telegrams : iterable of Telegram
        In any order; others and repeated ones do no harm.
    status : Status, optional
        ``TRAINING`` gives the state of a drill.

    Returns
    -------
    Official
    """
    ordered = _ordered(telegrams, status)
    valid = _without_cancelled(ordered)
    chains = tsunami_chains(t for t in ordered if t.head.kind.startswith("VTSE"))
    warnings, rivers = _warnings(valid), _rivers(valid)
    coasts = [Held(area, head) for area, head in chains.areas]
    return Official(
        status=status,
        warnings=tuple(held for held in warnings if held.item.in_force),
        rivers=tuple(held for held in rivers if held.item.in_force),
        tsunami=tuple(held for held in coasts if held.item.grade.in_force),
        observed=tuple(Held(station, head) for station, head in chains.observed),
        volcanoes=_volcanoes(valid),
        notices=_notices(valid),
        ended=(
            *(held for held in warnings if not held.item.in_force),
            *(held for held in rivers if not held.item.in_force),
            *(held for held in coasts if not held.item.grade.in_force),
        ),
        cancelled=tuple(
            Held(t.content, t.head)
            for t in _newest_of_sets(_recent(ordered))
            if isinstance(t.content, Cancelled)
        ),
    )


def keep_needed(telegrams: Iterable[Telegram]) -> tuple[Telegram, ...]:
    """Return the telegrams that still matter, oldest first: folding only these gives the same.

    Parameters
    ----------
    telegrams : iterable of Telegram
        Of any status.

    Returns
    -------
    tuple of Telegram
        Those that won somewhere (even if they say that nothing is in force) and those of the last day.
    """
    everything = list(telegrams)
    kept: dict[str, Telegram] = {}
    for status in Status:
        ordered = _ordered(everything, status)
        needed = [*_recent(ordered), *_winners(_without_cancelled(ordered)), *_needed_tsunami(ordered)]
        kept |= {telegram.head.digest: telegram for telegram in needed}
    return tuple(sorted(kept.values(), key=lambda t: t.head.age_key))


def _ordered(telegrams: Iterable[Telegram], status: Status) -> list[Telegram]:
    """Return the telegrams of a status that are for us, each once, oldest first."""
    once = {
        t.head.digest: t for t in telegrams if t.head.status is status and not isinstance(t.content, NotForUs)
    }
    return sorted(once.values(), key=lambda t: t.head.age_key)


def _set_key(telegram: Telegram) -> Key:
    head = telegram.head
    return (head.kind, head.editorial_office, *(head.event_ids or (head.subject,)))


def _without_cancelled(ordered: list[Telegram]) -> list[Telegram]:
    """Return what was not taken back, oldest first."""
    sets: dict[Key, list[Telegram]] = {}
    for telegram in ordered:
        sent = sets.setdefault(_set_key(telegram), [])
        if not isinstance(telegram.content, Cancelled):
            sent.append(telegram)
        elif telegram.head.kind in STATE_KINDS:
            del sent[-1:]
        else:
            sent.clear()
    return sorted((t for sent in sets.values() for t in sent), key=lambda t: t.head.age_key)


def _newest_of_sets(ordered: list[Telegram]) -> list[Telegram]:
    return list({_set_key(t): t for t in ordered}.values())


def _recent(ordered: list[Telegram]) -> list[Telegram]:
    if not ordered:
        return []
    since = ordered[-1].head.sent_at - NOTICE_AGE
    return [t for t in ordered if t.head.sent_at >= since]


def _warning_winners(ordered: list[Telegram]) -> dict[Key, Telegram]:
    """Return the newest telegram for each kind and municipality."""
    winners: dict[Key, Telegram] = {}
    for telegram in ordered:
        if isinstance(telegram.content, Warnings):
            areas = {warning.area.code for warning in telegram.content.warnings}
            winners |= {(area, telegram.head.kind): telegram for area in areas}
    return winners


def _warnings(ordered: list[Telegram]) -> tuple[Held[AreaWarning], ...]:
    """Return the newest word on each municipality, in force or not."""
    winners = _warning_winners(ordered)
    held = [
        Held(warning, telegram.head)
        for (area, kind), telegram in sorted(winners.items(), key=lambda entry: entry[0])
        if isinstance(telegram.content, Warnings)
        for warning in telegram.content.warnings
        if warning.area.code == area and not _renewed(warning, kind, winners)
    ]
    return tuple(held)


def _renewed(warning: AreaWarning, kind: str, winners: Mapping[Key, Telegram]) -> bool:
    """Tell whether a transitional warning is told by telegrams of the new kinds for the same municipality."""
    if kind not in TRANSITIONAL:
        return False
    kinds = {_RENEWED_BY[k] for k in warning.kinds if k in _RENEWED_BY} or set(_RENEWED_BY.values())
    told = [(warning.area.code, new) in winners for new in kinds]
    return all(told) if warning.kinds else any(told)


def _river_winners(ordered: list[Telegram]) -> dict[Key, tuple[RiverWarning, Telegram]]:
    return {
        (warning.area.code, telegram.head.kind): (warning, telegram)
        for telegram in ordered
        if isinstance(telegram.content, RiverForecast)
        for warning in telegram.content.warnings
    }


def _rivers(ordered: list[Telegram]) -> tuple[Held[RiverWarning], ...]:
    winners = sorted(_river_winners(ordered).items(), key=lambda entry: entry[0])
    return tuple(Held(warning, t.head) for _, (warning, t) in winners)


def _volcano_winners(ordered: list[Telegram]) -> dict[str, tuple[VolcanoLevel, Telegram]]:
    return {t.content.volcano.code: (t.content, t) for t in ordered if isinstance(t.content, VolcanoLevel)}


def _volcanoes(ordered: list[Telegram]) -> tuple[Held[VolcanoLevel], ...]:
    winners = sorted(_volcano_winners(ordered).items(), key=lambda entry: entry[0])
    return tuple(Held(level, telegram.head) for _, (level, telegram) in winners)


def _notices(ordered: list[Telegram]) -> tuple[Held[Notice], ...]:
    return tuple(
        Held(t.content, t.head)
        for t in _newest_of_sets(_recent(ordered))
        if isinstance(t.content, Bulletin | Eruption | Quake | SpecialNotice)
    )


def _winners(valid: list[Telegram]) -> list[Telegram]:
    """Return what holds, and the one before in the same set, which a 取消 would bring back."""
    won = [
        *_warning_winners(valid).values(),
        *(telegram for _, telegram in _river_winners(valid).values()),
        *(telegram for _, telegram in _volcano_winners(valid).values()),
    ]
    last_two: dict[Key, list[Telegram]] = {}
    for telegram in valid:
        if telegram.head.kind in STATE_KINDS:
            last_two[_set_key(telegram)] = [*last_two.get(_set_key(telegram), [])[-1:], telegram]
    return [*won, *(telegram for pair in last_two.values() for telegram in pair)]


def _needed_tsunami(ordered: list[Telegram]) -> list[Telegram]:
    """Return what tsunami still need; those of which nothing is in force only for some days."""
    if not ordered:
        return []
    since = ordered[-1].head.sent_at - LIFTED_AGE
    chains = tsunami_chains(t for t in ordered if t.head.kind.startswith("VTSE"))
    needed = {head.digest for head in chains.needed if head.sent_at >= since}
    needed |= {head.digest for area, head in chains.areas if area.grade.in_force}
    return [t for t in ordered if t.head.digest in needed]
