"""Names and versions of a region's files (docs/formats.md, section 4)."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hazard.kinds import HazardKind

FORMAT = "nigemichi-region"
FORMAT_VERSION = 1
EXPOSURE_KIND = "exposure"
EXPOSURE_VERSION = 1
PROFILES_VERSION = 1
MANIFEST, STREETS, EXPOSURE = "manifest.json", "streets.nmg", "exposure.nmg"
PACK = "streets.pack"
"""The same streets as few bytes, for phones."""
SITES, THRESHOLDS, PROFILES = "sites.json", "thresholds.json", "profiles.json"
TILES = "tiles.pmtiles"
PLACES, ARRIVAL, INDOOR = "places.json", "arrival.nmg", "indoor.nmg"
TOWNS = "towns.json"
POPULATION = "population.nmg"
"""Optional: written only where there is something to write."""
TOWNS_VERSION = 1
ARRIVAL_KIND = "arrival"
ARRIVAL_VERSION = 1
INDOOR_KIND = "indoor"
INDOOR_VERSION = 1
POPULATION_KIND = "population"
POPULATION_VERSION = 1
POPULATION_ARRAYS = ("lon_e7", "lat_e7", "people")
REQUIRED_FILES = (STREETS, PACK, EXPOSURE, SITES, THRESHOLDS, PROFILES)


def exposure_arrays(kinds: Iterable[HazardKind]) -> list[tuple[HazardKind, str, str]]:
    """Return, kind by kind, the names of its arrays in exposure.nmg: worst class, unknown percent."""
    return [(kind, f"{kind}.worst_class", f"{kind}.unknown_pct") for kind in HazardKind if kind in set(kinds)]


def arrival_array(kind: HazardKind) -> str:
    """Return the name of a kind's array in arrival.nmg."""
    return f"{kind}.first_ds"


def indoor_arrays(kind: HazardKind) -> tuple[str, str]:
    """Return the names of a kind's arrays in indoor.nmg: collapse, duration."""
    return f"{kind}.collapse", f"{kind}.duration_h"


def file_facts(path: Path) -> dict[str, Any]:
    """Return size and sha256 of a file, as the manifest lists them."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "sha256": digest}
