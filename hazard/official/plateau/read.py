"""Read disaster-risk surfaces of PLATEAU (CityGML 2 with i-UR 1.5 to 3) into zones."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import shapely
from lxml import etree

from hazard.kinds import HazardKind
from hazard.layers.zones.zones import NO_VALUE, ZoneFile, ZoneReport, ZoneRole, Zones
from hazard.official.plateau.codelists import Codelists, file_name, find_codelists, rank_value, zone_value
from hazard.official.plateau.surfaces import polygons_of
from hazard.official.vector.xml import attribute, local_name, parts, stream, text
from router.errors import InputError, Problem

_SYSTEMS = ("6697", "6668")
_KIND_OF_SET = {
    "津波浸水想定": HazardKind.TSUNAMI,
    "高潮浸水想定": HazardKind.STORM_SURGE,
    "内水浸水想定": HazardKind.INLAND_FLOOD,
    "雨水出水浸水想定": HazardKind.INLAND_FLOOD,
    "洪水浸水想定": HazardKind.FLOOD,
    "土砂災害警戒区域": HazardKind.LANDSLIDE,
}
"""By the first characters of the name of the generic attribute set (i-UR 1.5)."""
_KIND_OF_ELEMENT = {
    "RiverFlooding": HazardKind.FLOOD,
    "Tsunami": HazardKind.TSUNAMI,
    "HighTide": HazardKind.STORM_SURGE,
    "InlandFlooding": HazardKind.INLAND_FLOOD,
}
"""By the middle of ``uro:WaterBody…RiskAttribute`` (i-UR 2 and 3)."""
_PHENOMENA = frozenset("123")


@dataclass(frozen=True, slots=True)
class _Risk:
    """What a city object says of itself."""

    kind: HazardKind
    scenario: str
    value: int | None
    code: str


@dataclass
class _Gathered:
    geometries: dict[tuple[HazardKind, str], list[shapely.Geometry]] = field(
        default_factory=lambda: defaultdict(list)
    )
    values: dict[tuple[HazardKind, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    unknown: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)


def read_plateau(path: Path, codelists: Codelists | None = None) -> ZoneFile:
    """Read a CityGML file of disaster risk.

    Parameters
    ----------
    path : Path
        ``…_fld_…gml``, ``_tnm_``, ``_htd_``, ``_ifld_`` or ``_lsld_``.
    codelists : mapping, optional
        A town's own rank lists by file name; without it those in the data set's ``codelists`` folder.

    Returns
    -------
    ZoneFile
        A rank whose list is not at hand keeps ``NO_VALUE`` and is reported: its area is unknown.

    Raises
    ------
    InputError
        If it is not such a file, or holds no risk surface at all.
    """
    source = str(path)
    known = find_codelists(path) if codelists is None else codelists
    gathered = _Gathered()
    for member in stream(path, source, "CityModel"):
        if local_name(member) == "boundedBy":
            _check_system(member, source)
        elif local_name(member) == "cityObjectMember":
            _gather(member, source, known, gathered)
    if not gathered.values:
        raise InputError(Problem(source, "", "a surface of flood, tsunami, surge or landslide risk", "none"))
    zones = tuple(_zones(key, gathered, source) for key in gathered.values)
    used = sum(int((each.values != NO_VALUE).sum()) for each in zones)
    report = ZoneReport(source, used, dict(gathered.unknown), dict(gathered.dropped))
    return ZoneFile(zones, (report,))


def _check_system(element: etree._Element, source: str) -> None:
    for envelope in parts(element, "Envelope"):
        system = attribute(envelope, "srsName")
        if not system.endswith(_SYSTEMS):
            raise InputError(Problem(source, "srsName", "EPSG 6697 or 6668", system))


def _gather(member: etree._Element, source: str, codelists: Codelists, gathered: _Gathered) -> None:
    risks = _risks(member, codelists)
    polygons = polygons_of(member, source) if risks else []
    if not risks:
        gathered.dropped["no risk attribute"] += 1
    elif not polygons:
        gathered.dropped["no surface"] += 1
    for risk in risks if polygons else ():
        if risk.value is None:
            gathered.unknown[risk.code] += 1
        key = (risk.kind, risk.scenario)
        gathered.geometries[key].append(shapely.MultiPolygon(polygons))
        gathered.values[key].append(NO_VALUE if risk.value is None else risk.value)


def _risks(member: etree._Element, codelists: Codelists) -> list[_Risk]:
    """Return the risks of a city object, in whichever version of the schema it is written."""
    name = next((text(part) for part in parts(member, "name") if text(part)), "")
    found = [_generic(each, name, codelists) for each in parts(member, "genericAttributeSet")]
    for element in member.iter():
        middle = local_name(element).removeprefix("WaterBody").removesuffix("RiskAttribute")
        if middle in _KIND_OF_ELEMENT and local_name(element).endswith("RiskAttribute"):
            found.append(_modern(element, _KIND_OF_ELEMENT[middle], name, codelists))
    found += [_prone_area(area) for area in parts(member, "SedimentDisasterProneArea")]
    return [risk for risk in found if risk is not None]


def _generic(element: etree._Element, name: str, codelists: Codelists) -> _Risk | None:
    """Read a generic attribute set (i-UR 1.5)."""
    title = attribute(element, "name")
    kind = next((kind for start, kind in _KIND_OF_SET.items() if title.startswith(start)), None)
    values = {attribute(part, "name"): _value(part) for part in element}
    if kind is None:
        return None
    if kind is HazardKind.LANDSLIDE:
        return _landslide(title, values.get("区域区分", ""), values.get("現象の種類", ""))
    rank, list_name = values.get("浸水ランク", ""), file_name(values.get("浸水ランクフィールド", ""))
    code = f"{list_name or '浸水ランク'}={rank}"
    return _Risk(kind, name or title, rank_value(rank, list_name, codelists), code)


def _modern(element: etree._Element, kind: HazardKind, name: str, codelists: Codelists) -> _Risk:
    """Read ``uro:…RiskAttribute``: the national rank, or the town's own (rankOrg)."""
    ranks = parts(element, "rank", "rankOrg")
    rank = text(ranks[0]) if ranks else ""
    list_name = file_name(attribute(ranks[0], "codeSpace")) if ranks else ""
    described = next((text(part) for part in parts(element, "description")), "")
    value = rank_value(rank, list_name or "rankOrg", codelists)
    return _Risk(kind, name or described, value, f"{list_name or 'rank'}={rank}")


def _prone_area(area: etree._Element) -> _Risk:
    """Read ``urf:SedimentDisasterProneArea`` (i-UR 2 and 3)."""
    zone = next((text(part) for part in parts(area, "zoneType", "areaType")), "")
    phenomenon = next((text(part) for part in parts(area, "disasterType")), "")
    return _landslide("土砂災害警戒区域", zone, phenomenon)


def _landslide(title: str, zone: str, phenomenon: str) -> _Risk:
    value = zone_value(zone) if phenomenon in _PHENOMENA else None
    return _Risk(HazardKind.LANDSLIDE, title, value, f"区域区分={zone} 現象の種類={phenomenon}")


def _value(element: etree._Element) -> str:
    return next((text(part) for part in parts(element, "value")), "")


def _zones(key: tuple[HazardKind, str], gathered: _Gathered, source: str) -> Zones:
    kind, scenario = key
    values = np.array(gathered.values[key], np.uint8)
    return Zones(kind, ZoneRole.EXPOSURE, _as_array(gathered.geometries[key]), values, source, scenario)


def _as_array(geometries: Iterable[shapely.Geometry]) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    items = list(geometries)
    array = np.empty(len(items), object)
    array[:] = items
    return array
