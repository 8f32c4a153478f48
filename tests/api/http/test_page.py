import gzip
from pathlib import Path

import brotli
import pytest
from fastapi import FastAPI

from api.http.page import Page, router_for
from tests.api.http.client import Client

SCRIPT = "console.log('逃げ道');" * 100
BROTLI = brotli.compress(SCRIPT.encode())


@pytest.fixture
def client(tmp_path: Path) -> Client:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>逃げ道</title>", encoding="utf-8")
    (tmp_path / "assets" / "main-1a2b.js").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "assets" / "main-1a2b.js.br").write_bytes(BROTLI)
    (tmp_path / "icon.png").write_bytes(b"\x89PNG" * 1000)
    (tmp_path.parent / "secret.txt").write_text("secret")
    app = FastAPI()
    app.include_router(router_for(tmp_path))
    return Client(app)


def test_index_is_asked_for_every_time(client: Client) -> None:
    answer = client.get("/")
    assert answer.text == "<!doctype html><title>逃げ道</title>"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert client.get("/index.html").headers["etag"] == answer.headers["etag"]
    assert client.get("/", headers={"if-none-match": answer.headers["etag"]}).status_code == 304


def test_hashed_assets_are_kept_and_compressed(client: Client) -> None:
    answer = client.get("/assets/main-1a2b.js", headers={"accept-encoding": "gzip"})
    assert answer.text == SCRIPT
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["vary"] == "accept-encoding"
    plain = client.get("/assets/main-1a2b.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert int(answer.headers["content-length"]) == len(gzip.compress(SCRIPT.encode(), 6, mtime=0))


def test_what_the_build_compressed_is_sent_to_who_reads_brotli_and_is_no_file_of_its_own(
    client: Client,
) -> None:
    answer = client.get("/assets/main-1a2b.js", headers={"accept-encoding": "gzip, deflate, br"})
    assert answer.headers["content-encoding"] == "br"
    assert answer.text == SCRIPT
    assert int(answer.headers["content-length"]) == len(BROTLI)
    index = client.get("/", headers={"accept-encoding": "gzip, br"})
    assert "content-encoding" not in index.headers
    assert client.get("/assets/main-1a2b.js.br").status_code == 404


def test_pictures_are_sent_as_they_are(client: Client) -> None:
    answer = client.get("/icon.png")
    assert answer.headers["content-type"] == "image/png"
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/none"]
)
def test_nothing_outside_the_build_is_served(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_head_has_no_body(client: Client) -> None:
    answer = client.head("/")
    assert (answer.status_code, answer.content) == (200, b"")


def test_without_a_build_the_page_says_how_to_make_one(tmp_path: Path) -> None:
    index = Page(tmp_path / "none").get("")
    assert index is not None
    assert b"make demo" in index.content
