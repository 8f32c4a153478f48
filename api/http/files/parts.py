"""Parts of a file that never changes, compressed: what phones fetch.

A broken transfer goes on with the part that it stopped at; a range of bytes (`ranged`) could not be
compressed. Each part is compressed once and kept while it is asked for. JSON asked for as a whole comes
compressed, too.
"""

import gzip
from collections.abc import Callable, Container
from functools import lru_cache, partial

import anyio.to_thread
import brotli
from starlette.datastructures import Headers
from starlette.responses import Response

from api.errors import UnknownFileError
from api.http.files.ranged import IMMUTABLE, StoredFile, serve
from router.errors import Problem

PART_BYTES = 512 * 1024
"""Of the file as it is, before it is compressed (docs/formats.md, section 4)."""
N_KEPT = 256
MOST_WHOLE_BYTES = 16 << 20
"""A larger JSON file goes out as it is."""
CODINGS = ("br", "gzip")
"""Best first."""


async def serve_part(file: StoredFile, part: int, method: str, request: Headers) -> Response:
    """Return a part of ``file``, compressed if the client can read that.

    Raises
    ------
    UnknownFileError
        When the file has fewer parts.
    """
    n_parts = max(1, -(-file.size_bytes // PART_BYTES))
    if part >= n_parts:
        raise UnknownFileError(Problem("request", "part", f"0 to {n_parts - 1}", str(part)))
    coding = best_coding(request)
    return await _serve(
        file, f"{part}{coding}", partial(_encoded, file, part, coding), coding, method, request
    )


async def serve_json(file: StoredFile, method: str, request: Headers) -> Response:
    """Return a JSON file, compressed where the client can read that; a range of it as it is."""
    coding = "" if "range" in request or file.size_bytes > MOST_WHOLE_BYTES else best_coding(request)
    if not coding:
        answer = serve(file, method, request)
        answer.headers["vary"] = "accept-encoding"
        return answer
    return await _serve(
        file, f"whole{coding}", partial(_encoded_whole, file, coding), coding, method, request
    )


def best_coding(request: Headers, offered: Container[str] = CODINGS) -> str:
    """Return the best compression that is offered and that the client takes; empty for none."""
    accepted = {one.partition(";")[0].strip() for one in request.get("accept-encoding", "").split(",")}
    return next((one for one in CODINGS if one in accepted and one in offered), "")


async def _serve(
    file: StoredFile, tag: str, content_of: Callable[[], bytes], coding: str, method: str, request: Headers
) -> Response:
    etag = f'"{file.sha256[:32]}-{tag}"'
    headers = {"etag": etag, "cache-control": IMMUTABLE, "vary": "accept-encoding"}
    if etag in request.get("if-none-match", ""):
        return Response(None, 304, headers)
    if coding:
        headers["content-encoding"] = coding
    content = await anyio.to_thread.run_sync(content_of)
    if method == "HEAD":
        headers["content-length"] = str(len(content))
        return Response(None, 200, headers, file.media_type)
    return Response(content, 200, headers, file.media_type)


@lru_cache(maxsize=N_KEPT)
def _encoded(file: StoredFile, part: int, coding: str) -> bytes:
    with file.path.open("rb") as stored:
        stored.seek(part * PART_BYTES)
        return _compressed(stored.read(PART_BYTES), coding, 11)


@lru_cache(maxsize=N_KEPT)
def _encoded_whole(file: StoredFile, coding: str) -> bytes:
    return _compressed(file.path.read_bytes(), coding, 9)


def _compressed(content: bytes, coding: str, quality: int) -> bytes:
    if coding == "br":
        return bytes(brotli.compress(content, quality=quality))
    return gzip.compress(content, 9, mtime=0) if coding == "gzip" else content
