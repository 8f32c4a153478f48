"""POST /v1/areas/{area}/reports: what residents report. No account, no name, a place of 100 m."""

from fastapi import APIRouter, Request, Response

from api.errors import UnknownRegionError
from api.quoting import quoted
from api.staff.guard import staff_of
from api.staff.http.contract import ReportRequest
from router.errors import InputError, Problem

router = APIRouter(prefix="/v1/areas", tags=["live"])


@router.post("/{area}/reports", status_code=202, response_class=Response, operation_id="report")
def report(area: str, body: ReportRequest, request: Request) -> Response:
    """Take a report for staff to look at. It closes nothing by itself, and is forgotten after hours."""
    staff = staff_of(request)
    desk = staff.desks.get(area)
    if desk is None:
        expected = "one of " + ", ".join(staff.desks)
        raise UnknownRegionError(Problem("request", "area", expected, quoted(area)))
    region = desk.follower.engine.region
    west, south, east, north = region.bbox
    if not (west <= body.lon <= east and south <= body.lat <= north):
        raise InputError(Problem("request body", "lon, lat", "a place on the map of this area", "another"))
    if body.street is not None and body.street >= region.graph.n_streets:
        raise InputError(
            Problem("request body", "street", f"under {region.graph.n_streets}", quoted(body.street))
        )
    now = staff.clock()
    staff.admit_report(request.client.host if request.client else "", now)
    desk.reports.tell(body.what, body.lon, body.lat, body.street, body.key, now)
    return Response(status_code=202, headers={"cache-control": "no-store"})
