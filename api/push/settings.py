"""Settings of push from the environment (``NIGEMICHI_PUSH_…``)."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

DAY_S = 86_400


class PushSettings(BaseSettings):
    """Everything about push that may differ between two machines.

    Attributes
    ----------
    state_dir : Path
        Where keys are kept (mode 0600) that the environment does not give.
    key : SecretStr or None
        32 bytes in base64url: what subscriptions are encrypted with at rest.
    vapid_key : SecretStr or None
        PEM of the P-256 private key that signs for us at push services.
    contact : str
        ``mailto:`` or ``https:`` address that push services can complain to (RFC 8292 ``sub``).
    hosts : tuple of str
        Further push hosts to allow, exact or as ``*.example.org``.
    allow_loopback : bool
        For tests only: push services on this machine, over plain HTTP.
    client_per_minute, area_per_minute : int
        Most changes of subscriptions a minute, of one network address and of an area.
    stock : int
        Envelopes kept ready for each subscription; one is used for each message.
    stock_life_s : int
        Seconds after which an unused envelope is thrown away.
    claim_after_s : float
        A batch that nobody has touched for so long belongs to a dead worker.
    timeout_s : float
        Longest wait for a push service.
    batches : int
        Batches a worker process has in flight.
    standard : bool
        pywebpush and aiohttp, without envelopes: slower, the reference.
    """

    model_config = SettingsConfigDict(env_prefix="NIGEMICHI_PUSH_", frozen=True)

    state_dir: Path = Path("build/state")
    key: SecretStr | None = None
    vapid_key: SecretStr | None = None
    contact: str = Field(default="mailto:nigemichi@example.org", pattern="^(mailto:.+@.+|https://.+)$")
    hosts: tuple[str, ...] = ()
    allow_loopback: bool = False
    client_per_minute: int = Field(default=30, ge=1)
    area_per_minute: int = Field(default=6_000, ge=1)
    stock: int = Field(default=2, ge=0, le=16)
    stock_life_s: int = Field(default=7 * DAY_S, ge=60)
    claim_after_s: float = Field(default=30, gt=0)
    timeout_s: float = Field(default=10, gt=0)
    batches: int = Field(default=6, ge=1, le=64)
    standard: bool = False
