"""Any file of polygons with a chosen attribute: a town's digitised volcano, snow or flood map.

What its values mean is written in a small file beside it (``map.gpkg.toml`` for ``map.gpkg``)::

    kind = "volcano"
    attribute = "zone"            # leave it out: every polygon is of the class named under ""
    scenario = "安達太良山火山防災マップ 2019"
    layer = "zones"               # optional, GeoPackage only

    [classes]
    "1" = "zone_red"
    "2" = "zone_yellow"

For depths in metres write ``depth_m = "attribute"`` in place of ``attribute`` and ``[classes]``.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from hazard.kinds import CLASS_NAME, ExposureClass, HazardKind
from hazard.layers.classes import depth_classes
from hazard.layers.zones.zones import NO_VALUE, ZoneFile, ZoneReport, ZoneRole, Zones
from hazard.official.vector.features import Features
from hazard.official.vector.read import read_features
from router.errors import InputError, Problem
from router.graph import U8

CLASS_OF_KEY = {name.key: worst for worst, name in CLASS_NAME.items() if worst != ExposureClass.UNKNOWN}
_KEYS = frozenset({"kind", "attribute", "depth_m", "scenario", "layer", "classes"})


@dataclass(frozen=True, slots=True)
class PolygonRule:
    """What the attribute of a file of polygons means.

    Attributes
    ----------
    kind : HazardKind
    attribute : str
        Empty: no attribute, the class under "" holds for all.
    classes : mapping of str to ExposureClass
        By value as text; empty where the attribute is a depth in metres.
    scenario : str
    layer : str or None
    """

    kind: HazardKind
    attribute: str
    classes: Mapping[str, ExposureClass]
    scenario: str = ""
    layer: str | None = None


def rule_path(path: Path) -> Path:
    """Return where the rule of a file of polygons is looked for: beside it, with ``.toml`` added."""
    return path.with_name(f"{path.name}.toml")


def read_rule(path: Path) -> PolygonRule:
    """Read a rule.

    Raises
    ------
    InputError
        With everything that is wrong with it.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(Problem(str(path), "", "a rule for polygons (TOML)", str(error))) from error
    problems = _rule_problems(str(path), table)
    if problems:
        raise InputError(problems)
    classes = {key: CLASS_OF_KEY[name] for key, name in table.get("classes", {}).items()}
    attribute = table.get("depth_m", table.get("attribute", ""))
    return PolygonRule(
        HazardKind(table["kind"]), attribute, classes, table.get("scenario", ""), table.get("layer")
    )


def read_polygons(path: Path, rule: PolygonRule) -> ZoneFile:
    """Read a file of polygons by a rule.

    Raises
    ------
    InputError
        If the file cannot be read, or does not have the attribute.
    """
    members = read_features(path, rule.layer)
    missing = [each for each in members if rule.attribute and rule.attribute not in each.columns]
    if missing:
        expected = f"the attribute {rule.attribute}"
        raise InputError(
            [Problem(each.source, "attributes", expected, ", ".join(each.columns)[:200]) for each in missing]
        )
    zones, reports = [], []
    for features in members:
        values, unknown = _values(features, rule)
        zones.append(
            Zones(rule.kind, ZoneRole.EXPOSURE, features.geometries, values, features.source, rule.scenario)
        )
        used = int((values != NO_VALUE).sum())
        reports.append(ZoneReport(features.source, used, unknown, features.dropped))
    return ZoneFile(tuple(zones), tuple(reports))


def _values(features: Features, rule: PolygonRule) -> tuple[U8, Mapping[str, int]]:
    texts = features.columns[rule.attribute] if rule.attribute else ("",) * len(features.geometries)
    if rule.classes:
        values = np.array([rule.classes.get(text, NO_VALUE) for text in texts], np.uint8)
    else:
        values = depth_classes(np.array([_number(text) for text in texts], np.float64))
    codes = Counter(
        f"{rule.attribute}={text[:40]}"
        for text, value in zip(texts, values.tolist(), strict=True)
        if value == NO_VALUE
    )
    return values, dict(codes)


def _number(text: str) -> float:
    """Return a depth; NaN (unknown) for what is not a finite number."""
    try:
        value = float(text)
    except ValueError:
        return float("nan")
    return value if np.isfinite(value) else float("nan")


def _rule_problems(source: str, table: Mapping[str, Any]) -> list[Problem]:
    checks = [(name, f"one of {', '.join(sorted(_KEYS))}", name) for name in sorted(table.keys() - _KEYS)]
    if table.get("kind") not in set(HazardKind):
        checks.append(("kind", f"one of {', '.join(HazardKind)}", repr(table.get("kind"))))
    checks += [
        (name, "a text", repr(table[name]))
        for name in ("attribute", "depth_m", "scenario", "layer")
        if not isinstance(table.get(name, ""), str)
    ]
    classes = table.get("classes", {})
    if not isinstance(classes, dict) or ("depth_m" in table) == bool(classes):
        checks.append(("classes", "a table of classes, or depth_m, and not both", repr(classes)[:80]))
        classes = {}
    expected = f"one of {', '.join(CLASS_OF_KEY)}"
    checks += [
        (f"classes.{key}", expected, repr(name)[:80])
        for key, name in classes.items()
        if not isinstance(name, str) or name not in CLASS_OF_KEY
    ]
    return [Problem(source, where, expected, found) for where, expected, found in checks]
