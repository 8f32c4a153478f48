"""The official list of evacuation sites (国土地理院 指定緊急避難場所 CSV), national or of one town.

Columns as published: ``NO,共通ID,都道府県名及び市町村名,施設・場所名,住所``, the eight hazards,
``指定避難所との住所同一,緯度,経度,備考``. The per-town files omit 都道府県名及び市町村名. Flags are "1" or
empty.
"""

import csv
import gzip
import io
import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hazard.kinds import OFFICIAL_NAME
from hazard.sites import Site
from router.errors import InputError, Problem

ID, NAME, ADDRESS = "共通ID", "施設・場所名", "住所"
SHELTER, LATITUDE, LONGITUDE, REMARKS = "指定避難所との住所同一", "緯度", "経度", "備考"
LATITUDES, LONGITUDES = (20.0, 46.0), (122.0, 154.0)
"""Japan with its outlying islands, in degrees (国土地理院 日本の東西南北端点)."""
MAX_PROBLEMS = 20
MAX_BYTES = 1 << 28
"""The national file is 17 MB; more than 256 MB is not it."""

_KIND_OF_COLUMN = {name: kind for kind, name in OFFICIAL_NAME.items()}
_REQUIRED = (ID, NAME, ADDRESS, *_KIND_OF_COLUMN, LATITUDE, LONGITUDE)
_LANDSLIDE = ("崖崩れ", "土石流及び地滑り")


@dataclass(frozen=True, slots=True)
class SiteList:
    """What a file held.

    Attributes
    ----------
    sites : tuple of Site
        In the order of the file, not yet placed on streets.
    without_position : tuple of str
        Names of rows without coordinates, which were left out.
    """

    sites: tuple[Site, ...]
    without_position: tuple[str, ...]


def read_sites_csv(path: Path, municipality: str | None = None) -> SiteList:
    """Read the official list.

    Parameters
    ----------
    path : Path
        CSV, gzipped or not; UTF-8 with or without BOM, else CP932.
    municipality : str, optional
        Five-digit code; only sites whose 共通ID carries it (``E`` + code + …) are read and checked.

    Returns
    -------
    SiteList

    Raises
    ------
    InputError
        Every wrong row and field (the first 20 of them, and how many more).
    """
    if municipality is not None and not re.fullmatch(r"[0-9]{5}", municipality):
        raise InputError(Problem("--municipality", "", "a code of five digits", repr(municipality)))
    rows = csv.reader(io.StringIO(decode_text(path), newline=""), strict=False)
    try:
        sites, unplaced, problems = _read_rows(str(path), rows, municipality)
    except csv.Error as error:
        raise InputError(Problem(str(path), f"line {rows.line_num}", "a CSV row", str(error))) from error
    if problems:
        raise InputError(capped(str(path), problems))
    if not sites and not unplaced:
        wanted = "at least one site" if municipality is None else f"sites of municipality {municipality}"
        raise InputError(Problem(str(path), "", wanted, "none"))
    return SiteList(tuple(sites), tuple(unplaced))


def decode_text(path: Path) -> str:
    """Return the text of a file, whatever its compression and encoding; an InputError if it is no text."""
    try:
        raw = path.read_bytes()
        if raw[:2] == b"\x1f\x8b":
            with gzip.open(io.BytesIO(raw)) as unpacked:
                raw = unpacked.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(Problem(str(path), "", "a readable CSV or CSV.gz file", str(error))) from error
    if len(raw) > MAX_BYTES:
        raise InputError(Problem(str(path), "", f"at most {MAX_BYTES} bytes", "more"))
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(Problem(str(path), "", "text in UTF-8 or CP932", "something else"))


def _read_rows(
    source: str, rows: Iterator[list[str]], municipality: str | None
) -> tuple[list[Site], list[str], list[Problem]]:
    header = _header(next(rows, []))
    missing = [name for name in _REQUIRED if name not in header]
    if missing:
        found = ", ".join(header)[:200] or "an empty file"
        raise InputError(Problem(source, "header", f"the columns {', '.join(missing)}", found))
    columns = {name: header.index(name) for name in header}
    prefix = "" if municipality is None else f"E{municipality}"
    sites: list[Site] = []
    unplaced: list[str] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, start=2):
        if not any(row):
            continue
        if len(row) != len(header):
            problems.append(Problem(source, f"row {number}", f"{len(header)} fields", str(len(row))))
        elif row[columns[ID]].startswith(prefix):
            fields = {name: row[at].strip() for name, at in columns.items()}
            _read_row(source, number, fields, sites, unplaced, problems)
    return sites, unplaced, problems


def _header(row: Sequence[str]) -> list[str]:
    """Return column names; the landslide column gets its official comma, whichever it was written with."""
    names = [re.sub("[,，､]", "、", unicodedata.normalize("NFC", name).strip("\ufeff \t")) for name in row]
    for at in range(len(names) - 1):
        if tuple(names[at : at + 2]) == _LANDSLIDE:
            return [*names[:at], "、".join(_LANDSLIDE), *names[at + 2 :]]
    return names


def _read_row(
    source: str,
    number: int,
    fields: dict[str, str],
    sites: list[Site],
    unplaced: list[str],
    problems: list[Problem],
) -> None:
    """Append a row to the sites, to those without coordinates, or its mistakes to the problems."""
    wrong = list(_flag_problems(fields))
    if not fields[LATITUDE] and not fields[LONGITUDE]:
        unplaced.append(fields[NAME])
    else:
        wrong += _position_problems(fields)
    problems += [Problem(source, f"row {number}, {name}", want, found) for name, want, found in wrong]
    if wrong or not fields[LATITUDE]:
        return
    sites.append(
        Site(
            id=fields[ID],
            name=fields[NAME],
            address=fields[ADDRESS],
            lon=float(fields[LONGITUDE]),
            lat=float(fields[LATITUDE]),
            kinds=tuple(kind for name, kind in _KIND_OF_COLUMN.items() if fields[name]),
            remarks=fields.get(REMARKS, ""),
            is_shelter=fields.get(SHELTER) == "1",
        )
    )


def _flag_problems(fields: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for name in (*_KIND_OF_COLUMN, SHELTER):
        if fields.get(name, "") not in ("", "1"):
            yield name, '"1" or nothing', repr(fields[name])
    for name in (ID, NAME):
        if not fields[name]:
            yield name, "a text", "nothing"


def _position_problems(fields: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    lat, lon = plain_number(fields[LATITUDE]), plain_number(fields[LONGITUDE])
    if lat is not None and lon is not None and within(lon, LATITUDES) and within(lat, LONGITUDES):
        yield f"{LATITUDE} and {LONGITUDE}", "latitude, then longitude", f"{lat}, {lon}: they look swapped"
        return
    for name, value, (low, high) in ((LATITUDE, lat, LATITUDES), (LONGITUDE, lon, LONGITUDES)):
        if value is None or not within(value, (low, high)):
            yield name, f"degrees in {low:g} … {high:g} (Japan)", repr(fields[name])


def plain_number(text: str) -> float | None:
    """Return a plain decimal number; None for anything else, NaN and infinity included."""
    return float(text) if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]*)?", text) else None


def within(value: float, bounds: tuple[float, float]) -> bool:
    """Return whether a value lies between two bounds, both included."""
    return bounds[0] <= value <= bounds[1]


def capped(source: str, problems: list[Problem]) -> list[Problem]:
    """Return the first problems, and how many more there are."""
    more = len(problems) - MAX_PROBLEMS
    if more <= 0:
        return problems
    return [*problems[:MAX_PROBLEMS], Problem(source, "further rows", "no mistakes", f"{more} more")]
