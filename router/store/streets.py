"""A ``StreetGraph`` on disk (docs/formats.md, section 2)."""

from pathlib import Path

from router.errors import InputError, Problem, StoreError
from router.graph import ARRAYS, TURNS, StreetGraph
from router.store.arrays import load_arrays, save_arrays
from router.store.texts import pack_texts, unpack_texts

KIND = "streets"
VERSION = 1
_NAMES = ("name_first_byte", "name_utf8")


def save_graph(path: str | Path, graph: StreetGraph) -> str:
    """Save a street graph.

    Parameters
    ----------
    path : str or Path
        The file; replaced if it exists.
    graph : StreetGraph
        The streets.

    Returns
    -------
    str
        Hex sha256 of the file.

    Raises
    ------
    InputError
        When the file cannot be written.
    """
    names = dict(zip(_NAMES, pack_texts(graph.names), strict=True))
    turns = {name: getattr(graph, name) for name in TURNS if len(graph.banned_from)}
    arrays = {name: getattr(graph, name) for name in ARRAYS} | names | turns
    return save_arrays(path, KIND, VERSION, arrays, {"digest": graph.digest})


def load_graph(path: str | Path, sha256: str | None = None) -> StreetGraph:
    """Load a street graph; its arrays stay in the mapped file.

    Parameters
    ----------
    path : str or Path
        A file written by ``save_graph``.
    sha256 : str, optional
        What the whole file must hash to.

    Returns
    -------
    StreetGraph
        Verified as if it were built anew.

    Raises
    ------
    StoreError
        When the file is missing, damaged, of another version or not a street graph.
    """
    arrays = load_arrays(path, KIND, VERSION, (*ARRAYS, *_NAMES), sha256, TURNS).arrays
    try:
        names = unpack_texts(*(arrays.pop(name) for name in _NAMES))
        return StreetGraph(**arrays, names=names)
    except InputError as error:
        raise StoreError(
            Problem(f"{path} ({problem.source})", problem.where, problem.expected, problem.found)
            for problem in error.problems
        ) from error
