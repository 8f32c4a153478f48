"""What somebody asks for, in words, checked: hazard kinds, profile and language. Every problem at once."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.words import LANGS
from hazard.advise import Clock
from hazard.conditions import CALM, Conditions
from hazard.kinds import OFFICIAL_NAME, HazardKind
from router.errors import InputError, Problem
from router.profiles import own_profiles

CLOCK = Clock()
"""The scenario begins now."""
KINDS = tuple(OFFICIAL_NAME)
"""In official order."""
HAZARD_FORM = f"one or more of {', '.join(KINDS)}, joined by commas"


@dataclass(frozen=True, slots=True)
class Need:
    """Hazards in official order without repetition, a profile's name, a language, and the circumstances."""

    kinds: tuple[HazardKind, ...]
    profile: str
    lang: str
    conditions: Conditions = CALM
    clock: Clock = CLOCK

    @property
    def hazard(self) -> str:
        """The hazards as they are written: joined by commas."""
        return ",".join(self.kinds)


def read_need(hazard: str, profile: str, lang: str, source: str) -> Need:
    """Return the need, or raise an InputError with everything that is wrong with it.

    Parameters
    ----------
    hazard : str
        One kind or several joined by commas.
    profile, lang : str
        Names.
    source : str
        Who says so ("request", "command line"), for the message.
    """
    problems = list(need_problems(hazard, profile, lang, source))
    if problems:
        raise InputError(problems)
    named = set(_split(hazard))
    return Need(tuple(kind for kind in KINDS if kind in named), profile, lang)


def need_problems(hazard: str, profile: str, lang: str, source: str) -> Iterator[Problem]:
    """Yield what is wrong with a need."""
    yield from (Problem(source, "hazard", HAZARD_FORM, repr(name)) for name in unknown_kinds(hazard))
    if profile not in own_profiles():
        yield Problem(source, "profile", "one of " + ", ".join(own_profiles()), repr(profile))
    if lang not in LANGS:
        yield Problem(source, "lang", "one of " + ", ".join(LANGS), repr(lang))


def unknown_kinds(hazard: str) -> list[str]:
    """Return every name in ``hazard`` that is no kind; the whole text if there is no name in it."""
    names = _split(hazard)
    return [name for name in names if name not in KINDS] if names else [hazard]


def _split(hazard: str) -> list[str]:
    return [name for name in (part.strip() for part in hazard.split(",")) if name]
