"""Bytes of the container (docs/formats.md, section 1): 64-byte preamble, JSON header, aligned arrays."""

import json
import math
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from router.errors import Problem, StoreError
from router.graph import U8

MAGIC = b"\x89NMG\r\n\x1a\n"
FORMAT_VERSION = 1
"""Version of the container. Each kind of content has a version of its own beside it."""
ALIGNMENT = 64
DTYPES = frozenset(
    {"bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64"}
)

_PREAMBLE = struct.Struct("<8sHH4xQII16s16x")
"""magic, container version, kind version, file bytes, header bytes, CRC-32 of the header, kind."""
_ENTRY_KEYS = {"name": str, "dtype": str, "shape": list, "offset": int}

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Preamble:
    """What the first 64 bytes say.

    Attributes
    ----------
    header_bytes : int
        Length of the JSON header that follows.
    header_crc32 : int
        Its CRC-32.
    """

    header_bytes: int
    header_crc32: int

    @property
    def data_start(self) -> int:
        """Offset of the first array in the file."""
        return aligned(_PREAMBLE.size + self.header_bytes)


def aligned(size: int) -> int:
    """Return ``size`` rounded up to the alignment."""
    return -(-size // ALIGNMENT) * ALIGNMENT


def damaged(path: str | Path, where: str, expected: str, found: str) -> StoreError:
    """Return the error that says what is wrong with a stored file."""
    return StoreError(Problem(str(path), where, expected, found))


def chunks(
    kind: str, version: int, arrays: Mapping[str, Array], meta: Mapping[str, Any]
) -> Iterator[bytes | memoryview]:
    """Yield the bytes of a file piece by piece.

    Parameters
    ----------
    kind : str
        At most 16 ASCII letters.
    version : int
        Version of that kind.
    arrays : mapping of str to ndarray
        In the order in which they are stored.
    meta : mapping of str to object
        Anything that JSON can hold.

    Yields
    ------
    bytes or memoryview
        Multiples of 64 bytes together with the padding that follows.
    """
    name = kind.encode("ascii")
    if not 0 < len(name) <= 16:
        raise ValueError(f"kind must be 1 to 16 letters: {kind!r}")
    header = _header(arrays, meta)
    start = aligned(_PREAMBLE.size + len(header))
    total = start + sum(aligned(array.nbytes) for array in arrays.values())
    yield _PREAMBLE.pack(MAGIC, FORMAT_VERSION, version, total, len(header), zlib.crc32(header), name)
    yield header
    yield bytes(start - _PREAMBLE.size - len(header))
    for array in arrays.values():
        little = np.ascontiguousarray(array.astype(array.dtype.newbyteorder("<"), copy=False))
        yield little.reshape(-1).view(np.uint8).data
        yield bytes(aligned(array.nbytes) - array.nbytes)


def _header(arrays: Mapping[str, Array], meta: Mapping[str, Any]) -> bytes:
    entries, offset = [], 0
    for name, array in arrays.items():
        if array.dtype.name not in DTYPES:
            raise ValueError(f"{name}: {array.dtype} cannot be stored")
        entries.append(
            {"name": name, "dtype": array.dtype.name, "shape": list(array.shape), "offset": offset}
        )
        offset += aligned(array.nbytes)
    header = {"arrays": entries, "meta": dict(meta)}
    return json.dumps(header, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def map_file(path: str | Path) -> U8:
    """Return the bytes of a file, mapped read-only.

    Parameters
    ----------
    path : str or Path
        The file.

    Returns
    -------
    uint8, (n,)
        Its bytes.

    Raises
    ------
    StoreError
        When it is missing, not readable or too short for a preamble.
    """
    try:
        size = Path(path).stat().st_size
        if size < _PREAMBLE.size:
            raise damaged(path, "", f"at least {_PREAMBLE.size} bytes", f"{size} bytes")
        return np.asarray(np.memmap(path, np.uint8, "r"))
    except OSError as error:
        raise damaged(path, "", "a stored file", error.strerror or str(error)) from error


def check_preamble(path: str | Path, content: U8, kind: str, version: int) -> Preamble:
    """Check the first 64 bytes.

    Parameters
    ----------
    path : str or Path
        For messages.
    content : uint8, (n,)
        The file.
    kind : str
        What it must hold.
    version : int
        The version of that kind that is understood.

    Returns
    -------
    Preamble
        Where the header is.

    Raises
    ------
    StoreError
        When the file is cut short, of another version or kind.
    """
    for where, expected, ok, found in _preamble_checks(content, kind, version):
        if not ok:
            raise damaged(path, where, expected, found)
    *_, header_bytes, crc, _ = _fields(content)
    return Preamble(header_bytes, crc)


def _fields(content: U8) -> tuple[Any, ...]:
    return _PREAMBLE.unpack(content[: _PREAMBLE.size].tobytes())


def _preamble_checks(content: U8, kind: str, version: int) -> Iterator[tuple[str, str, bool, str]]:
    """Yield where, what is expected, whether it is so and what is found, in the specified order."""
    magic, container, found, total, header_bytes, _, name = _fields(content)
    found_kind = name.rstrip(b"\0").decode("ascii", "replace")
    fits = _PREAMBLE.size + header_bytes <= len(content)
    yield "bytes 0–7", f"the mark {MAGIC!r}", magic == MAGIC, repr(magic)
    known = container == FORMAT_VERSION
    yield "bytes 8–9", f"container version {FORMAT_VERSION}", known, f"version {container}"
    yield "bytes 32–47", f"kind {kind!r}", found_kind == kind, f"{found_kind!r}"
    yield "bytes 10–11", f"version {version} of {kind!r}", found == version, f"version {found}"
    yield "", f"{total} bytes", total == len(content), f"{len(content)} bytes"
    yield "bytes 24–27", "a header within the file", fits, f"{header_bytes} bytes"


def parse_header(path: str | Path, content: U8, preamble: Preamble) -> dict[str, Any]:
    """Parse and check the JSON header.

    Parameters
    ----------
    path : str or Path
        For messages.
    content : uint8, (n,)
        The file.
    preamble : Preamble
        Where the header is.

    Returns
    -------
    dict
        ``arrays`` (a list of entries with the right types) and ``meta``.

    Raises
    ------
    StoreError
        When it is damaged.
    """
    raw = content[_PREAMBLE.size : _PREAMBLE.size + preamble.header_bytes].tobytes()
    if zlib.crc32(raw) != preamble.header_crc32:
        raise damaged(path, "header", f"CRC-32 {preamble.header_crc32:08x}", f"{zlib.crc32(raw):08x}")
    try:
        header = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise damaged(path, "header", "JSON", str(error)) from error
    if not _is_header(header):
        raise damaged(path, "header", "arrays with name, dtype, shape and offset, and meta", "something else")
    return dict(header)


def _is_header(header: object) -> bool:
    if not isinstance(header, dict) or not isinstance(header.get("meta"), dict):
        return False
    entries = header.get("arrays")
    return isinstance(entries, list) and all(_is_entry(entry) for entry in entries)


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or any(type(entry.get(k)) is not t for k, t in _ENTRY_KEYS.items()):
        return False
    return entry["dtype"] in DTYPES and all(type(size) is int and size >= 0 for size in entry["shape"])


def view_arrays(path: str | Path, data: U8, entries: list[dict[str, Any]]) -> dict[str, Array]:
    """Return every array as a read-only view.

    Parameters
    ----------
    path : str or Path
        For messages.
    data : uint8, (n,)
        Everything after the header.
    entries : list of dict
        Name, dtype, shape and offset of every array.

    Returns
    -------
    dict of str to ndarray
        The arrays.

    Raises
    ------
    StoreError
        When an array is out of place, or is bool and holds something else than 0 and 1.
    """
    arrays: dict[str, Array] = {}
    expected_offset = 0
    for entry in entries:
        name, offset = entry["name"], entry["offset"]
        dtype = np.dtype(entry["dtype"]).newbyteorder("<")
        size = math.prod(entry["shape"]) * dtype.itemsize
        if offset != expected_offset or offset + size > len(data) or name in arrays:
            raise damaged(
                path, f"array {name}", f"{size} bytes at {expected_offset}, once", f"offset {offset}"
            )
        raw = data[offset : offset + size]
        if entry["dtype"] == "bool" and (raw > 1).any():
            raise damaged(path, f"array {name}", "bytes 0 and 1", f"{int(raw.max())}")
        try:
            arrays[name] = raw.view(dtype).reshape(entry["shape"])
        except (ValueError, OverflowError) as error:  # no bytes, and yet a size beyond every machine
            raise damaged(
                path, f"array {name}", "a shape that fits in memory", f"{entry['shape']}"
            ) from error
        expected_offset += aligned(size)
    if expected_offset != len(data):
        raise damaged(path, "", f"{expected_offset} bytes of arrays", f"{len(data)} bytes")
    return arrays
