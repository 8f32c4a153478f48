"""Readings for alerts in やさしい日本語: put after the kanji that are known, when a text is shown.

What was approved stays as it is, word for word: readings are no part of it. The page does the same with the
same table (pwa/src/alerts/readings.ts).
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

KANJI = "\u4e00-\u9fff々ヶ"
_READING = re.compile(r"《[^》]*》")


def with_readings(text: str) -> str:
    """Return a text with readings in 《》 after every kanji that is known; names of places are not.

    Parameters
    ----------
    text : str
        Of an alert in やさしい日本語, without readings.
    """
    words = _words()
    return _pattern().sub(lambda found: words[found[0]], text)


@cache
def _words() -> dict[str, str]:
    """Return the words by what stands in a text."""
    source = tomllib.loads((files("api.alerts") / "words" / "readings.toml").read_text(encoding="utf-8"))
    return {_READING.sub("", word): word for word in source["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds the words: the longest first, and none that is a part of a longer run of kanji."""
    longest = sorted(_words(), key=len, reverse=True)
    either = "|".join(f"{word}(?![{KANJI}])" if _ends_in_kanji(word) else word for word in longest)
    return re.compile(f"(?<![{KANJI}])(?:{either})")


def _ends_in_kanji(word: str) -> bool:
    return re.search(f"[{KANJI}]$", word) is not None
