"""The page: the built files of pwa/dist, read once and kept in memory, compressed, with their tags.

Hashed files were compressed with brotli when they were built (``NAME.br``, pwa/plugins/compressed.ts). A
lookup in a dictionary cannot leave the folder.
"""

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.http.files.parts import best_coding

IMMUTABLE = "public, max-age=31536000, immutable"
HASHED_DIR = "assets/"
"""Vite puts files there whose names change with their content."""
STAFF = "staff"
"""The staff's own page, in a folder of its own."""
COMPRESSIBLE = ("text/", "application/json", "application/javascript", "application/manifest", "image/svg")
MIN_GZIP_BYTES = 512
BROTLI = ".br"

NO_PAGE = """<!doctype html>
<html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nigemichi</title>
<h1>逃げ道</h1>
<p>画面がまだ作られていません。The page has not been built yet: run <code>make demo</code>.</p>
<p><a href="docs">API</a></p>
</html>
"""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the page, ready to send: as it is, and by coding where that helps, the best first."""

    content: bytes
    encoded: Mapping[str, bytes]
    media_type: str
    etag: str
    cache_control: str

    def response(self, request: Headers) -> Response:
        """Return the answer for a request with these headers: 304 when the client has it already."""
        headers = {"etag": self.etag, "cache-control": self.cache_control}
        if self.encoded:
            headers["vary"] = "accept-encoding"
        if self.etag in request.get("if-none-match", ""):
            return Response(None, 304, headers)
        coding = best_coding(request, self.encoded)
        if coding:
            headers["content-encoding"] = coding
        return Response(self.encoded.get(coding, self.content), 200, headers, self.media_type)


class Page:
    """Every file of the built page by its path.

    Parameters
    ----------
    folder : Path
        The build; where it has no index.html, the index says how to make one.
    """

    def __init__(self, folder: Path) -> None:
        mimetypes.add_type("application/manifest+json", ".webmanifest")
        mimetypes.add_type("text/javascript", ".mjs")
        paths = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
        contents = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
        self._assets = {
            name: _asset(name, content, contents.get(name + BROTLI))
            for name, content in contents.items()
            if not name.endswith(BROTLI)
        }
        self._assets.setdefault("index.html", _asset("index.html", NO_PAGE.encode()))
        self._assets[""] = self._assets["index.html"]
        if f"{STAFF}/index.html" in self._assets:
            self._assets[STAFF] = self._assets[f"{STAFF}/"] = self._assets[f"{STAFF}/index.html"]

    def get(self, path: str) -> Asset | None:
        """Return the file at ``path`` (without the leading slash), or None."""
        return self._assets.get(path)


def router_for(folder: Path) -> APIRouter:
    """Return the routes of the page built in ``folder``: the last ones, since they take every other path."""
    page = Page(folder)
    router = APIRouter(include_in_schema=False)

    @router.api_route("/{path:path}", methods=["GET", "HEAD"])
    async def asset(path: str, request: Request) -> Response:
        found = page.get(path)
        if found is None:
            raise HTTPException(404, f"/{path}")
        return found.response(request.headers)

    return router


def _asset(name: str, content: bytes, brotli: bytes | None = None) -> Asset:
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    encoded = {} if brotli is None else {"br": brotli}
    if len(content) >= MIN_GZIP_BYTES and media_type.startswith(COMPRESSIBLE):
        encoded["gzip"] = gzip.compress(content, 6, mtime=0)
    return Asset(
        content=content,
        encoded=encoded,
        media_type=media_type,
        etag=f'W/"{hashlib.sha256(content).hexdigest()[:32]}"',
        cache_control=IMMUTABLE if name.removeprefix(f"{STAFF}/").startswith(HASHED_DIR) else "no-cache",
    )
