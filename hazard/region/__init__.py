"""Region: streets, exposure and sites of one area, as one hashed folder (docs/formats.md).

====================  ==============================================================
file                  what it holds
====================  ==============================================================
manifest.json         what the region is, its sources, size and sha256 of every file
streets.nmg           the street graph
streets.pack          the street graph for phones
exposure.nmg          worst class and unknown share per street, kind by kind
sites.json            evacuation sites, placed on streets
thresholds.json       the table of weights and bounds that the region was built with
places.json           shelters, welfare shelters, tsunami buildings (optional)
arrival.nmg           when a published scenario reaches each street (optional)
indoor.nmg            collapse zones and durations along each street (optional)
profiles.json         who walks how fast, and where they cannot go
population.nmg        people at places (optional)
towns.json            町丁目 with their outlines (optional)
tiles.pmtiles         map tiles (optional)
====================  ==============================================================
"""

from hazard.region.load import load_region
from hazard.region.model import About, BBox, Region, Source
from hazard.region.population import load_population, save_population
from hazard.region.save import save_files, save_manifest, save_profiles
from hazard.region.towns import save_towns

__all__ = [
    "About",
    "BBox",
    "Region",
    "Source",
    "load_population",
    "load_region",
    "save_files",
    "save_manifest",
    "save_population",
    "save_profiles",
    "save_towns",
]
