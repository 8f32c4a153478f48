"""From a proposal of the feeds to what staff see: official words as they are, and a draft. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from api.alerts.life.draft import Draft
from api.alerts.texts.said import LEVELLED
from hazard.kinds import HazardKind
from hazard.official.jma import Change, Proposal, Status
from hazard.official.jma.warnings import GRADES
from hazard.world.codec.forms import NOTE_CHARS
from hazard.world.codec.write import moment_text, to_json
from hazard.world.events import Extent

ENDS = (Change.LIFTED, Change.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Received:
    """What staff see of a telegram.

    Attributes
    ----------
    id : str
        As in the proposal: the same on every host and after every restart.
    area : str
    source : str
        Who published it, and the official name.
    received_at : datetime
    text : str
        Official words, unchanged; empty where something ended without a word.
    facts : mapping
        JSON: ``change``, ``status``, ``name``, ``code``, ``level``, ``grade``, ``volcano_level``, ``areas``,
        ``coasts``, ``reported_at``, ``telegram`` (sha256), ``suggestion``, ``auto_issue``.
    draft : Draft or None
        What an alert could say; None where the guideline suggests none.
    """

    id: str
    area: str
    source: str
    received_at: datetime
    text: str
    facts: Mapping[str, Any]
    draft: Draft | None


def received(proposal: Proposal, layers: frozenset[HazardKind], now: datetime) -> Received:
    """Return what staff see of a proposal.

    Parameters
    ----------
    proposal : Proposal
    layers : frozenset of HazardKind
        Kinds that the region has a mapped zone of.
    now : datetime
    """
    return Received(
        id=proposal.id,
        area=proposal.area,
        source=f"{proposal.source}　{proposal.name}",
        received_at=now,
        text="\n".join(part for part in (proposal.headline, *proposal.texts) if part),
        facts=facts_of(proposal),
        draft=draft_of(proposal, layers),
    )


def facts_of(proposal: Proposal) -> dict[str, Any]:
    """Return a proposal as plain values."""
    suggestion = proposal.suggestion
    coasts = [
        {
            "area": coast.area.name,
            "name": coast.name,
            "first": to_json(coast.first),
            "max_height": to_json(coast.max_height),
        }
        for coast in proposal.coasts
    ]
    return {
        "change": proposal.change,
        "status": proposal.status,
        "kinds": list(proposal.kinds),
        "name": proposal.name,
        "code": proposal.code,
        "level": proposal.level,
        "grade": proposal.grade,
        "volcano_level": proposal.volcano_level,
        "areas": [{"code": area.code, "name": area.name} for area in proposal.areas],
        "coasts": coasts,
        "reported_at": moment_text(proposal.reported_at),
        "telegram": proposal.telegram_digest,
        "suggestion": None
        if suggestion is None
        else {"name": suggestion.name, "level": suggestion.level, "basis": suggestion.basis},
        "auto_issue": proposal.auto_issue,
    }


def draft_of(proposal: Proposal, layers: frozenset[HazardKind]) -> Draft | None:
    """Return the draft that the guideline suggests; None where it suggests none, or something ended.

    It holds in the mapped zones of its kinds; where one of them has none, in the whole area.
    """
    suggestion = proposal.suggestion
    if suggestion is None or proposal.change in ENDS or not proposal.kinds:
        return None
    levelled = suggestion.level is not None
    kinds = tuple(kind for kind in proposal.kinds if (kind in LEVELLED) == levelled)
    grade = None if proposal.grade is None else GRADES.get(proposal.grade)
    if not kinds or (HazardKind.TSUNAMI in kinds and grade is None):
        return None
    mapped = tuple(kind for kind in kinds if kind in layers)
    return Draft(
        kinds=kinds,
        level=suggestion.level,
        grade=grade,
        extent=Extent(zones=kinds) if mapped == kinds else Extent(),
        source=_source(proposal),
        drill=proposal.status is not Status.REAL,
    )


def _source(proposal: Proposal) -> str:
    told = f"{proposal.name}（{proposal.source}、{proposal.reported_at:%Y-%m-%d %H:%M}）"
    return told[:NOTE_CHARS]
