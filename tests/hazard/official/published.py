"""Small files in exactly the layout in which the authorities publish theirs, written by the tests."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyogrio import raw

Ring = Sequence[tuple[float, float]]
JGD2011 = "urn:ogc:def:crs:EPSG::6668"


def square(west: float, south: float, size: float = 0.001) -> list[tuple[float, float]]:
    """Return a closed square, counter-clockwise from its south-west corner."""
    east, north = round(west + size, 9), round(south + size, 9)
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def write_geojson(
    path: Path, rows: Sequence[tuple[Mapping[str, Any], Sequence[Ring]]], crs: str = JGD2011
) -> Path:
    """Write features of (properties, rings) as 国土数値情報 does: with a name and a CRS member."""
    features = [
        {
            "type": "Feature",
            "properties": dict(values),
            "geometry": {"type": "Polygon", "coordinates": list(rings)},
        }
        for values, rings in rows
    ]
    system = {"type": "name", "properties": {"name": crs}}
    data = {"type": "FeatureCollection", "name": path.stem, "crs": system, "features": features}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def write_shapefile(
    path: Path, columns: Mapping[str, Sequence[Any]], rings: Sequence[Ring], encoding: str = "cp932"
) -> Path:
    """Write a Shapefile of 国土数値情報: attributes in CP932 and no .cpg beside it."""
    _write_zones(path, columns, rings, driver="ESRI Shapefile", crs="EPSG:6668", encoding=encoding)
    path.with_suffix(".cpg").unlink()
    return path


def write_gpkg(
    path: Path, columns: Mapping[str, Sequence[Any]], rings: Sequence[Ring], crs: str = "EPSG:6668"
) -> Path:
    """Write a GeoPackage, as ogr2ogr makes one from GML."""
    _write_zones(path, columns, rings, driver="GPKG", crs=crs, layer="zones")
    return path


def _write_zones(
    path: Path, columns: Mapping[str, Sequence[Any]], rings: Sequence[Ring], **options: Any
) -> None:
    wkb = shapely.to_wkb(np.array([shapely.Polygon(ring) for ring in rings], object))
    data = [np.array(values, None if isinstance(values[0], int) else object) for values in columns.values()]
    raw.write(path, wkb, field_data=data, fields=list(columns), geometry_type="Polygon", **options)


class Cp932Name(zipfile.ZipInfo):
    """A member whose name is written in CP932, without the mark for UTF-8."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode("cp932"), 0


def zip_files(path: Path, files: Sequence[Path], folder: str = "") -> Path:
    """Zip files into a folder, names in CP932 without the UTF-8 mark, as the download site does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(Cp932Name(folder + file.name), file.read_bytes())
    return path


def gml(dataset: str, element: str, rows: Sequence[tuple[Mapping[str, str], Sequence[Ring]]]) -> str:
    """Return GML of 国土数値情報: curves, surfaces that use them, features that use the surfaces."""
    parts = []
    for number, (_, rings) in enumerate(rows):
        for at, ring in enumerate(rings):
            places = "\n".join(f"{lat} {lon}" for lon, lat in ring)
            parts.append(
                f'<gml:Curve gml:id="Cv{number}_{at}"><gml:segments><gml:LineStringSegment>'
                f"<gml:posList>\n{places}\n</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve>"
            )
    for number, (_, rings) in enumerate(rows):
        kinds = ["exterior"] + ["interior"] * (len(rings) - 1)
        inner = "".join(
            f'<gml:{kind}><gml:Ring><gml:curveMember xlink:href="#cv{number}_{at}"/></gml:Ring></gml:{kind}>'
            for at, kind in enumerate(kinds)
        )
        parts.append(
            f'<gml:Surface gml:id="Sf{number}"><gml:patches><gml:PolygonPatch>{inner}</gml:PolygonPatch>'
            "</gml:patches></gml:Surface>"
        )
    for number, (values, _) in enumerate(rows):
        inner = "".join(f"<ksj:{name}>{value}</ksj:{name}>" for name, value in values.items())
        parts.append(
            f'<ksj:{element} gml:id="f{number}"><ksj:bounds xlink:href="#sf{number}"/>{inner}</ksj:{element}>'
        )
    body = "\n".join(parts)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<ksj:Dataset gml:id="{dataset}" xmlns:gml="http://www.opengis.net/gml/3.2"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ksj="http://nlftp.mlit.go.jp/ksj/schemas/ksj-app">
<gml:description>国土数値情報</gml:description>
{body}
</ksj:Dataset>
"""
