"""Named arrays in one file, memory-mapped when loaded."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from router.store import layout
from router.store.aside import written_aside
from router.store.layout import Array


@dataclass(frozen=True, eq=False)
class Stored:
    """What a file holds.

    Attributes
    ----------
    arrays : dict of str to ndarray
        Read-only views into the mapped file.
    meta : dict of str to object
        What was saved beside them (JSON).
    """

    arrays: dict[str, Array]
    meta: dict[str, Any]


def save_arrays(
    path: str | Path,
    kind: str,
    version: int,
    arrays: Mapping[str, Array],
    meta: Mapping[str, Any] | None = None,
) -> str:
    """Save named arrays as one file.

    Parameters
    ----------
    path : str or Path
        The file; replaced if it exists.
    kind : str
        What the file is, at most 16 ASCII letters.
    version : int
        Version of that kind of content.
    arrays : mapping of str to ndarray
        Any shapes; types bool, integers and floats of 8 to 64 bits.
    meta : mapping of str to object, optional
        Small facts that JSON can hold.

    Returns
    -------
    str
        Hex sha256 of the file. Equal contents give equal files.

    Raises
    ------
    InputError
        When the file cannot be written; nothing is left behind.
    """
    digest = hashlib.sha256()
    with written_aside(path) as file:
        for chunk in layout.chunks(kind, version, arrays, meta or {}):
            digest.update(chunk)
            file.write(chunk)
    return digest.hexdigest()


def load_arrays(
    path: str | Path,
    kind: str,
    version: int,
    names: Sequence[str],
    sha256: str | None = None,
    optional: Sequence[str] = (),
) -> Stored:
    """Map a file of named arrays.

    Parameters
    ----------
    path : str or Path
        A file written by ``save_arrays``.
    kind : str
        What it must be.
    version : int
        The version of that kind that is understood.
    names : sequence of str
        The arrays that it must have, no others.
    sha256 : str, optional
        What the whole file must hash to; not checked when left out.
    optional : sequence of str
        Arrays that it may have besides.

    Returns
    -------
    Stored
        Read-only arrays; only the pages that are used are read from the disk.

    Raises
    ------
    StoreError
        When the file is missing, cut short, damaged, of another version or kind.
    """
    content = layout.map_file(path)
    if sha256 is not None and hashlib.sha256(content.data).hexdigest() != sha256:
        raise layout.damaged(path, "", f"sha256 {sha256}", "another")
    preamble = layout.check_preamble(path, content, kind, version)
    header = layout.parse_header(path, content, preamble)
    arrays = layout.view_arrays(path, content[preamble.data_start :], header["arrays"])
    if not set(names) <= set(arrays) <= {*names, *optional}:
        raise layout.damaged(
            path, "header", f"the arrays {', '.join(sorted(names))}", ", ".join(sorted(arrays))
        )
    return Stored(arrays, header["meta"])
