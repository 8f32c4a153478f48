"""Arrays on disk: the ``.nmg`` container (docs/formats.md, section 1) and what is kept in it.

======== ================================================================
module   what it does
======== ================================================================
layout   bytes of the container: preamble, header, checks
arrays   save and load named arrays of any kind
streets  save and load a ``StreetGraph``
texts    tuples of strings as two arrays
aside    write a file beside the old one, sync, rename
======== ================================================================
"""

from router.store.arrays import Stored, load_arrays, save_arrays
from router.store.aside import renamed_aside, written_aside
from router.store.streets import load_graph, save_graph
from router.store.texts import pack_texts, unpack_texts

__all__ = [
    "Stored",
    "load_arrays",
    "load_graph",
    "pack_texts",
    "renamed_aside",
    "save_arrays",
    "save_graph",
    "unpack_texts",
    "written_aside",
]
