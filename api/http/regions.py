"""GET /v1/regions…: what is served, and the files a phone takes with it."""

from typing import Any

from fastapi import APIRouter, Request, Response

from api.contract import RegionList
from api.errors import UnknownRegionError
from router.errors import Problem

router = APIRouter(prefix="/v1/regions")


@router.get("", response_model=RegionList, operation_id="regions")
async def regions(request: Request) -> Response:
    """Return every served region; the first is the default."""
    raise UnknownRegionError(Problem("request", "region", "a served region", "none"))


@router.get("/{region}/manifest", response_model=dict[str, Any], operation_id="manifest")
async def manifest(region: str, request: Request) -> Response:
    """Return the manifest: files with hashes and sizes, sources, licences."""
    raise UnknownRegionError(Problem("request", "region", "a served region", repr(region)))


@router.get("/{region}/files/{sha16}/{name}", response_class=Response, operation_id="file")
async def file(region: str, sha16: str, name: str, request: Request) -> Response:
    """Return one file of a region, or a range of it. Its address holds its hash: it may be kept for ever."""
    raise UnknownRegionError(Problem("request", "region", "a served region", repr(region)))
