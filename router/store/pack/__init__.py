"""A street graph as few bytes as possible, for phones (docs/formats.md, section 7).

Nothing is lost but the OpenStreetMap way ids, which no phone needs. ``pack_graph`` and ``unpack_graph`` are
inverse to each other; the same bytes are read by ``pwa/src/core/router/store/pack.ts``.
"""

from router.store.pack.pack import pack_graph
from router.store.pack.unpack import unpack_graph

__all__ = ["pack_graph", "unpack_graph"]
