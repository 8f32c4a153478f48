"""Read any list of places, told apart by its columns."""

import csv
import io
from dataclasses import replace
from pathlib import Path

from hazard.official.sites.mapped_csv import read_mapped_csv, read_mapping
from hazard.official.sites.opendata import is_opendata, read_opendata
from hazard.official.sites.record import PlaceList, record_of
from hazard.official.sites.shelters_csv import PERSONS, read_shelters_csv
from hazard.official.sites.table import column_name
from hazard.official.sites_csv import decode_text, read_sites_csv
from router.errors import InputError, Problem


def mapping_path(path: Path) -> Path:
    """Return where the mapping of a town's own list is looked for: beside it, with ``.toml`` added."""
    return path.with_name(f"{path.name}.toml")


def read_places(path: Path, municipality: str | None = None) -> PlaceList:
    """Read a list of places.

    In this order: by the mapping beside it (`hazard.official.sites.mapped_csv`), as
    自治体標準オープンデータセット, as the official list of shelters, as the official list of evacuation
    sites.

    Parameters
    ----------
    path : Path
    municipality : str, optional
        Five-digit code: only its places. A list that carries no codes is read whole.

    Raises
    ------
    InputError
        If it is none of these, with what the last of them expects; or for every wrong row.
    """
    if mapping_path(path).exists():
        return read_mapped_csv(path, read_mapping(mapping_path(path)))
    columns = _columns(path)
    if is_opendata(columns):
        found = read_opendata(path)
        other = {record.id for record in found.records if _is_other(record.id, municipality)}
        return replace(found, records=tuple(each for each in found.records if each.id not in other))
    if PERSONS in columns:
        return read_shelters_csv(path, municipality)
    sites = read_sites_csv(path, municipality)
    return PlaceList(tuple(record_of(site, str(path)) for site in sites.sites), sites.without_position)


def _columns(path: Path) -> set[str]:
    rows = csv.reader(io.StringIO(decode_text(path), newline=""))
    try:
        return {column_name(name) for name in next(rows, [])}
    except csv.Error as error:
        raise InputError(Problem(str(path), "header", "the names of the columns", str(error))) from error


def _is_other(identifier: str, municipality: str | None) -> bool:
    """Return whether an id names another municipality: six digits, the last of them a check digit."""
    code = identifier.partition(":")[0]
    return municipality is not None and bool(code) and code[:5] != municipality
