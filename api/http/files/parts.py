"""Parts of a file that never changes, compressed: what phones fetch.

A broken transfer goes on with the part that it stopped at; a range of bytes (`ranged`) could not be
compressed. Each part is compressed once and kept while it is asked for.
"""

import gzip
from functools import lru_cache

import anyio.to_thread
import brotli
from starlette.datastructures import Headers
from starlette.responses import Response

from api.errors import UnknownFileError
from api.http.files.ranged import IMMUTABLE, StoredFile
from router.errors import Problem

PART_BYTES = 512 * 1024
"""Of the file as it is, before it is compressed (docs/formats.md, section 4)."""
N_KEPT = 256
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
    accepted = {one.partition(";")[0].strip() for one in request.get("accept-encoding", "").split(",")}
    coding = next((one for one in CODINGS if one in accepted), "")
    etag = f'"{file.sha256[:32]}-{part}{coding}"'
    headers = {"etag": etag, "cache-control": IMMUTABLE, "vary": "accept-encoding"}
    if etag in request.get("if-none-match", ""):
        return Response(None, 304, headers)
    if coding:
        headers["content-encoding"] = coding
    content = await anyio.to_thread.run_sync(_encoded, file, part, coding)
    if method == "HEAD":
        headers["content-length"] = str(len(content))
        return Response(None, 200, headers, file.media_type)
    return Response(content, 200, headers, file.media_type)


@lru_cache(maxsize=N_KEPT)
def _encoded(file: StoredFile, part: int, coding: str) -> bytes:
    with file.path.open("rb") as stored:
        stored.seek(part * PART_BYTES)
        content = stored.read(PART_BYTES)
    if coding == "br":
        return bytes(brotli.compress(content, quality=11))
    return gzip.compress(content, 9, mtime=0) if coding == "gzip" else content
