"""Unpack the files of a ZIP that hold polygons, into a folder that goes away again."""

import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from router.errors import InputError, Problem

MAX_BYTES = 1 << 32
"""4 GiB unpacked: more than any prefecture's file, less than a trap."""
_SIDE_FILES = (".shx", ".dbf", ".prj", ".cpg")
_METADATA = re.compile(r"(^|/)(KS-META|META)[^/]*\.xml$", re.IGNORECASE)


@contextmanager
def unpacked(path: Path, suffixes: Sequence[str]) -> Iterator[list[tuple[str, Path]]]:
    """Unpack the members that hold polygons; where one stands in several forms, only the preferred one.

    Parameters
    ----------
    path : Path
        A ZIP file.
    suffixes : sequence of str
        Forms in the order of preference.

    Yields
    ------
    list of (str, Path)
        ``archive!member`` for messages, and the unpacked file under a plain name.
    """
    with tempfile.TemporaryDirectory(prefix="nigemichi-") as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                members = _unpack(path, archive, suffixes, Path(folder))
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError(Problem(str(path), "", "a complete ZIP file", str(error))) from error
        yield members


def _unpack(
    path: Path, archive: zipfile.ZipFile, suffixes: Sequence[str], folder: Path
) -> list[tuple[str, Path]]:
    infos = {_name(info): info for info in archive.infolist() if not info.is_dir()}
    total_bytes = sum(info.file_size for info in infos.values())
    if total_bytes > MAX_BYTES:
        raise InputError(Problem(str(path), "", f"at most {MAX_BYTES} bytes unpacked", str(total_bytes)))
    members = []
    for number, name in enumerate(_preferred(infos, suffixes)):
        stem, suffix = PurePosixPath(name).with_suffix(""), PurePosixPath(name).suffix.lower()
        target = folder / f"{number}{suffix}"
        _copy(archive, infos[name], target)
        for side in _SIDE_FILES if suffix == ".shp" else ():
            beside = next((infos[n] for n in infos if n.lower() == f"{stem}{side}".lower()), None)
            if beside is not None:
                _copy(archive, beside, target.with_suffix(side))
        members.append((f"{path}!{name}", target))
    if not members:
        raise InputError(Problem(str(path), "", f"a member that ends in {' '.join(suffixes)}", "none"))
    return members


def _preferred(names: dict[str, zipfile.ZipInfo], suffixes: Sequence[str]) -> list[str]:
    """Return one member for each name without suffix (folders aside), in the order of the archive."""
    best: dict[str, str] = {}
    for name in names:
        suffix = PurePosixPath(name).suffix.lower()
        if suffix not in suffixes or _METADATA.search(name):
            continue
        stem = PurePosixPath(name).stem
        if stem not in best or suffixes.index(suffix) < suffixes.index(
            PurePosixPath(best[stem]).suffix.lower()
        ):
            best[stem] = name
    return list(best.values())


def _name(info: zipfile.ZipInfo) -> str:
    """Return the member's name; without the UTF-8 mark it is CP932 here, not CP437."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("cp932")
    except UnicodeError:
        return info.filename


def _copy(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path) -> None:
    with archive.open(info) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file)
