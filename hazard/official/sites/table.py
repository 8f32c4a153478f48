"""Rows of a CSV by column name, with every mistake collected; shared by the lists of places."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hazard.official.sites_csv import LATITUDES, LONGITUDES, capped, decode_text, plain_number, within
from router.errors import InputError, Problem


@dataclass
class Mistakes:
    """Problems of one file, collected while it is read."""

    source: str
    found: list[Problem] = field(default_factory=list)

    def add(self, row: int, column: str, expected: str, value: str) -> None:
        """Note a wrong field."""
        self.found.append(Problem(self.source, f"row {row}, {column}", expected, repr(value)[:60]))

    def raise_any(self) -> None:
        """Raise an InputError with the first of them and their number, if there are any."""
        if self.found:
            raise InputError(capped(self.source, self.found))


def read_rows(
    path: Path, required: Sequence[str], mistakes: Mistakes
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield (row number, fields by column) of a CSV; empty rows are skipped.

    Parameters
    ----------
    path : Path
        UTF-8 with or without BOM, else CP932; gzipped or not.
    required : sequence of str
        Columns that must be there.
    mistakes : Mistakes
        Rows of the wrong length are noted there.

    Raises
    ------
    InputError
        If it is not such a table.
    """
    rows = csv.reader(io.StringIO(decode_text(path), newline=""), strict=False)
    try:
        header = [column_name(name) for name in next(rows, [])]
        missing = [name for name in required if name not in header]
        if missing:
            found = ", ".join(header)[:200] or "an empty file"
            raise InputError(Problem(str(path), "header", f"the columns {', '.join(missing)}", found))
        for number, row in enumerate(rows, start=2):
            if not any(row):
                continue
            if len(row) != len(header):
                mistakes.add(number, "all", f"{len(header)} fields", str(len(row)))
                continue
            yield number, {name: text.strip() for name, text in zip(header, row, strict=True)}
    except csv.Error as error:
        raise InputError(Problem(str(path), f"line {rows.line_num}", "a CSV row", str(error))) from error


def column_name(text: str) -> str:
    """Return a column name without BOM and blanks, its commas the official 、."""
    plain = unicodedata.normalize("NFC", text).strip("\ufeff \t\r\n")
    return re.sub("[,，､]", "、", plain)


def position(lon: str, lat: str, row: int, mistakes: Mistakes) -> tuple[float, float] | None:
    """Return longitude and latitude in Japan; None, with a mistake noted, for anything else."""
    x, y = plain_number(lon), plain_number(lat)
    if x is not None and y is not None and within(x, LATITUDES) and within(y, LONGITUDES):
        mistakes.add(row, "緯度 and 経度", "latitude, then longitude", f"{lat}, {lon}: they look swapped")
        return None
    if x is None or y is None or not within(x, LONGITUDES) or not within(y, LATITUDES):
        mistakes.add(row, "緯度 and 経度", "degrees in Japan", f"{lat}, {lon}")
        return None
    return x, y


def whole_number(text: str) -> int | None:
    """Return a number of people or floors ("1,060", "１０６０人", "1060.0"); None if there is none."""
    plain = re.sub(r"[,，人名階\s]", "", unicodedata.normalize("NFKC", text))
    match = re.fullmatch(r"([0-9]{1,7})(\.0+)?", plain)
    return int(match[1]) if match else None
