"""Texts: facts into title, body and spoken text, in every language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from api.alerts.texts.said import Said
from api.alerts.texts.table import LANGS, Table, table_in
from hazard.kinds import HazardKind


class Ending(StrEnum):
    """How an alert ends."""

    CANCEL = "cancel"
    LIFT = "lift"
    END = "end"


AFTER = {Ending.CANCEL: "more.still", Ending.LIFT: "more.over", Ending.END: "more.still"}
_UNSPOKEN = str.maketrans({"【": "", "】": "。", "–": ",", "〈": "、", "〉": ""})


@dataclass(frozen=True, slots=True)
class AlertText:
    """What residents get in one language.

    Attributes
    ----------
    title, body : str
        As shown.
    read : str
        As spoken: without signs and without Japanese names in other languages.
    reference : bool
        A translation for reference (参考訳).
    """

    title: str
    body: str
    read: str
    reference: bool

    @property
    def whole(self) -> str:
        """Return what an event keeps: the title is the first line."""
        return f"{self.title}\n{self.body}"


def texts_of(said: Said) -> dict[str, AlertText]:
    """Return an alert's texts by language."""
    return {lang: _alert(said, table_in(lang)) for lang in LANGS}


def short_of(said: Said, lang: str) -> AlertText:
    """Return the same alert in its shortest form: what holds where, and what to do."""
    table = table_in(lang)
    body = table.together(*_framed(said, table, [_holds(said, table), *_acts(said, table)]))
    return AlertText(title_of(said, table), body, "", table.reference)


def ending_of(said: Said, how: Ending, at: datetime, note: str = "") -> dict[str, AlertText]:
    """Return, by language, that an alert has ended: what, where and when, and that danger may stay."""
    return {lang: _ending(said, how, at, note, table_in(lang)) for lang in LANGS}


def drill_of(key: str, name: str) -> dict[str, AlertText]:
    """Return that an exercise has begun or is over (``started`` or ``ended``)."""
    told = {}
    for lang in LANGS:
        table = table_in(lang)
        title = table.say("drill.title", title=table.say(f"drill.{key}"))
        body = table.together(name, table.say("drill.last"), table.say("about.mark"))
        told[lang] = AlertText(title, body, spoken(title, body, table), table.reference)
    return told


def title_of(said: Said, table: Table, *, plain: bool = False) -> str:
    """Return the title."""
    name = table.name(said.name_key, plain=plain)
    if said.grade is not None:
        grade = table.name(f"tsunami.{said.grade}", plain=plain)
        title = table.say("head.tsunami", grade=grade, name=name)
    else:
        title = table.say("head.alert", name=name, hazards=table.hazards(said.kinds, plain=plain))
    if said.update:
        title = table.say("head.update", title=title)
    return table.say("drill.title", title=title) if said.drill else title


def where_of(said: Said, table: Table, *, plain: bool = False) -> str:
    """Return where it holds."""
    parts = list(said.towns)
    if said.drawn:
        parts.append(table.say("area.drawn"))
    if said.zones:
        parts.append(table.say("area.zone", hazards=table.hazards(said.zones, plain=plain)))
    if not parts:
        return table.say("area.all", area=said.area)
    return table.say("area.part", area=said.area, parts=table.listed(parts))


def spoken(title: str, body: str, table: Table) -> str:
    """Return title and body without signs that a voice would stumble over."""
    stop = ". " if table.sentences["about.space"] and not table.lang.startswith("ja") else "。"
    text = f"{title}{stop}{body}"
    return re.sub(r"\s+", " ", text.translate(_UNSPOKEN)).replace(" ,", ",").strip()


def _alert(said: Said, table: Table) -> AlertText:
    body = table.together(*_framed(said, table, [*_sentences(said, table, plain=False)]))
    aloud = _framed(said, table, [*_sentences(said, table, plain=True)], mark=False)
    title = title_of(said, table, plain=True)
    read = spoken(title, table.together(*aloud), table)
    return AlertText(title_of(said, table), body, read, table.reference)


def _framed(said: Said, table: Table, inner: list[str], *, mark: bool = True) -> Iterator[str]:
    """Yield the sentences between what a drill must say, and the mark of a translation."""
    if said.drill:
        yield table.say("drill.first")
    yield from inner
    if said.drill:
        yield table.say("drill.last")
    if mark:
        yield table.say("about.mark")


def _sentences(said: Said, table: Table, *, plain: bool) -> Iterator[str]:
    if said.update:
        yield table.say("say.update")
    yield _holds(said, table, plain=plain)
    if said.level == 5:
        yield table.say("why.level5")
    else:
        yield from _each(said.kinds, "why", table)
    yield from _acts(said, table)
    yield from _each(said.kinds, "mind", table)
    if said.streets:
        yield table.say("more.bounds", streets=table.listed(said.streets))
    if said.sites:
        yield table.say("more.sites", sites=table.listed(said.sites))
    if said.until is not None:
        yield table.say("more.until", until=table.moment(said.until))
    yield said.note.get(table.lang) or said.note.get("ja", "")


def _holds(said: Said, table: Table, *, plain: bool = False) -> str:
    """Say what holds where."""
    name, where = table.name(said.name_key, plain=plain), where_of(said, table, plain=plain)
    if said.grade is not None:
        grade = table.name(f"tsunami.{said.grade}", plain=plain)
        return table.say("say.tsunami", grade=grade, name=name, where=where)
    return table.say("say.alert", hazards=table.hazards(said.kinds, plain=plain), name=name, where=where)


def _acts(said: Said, table: Table) -> Iterator[str]:
    """Say what to do: by level, by tsunami grade, or by kind where there is no number."""
    if said.level:
        yield table.say(f"act.{said.level}")
    elif said.grade is not None:
        yield table.say(f"act.{said.grade}")
    yield from _each(said.kinds, "act", table)


def _each(kinds: tuple[HazardKind, ...], group: str, table: Table) -> Iterator[str]:
    """Yield the sentences of a group that there are for the kinds."""
    yield from (table.say(f"{group}.{kind}") for kind in kinds if f"{group}.{kind}" in table.sentences)


def _ending(said: Said, how: Ending, at: datetime, note: str, table: Table) -> AlertText:
    title = table.say(f"head.{how}", title=_bare_title(said, table))
    title = table.say("drill.title", title=title) if said.drill else title
    facts = {"hazards": table.hazards(said.kinds), "name": table.name(said.name_key)}
    ended = table.say(f"say.{how}", **facts, where=where_of(said, table), time=table.moment(at))
    after = [table.say(AFTER[how]), table.say("more.ask"), note]
    body = table.together(*_framed(said, table, [ended, *after]))
    return AlertText(title, body, spoken(title, body, table), table.reference)


def _bare_title(said: Said, table: Table) -> str:
    """Return the title of the alert that ends, without brackets inside brackets."""
    name, hazards = table.name(said.name_key), table.hazards(said.kinds)
    title = table.say("head.alert", name=name, hazards=hazards)
    return title.replace("【", "").replace("】", " ")
