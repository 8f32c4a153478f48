"""The table of words of one language, and how numbers are said in it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGS = ("ja", "en")
METRE_STEP = 10
"""Distances are told in steps of 10 m: nobody paces out single metres."""
KILOMETRE_FROM_M = 1_000
COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that can be said in one language.

    Attributes
    ----------
    lang : str
        ``ja`` or ``en``.
    table : dict of str to str
        Sentences by dotted key (``step.left``), with names in braces to be filled in.
    """

    lang: str
    table: dict[str, str]

    def say(self, key: str, **names: str) -> str:
        """Return the sentence ``key`` with ``names`` filled in."""
        return self.table[key].format(**names)

    def length(self, length_m: float) -> str:
        """Return a distance: steps of 10 m (never 0), from 1 km on with one decimal."""
        rounded_m = max(METRE_STEP, METRE_STEP * int((length_m + METRE_STEP / 2) // METRE_STEP))
        if rounded_m < KILOMETRE_FROM_M:
            return self.say("unit.metres", n=str(rounded_m))
        return self.say("unit.kilometres", n=f"{rounded_m / KILOMETRE_FROM_M:.1f}")

    def minutes(self, duration_s: float) -> str:
        """Return a duration in whole minutes, rounded up: nobody arrives earlier than told to expect."""
        return self.say("unit.minutes", n=str(max(1, -(-int(duration_s) // 60))))

    def compass(self, bearing_deg: float) -> str:
        """Return the word for the nearest of eight directions; 0 is north, 90 is east."""
        return self.say(f"compass.{COMPASS[int((bearing_deg + 22.5) // 45) % 8]}")

    def sentences(self, *parts: str) -> str:
        """Return ``parts`` as one text; Japanese needs no space between sentences."""
        return ("" if self.lang == "ja" else " ").join(part for part in parts if part)


@cache
def words_in(lang: str) -> Words:
    """Return the words of ``lang`` (one of ``LANGS``)."""
    source = tomllib.loads((files("api.words") / f"{lang}.toml").read_text(encoding="utf-8"))
    table = {f"{group}.{key}": text for group, texts in source.items() for key, text in texts.items()}
    return Words(lang, table)
