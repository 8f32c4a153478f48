"""Close roads and reopen them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from api.contract import Lat, Lon
from api.errors import UnknownFileError
from api.staff.http.contract import (
    Acted,
    CloseRequest,
    ClosurePreview,
    DrawRequest,
    ReopenRequest,
    StreetAnswer,
)
from api.staff.http.shared import (
    PREFIX,
    Operator,
    Viewer,
    acted,
    acting,
    desk_of,
    length_m,
    line,
    multi_line,
    name_of,
)
from hazard.live.resolve import resolve
from router.errors import Problem

router = APIRouter(prefix=PREFIX, tags=["staff"])
MAX_NAMES = 20
REACH_M = 50.0


@router.post("/closures/preview", operation_id="preview_closure")
def preview(area: str, body: DrawRequest, request: Request, who: Operator) -> ClosurePreview:
    """Return what a drawing would close. Nothing is changed."""
    region = desk_of(request, area)[1].follower.engine.region
    streets = resolve(region, body.drawn.to_drawn(), body.streets)
    names = dict.fromkeys(filter(None, (name_of(region.graph, street) for street in streets)))
    return ClosurePreview(
        streets=list(streets),
        length_m=length_m(region.graph, streets),
        names=list(names)[:MAX_NAMES],
        geometry=multi_line(region.graph, streets),
    )


@router.post("/closures", status_code=201, operation_id="close_roads")
def close(area: str, body: CloseRequest, request: Request, who: Operator) -> Acted:
    """Close roads: every route follows."""
    staff, desk = desk_of(request, area)
    drawn = body.drawn.to_drawn()
    done = desk.desk.close_roads(acting(who, body), drawn, body.streets, reason=body.reason, until=body.until)
    facts = {"form": body.drawn.form, "drill": body.drill, "reason": body.reason, "entry": done.entry}
    staff.signin.audit.note(who, area, "close roads", facts)
    return acted(done)


@router.post("/closures/{closure}/reopen", operation_id="reopen_roads")
def reopen(area: str, closure: str, body: ReopenRequest, request: Request, who: Operator) -> Acted:
    """End a closure, or reopen some of its streets."""
    staff, desk = desk_of(request, area)
    done = desk.desk.reopen_roads(acting(who, body), closure, body.streets, body.note)
    facts = {"closure": closure, "drill": body.drill, "note": body.note, "entry": done.entry}
    staff.signin.audit.note(who, area, "reopen roads", facts)
    return acted(done)


@router.get("/streets", operation_id="street_near")
def street_near(
    area: str,
    request: Request,
    who: Viewer,
    lon: Annotated[Lon, Query()],
    lat: Annotated[Lat, Query()],
) -> StreetAnswer:
    """Return the street nearest to a point on the map."""
    engine = desk_of(request, area)[1].follower.engine
    snap = engine.index.snap_one(lon, lat, limit_m=REACH_M)
    if snap is None:
        raise UnknownFileError(
            Problem("request query", "lon, lat", f"a street within {REACH_M:.0f} m", "none")
        )
    graph = engine.region.graph
    street = int(graph.edge_street[snap.edge])
    return StreetAnswer(
        street=street,
        name=name_of(graph, street),
        length_m=length_m(graph, [street]),
        distance_m=round(snap.distance_mm / 1000, 1),
        geometry={"type": "LineString", "coordinates": line(graph, street)},
    )
