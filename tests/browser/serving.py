"""A real server that can be killed and started again at the same address."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = Path(os.environ.get("NIGEMICHI_PAGE") or ROOT / "pwa/dist")
"""The built page; ``NIGEMICHI_PAGE`` names another one."""
START_SECONDS = 120
COMMAND = (sys.executable, "-c", "from api.cli.main import app; app()")

ORDER = ("alert", "tsunami", "--alert", "t1", "--text", "ja=避難指示\n海と川から離れ、すぐ高い所へ。")
"""An event (`Server.event`): everybody is told to leave the shore."""
ORDER_IN_TWO = (
    *ORDER,
    "--text",
    "en=Evacuation Order (避難指示 hinan shiji)\nLeave the sea and go to high ground.",
)
"""The same in two languages."""
FLOOD_DRILL = ("alert", "flood", "--level", "4", "--drill", "--alert", "d1", "--text", "ja=訓練\n全員避難。")


class Server:
    """`nigemichi serve` with the built page.

    Parameters
    ----------
    region : Path
        Folder of the region; a start after a change serves another one.
    folder : Path
        Where its log goes.
    page : Path
        The built page.
    live : bool
        Whether it follows a log of events, kept in ``folder``.
    others : tuple of Path
        Folders of more regions.
    """

    def __init__(
        self,
        region: Path,
        folder: Path,
        page: Path = PAGE,
        *,
        live: bool = False,
        others: tuple[Path, ...] = (),
    ) -> None:
        if not (page / "index.html").is_file():
            pytest.fail("The page has not been built: run `make test`, or `npm run build` in pwa.")
        self.region = region
        self._page, self._log = page, folder / "log.txt"
        self._others = tuple(map(str, others))
        self._state = ("--state", str(folder / "state")) if live else ()
        self._port = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it listens: the same after every start."""
        return f"http://127.0.0.1:{self._port}/"

    def start(self) -> str:
        """Start it, and wait until it is ready."""
        command = [*COMMAND, "serve", str(self.region), *self._others, *self._state]
        environment = {**os.environ, "NIGEMICHI_PAGE_DIR": str(self._page)}
        with self._log.open(
            "w"
        ) as out:  # a file, not a pipe: a pipe that nobody reads fills up and stops the server
            self._process = subprocess.Popen(
                [*command, "--port", str(self._port)], cwd=ROOT, stdout=out, stderr=out, env=environment
            )
        self._port = self._ready_at(self._process)
        return self.address

    def event(self, name: str, *options: str, region: Path | None = None) -> None:
        """Write an event to the log of the first region or of ``region``, as `nigemichi event` does."""
        command = [*COMMAND, "event", name, str(region or self.region), *options, *self._state]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)

    def stop(self) -> None:
        """Kill it: from now on nobody answers."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=20)
        self._process = None

    def _ready_at(self, process: subprocess.Popen[bytes]) -> int:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            if found := re.search(r"ready at http://\S+?:(\d+)", self._log.read_text()):
                return int(found.group(1))
            time.sleep(0.1)
        pytest.fail(f"the server did not start:\n{self._log.read_text()}")
