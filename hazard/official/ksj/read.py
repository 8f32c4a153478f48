"""Read a file of 国土数値情報 into zones, by its attributes' codes."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from hazard.layers.zones.zones import NO_VALUE, ZoneFile, ZoneReport, Zones
from hazard.official.ksj.codes import ATTRIBUTES, Attribute
from hazard.official.vector.features import Features
from hazard.official.vector.gml import DATASET
from hazard.official.vector.read import read_features
from router.errors import InputError, Problem

EXPECTED = "an attribute of 国土数値情報 A31a, A31b, A33, A40, A49 or A51 ({})".format(
    ", ".join(attribute.name for attribute in ATTRIBUTES if not attribute.dataset)
)


def read_ksj(path: Path) -> ZoneFile:
    """Read a file of 国土数値情報 as published: GeoJSON, Shapefile, GML or GeoPackage, in its ZIP or not.

    Parameters
    ----------
    path : Path

    Returns
    -------
    ZoneFile
        One `Zones` for every attribute that is understood. A polygon with a code that no list explains keeps
        ``NO_VALUE``, so that its area counts as unknown; the report names the code.

    Raises
    ------
    InputError
        If the file cannot be read, or has none of the attributes.
    """
    members = [(features, attributes_of(features)) for features in read_features(path)]
    unread = [features for features, attributes in members if not attributes]
    if unread:
        raise InputError([Problem(each.source, "attributes", EXPECTED, _names(each)) for each in unread])
    zones, reports = [], []
    for features, attributes in members:
        unknown: Counter[str] = Counter()
        found = [zones_from(features, attribute, unknown) for attribute in attributes]
        zones += found
        used = sum(int((each.values != NO_VALUE).sum()) for each in found)
        reports.append(ZoneReport(features.source, used, dict(unknown), features.dropped))
    return ZoneFile(tuple(zones), tuple(reports))


def attributes_of(features: Features) -> list[Attribute]:
    """Return the attributes of a file that are understood."""
    dataset = next(iter(features.columns.get(DATASET, ())), "").lower()
    return [
        attribute
        for attribute in ATTRIBUTES
        if attribute.name in features.columns and attribute.dataset.lower() in ("", dataset)
    ]


def zones_from(features: Features, attribute: Attribute, unknown: Counter[str]) -> Zones:
    """Return the zones of one attribute; codes that are not known are counted in ``unknown``.

    Rows without a value have nothing to do with this attribute and are left out.
    """
    rows = [i for i, text in enumerate(features.columns[attribute.name]) if text]
    values = np.full(len(rows), NO_VALUE, np.uint8)
    for at, i in enumerate(rows):
        wrong = list(_unknown_codes(features, attribute, i))
        unknown.update(wrong)
        value = attribute.decode(features.columns[attribute.name][i])
        if value is not None and not wrong:
            values[at] = value
    chosen = features.geometries[np.array(rows, np.int64)]
    return Zones(attribute.kind, attribute.role, chosen, values, features.source, attribute.scenario)


def _unknown_codes(features: Features, attribute: Attribute, row: int) -> Iterator[str]:
    text = features.columns[attribute.name][row]
    if attribute.decode(text) is None:
        yield f"{attribute.name}={text[:40]}"
    for name, codes in attribute.check:
        code = features.columns[name][row] if name in features.columns else ""
        if code not in codes:
            yield f"{name}={code[:40]}"


def _names(features: Features) -> str:
    return ", ".join(features.columns)[:200] or "no attributes"
