"""The command and the server, polling an agency on loopback; and the file that says what is watched."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from api.feeds.run import check_settings
from api.feeds.settings import FeedSettings
from api.feeds.watches import load_watches
from api.live.embedded import Embedded, socket_url
from api.live.store import Store
from api.staff.proposals import Proposals
from hazard.official.jma import AreaWatch
from router.errors import InputError
from tests.api.feeds.office import Office as Agency
from tests.api.feeds.office import open_office
from tests.api.live.servers import eventually, state
from tests.hazard.official.jma.telegrams import SHIRANAMI, kind, warning

__all__ = ["state"]

COMMAND = str(Path(sys.executable).with_name("nigemichi"))
WATCH = '[[watch]]\narea = "shiranami"\nmunicipalities = ["99201"]\nauto_level_5 = true\n'
L5 = kind("33", "レベル５大雨特別警報", "発表")


@pytest.fixture
def agency() -> Iterator[Agency]:
    with open_office() as made:
        name = "20260601120000_0_VPWW55_990000.xml"
        made.feed("extra", made.put(name, warning((SHIRANAMI, L5)).data()))
        yield made


def environment(agency: Agency, watch: Path) -> dict[str, str]:
    asked = {
        "BASE_URL": f"{agency.base}/feed/",
        "ALLOW_LOOPBACK": "1",
        "INTERVAL_S": "1",
        "WATCH": str(watch),
    }
    plain = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    return plain | {f"NIGEMICHI_FEEDS_{name}": value for name, value in asked.items()}


def test_one_look_by_the_command(agency: Agency, town_region: Path, state: Path, tmp_path: Path) -> None:
    watch = tmp_path / "watch.toml"
    watch.write_text(WATCH)
    command = [COMMAND, "feeds", str(town_region), "--once", "--state", str(state)]
    looks = [
        subprocess.run(command, env=environment(agency, watch), capture_output=True, text=True, timeout=60)
        for _ in range(2)
    ]
    assert [look.returncode for look in looks] == [0, 0], looks[0].stderr
    told = [orjson.loads(look.stdout) for look in looks]
    assert [(one["telegrams"], one["told"], one["problems"]) for one in told] == [
        (1, True, []),
        (0, True, []),
    ]
    show = [COMMAND, "event", "show", str(town_region), "--state", str(state)]
    world = orjson.loads(subprocess.run(show, capture_output=True, timeout=60, check=True).stdout)
    (alert,) = world["real"]["alerts"].values()
    assert (alert["level"], world["revision"]) == (5, 1)
    with_server = Embedded(state)
    with_server.start()
    store = Store(with_server.url)
    (proposal,) = Proposals(store, "shiranami").all()
    assert proposal.facts["level"] == 5
    store.close()
    with_server.stop()


def test_a_server_polls_by_itself(agency: Agency, town_region: Path, state: Path, tmp_path: Path) -> None:
    watch = tmp_path / "watch.toml"
    watch.write_text(WATCH.replace("auto_level_5 = true\n", ""))
    command = [COMMAND, "serve", str(town_region), "--port", "0", "--state", str(state)]
    process = subprocess.Popen(
        command, env=environment(agency, watch), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stderr is not None
    told: list[str] = []
    drain = threading.Thread(target=lambda: told.extend(process.stderr or ()), daemon=True)
    drain.start()
    try:
        assert re.search(r"http://\S+", process.stdout.readline()), "".join(told)
        store = Store(socket_url(state))
        proposals = Proposals(store, "shiranami")
        eventually(lambda: len(proposals.all()) == 1)
        eventually(lambda: (health := proposals.feeds()) is not None and health.told)
        store.close()
    finally:
        process.terminate()
        process.wait(60)
        drain.join()
        process.stdout.close()
        process.stderr.close()
    assert process.returncode == 0
    assert "Traceback" not in "".join(told)


def test_the_file_of_watches(tmp_path: Path) -> None:
    path = tmp_path / "watch.toml"
    path.write_text(WATCH + 'tsunami_areas = ["250"]\nfrom_level = 4\n')
    assert load_watches(path) == (
        AreaWatch("shiranami", ("99201",), tsunami_areas=("250",), from_level=4, auto_level_5=True),
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", r"\[\[watch\]\]"),
        ("watch = 1", r"\[\[watch\]\]"),
        ("[[", "TOML"),
        ("[[watch]]\n", "area"),
        (WATCH + 'town = "x"', "no such name"),
        (WATCH + "from_level = true", "whole number"),
        (WATCH + 'tsunami_areas = "250"', "list of texts"),
        (WATCH + 'tsunami_areas = ["25"]', "tsunami_areas"),
        (WATCH + WATCH, "each area once"),
        (WATCH + "\n[more]\n", "nothing else"),
        (WATCH + "x = " + "[" * 5000, "TOML"),
    ],
)
def test_other_files_of_watches_are_told_wrong(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "watch.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=what):
        load_watches(path)
    with pytest.raises(InputError, match="TOML"):
        load_watches(tmp_path / "none.toml")


def test_settings_must_fit_together(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="NIGEMICHI_FEEDS_WATCH"):
        check_settings(FeedSettings(), [], tmp_path)
    path = tmp_path / "watch.toml"
    path.write_text(WATCH)
    with pytest.raises(InputError, match="shiranami"):
        check_settings(FeedSettings(watch=path), [], tmp_path)
