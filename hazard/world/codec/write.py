"""Writing: dataclasses to canonical JSON. Field names are the keys; docs/formats.md, section 6."""

from dataclasses import Field, fields, is_dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

import orjson

Json: TypeAlias = Any
LATER = {"later": True}
"""Metadata of a field that came after logs were written: left out while it says nothing (None, or empty), so
that what was written before keeps its bytes and its digest."""


def to_json(value: Any) -> Json:
    """Return dataclasses, tuples, mappings and moments as plain dicts, lists and strings."""
    if isinstance(value, datetime):
        return moment_text(value)
    if is_dataclass(value):
        told = {field.name: getattr(value, field.name) for field in fields(value) if _is_told(value, field)}
        return {name: to_json(part) for name, part in told.items()}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_json(item) for key, item in value.items()}
    return value if value is None or isinstance(value, bool | int) else str(value)


def _is_told(value: Any, field: Field[Any]) -> bool:
    return not field.metadata.get("later") or bool(getattr(value, field.name))


def canonical(value: Any) -> bytes:
    """Return JSON as it is signed and digested: UTF-8, keys sorted, no spaces, integers only."""
    return orjson.dumps(to_json(value), option=orjson.OPT_SORT_KEYS)


def moment_text(moment: datetime) -> str:
    """Return a moment as ``2026-11-24T07:00:00.000Z``: UTC, milliseconds (the rest is cut off)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
