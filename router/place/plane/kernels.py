"""Compiled plane geometry in an order of operations that the phone repeats exactly. No fused operations."""

import math

from router.kernel import Real, kernel

# WGS 84
SEMI_MAJOR_MM = 6_378_137_000.0
ECCENTRICITY_SQUARED = 0.006_694_379_990_141_3
RADIANS_PER_E7 = math.pi / 180.0e7
DEGREES_PER_RADIAN = 180.0 / math.pi
TAN_22_5 = 0.414_213_562_373_095_03
"""Above this the arc tangent is taken 45 degrees further on, so that its series stays short."""

SINE = tuple((-1) ** k / math.factorial(2 * k + 1) for k in range(10))
COSINE = tuple((-1) ** k / math.factorial(2 * k) for k in range(11))
ARC_TANGENT = tuple((-1) ** k / (2 * k + 1) for k in range(20))
"""Taylor's coefficients; the rest of each series is below the last bit for what it is used for."""


@kernel
def scale_mm_per_e7(lat_e7: Real) -> tuple[Real, Real]:
    """Return millimetres per 10^-7 degree, eastward and northward, at a latitude."""
    lat = lat_e7 * RADIANS_PER_E7
    square = lat * lat
    sine: Real = 0.0
    cosine: Real = 0.0
    for k in range(len(SINE)):
        sine = sine * square + SINE[len(SINE) - 1 - k]
    for k in range(len(COSINE)):
        cosine = cosine * square + COSINE[len(COSINE) - 1 - k]
    sine = sine * lat
    squeeze = 1.0 - ECCENTRICITY_SQUARED * (sine * sine)
    prime_vertical = SEMI_MAJOR_MM / math.sqrt(squeeze)
    east = prime_vertical * cosine * RADIANS_PER_E7
    north = prime_vertical * (1.0 - ECCENTRICITY_SQUARED) / squeeze * RADIANS_PER_E7
    return east, north


@kernel
def arc_tangent_deg(share: Real) -> Real:
    """Return the angle, 0 … 45 degrees, whose tangent is ``share``, 0 … 1."""
    beyond = share > TAN_22_5
    x: Real = (share - 1.0) / (share + 1.0) if beyond else share
    square = x * x
    total: Real = 0.0
    for k in range(len(ARC_TANGENT)):
        total = total * square + ARC_TANGENT[len(ARC_TANGENT) - 1 - k]
    angle: Real = total * x * DEGREES_PER_RADIAN
    return 45.0 + angle if beyond else angle


@kernel
def compass_deg(east: Real, north: Real) -> Real:
    """Return the direction of a vector that is not zero, 0 up to 360 degrees clockwise from north."""
    x, y = math.fabs(east), math.fabs(north)
    angle: Real = arc_tangent_deg(x / y) if x <= y else 90.0 - arc_tangent_deg(y / x)
    if north < 0.0:
        angle = 180.0 - angle
    if east < 0.0:
        angle = 360.0 - angle
    return angle if angle < 360.0 else 0.0
