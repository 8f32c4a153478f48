"""The official list of shelters (指定避難所): where people stay; welfare shelters for named persons.

Columns: ``NO,共通ID,都道府県名及び市町村名,施設・場所名,住所,指定緊急避難場所との住所同一``,
``その他市町村長が必要と認める事項,受入対象者,緯度,経度,備考``; per-town files omit 都道府県名及び市町村名.
A row that names 受入対象者 is a welfare shelter.
"""

from pathlib import Path

from hazard.official.sites.record import PlaceList, PlaceRecord
from hazard.official.sites.table import Mistakes, position, read_rows
from hazard.official.sites_csv import ADDRESS, ID, LATITUDE, LONGITUDE, NAME, REMARKS
from hazard.places import PlaceCategory
from router.errors import InputError, Problem

PERSONS, MATTERS = "受入対象者", "その他市町村長が必要と認める事項"
_REQUIRED = (ID, NAME, ADDRESS, PERSONS, LATITUDE, LONGITUDE)


def read_shelters_csv(path: Path, municipality: str | None = None) -> PlaceList:
    """Read the official list of shelters.

    Parameters
    ----------
    path : Path
    municipality : str, optional
        Five-digit code; only its rows are read and checked.

    Raises
    ------
    InputError
        Every wrong row and field (the first 20, and how many more).
    """
    mistakes = Mistakes(str(path))
    prefix = "" if municipality is None else f"E{municipality}"
    records, unplaced = [], []
    for row, fields in read_rows(path, _REQUIRED, mistakes):
        if not fields[ID].startswith(prefix):
            continue
        if not fields[ID] or not fields[NAME]:
            mistakes.add(row, ID if not fields[ID] else NAME, "a text", "")
        if not fields[LATITUDE] and not fields[LONGITUDE]:
            unplaced.append(fields[NAME])
            continue
        place = position(fields[LONGITUDE], fields[LATITUDE], row, mistakes)
        if place is not None:
            welfare = bool(fields[PERSONS])
            record = PlaceRecord(
                id=fields[ID],
                name=fields[NAME],
                address=fields[ADDRESS],
                lon=place[0],
                lat=place[1],
                category=PlaceCategory.WELFARE if welfare else PlaceCategory.SHELTER,
                is_shelter=True,
                persons=fields[PERSONS],
                remarks=" ".join(filter(None, (fields.get(MATTERS, ""), fields.get(REMARKS, "")))),
                source=str(path),
            )
            records.append(record)
    mistakes.raise_any()
    if not records and not unplaced:
        wanted = (
            "at least one shelter" if municipality is None else f"shelters of municipality {municipality}"
        )
        raise InputError(Problem(str(path), "", wanted, "none"))
    return PlaceList(tuple(records), tuple(unplaced))
