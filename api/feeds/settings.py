"""Where official telegrams are fetched from, and how politely (``NIGEMICHI_FEEDS_…``)."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from hazard.official.jma.xml import MAX_BYTES


class FeedSettings(BaseSettings):
    """Settings of the poller.

    The agency cuts off addresses that load about 10 GB a day (notice of 2021-03); the default budget is a
    tenth of that. The short feeds change every minute and reach back at least ten minutes; the long ones
    change every hour and reach back some days (xml.kishou.go.jp/xmlpull.html).

    Attributes
    ----------
    memory : Path or None
        File in which is remembered what was read; default: ``feeds.sqlite`` in the server's state folder.
    watch : Path or None
        What each area listens to (`api.feeds.watches`). `nigemichi serve` polls where this is set.
    base_url : str
        Folder of the Atom feeds.
    feeds : tuple of str
        Their names, the most urgent first; ``_l`` is added for the long ones.
    offices : tuple of str
        Six-digit codes in file names (``070000``): telegrams by prefecture are fetched for these only. Empty:
        for the whole country. Tsunami, earthquakes, volcanoes and rivers are always fetched.
    interval_s : float
        Between two polls.
    gap_s : float
        A feed not read for so long may have lost entries: its long one is read, too.
    long_interval_s : float
        Between two readings of a long feed. It lags by up to an hour, so that once after a gap is not enough.
    connect_timeout_s, timeout_s : float
        To connect; for one whole answer.
    max_feed_bytes, max_telegram_bytes : int
        Longest answers, unpacked.
    daily_bytes : int
        Budget of a UTC day, unpacked. The last tenth is for the first feed and for tsunami only.
    max_per_poll : int
        Telegrams fetched in one poll; the rest waits for the next.
    attempts : int
        How often one telegram is asked for.
    backoff_s, max_backoff_s : float
        First and longest pause after failures; doubled each time, with jitter.
    max_remembered : int
        Addresses remembered, the oldest are forgotten first. A day of the whole country has a few thousand.
    allow_loopback : bool
        For tests: plain HTTP to this machine.
    """

    model_config = SettingsConfigDict(env_prefix="NIGEMICHI_FEEDS_", frozen=True)

    memory: Path | None = None
    watch: Path | None = None
    base_url: str = "https://www.data.jma.go.jp/developer/xml/feed/"
    feeds: tuple[str, ...] = ("eqvol", "extra")
    offices: tuple[str, ...] = ()
    interval_s: float = Field(default=60.0, gt=0)
    gap_s: float = Field(default=480.0, gt=0)
    long_interval_s: float = Field(default=3600.0, gt=0)
    connect_timeout_s: float = Field(default=5.0, gt=0)
    timeout_s: float = Field(default=20.0, gt=0)
    max_feed_bytes: int = Field(default=16 << 20, ge=1024)
    max_telegram_bytes: int = Field(default=MAX_BYTES, ge=1024)
    daily_bytes: int = Field(default=1_000_000_000, ge=0)
    max_per_poll: int = Field(default=200, ge=1)
    attempts: int = Field(default=4, ge=1)
    backoff_s: float = Field(default=30.0, gt=0)
    max_backoff_s: float = Field(default=900.0, gt=0)
    max_remembered: int = Field(default=100_000, ge=100)
    allow_loopback: bool = False

    def allows(self, url: str) -> bool:
        """Tell whether an address is on the feeds' own host (and over TLS)."""
        try:
            asked, own = urlsplit(url), urlsplit(self.base_url)
            same = (asked.hostname, asked.port) == (own.hostname, own.port) and asked.username is None
        except ValueError:  # not an address at all
            return False
        if self.allow_loopback and asked.hostname == "127.0.0.1":
            return same and asked.scheme == "http"
        return same and asked.scheme == "https"
