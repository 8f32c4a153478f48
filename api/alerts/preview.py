"""The preview: exactly what residents will see and hear, and how many. Nothing of it is written anywhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import orjson

from api.alerts.cap.message import Head, build_cap
from api.alerts.cap.rules import cap_problems
from api.alerts.extent import Outline, outline_of
from api.alerts.extent.towns import with_rings
from api.alerts.facts import TAKES, said_of_draft
from api.alerts.life.draft import Draft, Record
from api.alerts.notices.plans import meshes_of
from api.alerts.notices.standing import AlertChange
from api.alerts.notices.tell import alert_notice
from api.alerts.settings import AlertSettings
from api.alerts.texts import AlertText, Said, texts_of
from api.alerts.texts.speaker import Speaker, speaker_of
from api.push.notice import MAX_PAYLOAD_BYTES
from hazard.kinds import HazardKind
from hazard.region import Region
from hazard.world.world import Alert, State
from router.errors import Problem


@dataclass(frozen=True, slots=True)
class Difference:
    """What an update changes.

    Attributes
    ----------
    level_before : int or None
    kinds_before : tuple of HazardKind
    meshes_added, meshes_removed, towns_added, towns_removed : tuple of str
    """

    level_before: int | None
    kinds_before: tuple[HazardKind, ...]
    meshes_added: tuple[str, ...]
    meshes_removed: tuple[str, ...]
    towns_added: tuple[str, ...]
    towns_removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an alert would be.

    Attributes
    ----------
    alert : Alert
        As it would be in force.
    texts : mapping of str to AlertText
        By language.
    push : mapping of str to bytes
        The payload that phones get, by language.
    speaker : Speaker
    cap : bytes
        Unsigned.
    outline : Outline
    bounds : sequence of str
        Streets that bound it.
    difference : Difference or None
        Of an update: what it changes.
    problems : sequence of Problem
        What staff should know before they send it. Nothing here forbids it.
    """

    alert: Alert
    texts: Mapping[str, AlertText]
    push: Mapping[str, bytes]
    speaker: Speaker
    cap: bytes
    outline: Outline
    bounds: Sequence[str]
    difference: Difference | None
    problems: Sequence[Problem]


def preview_of(
    region: Region, record: Record, state: State, now: datetime, settings: AlertSettings
) -> Preview:
    """Return the preview of a record.

    Parameters
    ----------
    region : Region
    record : Record
    state : State
        The real one, or that of the exercise.
    now : datetime
        As if it were issued now.
    settings : AlertSettings

    Raises
    ------
    InputError
        If its extent means nothing here.
    """
    draft, outline = record.draft, outline_of(region, record.draft.extent)
    said = said_of_draft(region, draft, outline, state)
    texts = _texts(said, record.text)
    alert = _as_issued(region, draft, {lang: text.whole for lang, text in texts.items()}, state, now)
    change = AlertChange(record.alert, draft.drill, state.alerts.get(record.alert), alert)
    push = alert_notice(region, change, now, settings.public_url).payloads
    cap = _cap(region, record, alert, said, texts, outline, settings)
    problems = [*_problems(region, draft, said, state), *_shortened(texts, push)]
    problems += [Problem("preview", "cap", "every rule of CAP 1.2", wrong) for wrong in cap_problems(cap)]
    difference = _difference(region, draft, outline, change.before)
    return Preview(alert, texts, push, speaker_of(said), cap, outline, said.streets, difference, problems)


def _difference(region: Region, draft: Draft, outline: Outline, before: Alert | None) -> Difference | None:
    """Return what an update changes; the cells of an extent of another build of the region are not known."""
    if draft.replaces is None or before is None:
        return None
    old, new = set(meshes_of(region, before)), set(outline.meshes)
    was, now = before.extent.towns, draft.extent.towns
    return Difference(
        level_before=before.level,
        kinds_before=before.kinds,
        meshes_added=tuple(sorted(new - old)),
        meshes_removed=tuple(sorted(old - new)),
        towns_added=tuple(town for town in now if town not in was),
        towns_removed=tuple(town for town in was if town not in now),
    )


def _texts(said: Said, frozen: Mapping[str, str]) -> Mapping[str, AlertText]:
    """Return the texts; once they are submitted they stay as they are, whatever opens or closes meanwhile."""
    made = texts_of(said)
    for lang, whole in frozen.items():
        title, _, body = whole.partition("\n")
        made[lang] = replace(made[lang], title=title, body=body)
    return made


def _as_issued(region: Region, draft: Draft, text: Mapping[str, str], state: State, now: datetime) -> Alert:
    old = state.alerts.get(draft.replaces or "")
    issued_at, edition = (old.issued_at, old.edition + 1) if old else (now, 1)
    source = draft.told_source
    extent = with_rings(region, draft.extent)
    return Alert(draft.kinds, draft.level, extent, text, draft.until, source, issued_at, now, edition)


def _cap(
    region: Region,
    record: Record,
    alert: Alert,
    said: Said,
    texts: Mapping[str, AlertText],
    outline: Outline,
    settings: AlertSettings,
) -> bytes:
    name = f"{region.id}.{'drill.' if said.drill else ''}{record.alert}"
    first = Head(f"{name}.1", settings.sender, alert.issued_at, "Alert")
    again = alert.edition > 1
    head = Head(
        f"{name}.{alert.edition}",
        settings.sender,
        alert.updated_at,
        "Update" if again else "Alert",
        (first.triple,) if again else (),
    )
    return build_cap(head, said, texts, outline, source=alert.source, web=f"{settings.public_url}/")


def _problems(region: Region, draft: Draft, said: Said, state: State) -> Iterator[Problem]:
    if not said.sites:
        expected = "an evacuation site for these hazards that is told to be open"
        yield Problem("preview", "sites", expected, "none: people will not know where to go")
    for site in region.sites:
        told = state.sites.get(site.id)
        if told is not None and told.status in TAKES and not set(draft.kinds) <= set(site.kinds):
            lacking = ", ".join(kind for kind in draft.kinds if kind not in site.kinds)
            expected = f"a site that is designated for {lacking}"
            yield Problem("preview", "sites", expected, f"{site.name} is told to be open")
    if draft.until is None:
        expected = "a time when it ends by itself"
        yield Problem("preview", "until", expected, "none: it holds until it is ended")
    for id_, other in state.alerts.items():
        if set(other.kinds) & set(draft.kinds) and id_ != draft.replaces:
            expected = f"an update of {id_}, which is in force for the same hazard"
            yield Problem("preview", "replaces", expected, draft.replaces or "nothing")


def _shortened(texts: Mapping[str, AlertText], push: Mapping[str, bytes]) -> Iterator[Problem]:
    for lang, payload in push.items():
        if orjson.loads(payload)["notification"]["body"] != texts[lang].body:
            expected = f"a text of at most {MAX_PAYLOAD_BYTES} bytes"
            yield Problem(
                "preview", f"push.{lang}", expected, "more: the notice says only where, what and how"
            )
