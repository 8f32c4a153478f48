"""`nigemichi log …` and `nigemichi event layer` on a running server: the log is trimmed, a layer replaced."""

import gzip
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from hazard.exposure import Exposure
from hazard.kinds import HazardKind
from hazard.region import load_region
from hazard.region.replaced import save_layer
from tests.api.live.servers import eventually, state
from tests.api.live.test_served import COMMAND, PATIENCE_S, Server, served
from tests.hazard.regions import DEEP

__all__ = ["state"]


def command(server: Server, *words: str) -> dict[str, Any]:
    group, name, *rest = words
    line = [COMMAND, group, name, str(server.region), *rest, "--state", str(server.state)]
    told = subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE_S)
    assert told.returncode == 0, told.stderr
    read: dict[str, Any] = orjson.loads(told.stdout)
    return read


def test_a_log_is_checked_and_trimmed_while_it_is_followed(town_region: Path, state: Path) -> None:
    with served(town_region, state) as server:
        for street in (3, 5, 7):
            server.event("close-road", "--street", str(street))
        eventually(lambda: server.health()["revision"] == 3)
        empty = command(server, "log", "check")
        assert (empty["revision"], empty["snapshot_revision"], empty["same"]) == (3, None, True)
        taken = command(server, "log", "snapshot")
        assert (taken["snapshot_revision"], taken["events_after_it"]) == (3, 0)
        server.event("close-road", "--street", "9")
        assert command(server, "log", "trim") == {"trimmed": 2}
        checked = command(server, "log", "check")
        assert (checked["revision"], checked["events_after_it"], checked["same"]) == (4, 1, True)
        eventually(lambda: server.health()["revision"] == 4)
        assert server.health()["digest"] == checked["digest"]
    with served(town_region, state) as again:
        assert again.health()["digest"] == checked["digest"]
        assert again.health()["revision"] == 4


def test_a_layer_is_replaced_and_phones_can_fetch_it(town_region: Path, state: Path, tmp_path: Path) -> None:
    region = load_region(town_region)
    n = region.graph.n_streets
    deep = Exposure(HazardKind.TSUNAMI, np.full(n, DEEP, np.uint8), np.zeros(n, np.uint8))
    save_layer(tmp_path / "new.nmg", region.graph, deep)
    with served(town_region, state) as server:
        assert server.route()["outcome"] == "Route"
        done = command(server, "event", "layer", "tsunami", str(tmp_path / "new.nmg"))
        eventually(lambda: server.health()["revision"] == 1)
        assert server.health()["failure"] == ""
        answer = server.client.get(f"/v1/regions/shiranami/layers/{done['sha256']}")
        assert answer.content == (tmp_path / "new.nmg").read_bytes()
        assert server.client.get(f"/v1/regions/shiranami/layers/{'0' * 64}").status_code == 404
        assert server.client.get("/v1/regions/shiranami/layers/..%2fmanifest.json").status_code == 404
        exposure = server.route()["exposure"]
        assert set(exposure) != {"dry"}
        kept = town_region.with_name(town_region.name + ".layers") / f"{done['sha256']}.nmg"
        kept.unlink()


def test_json_files_come_compressed_and_head_answers(town_region: Path, state: Path) -> None:
    with served(town_region, state) as server:
        head = server.client.head("/v1/regions/shiranami/manifest")
        assert (head.status_code, head.content) == (200, b"")
        path = server.client.get("/v1/regions/shiranami/manifest").json()["files"]["sites.json"]["path"]
        content = (town_region / "sites.json").read_bytes()
        with server.client.stream("GET", path, headers={"accept-encoding": "gzip"}) as packed:
            raw = b"".join(packed.iter_raw())
        assert packed.headers["content-encoding"] == "gzip"
        assert gzip.decompress(raw) == content
        assert len(raw) < len(content) / 2
        plain = server.client.get(path, headers={"accept-encoding": "identity"})
        assert (plain.content, plain.headers.get("content-encoding")) == (content, None)
        part = server.client.get(path, headers={"accept-encoding": "gzip", "range": "bytes=2-9"})
        assert (part.status_code, part.content) == (206, content[2:10])
        again = {"accept-encoding": "gzip", "if-none-match": packed.headers["etag"]}
        assert server.client.get(path, headers=again).status_code == 304
        assert {packed.headers["vary"], plain.headers["vary"]} == {"accept-encoding"}
