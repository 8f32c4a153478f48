"""GET /v1/regions…: what is served, and the files a phone takes with it."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.contract import RegionList
from api.http.files.parts import PART_BYTES, serve_part
from api.http.files.ranged import serve
from api.http.shelf import Shelf

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
async def file(region: str, sha16: str, name: str, request: Request, part: Part = None) -> Response:
    """Return one file of a region, a range or a part of it, to keep for ever: its address holds its hash."""
    shelf: Shelf = request.app.state.shelf
    found = shelf.find(region).file(sha16, name)
    if part is not None:
        return await serve_part(found, part, request.method, request.headers)
    return serve(found, request.method, request.headers)
