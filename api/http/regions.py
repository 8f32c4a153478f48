"""GET /v1/regions…: what is served, and the files a phone takes with it."""

from typing import Any

from fastapi import APIRouter, Request, Response

from api.contract import RegionList
from api.http.ranged import serve
from api.http.shelf import Shelf

router = APIRouter(prefix="/v1/regions", tags=["regions"])
NO_CACHE = {"cache-control": "no-cache"}
"""May be kept, but is asked for again before it is used."""


@router.get("", response_model=RegionList, operation_id="regions")
async def regions(request: Request) -> Response:
    """Return every served region; the first is the default."""
    shelf: Shelf = request.app.state.shelf
    told = RegionList(regions=[one.summary for one in shelf.served.values()])
    return Response(told.model_dump_json(), headers=NO_CACHE, media_type="application/json")


@router.get("/{region}/manifest", response_model=dict[str, Any], operation_id="manifest")
async def manifest(region: str, request: Request) -> Response:
    """Return the manifest: what the region is, its sources, and every file with size, hash and path."""
    shelf: Shelf = request.app.state.shelf
    served = shelf.find(region)
    headers = {"etag": served.manifest_etag, **NO_CACHE}
    if served.manifest_etag in request.headers.get("if-none-match", ""):
        return Response(None, 304, headers)
    return Response(served.manifest, headers=headers, media_type="application/json")


@router.head("/{region}/files/{sha16}/{name}", include_in_schema=False)
@router.get("/{region}/files/{sha16}/{name}", response_class=Response, operation_id="file")
async def file(region: str, sha16: str, name: str, request: Request) -> Response:
    """Return one file of a region, or a range of it. Its address holds its hash: it may be kept for ever."""
    shelf: Shelf = request.app.state.shelf
    return serve(shelf.find(region).file(sha16, name), request.method, request.headers)
