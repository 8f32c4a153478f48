"""GET /v1/regions…: what is served, and the files a phone takes with it."""

import hashlib
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.contract import ManifestSignature, RegionList
from api.errors import NotLiveError
from api.http.files.parts import PART_BYTES, serve_json, serve_part
from api.http.files.ranged import serve
from api.http.live import signing_key
from api.http.shelf import Shelf
from api.live.live import Live
from router.errors import Problem

router = APIRouter(prefix="/v1/regions", tags=["regions"])
Part = Annotated[
    int | None,
    Query(ge=0, lt=2**31, description=f"Which {PART_BYTES:,} bytes of it; these may come compressed."),
]
NO_CACHE = {"cache-control": "no-cache"}
"""May be kept, but is asked for again before it is used."""


@router.get("", response_model=RegionList, operation_id="regions")
async def regions(request: Request) -> Response:
    """Return every served region; the first is the default."""
    shelf: Shelf = request.app.state.shelf
    told = RegionList(regions=[one.summary for one in shelf.served.values()])
    return Response(told.model_dump_json(), headers=NO_CACHE, media_type="application/json")


@router.head("/{region}/manifest", include_in_schema=False)
@router.get("/{region}/manifest", response_model=dict[str, Any], operation_id="manifest")
async def manifest(region: str, request: Request) -> Response:
    """Return the manifest: what the region is, its sources, and every file with size, hash and path."""
    shelf: Shelf = request.app.state.shelf
    served = shelf.find(region)
    headers = {"etag": served.manifest_etag, **NO_CACHE}
    if served.manifest_etag in request.headers.get("if-none-match", ""):
        return Response(None, 304, headers)
    return Response(served.manifest, headers=headers, media_type="application/json")


@router.get("/{region}/layers/{sha256}", response_class=Response, operation_id="layer")
async def layer(region: str, sha256: str, request: Request) -> Response:
    """Return a replaced layer that the live state names by its hash: an exposure file of one kind."""
    shelf: Shelf = request.app.state.shelf
    return serve(shelf.find(region).layer(sha256), request.method, request.headers)


@router.get("/{region}/signature", response_model=ManifestSignature, operation_id="signature")
async def signature(region: str, request: Request) -> Response:
    """Return the signature of the manifest, from a server that has a key."""
    served = request.app.state.shelf.find(region)
    live: Live = request.app.state.live
    if live.signer is None:
        expected = "a server with a signing key (nigemichi serve --state DIR, or NIGEMICHI_SIGNING_KEY)"
        raise NotLiveError(Problem("request", "region", expected, "one without"))
    sha256 = hashlib.sha256(served.manifest).hexdigest()
    told = ManifestSignature(sha256=sha256, signature=live.signer.sign_manifest(sha256), **signing_key(live))
    return Response(told.model_dump_json(), headers=NO_CACHE, media_type="application/json")


@router.head("/{region}/files/{sha16}/{name}", include_in_schema=False)
@router.get("/{region}/files/{sha16}/{name}", response_class=Response, operation_id="file")
async def file(region: str, sha16: str, name: str, request: Request, part: Part = None) -> Response:
    """Return one file of a region, a range or a part of it, to keep for ever: its address holds its hash."""
    shelf: Shelf = request.app.state.shelf
    found = shelf.find(region).file(sha16, name)
    if part is not None:
        return await serve_part(found, part, request.method, request.headers)
    if found.media_type == "application/json":
        return await serve_json(found, request.method, request.headers)
    return serve(found, request.method, request.headers)
