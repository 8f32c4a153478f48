"""Sites of three towns in Fukushima from the official list: as many as a plain count of its flags."""

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from hazard.kinds import OFFICIAL_NAME
from hazard.official.sites.read import read_places

pytestmark = pytest.mark.data

TOWNS = {"07204": "いわき市", "07212": "南相馬市", "07203": "郡山市"}


@pytest.mark.parametrize(("code", "name"), TOWNS.items())
def test_counts_are_those_of_the_flags(data_dir: Path, code: str, name: str) -> None:
    path = data_dir / "shelters/mergeFromCity_2.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    ours = [row for row in rows if row[header.index("共通ID")].startswith(f"E{code}")]
    assert ours
    assert all(name in row[header.index("都道府県名及び市町村名")] for row in ours)
    first = header.index("洪水")
    placed = [row for row in ours if row[header.index("緯度")] and row[header.index("経度")]]
    flags = {kind: sum(row[first + i] == "1" for row in placed) for i, kind in enumerate(OFFICIAL_NAME)}
    found = read_places(path, code)
    counted = Counter(kind for record in found.records for kind in record.kinds)
    assert {kind: counted[kind] for kind in OFFICIAL_NAME} == flags
    assert len(found.records) == len(placed)
    assert len(found.without_position) == len(ours) - len(placed)
