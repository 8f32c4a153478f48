"""Settings of alerts from the environment (``NIGEMICHI_ALERTS_…``)."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class AlertSettings(BaseSettings):
    """Everything about alerts that may differ between two servers.

    Attributes
    ----------
    public_url : str
        Where residents open the page: a tap on a notice leads there.
    sender : str
        Who CAP messages are from: a name that is theirs for ever (CAP 1.2, ``sender``).
    emergency_override : bool
        An approver may issue level 4, 5 and tsunami alone, by saying so. Every use is told in the audit and,
        as a warning, in the log.
    cap_key, cap_certificate : SecretStr, Path or None
        PEM of the P-256 key that signs CAP, and its X.509 certificate. Default: made once and kept in
        ``state_dir``. All servers of an area need the same.
    state_dir : Path
        Where keys are kept (mode 0600) that the environment does not give.
    """

    model_config = SettingsConfigDict(env_prefix="NIGEMICHI_ALERTS_", frozen=True)

    public_url: str = Field(default="https://nigemichi.example", pattern=r"^https?://[^\s?#]+[^\s?#/]$")
    sender: str = Field(default="nigemichi@nigemichi.example", pattern=r"^[^\s,<&]+$", max_length=200)
    emergency_override: bool = False
    cap_key: SecretStr | None = None
    cap_certificate: Path | None = None
    state_dir: Path = Path("build/state")
