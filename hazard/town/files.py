"""`write_town`: all source files of the fictional town."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from hazard.kinds import HazardKind
from hazard.town import plan, scenery
from hazard.town.buildings import houses, site_buildings
from hazard.town.hazards import NODATA_M, Layers, build_layers
from hazard.town.land import ground_areas, land_areas, use_land
from hazard.town.shapes import shapes
from hazard.town.sites import designate, grounds
from hazard.town.streets.network import build_streets
from hazard.town.terrain import Terrain, build_terrain
from hazard.town.write import (
    CLASS_TAGS,
    UNKNOWN_CLASS,
    Projection,
    write_capacities,
    write_osm,
    write_quarters,
    write_raster,
    write_sites,
)


@dataclass(frozen=True, slots=True)
class TownFiles:
    """The files of the town, ready for ``nigemichi build``.

    Attributes
    ----------
    name : str
        The region's name; says that the town is fictional.
    osm, dem, sites, capacities, quarters : Path
        Streets and land use, elevation in metres, official list of sites, people per site, 町丁目.
    hazards : dict
        One raster per kind: depth in metres, or (landslide) exposure classes.
    """

    name: str
    osm: Path
    dem: Path
    sites: Path
    capacities: Path
    quarters: Path
    hazards: dict[HazardKind, Path]


def write_town(folder: Path) -> TownFiles:
    """Write the source files of 白波町（架空の町） into ``folder`` (made if it is not there).

    The same files, byte for byte, every time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    town = shapes()
    ground_rng, street_rng, hazard_rng, house_rng = np.random.default_rng(plan.SEED).spawn(4)
    terrain = build_terrain(town, ground_rng)
    layers = build_layers(town, terrain, hazard_rng)
    plots = [(place, grounds(place, terrain)) for place in plan.PLACES]
    blocked = shapely.union_all([shape.buffer(5) for _, shape in plots])
    streets = build_streets(town, terrain, blocked, street_rng)

    projection = Projection()
    files = _names(folder)
    land = use_land(town, streets)
    areas = [
        *land_areas(town, land),
        *ground_areas(plots),
        *site_buildings(plots),
        *houses(streets, land.built, blocked.union(town.rail.buffer(11)), house_rng),
    ]
    write_osm(files.osm, scenery.lines(town, streets), areas, scenery.spots(), projection)
    _write_rasters(files, terrain, layers, projection)
    sites = designate(layers, terrain)
    write_sites(files.sites, sites, projection)
    write_capacities(files.capacities, sites)
    write_quarters(files.quarters, projection)
    return files


def _names(folder: Path) -> TownFiles:
    kinds = (
        HazardKind.FLOOD,
        HazardKind.LANDSLIDE,
        HazardKind.STORM_SURGE,
        HazardKind.TSUNAMI,
        HazardKind.INLAND_FLOOD,
    )
    hazards = {kind: folder / f"{kind.value}.tif" for kind in kinds}
    csvs = folder / "sites.csv", folder / "capacities.csv", folder / "quarters.geojson"
    return TownFiles(plan.NAME, folder / "town.osm.pbf", folder / "dem.tif", *csvs, hazards)


def _write_rasters(files: TownFiles, terrain: Terrain, layers: Layers, projection: Projection) -> None:
    ground = np.where(terrain.land, terrain.height_m, NODATA_M)
    write_raster(files.dem, ground, NODATA_M, projection)
    depths = {
        HazardKind.FLOOD: layers.flood_m,
        HazardKind.STORM_SURGE: layers.storm_surge_m,
        HazardKind.TSUNAMI: layers.tsunami_m,
        HazardKind.INLAND_FLOOD: layers.inland_flood_m,
    }
    for kind, depth_m in depths.items():
        write_raster(files.hazards[kind], depth_m, NODATA_M, projection)
    path = files.hazards[HazardKind.LANDSLIDE]
    write_raster(path, layers.landslide, UNKNOWN_CLASS, projection, **CLASS_TAGS)
