"""The numbers of leaving in time, each with its source. All of them are settings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DepartureRules:
    """How a scenario's times are used.

    Attributes
    ----------
    delay_day_s, delay_night_s : int
        From the decision to the first step. 5 minutes, 10 at night: the tsunami evacuation plans of the FDMA
        guideline take 5 minutes for those who leave directly, and 5 more at night.
    margin_s : int
        Every edge must be left this long before the scenario reaches it. Our choice: one band of 3 minutes of
        逃げ地図; a scenario's first wave may come earlier than computed.
    tolerance_pct : int
        The way with the largest margin is taken while it is at most this much longer than the quickest. Our
        choice.
    """

    delay_day_s: int = 300
    delay_night_s: int = 600
    margin_s: int = 180
    tolerance_pct: int = 25

    def start_ds(self, now_s: int, *, night: bool) -> int:
        """Return the moment of the first step, in deciseconds after the scenario's start."""
        return 10 * (now_s + (self.delay_night_s if night else self.delay_day_s))
