"""The plane that touches the ellipsoid at a place: scales and directions, the same on every machine.

Libraries round sines and arc tangents differently in the last bit, which would let the server and a phone
disagree where two streets are equally near. So these are series of plain sums, products, quotients and square
roots in a fixed order, which IEEE 754 rounds alike everywhere (pwa/src/core/router/place/plane.ts).
"""

from router.place.plane.kernels import compass_deg, scale_mm_per_e7

__all__ = ["compass_deg", "reach_deg", "scale_mm_per_e7"]


def reach_deg(lat: float, distance_m: float) -> tuple[float, float]:
    """Return how many degrees of longitude and latitude a distance is at a latitude (at most 180)."""
    east, north = scale_mm_per_e7(lat * 1e7)
    reach = distance_m * 1000.0
    return float(min(180.0, reach / east / 1e7)) if east > 0.0 else 180.0, float(reach / north / 1e7)
