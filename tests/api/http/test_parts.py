"""Parts of a file: together the whole, compressed as the client wishes."""

import gzip
import hashlib
from pathlib import Path

import brotli
import pytest
from fastapi import FastAPI, Request, Response

from api.http import failures
from api.http.files.parts import PART_BYTES, serve_part
from api.http.files.ranged import StoredFile
from tests.api.http.client import Client

CONTENT = bytes(range(256)) * (PART_BYTES * 5 // 2 // 256)
N_PARTS = 3


def client_of(content: bytes, folder: Path) -> Client:
    path = folder / "streets.pack"
    path.write_bytes(content)
    file = StoredFile(path, hashlib.sha256(content).hexdigest(), len(content), "application/octet-stream")
    app = FastAPI()
    failures.install(app)

    @app.api_route("/file", methods=["GET", "HEAD"])
    async def get(request: Request, part: int) -> Response:
        return await serve_part(file, part, request.method, request.headers)

    return Client(app)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Client:
    return client_of(CONTENT, tmp_path_factory.mktemp("parts"))


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br, zstd", "br"), ("gzip;q=1.0, identity", "gzip"), ("identity", None), ("", None)],
)
def test_parts_make_the_whole(client: Client, accepted: str, coding: str | None) -> None:
    answers = [
        client.get(f"/file?part={part}", headers={"accept-encoding": accepted}) for part in range(N_PARTS)
    ]
    assert {answer.headers.get("content-encoding") for answer in answers} == {coding}
    assert all("immutable" in answer.headers["cache-control"] for answer in answers)
    assert b"".join(decoded(answer.content, coding) for answer in answers) == CONTENT


def decoded(content: bytes, coding: str | None) -> bytes:
    """Return what a client reads; one that decodes by itself has done so."""
    if coding == "br" and len(content) < PART_BYTES // 4:
        return bytes(brotli.decompress(content))
    if coding == "gzip" and content[:2] == b"\x1f\x8b":
        return gzip.decompress(content)
    return content


def test_a_part_that_is_known_is_not_sent_again(client: Client) -> None:
    etag = client.get("/file?part=1", headers={"accept-encoding": "br"}).headers["etag"]
    again = client.get("/file?part=1", headers={"accept-encoding": "br", "if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/file?part=1", headers={"accept-encoding": "gzip", "if-none-match": etag})
    assert other.status_code == 200


def test_a_part_that_is_not_there_is_named(client: Client) -> None:
    answer = client.get("/file?part=3")
    assert answer.status_code == 404
    assert "0 to 2" in answer.text


def test_an_empty_file_has_one_empty_part(tmp_path: Path) -> None:
    answer = client_of(b"", tmp_path).get("/file?part=0", headers={"accept-encoding": ""})
    assert (answer.status_code, answer.content) == (200, b"")


def test_head_has_no_body(client: Client) -> None:
    answer = client.head("/file?part=0")
    assert (answer.status_code, answer.content) == (200, b"")
