"""The preview: exactly what residents will see and hear, and how many. Nothing of it is written anywhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import orjson

from api.alerts.cap.message import Head, build_cap
from api.alerts.cap.rules import cap_problems
from api.alerts.extent import Outline, outline_of
from api.alerts.extent.towns import with_rings
from api.alerts.facts import said_of_draft
from api.alerts.life.draft import Draft, Record
from api.alerts.notices.standing import AlertChange
from api.alerts.notices.tell import alert_notice
from api.alerts.settings import AlertSettings
from api.alerts.texts import AlertText, Said, texts_of
from api.alerts.texts.speaker import Speaker, speaker_of
from api.push.notice import MAX_PAYLOAD_BYTES
from hazard.region import Region
from hazard.world.world import Alert, State
from router.errors import Problem


@dataclass(frozen=True, slots=True)
class Preview:
    """What an alert would be.

    Attributes
    ----------
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
    problems : sequence of Problem
        What staff should know before they send it. Nothing here forbids it.
    """

    texts: Mapping[str, AlertText]
    push: Mapping[str, bytes]
    speaker: Speaker
    cap: bytes
    outline: Outline
    bounds: Sequence[str]
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
    problems = [*_problems(draft, said, state), *_shortened(texts, push)]
    problems += [Problem("preview", "cap", "every rule of CAP 1.2", wrong) for wrong in cap_problems(cap)]
    return Preview(texts, push, speaker_of(said), cap, outline, said.streets, problems)


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


def _problems(draft: Draft, said: Said, state: State) -> Iterator[Problem]:
    if not said.sites:
        expected = "an evacuation site for these hazards that is told to be open"
        yield Problem("preview", "sites", expected, "none: people will not know where to go")
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
