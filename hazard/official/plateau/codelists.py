"""Code lists of PLATEAU: what an 浸水ランク means. A town's own list must be at hand."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from hazard.official.ksj.codes import DEPTH_RANK, LANDSLIDE_ZONE, look_up
from hazard.official.ksj.depth_text import class_of_text
from hazard.official.vector.xml import parts, stream, text

Codelists: TypeAlias = Mapping[str, Mapping[str, str]]
"""By file name: code to text ("0.5m以上3m未満")."""

NATIONAL_RANKS = frozenset(
    f"{prefix}{name}RiskAttribute_rank.xml"
    for prefix in ("", "Building", "WaterBody")
    for name in ("RiverFlooding", "Tsunami", "HighTide", "InlandFlooding", "ReservoirFlooding")
)
"""Lists with the six national steps (i-UR). ``…_rankOrg.xml`` are a town's own, different everywhere."""

NO_LIST = ""
"""i-UR 1.5 names no list for the rank of a flood: it is the national one."""


def rank_value(rank: str, list_name: str, codelists: Codelists) -> int | None:
    """Return the class of an 浸水ランク, or None where its list is not known."""
    if list_name in codelists:
        meaning = codelists[list_name].get(rank)
        return None if meaning is None else class_of_text(meaning)
    if list_name == NO_LIST or list_name in NATIONAL_RANKS:
        return look_up(DEPTH_RANK, rank)
    return None


def zone_value(code: str) -> int | None:
    """Return the class of a 区域区分 of landslide (the list of 国土数値情報 A33)."""
    return look_up(LANDSLIDE_ZONE, code)


def file_name(code_space: str) -> str:
    """Return the file name of a code list, whatever path it is written with."""
    return PurePosixPath(code_space).name


def find_codelists(path: Path) -> Codelists:
    """Return the rank lists in the ``codelists`` folder of the data set of a file, if there is one."""
    for folder in path.resolve().parents[:6]:
        if (folder / "codelists").is_dir():
            files = sorted((folder / "codelists").glob("*[Rr]ank*.xml"))
            return {file.name: read_codelist(file) for file in files}
    return {}


def read_codelist(path: Path) -> Mapping[str, str]:
    """Read one list: code to text.

    Raises
    ------
    InputError
        If it is not a ``gml:Dictionary``.
    """
    found = {}
    for entry in stream(path, str(path), "Dictionary"):
        for definition in parts(entry, "Definition"):
            names = [text(part) for part in parts(definition, "name")]
            meanings = [text(part) for part in parts(definition, "description")]
            if names and meanings:
                found[names[0]] = meanings[0]
    return found
