"""Read polygons with attributes from a file of any published form."""

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyogrio import raw

from hazard.official.vector.archive import unpacked
from hazard.official.vector.features import Features, make_features
from hazard.official.vector.gml import read_gml
from router.errors import InputError, Problem

SUFFIXES = (".geojson", ".json", ".gpkg", ".shp", ".xml", ".gml")
"""In the order in which they are preferred where an archive holds the same data in several forms."""
EXPECTED = "polygons as GeoJSON, GeoPackage, Shapefile or GML, or a ZIP of these"

_SIGNATURES = {
    ".geojson": (b"{",),
    ".json": (b"{",),
    ".gpkg": (b"SQLite format 3\x00",),
    ".shp": (b"\x00\x00\x27\x0a",),
}
_SHAPEFILE_ENCODINGS = ("utf-8", "cp932")
"""国土数値情報 writes CP932, newer sets UTF-8; CP932 is hardly ever valid UTF-8, so UTF-8 goes first."""


def read_features(path: Path, layer: str | None = None) -> list[Features]:
    """Read every layer of polygons in a file.

    Parameters
    ----------
    path : Path
        ``.geojson .json .gpkg .shp .xml .gml`` or a ``.zip`` of these.
    layer : str, optional
        Layer of a GeoPackage; without it the first.

    Returns
    -------
    list of Features
        One for each file of an archive.

    Raises
    ------
    InputError
        If the file is not what its name says, is damaged, or holds no polygons at all.
    """
    if path.suffix.lower() == ".zip":
        with unpacked(path, SUFFIXES) as members:
            found = [_read_one(member, name, layer) for name, member in members]
    else:
        found = [_read_one(path, str(path), layer)]
    if not any(len(features.geometries) for features in found):
        raise InputError(Problem(str(path), "", "at least one polygon", "none"))
    return found


def _read_one(path: Path, source: str, layer: str | None) -> Features:
    suffix = path.suffix.lower()
    _check_signature(path, source, suffix)
    if suffix in (".xml", ".gml"):
        return read_gml(path, source)
    failures = []
    for encoding in _encodings(path, suffix):
        try:
            meta, wkb, values = _raw_read(path, layer, encoding)
            geometries = shapely.from_wkb(wkb, on_invalid="raise")
            columns = dict(zip(meta["fields"], values, strict=True))
            return make_features(source, np.atleast_1d(geometries), columns, meta["crs"])
        except UnicodeDecodeError as error:
            failures.append(f"{encoding}: {error.reason}")
        except InputError:
            raise
        except (RuntimeError, ValueError, OSError, TypeError, shapely.errors.ShapelyError) as error:
            found = " ".join(str(error).split())[:200]
            raise InputError(Problem(source, "", EXPECTED, found)) from error
    raise InputError(Problem(source, "attributes", "text in UTF-8 or CP932", "; ".join(failures)))


def _raw_read(path: Path, layer: str | None, encoding: str | None) -> tuple[Any, Any, Any]:
    """Return metadata, geometries and columns; what is only warned of is counted later."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        meta, _, wkb, values = raw.read(path, layer=layer, encoding=encoding)
    return meta, wkb, values


def _encodings(path: Path, suffix: str) -> tuple[str | None, ...]:
    """Return encodings to try: None leaves it to the file (all but a Shapefile without its .cpg)."""
    told = suffix != ".shp" or path.with_suffix(".cpg").exists() or path.with_suffix(".CPG").exists()
    return (None,) if told else _SHAPEFILE_ENCODINGS


def _check_signature(path: Path, source: str, suffix: str) -> None:
    """Refuse what does not begin as its form does, so that no driver is chosen by the content."""
    if suffix not in SUFFIXES:
        expected = f"{EXPECTED} ({' '.join(SUFFIXES)} .zip)"
        raise InputError(Problem(source, "name", expected, suffix or "no suffix"))
    try:
        with path.open("rb") as file:
            head = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError as error:
        raise InputError(Problem(source, "", "a readable file", error.strerror or str(error))) from error
    if suffix in _SIGNATURES and not head.startswith(_SIGNATURES[suffix]):
        found = repr(head[:16]) if head else "nothing"
        raise InputError(Problem(source, "first bytes", f"a {suffix} file", found))
