"""Load any official file of polygons, told apart by what it holds."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely

from hazard.kinds import HazardKind
from hazard.layers.classes import ClassRaster
from hazard.layers.frame import BBox
from hazard.layers.zones.burn import burn
from hazard.layers.zones.zones import ZoneFile, ZoneRole, Zones, zones_of
from hazard.official.ksj.read import read_ksj
from hazard.official.plateau.read import read_plateau
from hazard.official.polygons import read_polygons, read_rule, rule_path
from hazard.official.vector.read import SUFFIXES, read_features
from router.errors import InputError, Problem

POLYGON_SUFFIXES = (*SUFFIXES, ".zip")


def load_zones(path: Path) -> ZoneFile:
    """Load a file of polygons.

    In this order: by the rule beside it (`hazard.official.polygons`), as CityGML of PLATEAU (``.gml`` whose
    root is ``CityModel``), as 国土数値情報.

    Raises
    ------
    InputError
        If it is none of these, or damaged.
    """
    if rule_path(path).exists():
        return read_polygons(path, read_rule(rule_path(path)))
    if path.suffix.lower() == ".gml" and _is_city_model(path):
        return read_plateau(path)
    return read_ksj(path)


def load_layer(
    path: Path, kind: HazardKind, bbox: BBox, covered: shapely.Geometry | None = None
) -> ClassRaster:
    """Load the exposure of one kind from a file of polygons, burnt into a raster.

    Parameters
    ----------
    path : Path
    kind : HazardKind
    bbox : tuple of float
        Of the streets.
    covered : Geometry, optional
        The surveyed area, outside of whose zones it is dry (see `hazard.layers.zones.burn`).

    Raises
    ------
    InputError
        If the file holds no zones of that kind over the streets, and no surveyed area was declared.
    """
    file = load_zones(path)
    return burn(check_zones(file, path, kind, bbox, covered), bbox, covered)


def check_zones(
    file: ZoneFile, path: Path, kind: HazardKind, bbox: BBox, covered: shapely.Geometry | None = None
) -> Sequence[Zones]:
    """Return the zones of a file whose values are classes of one kind; errors as `load_layer`."""
    zones: Sequence[Zones] = [*zones_of(file, kind), *zones_of(file, kind, ZoneRole.COLLAPSE)]
    if not zones:
        found = ", ".join(sorted({str(each.kind) for each in file.zones}))
        raise InputError(Problem(str(path), "", f"zones for {kind}", f"zones for {found}"))
    if covered is None and not any(_touches(each, bbox) for each in zones):
        expected = "zones over the streets ({:.5f}, {:.5f}, {:.5f}, {:.5f})".format(*bbox)
        raise InputError(Problem(str(path), "extent", expected, "none there"))
    return zones


def load_area(path: Path) -> shapely.Geometry:
    """Load an area, such as a municipality's boundary (国土数値情報 N03): all polygons together."""
    geometries = np.concatenate([features.geometries for features in read_features(path)])
    return shapely.union_all(shapely.make_valid(geometries))


def _touches(zones: Zones, bbox: BBox) -> bool:
    return bool(shapely.intersects(shapely.box(*bbox), shapely.box(*shapely.total_bounds(zones.geometries))))


def _is_city_model(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"CityModel" in file.read(4096)
    except OSError:
        return False
