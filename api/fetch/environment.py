"""Where things are fetched from and how patiently, from the environment (``NIGEMICHI_FETCH_…``)."""

import os
from pathlib import Path
from typing import Self

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.fetch.ask import Manners
from api.fetch.file import SHELTERS_CSV_URL, SITES_CSV_URL
from api.fetch.gather import HAZARD_ZOOM, Services
from api.fetch.settings import DEFAULT, FetchSettings
from api.fetch.tiles import GSI_URL, HAZARD_URL
from router.errors import InputError, Problem


def default_cache() -> Path:
    """Return the user's cache folder (XDG)."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "nigemichi"


class FetchEnvironment(BaseSettings):
    """Servers, patience and the cache.

    Attributes
    ----------
    overpass_url, nominatim_url : str
        Streets and places.
    hazard_url, dem_url : str
        Tiles, with ``{layer} {z} {x} {y}``.
    sites_url, shelters_url : str
        The national lists.
    hazard_zoom : int
        Zoom of hazard tiles.
    dem_sets : tuple of str
        Elevation sets, the finest first.
    interval_s : float
        Least time between two requests.
    timeout_s : int
        Longest wait for one answer about streets.
    tile_timeout_s : float
        Longest wait for one tile.
    attempts : int
        How often a busy server is asked.
    pause_s : float
        Wait before a busy server is asked again, where it does not say itself.
    cache_dir : Path
        Where everything is kept.
    """

    model_config = SettingsConfigDict(env_prefix="NIGEMICHI_FETCH_", frozen=True)

    overpass_url: str = DEFAULT.overpass_url
    nominatim_url: str = DEFAULT.nominatim_url
    hazard_url: str = HAZARD_URL
    dem_url: str = GSI_URL
    sites_url: str = SITES_CSV_URL
    shelters_url: str = SHELTERS_CSV_URL
    hazard_zoom: int = Field(default=HAZARD_ZOOM, ge=2, le=17)
    dem_sets: tuple[str, ...] = ("dem5a_png", "dem_png")
    interval_s: float = Field(default=0.2, ge=0)
    timeout_s: int = Field(default=DEFAULT.timeout_s, ge=1)
    tile_timeout_s: float = Field(default=30.0, gt=0)
    attempts: int = Field(default=4, ge=1)
    pause_s: float = Field(default=DEFAULT.pause_s, ge=0)
    cache_dir: Path = Field(default_factory=default_cache)

    @classmethod
    def read(cls) -> Self:
        """Return what the environment says, or raise one InputError with everything that is wrong in it."""
        try:
            return cls()
        except ValidationError as error:
            problems = [
                Problem("environment", _name_of(one["loc"]), one["msg"], repr(one["input"])[:80])
                for one in error.errors()
            ]
            raise InputError(problems) from None

    def streets(self, cache: Path) -> FetchSettings:
        """Return the settings for streets."""
        return FetchSettings(
            self.overpass_url, self.nominatim_url, self.timeout_s, self.attempts, self.pause_s, cache / "osm"
        )

    def services(self) -> Services:
        """Return the servers of tiles and lists."""
        tiles = Manners(
            interval_s=self.interval_s,
            timeout_s=self.tile_timeout_s,
            attempts=self.attempts,
            longest_pause_s=max(60.0, self.pause_s),
        )
        files = Manners(
            interval_s=self.interval_s, attempts=self.attempts, timeout_s=600.0, max_bytes=1 << 28
        )
        return Services(self.hazard_url, self.dem_url, self.sites_url, self.shelters_url, tiles, files)


def _name_of(where: tuple[int | str, ...]) -> str:
    return f"NIGEMICHI_FETCH_{'.'.join(str(part) for part in where).upper()}"
