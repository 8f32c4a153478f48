"""The table of words of one language, and how numbers are said in it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGS = ("ja", "ja-easy", "en", "zh-CN", "zh-TW", "ko", "vi", "tl", "pt-BR", "es")
"""Japanese first: it is the language of record. ``ja-easy`` is やさしい日本語, with readings in 《》."""
COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that can be said in one language.

    Attributes
    ----------
    lang : str
        One of ``LANGS``.
    table : dict of str to str
        Sentences by dotted key (``step.left``), with names in braces to be filled in.
    """

    lang: str
    table: dict[str, str]

    def say(self, key: str, **names: str) -> str:
        """Return the sentence ``key`` with ``names`` filled in."""
        return self.table[key].format(**names)

    def length(self, length_m: float) -> str:
        """Return a distance: steps of 10 m, never 0 (nobody counts metres), or km with one decimal."""
        tens = max(1, int((length_m + 5) // 10))
        if tens < 100:
            return self.say("unit.metres", n=f"{tens}0")
        tenths = int((length_m + 50) // 100)
        return self.say("unit.kilometres", n=f"{tenths // 10}{self.table['about.decimal']}{tenths % 10}")

    def minutes(self, duration_s: float) -> str:
        """Return a duration in whole minutes, rounded up: nobody arrives earlier than told to expect."""
        return self.say("unit.minutes", n=str(max(1, -(-int(duration_s) // 60))))

    def compass(self, bearing_deg: float) -> str:
        """Return the word for the nearest of eight directions; 0 is north, 90 is east."""
        return self.say(f"compass.{COMPASS[int((bearing_deg + 22.5) // 45) % 8]}")

    def sentences(self, *parts: str) -> str:
        """Return ``parts`` as one text."""
        return self.table["about.space"].join(part for part in parts if part)


@cache
def words_in(lang: str) -> Words:
    """Return the words of ``lang`` (one of ``LANGS``)."""
    source = tomllib.loads((files("api.words") / f"{lang}.toml").read_text(encoding="utf-8"))
    table = {f"{group}.{key}": text for group, texts in source.items() for key, text in texts.items()}
    return Words(lang, table)
