"""Bytes of a pack: magic, length of the header, JSON header, streams one after another."""

import json
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np

from router.errors import Problem, StoreError
from router.graph import I64, U8
from router.store.pack.kernels import read_varints, write_varints

MAGIC = b"\x89NMGPACK"
VERSION = 1
_LENGTH = struct.Struct("<I")
_START = len(MAGIC) + _LENGTH.size
MAX_HEADER_BYTES = 1 << 24


def to_bytes(facts: Mapping[str, Any], streams: Mapping[str, I64]) -> bytes:
    """Return a pack: ``facts`` and the streams in their order, each as folded LEB128."""
    encoded = {name: write_varints(values).tobytes() for name, values in streams.items()}
    table = [[name, len(values), len(encoded[name])] for name, values in streams.items()]
    header = json.dumps(
        {"version": VERSION, **facts, "streams": table}, ensure_ascii=False, separators=(",", ":")
    ).encode()
    return b"".join((MAGIC, _LENGTH.pack(len(header)), header, *encoded.values()))


def from_bytes(content: bytes, source: str) -> tuple[dict[str, Any], dict[str, I64]]:
    """Return facts and streams of a pack.

    Raises
    ------
    StoreError
        When the bytes are not a pack of this version.
    """
    header, start = _header(content, source)
    streams, body = {}, np.frombuffer(content, np.uint8)
    for name, count, size in header["streams"]:
        streams[name] = _stream(body[start : start + size], count, source, name)
        start += size
    if start != len(content):
        raise _damaged(source, "", f"{start} bytes", f"{len(content)}")
    return header, streams


def _header(content: bytes, source: str) -> tuple[dict[str, Any], int]:
    if content[: len(MAGIC)] != MAGIC or len(content) < _START:
        raise _damaged(source, "", "a pack of streets", "something else")
    (size,) = _LENGTH.unpack_from(content, len(MAGIC))
    if size > min(MAX_HEADER_BYTES, len(content) - _START):
        raise _damaged(source, "header", "as long as said", f"{size} bytes")
    try:
        header: dict[str, Any] = json.loads(content[_START : _START + size])
        version, streams = header["version"], header["streams"]
        good = all(
            isinstance(name, str) and 0 <= count <= length
            for name, count, length in streams
            if isinstance(count, int) and isinstance(length, int)
        )
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(source, "header", "JSON with version and streams", repr(error)) from error
    if version != VERSION or not good:
        raise _damaged(source, "header", f"version {VERSION}", f"{version!r}"[:80])
    return header, _START + size


def _stream(content: U8, count: int, source: str, name: str) -> I64:
    values = read_varints(content, count)
    if len(values) != count or (count == 0 and len(content)):
        raise _damaged(source, name, f"{count} numbers", "other bytes")
    return values


def _damaged(source: str, where: str, expected: str, found: str) -> StoreError:
    return StoreError(Problem(source, where, expected, found))
