"""A folder that appears whole or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from router.errors import InputError, Problem


@contextmanager
def folder_aside(out: Path) -> Iterator[Path]:
    """Yield a new folder beside ``out``; rename it to ``out`` when all went well, else remove it.

    Parameters
    ----------
    out : Path
        Does not exist, or is an empty folder.

    Raises
    ------
    InputError
        When the disk or a folder refuses.
    """
    out = out.absolute()
    aside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        aside.mkdir(parents=True)
        yield aside
        if out.is_dir():
            out.rmdir()
        aside.rename(out)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        expected = "enough room on the disk" if full else "a folder that can be written"
        raise InputError(Problem(str(out), "", expected, error.strerror or str(error))) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
