"""Where a region's data comes from: title, date, licence and credit of every file, as far as it is known.

A file of a published form says what it is; its name often says of which year. What it does not say,
`nigemichi build --source FILE=…` does. Where nobody does, people are told so in place of licence and credit:
nothing is shown without them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hazard.build.inputs import BuildInputs
from hazard.build.layers import is_polygons
from hazard.kinds import OFFICIAL_NAME, HazardKind
from hazard.official.polygons import rule_path
from hazard.region import Source

_GSI = "国土地理院コンテンツ利用規約"
UNTOLD_LICENCE, UNTOLD_CREDIT = "利用条件の記載なし", "出典の記載なし"
"""In place of what nobody told of a file."""
KSJ_TITLE = {
    "A31": "洪水浸水想定区域",
    "A33": "土砂災害警戒区域",
    "A40": "津波浸水想定",
    "A49": "高潮浸水想定区域",
    "A51": "雨水出水浸水想定区域",
}
_KSJ_NAME = re.compile(r"(A31[ab]?|A33|A40|A49|A51)-(?:\d\d-)?(\d\d)(?!\d)", re.IGNORECASE)
_PLATEAU_NAME = re.compile(r"_(fld|tnm|htd|ifld|lsld)_")


def default_sources(inputs: BuildInputs) -> tuple[Source, ...]:
    """Return what is known of the sources, in the order of the inputs: as told, else as their forms say."""
    known = (
        source if path is None or inputs.fictional else _complete(path, source)
        for path, source in _sources(inputs)
    )
    return tuple(dict.fromkeys([*known, *inputs.more_sources]))


def untold_files(inputs: BuildInputs) -> tuple[Path, ...]:
    """Return the files of which neither their form nor anybody says the licence and the credit."""
    known = [(path, source) for path, source in _sources(inputs) if path is not None]
    return tuple(dict.fromkeys(path for path, source in known if not (source.licence and source.credit)))


def _complete(path: Path, source: Source) -> Source:
    """Return a source that says in its licence and its credit that nobody told them."""
    return replace(
        source,
        licence=source.licence or UNTOLD_LICENCE,
        credit=source.credit or f"{UNTOLD_CREDIT}: {path.name}",
    )


def _sources(inputs: BuildInputs) -> Iterator[tuple[Path | None, Source]]:
    """Yield every source with its file; None for what is not one file."""
    told = dict(inputs.file_sources)
    for path, source in _forms(inputs):
        yield path, source if path is None else told.get(path, source)


def _forms(inputs: BuildInputs) -> Iterator[tuple[Path | None, Source]]:
    """Yield what the forms of the files say."""
    osm = Source(f"OpenStreetMap ({inputs.osm.name})", None, "ODbL 1.0", "© OpenStreetMap contributors")
    yield inputs.osm, osm
    yield from ((path, _hazard_source(kind, path)) for kind, path in inputs.hazards)
    if any(tiles.layers for tiles in inputs.hazard_tiles):
        credit = "「ハザードマップポータルサイト」を加工して作成"
        yield None, Source("重ねるハザードマップ", None, "公共データ利用規約（第1.0版）", credit)
    for one in inputs.arrivals:
        title = f"{OFFICIAL_NAME[one.kind]}の到達時間（想定）: {one.scenario} ({one.path.name})"
        yield one.path, Source(title)
    for path in inputs.dem:
        tiles = Source("標高タイル", None, _GSI, "国土地理院")
        yield path, tiles if path.is_dir() else Source(f"標高: {path.name}")
    yield from _lists(inputs)
    if inputs.population is not None:
        yield inputs.population, Source(f"人口: {inputs.population.name}")
    if inputs.towns is not None:
        yield inputs.towns, Source(f"町丁目の境界: {inputs.towns.name}")


def _lists(inputs: BuildInputs) -> Iterator[tuple[Path | None, Source]]:
    """Yield the sources of lists of places; those of the official forms are of the same source."""
    mapped = {path for path, _ in inputs.site_mappings}
    official = Source("指定緊急避難場所データ", None, _GSI, "国土地理院、市区町村")
    for path in inputs.shelters:
        yield path, Source(f"避難場所: {path.name}") if path in mapped else official
    if inputs.site_tiles is not None:
        yield inputs.site_tiles, official


def _hazard_source(kind: HazardKind, path: Path) -> Source:
    """Return the source of one layer: 国土数値情報 and PLATEAU tell themselves by their file names."""
    title = f"{OFFICIAL_NAME[kind]}: {path.name}"
    if not is_polygons(path) or rule_path(path).exists():
        return Source(title)
    if _PLATEAU_NAME.search(path.name):
        return Source(f"Project PLATEAU {title}", None, "CC BY 4.0", "国土交通省 Project PLATEAU")
    found = _KSJ_NAME.search(path.name)
    if found is None:
        return Source(title)
    name = KSJ_TITLE[found[1][:3].upper()]
    credit = f"「国土数値情報（{name}データ）」（国土交通省）を加工して作成"
    return Source(f"国土数値情報 {name} ({path.name})", f"20{found[2]}年度", "国土数値情報利用規約", credit)
