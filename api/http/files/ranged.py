"""A file that never changes, whole or in part: ETag, HEAD, one byte range, kept by caches for ever."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import anyio
from starlette.datastructures import Headers
from starlette.responses import Response, StreamingResponse

from api.errors import RangeError, to_dict
from api.http.failures import respond
from router.errors import Problem

IMMUTABLE = "public, max-age=31536000, immutable"
CHUNK_BYTES = 256 * 1024
_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file whose content is known by its hash.

    Attributes
    ----------
    path : Path
    sha256 : str
        Hex digest of the content.
    size_bytes : int
    media_type : str
    """

    path: Path
    sha256: str
    size_bytes: int
    media_type: str

    @property
    def etag(self) -> str:
        """Strong entity tag."""
        return f'"{self.sha256[:32]}"'


def serve(file: StoredFile, method: str, request: Headers) -> Response:
    """Return ``file``, or the range of it that the request asks for.

    A range that this server does not understand (several at once, another unit) is ignored, as RFC 9110
    allows: the whole file is the answer.
    """
    headers = {"etag": file.etag, "cache-control": IMMUTABLE, "accept-ranges": "bytes"}
    if file.etag in request.get("if-none-match", ""):
        return Response(None, 304, headers)
    asked = request.get("range", "") if request.get("if-range", file.etag) == file.etag else ""
    wanted = parse_range(asked, file.size_bytes)
    if wanted is not None and not wanted:
        return _unsatisfiable(file, asked)
    span = wanted or range(file.size_bytes)
    headers["content-length"] = str(len(span))
    if wanted is not None:
        headers["content-range"] = f"bytes {span.start}-{span.stop - 1}/{file.size_bytes}"
    status = 200 if wanted is None else 206
    if method == "HEAD":
        return Response(None, status, headers, file.media_type)
    return StreamingResponse(_chunks(file.path, span), status, headers, file.media_type)


def parse_range(asked: str, size_bytes: int) -> range | None:
    """Return the bytes asked for, empty if they lie outside; None where no single valid range is asked."""
    match = _ONE_RANGE.fullmatch(asked)
    if not match:
        return None
    first, last = match.groups()
    if first == "":
        return range(max(0, size_bytes - int(last)), size_bytes) if last else None
    if last and int(last) < int(first):
        return None
    return range(int(first), min(size_bytes, int(last) + 1) if last else size_bytes)


def _unsatisfiable(file: StoredFile, asked: str) -> Response:
    problem = Problem("request header", "range", f"bytes within 0-{file.size_bytes - 1}", asked)
    return respond(416, to_dict(RangeError(problem)), {"content-range": f"bytes */{file.size_bytes}"})


async def _chunks(path: Path, span: range) -> AsyncIterator[bytes]:
    async with await anyio.open_file(path, "rb") as file:
        await file.seek(span.start)
        left = len(span)
        while left and (chunk := await file.read(min(CHUNK_BYTES, left))):
            left -= len(chunk)
            yield chunk
