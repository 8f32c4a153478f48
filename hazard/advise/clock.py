"""The walker's clock: when the scenario began, how dark it is, and how fast they are."""

from dataclasses import dataclass

from hazard.departure.rules import DepartureRules
from router.errors import InputError, Problem

LONGEST_S = 7 * 86_400
"""A week after its start no scenario holds any more."""


@dataclass(frozen=True, slots=True)
class Clock:
    """When somebody sets out.

    Attributes
    ----------
    since_s : int
        Seconds since the scenario's start (the earthquake).
    night : bool
        The start delay is longer in the dark.
    delay_s : int or None
        The own start delay; None: by day or by night as in `DepartureRules`.
    """

    since_s: int = 0
    night: bool = False
    delay_s: int | None = None

    def __post_init__(self) -> None:
        told = {"since": self.since_s, "delay": self.delay_s or 0}
        problems = [
            Problem("clock", name, f"0 … {LONGEST_S} seconds", str(value))
            for name, value in told.items()
            if not 0 <= value <= LONGEST_S
        ]
        if problems:
            raise InputError(problems)

    def start_ds(self, rules: DepartureRules) -> int:
        """Return the moment of the first step, in deciseconds after the scenario's start."""
        if self.delay_s is None:
            return rules.start_ds(self.since_s, night=self.night)
        return 10 * (self.since_s + self.delay_s)
