"""What the engine answers: values, never errors, and nobody's words.

``Route``, ``NoSafeRoute``, ``OutsideRegion`` and ``NoRoadNearby`` say what is; api/words says it to people.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hazard.kinds import ExposureClass, HazardKind
from hazard.sites import Site
from router.place.steps import Step


@dataclass(frozen=True, slots=True)
class Timing:
    """How much time a published scenario leaves. Shown as 想定, never as a forecast.

    Attributes
    ----------
    scenario : str
        Name and year as published.
    start_s : int
        When the first step is taken: seconds after the scenario's start, the start delay included.
    margin_s : int or None
        Least time between leaving a street of the way and its closing, safety margin already taken off; None
        where no street of the way closes; negative: too late.
    leave_by_s : int or None
        The last moment to leave by any way, in seconds after the scenario's start; None where some way never
        closes.
    """

    scenario: str
    start_s: int
    margin_s: int | None
    leave_by_s: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """The least exposed way to an evacuation site that suits every active hazard.

    Attributes
    ----------
    site : Site
        Where it ends.
    duration_s : int
        Walking (or driving) time, rounded up to whole seconds.
    length_m : int
        Length along the streets, rounded to whole metres.
    cost_ds : int
        What was minimised: time weighted by exposure, in deciseconds.
    exposure : dict of str to int
        Metres by class key (``kinds.CLASS_NAME``), worst class first, zero entries left out; they sum to
        ``length_m``. ``"unknown"`` holds the streets, and the parts of streets, that no layer covers.
    unknown_m : int
        The ``"unknown"`` metres again, because unknown is never dry.
    start_class : ExposureClass
        Exposure of the street on which the walker stands, all active kinds combined.
    start_distance_m : float
        From the given position to that street, in a straight line; not part of ``length_m``.
    edges : int32, (q,)
        The edges of the way, in order; the first and the last may be walked in part only.
    lon_e7, lat_e7 : int32, (k,)
        The line, both ends included.
    steps : tuple of Step
        Input for spoken directions, in order.
    layers_missing : tuple of HazardKind
        Active kinds for which this region has no layer: their exposure is unknown everywhere.
    timing : Timing or None
        None where no arrival times are published for an active kind, or none were asked for.
    steep_m : int
        Metres, rounded up, of streets whose grade a modifier marks for this profile: too steep to pass alone.
    """

    site: Site
    duration_s: int
    length_m: int
    cost_ds: int
    exposure: dict[str, int]
    unknown_m: int
    start_class: ExposureClass
    start_distance_m: float
    edges: NDArray[np.int32]
    lon_e7: NDArray[np.int32]
    lat_e7: NDArray[np.int32]
    steps: tuple[Step, ...]
    layers_missing: tuple[HazardKind, ...]
    timing: Timing | None = None
    steep_m: int = 0


class NoRouteReason(StrEnum):
    """Why there is no safe route."""

    NO_SITE = "no_site"
    """The region has no usable evacuation site for these hazards and this profile."""
    NOT_CONNECTED = "not_connected"
    """No street that the profile can use leads from here to any usable site."""
    NO_DRY_WAY = "no_dry_way"
    """Here is outside the mapped zone, and every way to a site leads into it."""
    NO_OPEN_WAY = "no_open_way"
    """Every way from here is closed, or leads where nobody may enter now."""
    OUT_OF_TIME = "out_of_time"
    """The published scenario (想定) reaches every way from here before one is through."""


@dataclass(frozen=True, slots=True)
class DryGround:
    """The nearest place known to be outside the mapped zone, along the streets.

    Attributes
    ----------
    lon, lat : float
        Degrees.
    length_m : int
        Along the streets; 0 when the walker already stands on a dry street.
    """

    lon: float
    lat: float
    length_m: int


@dataclass(frozen=True, slots=True)
class NoSafeRoute:
    """There is a street here, and no route may be recommended from it.

    Attributes
    ----------
    reason : NoRouteReason
    dry_ground : DryGround or None
        None where no dry ground is known, or none can be reached.
    start_class : ExposureClass
        Exposure of the street on which the walker stands.
    start_lon, start_lat : float
        The nearest point of that street, in degrees.
    start_distance_m : float
        From the given position to it, in a straight line.
    layers_missing : tuple of HazardKind
        Active kinds without a layer.
    timing : Timing or None
        Of the way that comes nearest to being in time.
    """

    reason: NoRouteReason
    dry_ground: DryGround | None
    start_class: ExposureClass
    start_lon: float
    start_lat: float
    start_distance_m: float
    layers_missing: tuple[HazardKind, ...]
    timing: Timing | None = None


@dataclass(frozen=True, slots=True)
class OutsideRegion:
    """The position is outside the region.

    Attributes
    ----------
    bbox : tuple of float
        West, south, east and north of the region in degrees.
    """

    bbox: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class NoRoadNearby:
    """No street that this profile can use lies within ``limit_m``.

    Attributes
    ----------
    limit_m : int
    distance_m : float or None
        To the nearest usable street, or None where there is none at all.
    """

    limit_m: int
    distance_m: float | None


Outcome: TypeAlias = Route | NoSafeRoute | OutsideRegion | NoRoadNearby
