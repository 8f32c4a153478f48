"""Where streets are fetched from, and how patiently."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Settings of a fetch.

    Attributes
    ----------
    overpass_url : str
        Base address of an Overpass API; ``/interpreter`` is added.
    nominatim_url : str
        Base address of a Nominatim; ``/search`` is added.
    timeout_s : int
        Longest wait for one answer, also told to Overpass.
    attempts : int
        How often to ask when a server says that it is busy (HTTP 429, 503 or 504).
    pause_s : float
        Wait between attempts.
    cache_dir : Path or None
        Folder in which answers are kept and looked up for as long as they lie there; ``None`` asks anew.
    """

    overpass_url: str = "https://overpass-api.de/api"
    nominatim_url: str = "https://nominatim.openstreetmap.org"
    timeout_s: int = 180
    attempts: int = 3
    pause_s: float = 30.0
    cache_dir: Path | None = None


DEFAULT = FetchSettings()
"""The public servers, nothing kept."""
