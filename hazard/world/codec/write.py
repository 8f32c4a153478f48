"""Writing: dataclasses to canonical JSON. Field names are the keys; docs/formats.md, section 6."""

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

import orjson

Json: TypeAlias = Any


def to_json(value: Any) -> Json:
    """Return dataclasses, tuples, mappings and moments as plain dicts, lists and strings."""
    if isinstance(value, datetime):
        return moment_text(value)
    if is_dataclass(value):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_json(item) for key, item in value.items()}
    return value if value is None or isinstance(value, bool | int) else str(value)


def canonical(value: Any) -> bytes:
    """Return JSON as it is signed and digested: UTF-8, keys sorted, no spaces, integers only."""
    return orjson.dumps(to_json(value), option=orjson.OPT_SORT_KEYS)


def moment_text(moment: datetime) -> str:
    """Return a moment as ``2026-11-24T07:00:00.000Z``: UTC, milliseconds (the rest is cut off)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
