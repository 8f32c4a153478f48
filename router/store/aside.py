"""Write a file beside the old one, sync it, and rename it: readers see the old file or the new one."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from router.errors import InputError, Problem


@contextmanager
def renamed_aside(path: str | Path) -> Iterator[Path]:
    """Give a name beside ``path`` to write to; sync that file and rename it to ``path`` when all went well.

    Parameters
    ----------
    path : str or Path
        The file in the end.

    Yields
    ------
    Path
        In the same folder, with the same ending.

    Raises
    ------
    InputError
        When the disk or the folder refuses. The old file is untouched and nothing is left beside it.
    """
    target = Path(path)
    aside = target.with_name(f".part-{os.getpid()}-{target.name}")
    try:
        yield aside
        _sync(aside)
        aside.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise InputError(_refused(target, error)) from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


@contextmanager
def written_aside(path: str | Path) -> Iterator[BinaryIO]:
    """Open a file beside ``path`` for writing; as ``renamed_aside``.

    Parameters
    ----------
    path : str or Path
        The file in the end.

    Yields
    ------
    file
        Open for binary writing.

    Raises
    ------
    InputError
        When the disk or the folder refuses.
    """
    with renamed_aside(path) as aside, aside.open("wb") as file:
        yield file


def _sync(path: Path) -> None:
    """Put a file, or the names in a folder, on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refused(target: Path, error: OSError) -> Problem:
    expected = "a file that can be written"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        expected = "enough room on the disk"
    return Problem(str(target), "", expected, error.strerror or str(error))
