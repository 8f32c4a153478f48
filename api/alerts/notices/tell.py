"""From what changed to a notice: title, body, urgency, and for how long it is of use."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from api.alerts.facts import said_of_alert, told_texts
from api.alerts.notices.advice import Advice, join
from api.alerts.notices.standing import AlertChange, Standing
from api.alerts.texts.compose import AlertText, drill_of, ending_of, short_of
from api.alerts.texts.said import Said
from api.alerts.texts.table import LANGS, Table, table_in
from api.push.notice import ID_FORM, Group, Notice, Sendable, Text, to_sendable
from hazard.engine.changes import Changes
from hazard.kinds import HazardKind
from hazard.region import Region
from hazard.world.world import Alert
from router.errors import InputError

KEEP = timedelta(hours=24)
"""An alert without an end, and the news that one has ended, are of use for a day."""
KEEP_ADVICE = timedelta(hours=2)
"""A way is asked for anew long before."""
ORDER_LEVEL = 4
"""How urgent an order without a number is."""
ROUTE, NOW = "/#/route", "/#/now"
ADVICE_EVENT = "advice"


def alert_notice(region: Region, change: AlertChange, now: datetime, public_url: str) -> Sendable:
    """Return the notice that an alert began, changed or ended."""
    alert = change.after or change.before
    assert alert is not None
    said = said_of_alert(region, alert, drill=change.drill)
    ended = change.ending is not None
    texts = ending_of(said, change.ending, now, change.note) if change.ending else told_texts(alert, said)
    notice = Notice(
        area=region.id,
        id=notice_id(change.notice),
        event=f"alert.{change.id}",
        level=max(level_of(one) for one in (change.before, change.after) if one is not None),
        tsunami=HazardKind.TSUNAMI in alert.kinds,
        drill=change.drill,
        texts={lang: Text(text.title, text.body) for lang, text in texts.items()},
        navigate=public_url + (NOW if ended else ROUTE),
        expires_at=now + KEEP if ended or alert.until is None else alert.until,
    )
    return fitting(notice, said)


def fitting(notice: Notice, said: Said) -> Sendable:
    """Return a notice ready to send; a language whose text is too long is told in its shortest form."""
    try:
        return to_sendable(notice)
    except InputError as error:
        long = {problem.where for problem in error.problems} & set(LANGS)
        short = {lang: _text(short_of(said, lang)) for lang in long}
        return to_sendable(replace(notice, texts={**notice.texts, **short}))


def advice_notice(
    region: Region, before: Changes, after: Standing, advices: Mapping[Group, Advice], now: datetime, url: str
) -> tuple[Sendable, tuple[str, ...]]:
    """Return the notice that ways have changed, and the cells that it goes to."""
    advice = join(list(advices.values()))
    alerts = [alert for (drill, _), alert in after.alerts.items() if not drill]
    cause = _cause(before, after.changes)
    notice = Notice(
        area=region.id,
        id=f"{ADVICE_EVENT}.{after.revision}",
        event=ADVICE_EVENT,
        level=max(map(level_of, alerts)),
        tsunami=any(HazardKind.TSUNAMI in alert.kinds for alert in alerts),
        texts={lang: _advice_text(table_in(lang), region.name, cause, advice) for lang in LANGS},
        navigate=url + ROUTE,
        expires_at=now + KEEP_ADVICE,
        groups=() if len(advices) == len(Group) else tuple(advices),
    )
    return to_sendable(notice), advice.meshes


def drill_notice(
    region: Region, key: str, exercise: tuple[str, str], now: datetime, public_url: str
) -> Sendable:
    """Return the notice that an exercise has begun or is over."""
    id_, name = exercise
    texts = {lang: _text(text) for lang, text in drill_of(key, name).items()}
    return to_sendable(
        Notice(
            area=region.id,
            id=notice_id(f"exercise.{id_}.{key}"),
            event=f"exercise.{id_}",
            level=0,
            drill=True,
            texts=texts,
            navigate=public_url + NOW,
            expires_at=now + KEEP,
        )
    )


def notice_id(name: str) -> str:
    """Return a name in the form that notices have: ids of alerts may be longer, or hold an @."""
    return name if ID_FORM.fullmatch(name) else hashlib.sha256(name.encode()).hexdigest()


def level_of(alert: Alert) -> int:
    """Return how urgent an alert is, as a level."""
    return alert.level or ORDER_LEVEL


def _cause(before: Changes, after: Changes) -> str:
    """Return the key of what was done: the first that holds of closed, opened, sites."""
    old, new = set(before.closed_streets.tolist()), set(after.closed_streets.tolist())
    return "closed" if new - old else "opened" if old - new else "sites"


def _advice_text(table: Table, area: str, cause: str, advice: Advice) -> Text:
    key = f"advice.{advice.effect}"
    effect = table.say(key) if key in table.sentences else ""
    body = table.together(
        table.say(f"advice.{cause}"), effect, table.say("advice.see"), table.say("about.mark")
    )
    return Text(f"{table.say('advice.head')} – {area}", body)


def _text(text: AlertText) -> Text:
    return Text(text.title, text.body)
