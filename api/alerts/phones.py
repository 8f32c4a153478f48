"""How many phones watch which cells: what staff see before they send. Ids only, nothing is decrypted."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.live.store import Store
from api.push.store.names import prefix


@dataclass(frozen=True, slots=True)
class Count:
    """Phones.

    Attributes
    ----------
    total : int
        Each once, however many of the cells it watches.
    by_mesh : dict of str to int
        By cell, those that anybody watches.
    """

    total: int
    by_mesh: dict[str, int]


class Phones:
    """Counts the subscriptions of one area.

    Parameters
    ----------
    url : str
        See `api.live.address`.
    area : str
    """

    def __init__(self, url: str, area: str) -> None:
        self._store, self._prefix = Store(url), prefix(area)

    def count(self, meshes: Sequence[str]) -> Count:
        """Return how many phones watch the cells, or raise LogUnavailableError."""
        names = {mesh: f"{self._prefix}mesh:{mesh}" for mesh in meshes}
        sizes = self._store.ask(lambda client: [client.scard(name) for name in names.values()])
        by_mesh = {mesh: int(size) for mesh, size in zip(names, sizes, strict=True) if size}
        watched = [names[mesh] for mesh in by_mesh]
        total = len(self._store.ask(lambda client: client.sunion(watched))) if watched else 0
        return Count(total, by_mesh)
