"""Build a region folder from streets, rasters and lists of sites."""

from hazard.build.build import Progress, build_region
from hazard.build.inputs import ArrivalInput, BuildInputs, TileInput
from hazard.build.sources import default_sources, untold_files
from hazard.build.summary import BuildSummary, Drop, ExposureShares, SiteCounts, Stage

__all__ = [
    "ArrivalInput",
    "BuildInputs",
    "BuildSummary",
    "Drop",
    "ExposureShares",
    "Progress",
    "SiteCounts",
    "Stage",
    "TileInput",
    "build_region",
    "default_sources",
    "untold_files",
]
