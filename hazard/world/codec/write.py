"""Writing: dataclasses to canonical JSON. Field names are the keys; docs/formats.md, section 6."""

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeAlias

import orjson

Json: TypeAlias = Any
LATER = {"later": True}
"""Metadata of a field that came after logs were written: left out while it says nothing (None, or empty), so
that what was written before keeps its bytes and its digest."""


def to_json(value: Any) -> Json:
    """Return dataclasses, tuples, mappings and moments as plain dicts, lists and strings."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, tuple | list):  # mostly street numbers: thousands of them, at every change
        return [item if type(item) is int else to_json(item) for item in value]
    if isinstance(value, datetime):
        return moment_text(value)
    if is_dataclass(value):
        told = ((name, getattr(value, name), later) for name, later in _fields_of(value.__class__))
        return {name: to_json(part) for name, part, later in told if part or not later}
    if isinstance(value, dict):
        return {str(key): to_json(item) for key, item in value.items()}
    return str(value)


@cache
def _fields_of(kind: type[Any]) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a dataclass, and which of them are left out while they say nothing."""
    return tuple((field.name, bool(field.metadata.get("later"))) for field in fields(kind))


def canonical(value: Any) -> bytes:
    """Return JSON as it is signed and digested: UTF-8, keys sorted, no spaces, integers only."""
    return orjson.dumps(to_json(value), option=orjson.OPT_SORT_KEYS)


def moment_text(moment: datetime) -> str:
    """Return a moment as ``2026-11-24T07:00:00.000Z``: UTC, milliseconds (the rest is cut off)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
