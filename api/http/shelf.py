"""The regions that are served, opened once."""

from collections.abc import Iterable
from pathlib import Path
from typing import Self


class Shelf:
    """Served regions by id."""

    @classmethod
    def open(cls, folders: Iterable[Path], max_plans: int) -> Self:
        """Open every region; the first is the default."""
        return cls()

    async def warm(self) -> None:
        """Compile what must be compiled before the first person asks."""

    def close(self) -> None:
        """Let go of the files."""
