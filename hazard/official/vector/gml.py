"""GML of 国土数値情報 (JPGIS): curves, surfaces made of them, and features that point at surfaces.

Positions are latitude then longitude (JGD2011). Attributes are kept under their element names (``coz``,
``waterDepth``, ``A51_005`` …). Ids are compared without regard to case, because A49 writes ``Cv1_0`` and
``#cv1_0``.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import shapely
from lxml import etree
from numpy.typing import NDArray

from hazard.official.vector.features import Features, make_features
from hazard.official.vector.xml import attribute, local_name, parts, stream, text
from router.errors import InputError, Problem

DATASET = "dataset"
"""Column that holds the id of the data set (``A33Dataset``), which names the code lists."""


@dataclass
class _Parsed:
    curves: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    surfaces: dict[str, list[list[list[str]]]] = field(default_factory=dict)
    features: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    dataset: str = ""


def read_gml(path: Path, source: str) -> Features:
    """Read a GML file of 国土数値情報.

    Raises
    ------
    InputError
        If it is not such a file, or a feature points at what is not there.
    """
    parsed = _Parsed()
    for element in stream(path, source, "Dataset"):
        parsed.dataset = parsed.dataset or attribute(element.getparent(), "id")
        _take(element, source, parsed)
    problems: list[Problem] = []
    polygons = [_polygon(parsed, surface, source, problems) for surface, _ in parsed.features]
    if problems:
        raise InputError(problems[:20])
    names = sorted({name for _, values in parsed.features for name in values})
    columns = {name: [values.get(name) for _, values in parsed.features] for name in names}
    columns[DATASET] = [parsed.dataset] * len(polygons)
    geometries = np.empty(len(polygons), object)
    geometries[:] = polygons
    return make_features(source, geometries, columns, "EPSG:6668")


def _take(element: etree._Element, source: str, parsed: _Parsed) -> None:
    name = local_name(element)
    if name == "Curve":
        parsed.curves[attribute(element, "id").lower()] = _positions(element, source)
    elif name == "Surface":
        rings = [
            [_references(ring) for ring in parts(patch, "exterior", "interior")]
            for patch in parts(element, "PolygonPatch")
        ]
        parsed.surfaces[attribute(element, "id").lower()] = rings
    else:
        _take_feature(element, parsed)


def _take_feature(element: etree._Element, parsed: _Parsed) -> None:
    values = {local_name(child): text(child) for child in element if len(child) == 0 and text(child)}
    bounds = next((child for child in element if local_name(child) == "bounds"), None)
    if bounds is not None:
        parsed.features.append((attribute(bounds, "href").removeprefix("#").lower(), values))


def _references(ring: etree._Element) -> list[str]:
    return [attribute(member, "href").removeprefix("#").lower() for member in parts(ring, "curveMember")]


def _positions(curve: etree._Element, source: str) -> NDArray[np.float64]:
    """Return longitude and latitude of a curve's points."""
    words = [word for part in parts(curve, "posList") for word in text(part).split()]
    try:
        values = np.array(words, np.float64)
    except ValueError:
        values = np.empty(0)
    if len(values) < 4 or len(values) % 2 or not np.isfinite(values).all():
        where = f"curve {attribute(curve, 'id')}"
        raise InputError(Problem(source, where, "pairs of latitude and longitude", " ".join(words)[:60]))
    return values.reshape(-1, 2)[:, ::-1]


def _polygon(parsed: _Parsed, surface: str, source: str, problems: list[Problem]) -> shapely.Geometry | None:
    """Return the polygon of a surface; None, with a problem, where something it needs is missing."""
    if surface not in parsed.surfaces:
        problems.append(Problem(source, "bounds", "a surface of this file", f"#{surface}"))
        return None
    try:
        patches = [
            shapely.Polygon(shell, holes)
            for shell, *holes in (
                [np.concatenate([parsed.curves[name] for name in ring]) for ring in patch]
                for patch in parsed.surfaces[surface]
            )
        ]
    except (KeyError, ValueError, shapely.errors.ShapelyError) as error:
        problems.append(
            Problem(source, f"surface {surface}", "closed rings of curves of this file", str(error))
        )
        return None
    return patches[0] if len(patches) == 1 else shapely.MultiPolygon(patches)
