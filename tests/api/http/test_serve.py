"""The real server: one process tree, on a free port of this machine."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

PATIENCE_S = 60


@pytest.fixture(scope="module")
def server(town_region: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the server and return it with its address, which it prints when it really listens."""
    command = Path(sys.executable).with_name("nigemichi")
    process = subprocess.Popen(
        [str(command), "serve", str(town_region), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        found = re.search(r"http://\S+[^/\s]", process.stdout.readline())
        assert found, "no address was printed"
        yield process, found.group()
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE_S)


def test_it_serves_answers_files_and_the_page_and_stops_cleanly(
    server: tuple[subprocess.Popen[str], str], town_region: Path
) -> None:
    process, address = server
    with httpx.Client(base_url=address, timeout=PATIENCE_S, trust_env=False) as client:
        body = {"lon": 141.3, "lat": 37.308, "hazard": "tsunami"}
        answer = client.post("/v1/route", json=body)
        assert answer.json()["outcome"] == "Route"
        assert client.get("/").headers["content-type"].startswith("text/html")
        path = client.get("/v1/regions/shiranami/manifest").json()["files"]["tiles.pmtiles"]["path"]
        part = client.get(path, headers={"range": "bytes=0-6"})
        assert (part.status_code, part.content) == (206, b"PMTiles")
        assert client.get(path).content == (town_region / "tiles.pmtiles").read_bytes()
        assert client.head(path).headers["accept-ranges"] == "bytes"
    process.terminate()
    _, told = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    assert "Traceback" not in told
    assert '"status": 200' in told
    assert "37.308" not in told


def test_bad_region_and_taken_port_are_told_before_it_listens(town_region: Path, tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("nigemichi")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        for arguments, word in (
            ((str(tmp_path),), "manifest"),
            ((str(town_region), "--port", str(port)), "a free address"),
        ):
            result = subprocess.run([str(command), "serve", *arguments], capture_output=True, text=True)
            assert (result.returncode, result.stdout) == (2, "")
            assert word in result.stderr
            assert "Traceback" not in result.stderr
