"""The options of `nigemichi build`: how each is written and explained."""

from pathlib import Path
from typing import Annotated

import typer

from hazard.region import Source

OSM_SOURCE = Source("OpenStreetMap", None, "ODbL 1.0", "© OpenStreetMap contributors")
SOURCE_FORM = "FILE=TITLE|DATE|LICENCE|CREDIT, of which only the date may be empty"
GSI = "gsi"
"""In place of a file: 国土地理院's own data over the streets, from the network or the cache."""
ALL = "all"

Out = Annotated[Path, typer.Argument(help="Region folder to make; new or empty.")]
Name = Annotated[str, typer.Option(help="Name of the region, for people.")]
Osm = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Streets: .osm.pbf, .osm, .osm.gz or .osm.bz2.")
]
Place = Annotated[
    str | None,
    typer.Option(help="Fetch this place: streets, and what --hazard-tiles, --dem and --shelters leave open."),
]
Box = Annotated[str | None, typer.Option(metavar="W,S,E,N", help="Fetch this box, as --place does.")]
Hazard = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND=FILE",
        help="GeoTIFF of depths or classes; 国土数値情報 (GeoJSON, Shapefile, GPKG, GML, .zip);"
        " PLATEAU CityGML; any polygons with --attribute or a rule FILE.toml. Repeatable; the worst holds.",
    ),
]
Attribute = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE=NAME", help="Attribute of polygons in --hazard: class keys (zone_red) or metres."
    ),
]
HazardTiles = Annotated[
    str | None,
    typer.Option(
        metavar="LAYERS",
        help="Tiles of 重ねるハザードマップ over the streets: layer ids joined by commas, all, or none."
        " [default: all with --place and --bbox, else none]",
    ),
]
Covered = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND=FILE|W,S,E,N",
        help="The area that was surveyed for a kind: outside of its zones it is dry there. Else unknown.",
    ),
]
Arrival = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND=FILE[:min|:s]",
        help="GeoTIFF of arrival times after the scenario's start, in minutes or seconds. Needs --scenario.",
    ),
]
Scenario = Annotated[
    list[str] | None,
    typer.Option(metavar="KIND=TEXT", help="Name and year of the scenario, as published: shown as 想定."),
]
Shelters = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE",
        help="Lists of places (official, 自治体標準オープンデータセット, a town's own), .csv or .csv.gz,"
        " or gsi. Repeatable: doubles merge, earlier lists hold.",
    ),
]
SiteMapping = Annotated[
    list[str] | None,
    typer.Option(metavar="FILE=TOML", help="Which column of a town's own list is what."),
]
SiteTiles = Annotated[
    Path | None, typer.Option(metavar="DIR", help="GSI tiles of evacuation sites (skhb01 … skhb08).")
]
Municipality = Annotated[
    str | None, typer.Option(metavar="CODE", help="Only sites of this municipality, such as 39201.")
]
Dem = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE|DIR",
        help="Elevation in metres: GeoTIFF, a folder of GSI PNG tiles, gsi, or none. Repeatable.",
    ),
]
Population = Annotated[
    Path | None, typer.Option(metavar="FILE", help="CSV of people: points, or cells of the standard mesh.")
]
Towns = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Outlines of 町丁目 with names (小地域 of the census), for alerts by town."
    ),
]
Cache = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Where fetched files are kept. [default: NIGEMICHI_FETCH_CACHE_DIR]"),
]
Offline = Annotated[bool, typer.Option("--offline", help="Fetch nothing: only what the cache holds.")]
Id = Annotated[str | None, typer.Option("--id", help="Id in addresses. [default: from the folder's name]")]
Fictional = Annotated[bool, typer.Option("--fictional", help="Mark a place that does not exist.")]
SourceText = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE=T|D|L|C",
        help=f"Where a file comes from: {SOURCE_FORM}; without FILE= one more source. Files whose form"
        " does not say their licence (GeoTIFF, own polygons and lists) should have it. Repeatable.",
    ),
]
Thresholds = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Replaces entries of hazard/thresholds.toml.")
]
Profiles = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="In place of router/profiles.toml: speeds, night, crowds."),
]
Tiles = Annotated[bool, typer.Option(help="Make map tiles.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the summary as one JSON object.")]
