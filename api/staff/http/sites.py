"""The state of sites, and exercises."""

from fastapi import APIRouter, Request

from api.live.desk import Acting
from api.staff.http.contract import Acted, DrillRequest, EndDrillRequest, SiteRequest
from api.staff.http.shared import PREFIX, Operator, acted, acting, desk_of

router = APIRouter(prefix=PREFIX, tags=["staff"])


@router.post("/sites/{site}", operation_id="tell_site")
def tell_site(area: str, site: str, body: SiteRequest, request: Request, who: Operator) -> Acted:
    """Tell the state of an evacuation site."""
    staff, desk = desk_of(request, area)
    done = desk.desk.tell_site(acting(who, body), site, body.status, body.people, body.note, body.facilities)
    facts = {
        "site": site,
        "status": body.status,
        "people": body.people,
        "facilities": body.facilities,
        "drill": body.drill,
        "entry": done.entry,
    }
    staff.signin.audit.note(who, area, "tell site", facts)
    return acted(done)


@router.post("/drill", status_code=201, operation_id="start_drill")
def start_drill(area: str, body: DrillRequest, request: Request, who: Operator) -> Acted:
    """Start an exercise (訓練), with an empty state of its own."""
    staff, desk = desk_of(request, area)
    done = desk.desk.start_drill(Acting(who.account, True, body.key), body.name, body.until)
    staff.signin.audit.note(who, area, "start drill", {"name": body.name, "entry": done.entry})
    return acted(done)


@router.post("/drill/end", operation_id="end_drill")
def end_drill(area: str, body: EndDrillRequest, request: Request, who: Operator) -> Acted:
    """End the exercise that runs, and everything in it."""
    staff, desk = desk_of(request, area)
    done = desk.desk.end_drill(Acting(who.account, True, body.key))
    staff.signin.audit.note(who, area, "end drill", {"entry": done.entry})
    return acted(done)
