"""Settings from the environment (``NIGEMICHI_…``). The command line overrides them."""

from pathlib import Path

from pydantic import AliasChoices, Field, IPvAnyNetwork
from pydantic_settings import BaseSettings, SettingsConfigDict

PAGE_DIR = Path(__file__).parents[1] / "pwa" / "dist"
"""Where `make` leaves the built page."""


class Settings(BaseSettings):
    """Everything that may differ between two machines.

    Attributes
    ----------
    regions : tuple of Path
        Region folders to serve; the first is the default of a request that names none.
    page_dir : Path
        The built page.
    host, port, workers
        Where to listen, and with how many processes.
    max_body_bytes : int
        Largest request body; a route request needs about a hundred bytes.
    max_staff_body_bytes : int
        Largest body of staff's requests about an area, which hold drawings.
    max_plans : int
        Settled fields kept in memory per region (one for each profile and set of hazards).
    state : Path or None
        Folder of what this server must not forget: the embedded event log and the signing key. Without it
        and without ``redis_url`` the server follows no log: regions are served as they were built.
    redis_url : str or None
        The event log's server (``REDIS_URL`` or ``NIGEMICHI_REDIS_URL``; forms in api/live/address.py) in
        place of the embedded one.
    log_replicas : int
        Replicas that must have an event on disk, besides the primary, before it is acknowledged. Set 1 with
        Sentinel or a cluster: a primary that dies takes with it what only it had.
    signing_key : str or None
        Ed25519 key of the live state: 32 bytes, base64. Default: a key kept in ``state``.
    proxies : tuple of networks
        Addresses of reverse proxies, as JSON (``["10.0.0.0/8"]``): a client behind one is counted by the
        address that the proxy puts last into ``X-Forwarded-For``. Nobody else's header is believed.
    log_level : str
        ``debug``, ``info``, ``warning`` or ``error``.
    """

    model_config = SettingsConfigDict(env_prefix="NIGEMICHI_", frozen=True)

    regions: tuple[Path, ...] = ()
    page_dir: Path = PAGE_DIR
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    workers: int = Field(default=1, ge=1, le=64)
    max_body_bytes: int = Field(default=16_384, ge=256)
    max_staff_body_bytes: int = Field(default=262_144, ge=256)
    max_plans: int = Field(default=64, ge=1)
    state: Path | None = None
    redis_url: str | None = Field(
        default=None,
        validation_alias=AliasChoices("redis_url", "NIGEMICHI_REDIS_URL", "REDIS_URL"),
        repr=False,
    )
    log_replicas: int = Field(default=0, ge=0, le=8)
    signing_key: str | None = Field(default=None, repr=False)
    proxies: tuple[IPvAnyNetwork, ...] = ()
    log_level: str = Field(default="info", pattern="^(debug|info|warning|error)$")
