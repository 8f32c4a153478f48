"""When a published scenario reaches each street, and when its edges close. Pure: arrays in, arrays out."""

from dataclasses import dataclass

import numpy as np

from hazard.departure.rules import DepartureRules
from hazard.exposure import Exposure
from hazard.kinds import ExposureClass, HazardKind
from router.arrays import freeze, require
from router.errors import InputError, Problem
from router.graph import U32, StreetGraph
from router.search.departure import NEVER_DS


@dataclass(frozen=True, eq=False)
class Arrival:
    """The earliest arrival of one scenario on every street. Read-only.

    Attributes
    ----------
    kind : HazardKind
    first_ds : uint32, (s,)
        Deciseconds after the scenario's start (the earthquake, the breach) until it reaches any part of the
        street; ``NEVER_DS`` where no time is published.
    scenario : str
        Name and year as published: what people see beside every time, as 想定.
    """

    kind: HazardKind
    first_ds: U32
    scenario: str

    def __post_init__(self) -> None:
        freeze(f"arrival {self.kind}", len(self.first_ds), {"first_ds": (self.first_ds, np.uint32)})
        require(f"arrival {self.kind}", [("first_ds", f"0 … {NEVER_DS}", self.first_ds <= NEVER_DS)])
        if not (self.first_ds < NEVER_DS).any():
            raise InputError(
                Problem(f"arrival {self.kind}", "first_ds", "a time on at least one street", "none")
            )

    @property
    def earliest_ds(self) -> int:
        """When the scenario reaches any street at all."""
        return int(self.first_ds.min())


def closings(graph: StreetGraph, arrival: Arrival, exposure: Exposure, rules: DepartureRules) -> U32:
    """Return when every edge closes for good.

    A street closes when the scenario reaches any part of it, minus the safety margin. A street that is inside
    the zone, or not surveyed, without a published time closes when the scenario reaches its first street: not
    known is never late. A street that is known to be outside over its whole length stays open.

    Parameters
    ----------
    graph : StreetGraph
    arrival : Arrival
    exposure : Exposure
        Of the same kind.
    rules : DepartureRules

    Returns
    -------
    uint32, (m,)
        Deciseconds after the scenario's start; ``NEVER_DS`` where the edge stays open.
    """
    outside = (exposure.worst_class == ExposureClass.DRY) & (exposure.unknown_pct == 0)
    untold = arrival.first_ds == NEVER_DS
    first = np.where(untold & ~outside, np.uint32(arrival.earliest_ds), arrival.first_ds)
    margin = np.uint32(10 * rules.margin_s)
    street = np.where(first == NEVER_DS, first, first - np.minimum(first, margin)).astype(np.uint32)
    return np.ascontiguousarray(street[graph.edge_street])
