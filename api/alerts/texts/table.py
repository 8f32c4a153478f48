"""The tables of sentences, and official names with what is printed beside their translation."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from hazard.kinds import HazardKind

LANGS = ("ja", "ja-easy", "en", "zh-CN", "zh-TW", "ko", "vi", "tl", "pt-BR", "es")
"""Japanese first: it is the official text."""
JST = timezone(timedelta(hours=9), "JST")


@dataclass(frozen=True, slots=True)
class Name:
    """An official name in Japanese, and how it is read in Latin letters."""

    ja: str
    romaji: str


@dataclass(frozen=True, slots=True)
class Table:
    """Everything that can be said in one language.

    Attributes
    ----------
    lang : str
    reference : bool
        A translation for reference (参考訳), not the official text.
    published : frozenset of str
        Keys whose wording an authority has published; the rest is ours.
    sentences : mapping of str to str
        By dotted key, with names in braces to be filled in.
    """

    lang: str
    reference: bool
    published: frozenset[str]
    sentences: Mapping[str, str]

    def say(self, key: str, **names: str) -> str:
        """Return the sentence ``key`` with ``names`` filled in."""
        return self.sentences[key].format(**names)

    def name(self, key: str, *, plain: bool = False) -> str:
        """Return an official name: translation, number, Japanese and romaji; ``plain`` to be spoken."""
        term = self.sentences[key]
        if plain:
            return term
        official = names()[key]
        return self.say("about.beside", term=term, ja=official.ja, romaji=official.romaji)

    def hazards(self, kinds: tuple[HazardKind, ...], *, plain: bool = False) -> str:
        """Return the names of kinds of hazard."""
        return self.listed(self.name(f"hazard.{kind}", plain=plain) for kind in kinds)

    def listed(self, parts: Iterable[str]) -> str:
        """Return parts as a list in words."""
        return self.sentences["about.between"].join(parts)

    def together(self, *sentences: str) -> str:
        """Return sentences as one text, without those that are empty."""
        return self.sentences["about.space"].join(one for one in sentences if one)

    def moment(self, at: datetime) -> str:
        """Return a moment in Japanese time, to the minute."""
        local = at.astimezone(JST)
        parts = {"year": str(local.year), "month": str(local.month), "day": str(local.day)}
        return self.say("about.moment", **parts, time=f"{local:%H:%M}")


@cache
def table_in(lang: str) -> Table:
    """Return the table of ``lang`` (one of ``LANGS``)."""
    source = tomllib.loads((files("api.alerts") / "words" / f"{lang}.toml").read_text(encoding="utf-8"))
    about = source["about"]
    sentences = {
        f"{group}.{key}": said
        for group, says in source.items()
        for key, said in says.items()
        if isinstance(said, str)
    }
    return Table(lang, about["reference"], frozenset(about["published"]), MappingProxyType(sentences))


@cache
def names() -> Mapping[str, Name]:
    """Return the official names of names.toml by dotted key."""
    source = tomllib.loads((files("api.alerts") / "names.toml").read_text(encoding="utf-8"))
    return {f"{group}.{key}": Name(*both) for group, rows in source.items() for key, both in rows.items()}
