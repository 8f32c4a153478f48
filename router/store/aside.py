"""Write a file beside the old one, sync it, and rename it: readers see the old file or the new one."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from router.errors import InputError, Problem


@contextmanager
def written_aside(path: str | Path) -> Iterator[BinaryIO]:
    """Open a file beside ``path``; sync it and rename it to ``path`` when all went well.

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
        When the disk or the folder refuses. The old file is untouched and nothing is left beside it.
    """
    target = Path(path)
    aside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with aside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        aside.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise InputError(_refused(target, error)) from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refused(target: Path, error: OSError) -> Problem:
    expected = "a file that can be written"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        expected = "enough room on the disk"
    return Problem(str(target), "", expected, error.strerror or str(error))
