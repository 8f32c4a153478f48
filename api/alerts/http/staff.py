"""/v1/staff/areas/{area}/alerts: what staff do with alerts. Who they are is proved by the guard."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from api.alerts.alerts import Alerts, Office
from api.alerts.extent.residents import residents, unsurveyed
from api.alerts.http.contract import (
    AlertList,
    AlertRecord,
    AudienceModel,
    DraftRequest,
    EditRequest,
    EndRequest,
    IssueRequest,
    PreviewAnswer,
    StepRequest,
    TellingModel,
)
from api.alerts.http.people import people_of
from api.alerts.life.clerk import Person
from api.alerts.life.draft import Record
from api.alerts.preview import Preview, preview_of
from api.errors import ForbiddenError
from api.staff.guard import signed_in, staff_of
from api.staff.roles import Principal, Role
from hazard.kinds import HazardKind
from router.errors import Problem

router = APIRouter(prefix="/v1/staff/areas/{area}/alerts", tags=["staff alerts"])
HEADERS = {"cache-control": "no-store"}
Viewer = Annotated[Principal, Depends(signed_in(Role.VIEWER))]
Operator = Annotated[Principal, Depends(signed_in(Role.OPERATOR))]
Approver = Annotated[Principal, Depends(signed_in(Role.APPROVER))]


@router.get("", response_model=AlertList, operation_id="staff_alerts")
def alerts(area: str, request: Request, who: Viewer) -> Response:
    """Return drafts and alerts, newest first."""
    office = _office(request, area)
    teller = office.teller
    telling = TellingModel(
        revision=office.follower.world.revision, told_revision=teller.told_revision, problem=teller.problem
    )
    records = [_record(office, record) for record in office.clerk.all()]
    return _answer(AlertList(alerts=records, telling=telling))


@router.post("", response_model=AlertRecord, status_code=201, operation_id="draft_alert")
def draft(area: str, body: DraftRequest, request: Request, who: Operator) -> Response:
    """Begin a draft; with ``replaces``, of an update."""
    office = _office(request, area)
    record = office.clerk.write(_person(who), body.to_draft())
    return _done(request, who, area, "draft alert", record, {}, 201)


@router.get("/{alert}", response_model=AlertRecord, operation_id="staff_alert")
def alert(area: str, alert: str, request: Request, who: Viewer) -> Response:
    """Return one alert with its history."""
    office = _office(request, area)
    return _answer(_record(office, office.clerk.find(alert)))


@router.put("/{alert}", response_model=AlertRecord, operation_id="edit_alert")
def edit(area: str, alert: str, body: EditRequest, request: Request, who: Operator) -> Response:
    """Write a draft anew; an approval is gone then."""
    record = _office(request, area).clerk.edit(_person(who), alert, body.version, body.to_draft())
    return _done(request, who, area, "edit alert", record)


@router.get("/{alert}/preview", response_model=PreviewAnswer, operation_id="preview_alert")
def preview(area: str, alert: str, request: Request, who: Viewer) -> Response:
    """Return exactly what residents will see and hear in each language, and how many there are."""
    office, offices = _office(request, area), _alerts(request)
    record = office.clerk.find(alert)
    state, now = office.clerk.state(record.draft.drill), offices.clock()
    found = preview_of(office.clerk.region, record, state, now, offices.settings)
    people = people_of(office.follower.engine, record, found, state, now)
    return _answer(PreviewAnswer.of(found, _audience(office, record.draft.kinds, found), people))


@router.post("/{alert}/submit", response_model=AlertRecord, operation_id="submit_alert")
def submit(area: str, alert: str, body: StepRequest, request: Request, who: Operator) -> Response:
    """Ask for approval; the texts stay as they are from now on."""
    record = _office(request, area).clerk.submit(_person(who), alert, body.version)
    return _done(request, who, area, "submit alert", record)


@router.post("/{alert}/return", response_model=AlertRecord, operation_id="return_alert")
def give_back(area: str, alert: str, body: StepRequest, request: Request, who: Operator) -> Response:
    """Make it a draft again."""
    record = _office(request, area).clerk.give_back(_person(who), alert, body.version, body.note)
    return _done(request, who, area, "return alert", record, {"note": body.note})


@router.post("/{alert}/withdraw", response_model=AlertRecord, operation_id="withdraw_alert")
def withdraw(area: str, alert: str, body: StepRequest, request: Request, who: Operator) -> Response:
    """Give it up before it was issued."""
    record = _office(request, area).clerk.withdraw(_person(who), alert, body.version, body.note)
    return _done(request, who, area, "withdraw alert", record, {"note": body.note})


@router.post("/{alert}/approve", response_model=AlertRecord, operation_id="approve_alert")
def approve(area: str, alert: str, body: StepRequest, request: Request, who: Approver) -> Response:
    """Approve exactly the version that was seen; never one's own."""
    record = _office(request, area).clerk.approve(_person(who), alert, body.version)
    return _done(request, who, area, "approve alert", record)


@router.post("/{alert}/issue", response_model=AlertRecord, operation_id="issue_alert")
def issue(area: str, alert: str, body: IssueRequest, request: Request, who: Operator) -> Response:
    """Bring it into force. The emergency override is for approvers, where it is set, and says why."""
    if body.override:
        _need(request, who, area, "override")
        # Noted before it is done: what cannot be noted does not happen.
        _note(request, who, area, "emergency override", {"alert": alert, "why": body.override})
    record = _office(request, area).clerk.issue(_person(who), alert, body.version, body.override)
    return _done(request, who, area, "issue alert", record, {"override": body.override})


@router.post("/{alert}/cancel", response_model=AlertRecord, operation_id="cancel_alert")
def cancel(area: str, alert: str, body: EndRequest, request: Request, who: Operator) -> Response:
    """Cancel, or lift because the danger is over; level 4, 5 and tsunami take an approver."""
    office = _office(request, area)
    if office.clerk.find(alert).draft.needs_second:
        _need(request, who, area, "cancel")
    record = office.clerk.end(_person(who), alert, body.version, all_clear=body.all_clear, note=body.note)
    facts = {"all_clear": body.all_clear, "note": body.note}
    return _done(request, who, area, "cancel alert", record, facts)


def _need(request: Request, who: Principal, area: str, what: str) -> None:
    """Raise ForbiddenError, and note it, where what somebody asks for takes an approver."""
    if not who.may(Role.APPROVER, area):
        _note(request, who, area, "refused", {"what": what, "needs": str(Role.APPROVER)})
        raise ForbiddenError(Problem("request", what, f"{Role.APPROVER}", f"{who.role}"))


def _person(who: Principal) -> Person:
    return Person(who.account, who.name)


def _alerts(request: Request) -> Alerts:
    found: Alerts = request.app.state.alerts
    return found


def _office(request: Request, area: str) -> Office:
    """Return the office of an area that the guard has let through."""
    return _alerts(request).offices[area]


def _record(office: Office, record: Record) -> AlertRecord:
    return AlertRecord.of(record, in_force=office.clerk.in_force(record) is not None)


def _note(request: Request, who: Principal, area: str, action: str, facts: Mapping[str, Any]) -> None:
    staff_of(request).signin.audit.note(who, area, action, facts)


def _done(
    request: Request,
    who: Principal,
    area: str,
    action: str,
    record: Record,
    facts: Mapping[str, Any] | None = None,
    status: int = 200,
) -> Response:
    """Note what was done, and answer with the record."""
    told = {"alert": record.id, "version": record.version, "state": record.stage, "level": record.draft.level}
    _note(request, who, area, action, {**told, "drill": record.draft.drill, **(facts or {})})
    return _answer(_record(_office(request, area), record), status)


def _audience(office: Office, kinds: Sequence[HazardKind], found: Preview) -> AudienceModel:
    outline, phones = found.outline, office.phones.count(found.outline.meshes)
    return AudienceModel(
        subscriptions=phones.total,
        by_mesh=phones.by_mesh,
        residents=residents(outline),
        unsurveyed=unsurveyed(outline, kinds),
        meshes=list(outline.meshes),
        streets_m=outline.streets_m,
    )


def _answer(model: AlertRecord | AlertList | PreviewAnswer, status: int = 200) -> Response:
    return Response(model.model_dump_json(), status, HEADERS, "application/json")
