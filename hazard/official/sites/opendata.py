"""自治体標準オープンデータセット 指定緊急避難場所一覧: the municipalities' own list with the long header.

Real files lose the leading zeros of codes, and put the whole address into 所在地_市区町村: both are mended.
"""

from collections.abc import Mapping
from pathlib import Path

from hazard.kinds import OFFICIAL_NAME
from hazard.official.sites.record import PlaceList, PlaceRecord
from hazard.official.sites.table import Mistakes, position, read_rows, whole_number
from hazard.places import PlaceCategory
from router.errors import InputError, Problem

CODE, ID, NAME = "全国地方公共団体コード", "ID", "名称"
LATITUDE, LONGITUDE = "緯度", "経度"
_FLAG = "災害種別_"
_ADDRESS = ("所在地_都道府県", "所在地_市区町村", "所在地_町字", "所在地_番地以下")
_REQUIRED = (NAME, LATITUDE, LONGITUDE, *(f"{_FLAG}{name}" for name in OFFICIAL_NAME.values()))
CODE_DIGITS = 6


def is_opendata(header: Mapping[str, str] | set[str]) -> bool:
    """Return whether column names are those of this list."""
    return all(name in header for name in _REQUIRED)


def read_opendata(path: Path) -> PlaceList:
    """Read a municipality's list.

    Raises
    ------
    InputError
        Every wrong row and field (the first 20, and how many more).
    """
    mistakes = Mistakes(str(path))
    records, unplaced = [], []
    for row, fields in read_rows(path, _REQUIRED, mistakes):
        for name in OFFICIAL_NAME.values():
            if fields[f"{_FLAG}{name}"] not in ("", "0", "1"):
                mistakes.add(row, f"{_FLAG}{name}", '"1", "0" or nothing', fields[f"{_FLAG}{name}"])
        if not fields[NAME]:
            mistakes.add(row, NAME, "a text", "")
        if not fields[LATITUDE] and not fields[LONGITUDE]:
            unplaced.append(fields[NAME])
            continue
        place = position(fields[LONGITUDE], fields[LATITUDE], row, mistakes)
        if place is not None:
            records.append(_record(fields, place, str(path), row))
    mistakes.raise_any()
    if not records and not unplaced:
        raise InputError(Problem(str(path), "", "at least one site", "none"))
    return PlaceList(tuple(records), tuple(unplaced))


def _record(fields: Mapping[str, str], place: tuple[float, float], source: str, row: int) -> PlaceRecord:
    code = fields.get(CODE, "").zfill(CODE_DIGITS) if fields.get(CODE, "").isdecimal() else ""
    return PlaceRecord(
        id=f"{code}:{fields.get(ID) or f'row {row}'}",
        name=fields[NAME],
        address=fields.get("所在地_連結表記") or "".join(fields.get(name, "") for name in _ADDRESS),
        lon=place[0],
        lat=place[1],
        category=PlaceCategory.SITE,
        kinds=tuple(kind for kind, name in OFFICIAL_NAME.items() if fields[f"{_FLAG}{name}"] == "1"),
        is_shelter=fields.get("指定避難所との重複") == "1",
        capacity=whole_number(fields.get("想定収容人数", "")),
        remarks=fields.get("備考", ""),
        source=source,
    )
