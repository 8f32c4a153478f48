"""Folders that commands make: new or empty before, and there as a whole or not at all afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hazard.build.folder import folder_aside
from router.errors import InputError, Problem


@contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """Give a folder to write to, which becomes ``out`` when all went well.

    Raises
    ------
    InputError
        When ``out`` holds something already, or the disk refuses.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        found = "a folder with files" if out.is_dir() else "a file"
        raise InputError(Problem(str(out), "", "a folder that is new or empty", found))
    with folder_aside(out) as folder:
        yield folder
