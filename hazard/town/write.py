"""Writing the town as ordinary source files: OpenStreetMap, GeoTIFF and the official list of sites."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import osmium
import rasterio
from numpy.typing import NDArray
from osmium.osm.mutable import Node, Relation, Way
from pyproj import Transformer

from hazard.kinds import OFFICIAL_NAME, ExposureClass
from hazard.town import plan
from hazard.town.land import Area
from hazard.town.scenery import Line, Spot
from hazard.town.sites import TownSite
from hazard.town.terrain import transform

CODE = "99301"
"""No prefecture has the number 99."""
PREFIX = "架空県白波町"
Numbers = NDArray[np.float64] | NDArray[np.uint8]


class Projection:
    """Town metres to degrees."""

    def __init__(self) -> None:
        self._back = Transformer.from_crs(plan.CRS, "EPSG:4326", always_xy=True)
        there = Transformer.from_crs("EPSG:4326", plan.CRS, always_xy=True)
        east, north = there.transform(plan.ORIGIN_LON, plan.ORIGIN_LAT)
        self.east_m, self.north_m = float(np.round(east)), float(np.round(north))

    def degrees(self, points: Sequence[tuple[float, ...]]) -> list[tuple[float, float]]:
        """Return longitude and latitude of town points."""
        xy = np.asarray(points, np.float64)[:, :2]
        lon, lat = self._back.transform(xy[:, 0] + self.east_m, xy[:, 1] + self.north_m)
        return list(zip(np.round(lon, 7).tolist(), np.round(lat, 7).tolist(), strict=True))


@dataclass
class _Osm:
    """Numbers nodes and ways in the order in which they are asked for."""

    nodes: dict[tuple[float, float], int]
    ways: list[tuple[list[int], Mapping[str, str]]]
    relations: list[tuple[list[tuple[int, str]], Mapping[str, str]]]
    tagged: dict[int, Mapping[str, str]]

    def node(self, xy: tuple[float, ...]) -> int:
        key = (round(xy[0], 2), round(xy[1], 2))
        return self.nodes.setdefault(key, len(self.nodes) + 1)

    def way(self, coords: Iterable[tuple[float, ...]], tags: Mapping[str, str]) -> int:
        self.ways.append(([self.node(xy) for xy in coords], tags))
        return len(self.ways)

    def area(self, area: Area) -> None:
        shape = area.shape
        if not shape.interiors:
            self.way(shape.exterior.coords, area.tags)
            return
        members = [(self.way(shape.exterior.coords, {}), "outer")]
        members += [(self.way(hole.coords, {}), "inner") for hole in shape.interiors]
        self.relations.append((members, {"type": "multipolygon", **area.tags}))


def write_osm(
    path: Path, lines: Iterable[Line], areas: Iterable[Area], spots: Iterable[Spot], projection: Projection
) -> None:
    """Write an OpenStreetMap file (the format follows the name)."""
    osm = _Osm({}, [], [], {})
    for line in lines:
        osm.way(line.coords, line.tags)
    for area in areas:
        osm.area(area)
    for spot in spots:
        osm.tagged[osm.node(spot.xy)] = spot.tags
    header = osmium.io.Header()
    header.set("generator", "nigemichi town")
    degrees = projection.degrees(list(osm.nodes))
    with osmium.SimpleWriter(str(path), header=header, overwrite=True) as writer:
        for number, location in zip(osm.nodes.values(), degrees, strict=True):
            writer.add_node(Node(id=number, version=1, location=location, tags=osm.tagged.get(number, {})))
        for number, (refs, tags) in enumerate(osm.ways, 1):
            writer.add_way(Way(id=number, version=1, nodes=refs, tags=dict(tags)))
        for number, (members, tags) in enumerate(osm.relations, 1):
            parts = [("w", way, role) for way, role in members]
            writer.add_relation(Relation(id=number, version=1, members=parts, tags=dict(tags)))


def write_raster(path: Path, values: Numbers, nodata: float, projection: Projection, **tags: str) -> None:
    """Write a GeoTIFF: float32 to the centimetre, or uint8 classes."""
    is_class = values.dtype == np.uint8
    here = rasterio.Affine.translation(projection.east_m, projection.north_m) * transform()
    profile = {
        "driver": "GTiff", "crs": plan.CRS, "transform": here, "count": 1, "nodata": nodata,
        "height": values.shape[0], "width": values.shape[1], "dtype": "uint8" if is_class else "float32",
        "compress": "deflate", "predictor": 1 if is_class else 3, "tiled": True,
        "blockxsize": 256, "blockysize": 256,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as target:
        target.write(values if is_class else np.round(values, 2).astype(np.float32), 1)
        if tags:
            target.update_tags(**tags)


def write_sites(path: Path, sites: Sequence[TownSite], projection: Projection) -> None:
    """Write the list of sites in the official layout of 指定緊急避難場所."""
    header = ["NO", "共通ID", "都道府県名及び市町村名", "施設・場所名", "住所", *OFFICIAL_NAME.values()]
    header += ["指定避難所との住所同一", "緯度", "経度", "備考"]
    degrees = projection.degrees([site.place.at for site in sites])
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target, lineterminator="\r\n")
        writer.writerow(header)
        for number, (site, (lon, lat)) in enumerate(zip(sites, degrees, strict=True), 1):
            place = site.place
            flags = ["1" if kind in site.kinds else "" for kind in OFFICIAL_NAME]
            indoors = "1" if place.ground in ("school", "hall") and place.capacity >= 250 else ""
            remark = "。".join(part for part in (f"想定収容人数{place.capacity}人", place.note) if part)
            name = [number, site_id(number), PREFIX, place.name, f"{PREFIX}{place.address}"]
            writer.writerow([*name, *flags, indoors, f"{lat:.6f}", f"{lon:.6f}", remark])


def write_capacities(path: Path, sites: Sequence[TownSite]) -> None:
    """Write how many people each site takes (the official list does not say)."""
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(["共通ID", "名称", "想定収容人数", "標高"])
        for number, site in enumerate(sites, 1):
            writer.writerow(
                [site_id(number), site.place.name, site.place.capacity, f"{site.elevation_m:.1f}"]
            )


def write_quarters(path: Path, projection: Projection) -> None:
    """Write the outlines of the quarters; the rice fields are none."""
    features = []
    for district in plan.DISTRICTS[:-1]:
        outline = district.outline or plan.GROUND.terrace
        ring = projection.degrees([*outline, outline[0]])
        shape = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"name": district.name}, "geometry": shape})
    told = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def site_id(number: int) -> str:
    """Return the common ID of the ``number``-th site, in the official form."""
    return f"E{CODE}{number:05d}201"


CLASS_TAGS = {"NIGEMICHI_SCALE": "class"}
UNKNOWN_CLASS = float(ExposureClass.UNKNOWN)
