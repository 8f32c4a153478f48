"""The error tree of the whole project. Outcomes are values; only these are raised.

NigemichiError
├── InputError        something a person gave us is wrong: every problem at once (exit code 2, HTTP 422)
│   └── StoreError    a stored file is damaged, of another version, or not ours
└── CertificateError  a field that is not optimal was about to be used (never shown to a resident)
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input.

    Attributes
    ----------
    source : str
        The file, option or request that holds it.
    where : str
        Row, field, band or byte in it; empty when the whole source is meant.
    expected, found : str
        What should have been there, and what was.
    """

    source: str
    where: str
    expected: str
    found: str

    def __str__(self) -> str:
        place = f"{self.source}, {self.where}" if self.where else self.source
        return f"{place}: expected {self.expected}, found {self.found}"


class NigemichiError(Exception):
    """Base of everything this project raises on purpose."""


class InputError(NigemichiError):
    """An input is wrong. Carries every problem found, not only the first."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class StoreError(InputError):
    """A stored file is damaged, of an unknown version, or not one of ours."""


class CertificateError(NigemichiError):
    """A field failed its optimality certificate and must not be used."""
