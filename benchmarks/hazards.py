"""Build seconds and memory with many hazard layers: Kochi with five, a synthetic prefecture with six.

The layers beside Kochi's tsunami are synthetic, made for this; each build runs in a process of its own.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import rasterio
import shapely
from rasterio.transform import from_origin

CODE = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from hazard.build import BuildInputs, build_region
from hazard.kinds import HazardKind
given = json.loads(sys.argv[1])
summary = build_region(BuildInputs(
    out=Path(given["out"]), name=given["name"], osm=Path(given["osm"]), created_at=datetime.now(UTC),
    hazards=tuple((HazardKind(kind), Path(path)) for kind, path in given["hazards"]),
    shelters=tuple(map(Path, given["shelters"])), municipality=given["municipality"]))
print(json.dumps({"nodes": summary.nodes, "edges": summary.edges, "seconds": summary.seconds,
    "peak": summary.peak_memory_bytes, "bytes": summary.bytes,
    "stages": {stage.name: stage.seconds for stage in summary.stages}}))
"""
PREFECTURE_SIDE = 548
"""548 x 548 junctions: 300 thousand."""
SPACING_DEG = 0.0018
"""About 200 m: a prefecture's built-up land, 110 km a side."""
WEST, SOUTH = 139.9, 36.8


def run(data: Path) -> None:
    """Print both builds against the limits of the issue."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tell(build(kochi(data, folder)), 60, 4.0)
        tell(build(prefecture(folder)), 300, 4.0)


def build(given: dict[str, object]) -> dict[str, object]:
    """Build one region in a new process."""
    found = subprocess.run(
        [sys.executable, "-c", CODE, json.dumps(given)], capture_output=True, text=True, check=False
    )
    if found.returncode:
        raise RuntimeError(found.stderr[-2000:])
    return {"name": given["name"], "layers": len(given["hazards"]), **json.loads(found.stdout)}  # type: ignore[arg-type]


def tell(made: dict[str, object], limit_s: int, limit_gb: float) -> None:
    """Print one build."""
    stages = ", ".join(f"{name} {seconds:.1f}" for name, seconds in made["stages"].items())  # type: ignore[attr-defined]
    print(f"\n{made['name']}: {made['nodes']:,} nodes, {made['edges']:,} edges, {made['layers']} layers")
    print(f"  built in {made['seconds']:.1f} s (limit {limit_s} s): {stages}")
    peak_gb, size_mb = made["peak"] / 1e9, made["bytes"] / 1e6  # type: ignore[operator]
    print(f"  peak memory {peak_gb:.2f} GB (limit {limit_gb} GB), folder {size_mb:.1f} MB")


def kochi(data: Path, folder: Path) -> dict[str, object]:
    """Return Kochi with its tsunami depths and four synthetic layers over the same ground."""
    depth = data / "kochi/tsunami_depth_25m.tif"
    box = (133.50, 33.50, 133.65, 33.63)
    hazards = [
        ("tsunami", depth),
        ("storm_surge", scaled(depth, folder / "surge.tif", 0.5)),
        ("inland_flood", scaled(depth, folder / "inland.tif", 0.1)),
        ("flood", polygons(folder / "A31a-20-24_39.geojson", "A31a_205", box, 4000, 0.002)),
        ("landslide", polygons(folder / "A33-24_39.geojson", "A33_002", box, 2000, 0.001)),
    ]
    return {
        "name": "高知市",
        "out": str(folder / "kochi"),
        "osm": str(data / "kochi/kochi.osm.pbf"),
        "hazards": [(kind, str(path)) for kind, path in hazards],
        "shelters": [str(data / "shelters/mergeFromCity_2.csv.gz")],
        "municipality": "39201",
    }


def prefecture(folder: Path) -> dict[str, object]:
    """Return a grid of 300 thousand junctions with six synthetic layers, two of them of polygons."""
    size = PREFECTURE_SIDE * SPACING_DEG
    box = (WEST, SOUTH, WEST + size, SOUTH + size)
    hazards = [
        ("flood", noise(folder / "flood.tif", box, 1, 8000)),
        ("storm_surge", noise(folder / "surge.tif", box, 2, 4000)),
        ("tsunami", noise(folder / "tsunami.tif", box, 3, 8000)),
        ("inland_flood", noise(folder / "inland.tif", box, 4, 4000)),
        ("landslide", polygons(folder / "A33-24_07.geojson", "A33_002", box, 20_000, 0.002)),
        ("volcano", polygons(folder / "volcano.geojson", "zone", box, 50, 0.05)),
    ]
    rule = 'kind = "volcano"\nattribute = "zone"\n[classes]\n"1" = "zone_yellow"\n"2" = "zone_red"\n'
    (folder / "volcano.geojson.toml").write_text(rule)
    return {
        "name": "Synthetic prefecture",
        "out": str(folder / "prefecture"),
        "osm": str(grid_streets(folder / "prefecture.osm")),
        "hazards": [(kind, str(path)) for kind, path in hazards],
        "shelters": [],
        "municipality": None,
    }


def scaled(depth: Path, out: Path, factor: float) -> Path:
    """Write the depths times a factor: synthetic."""
    with rasterio.open(depth) as dataset:
        values, profile = dataset.read(1), dataset.profile
        values = np.where(values == dataset.nodata, values, values * factor).astype(profile["dtype"])
    with rasterio.open(out, "w", **profile) as target:
        target.write(values, 1)
    return out


def noise(out: Path, box: tuple[float, ...], seed: int, side: int) -> Path:
    """Write smooth random depths, a third of them wet: synthetic."""
    coarse = np.random.default_rng(seed).normal(size=(side // 100 + 2, side // 100 + 2))
    depth = np.kron(coarse, np.ones((100, 100)))[:side, :side].astype(np.float32) * 3 - 1
    west, south, east, north = box
    transform = from_origin(west, north, (east - west) / side, (north - south) / side)
    kind = {"driver": "GTiff", "height": side, "width": side, "count": 1, "dtype": "float32"}
    with rasterio.open(out, "w", crs="EPSG:4326", transform=transform, compress="deflate", **kind) as target:
        target.write(depth, 1)
    return out


def polygons(out: Path, attribute: str, box: tuple[float, ...], count: int, size_deg: float) -> Path:
    """Write random many-sided polygons with codes 1 and 2: synthetic."""
    rng = np.random.default_rng(count)
    west, south, east, north = box
    features = []
    for lon, lat in zip(rng.uniform(west, east, count), rng.uniform(south, north, count), strict=True):
        shape = shapely.Point(lon, lat).buffer(size_deg * rng.uniform(0.2, 1), quad_segs=8)
        values = {attribute: str(rng.integers(1, 3)), "A33_001": "1"}
        geometry = json.loads(shapely.to_geojson(shape))
        features.append({"type": "Feature", "properties": values, "geometry": geometry})
    out.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return out


def grid_streets(out: Path) -> Path:
    """Write a grid of streets as OpenStreetMap XML, every row and column one way."""
    n = PREFECTURE_SIDE
    with out.open("w") as file:
        file.write("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n")
        for i in range(n * n):
            lat, lon = SOUTH + (i // n) * SPACING_DEG, WEST + (i % n) * SPACING_DEG
            file.write(f"<node id='{i + 1}' version='1' lat='{lat:.7f}' lon='{lon:.7f}'/>\n")
        ways = [range(r * n + 1, r * n + n + 1) for r in range(n)]
        ways += [range(c + 1, n * n + 1, n) for c in range(n)]
        for number, way in enumerate(ways, start=1):
            refs = "".join(f"<nd ref='{node}'/>" for node in way)
            tag = "<tag k='highway' v='residential'/>"
            file.write(f"<way id='{number}' version='1'>{refs}{tag}</way>\n")
        file.write("</osm>\n")
    return out
