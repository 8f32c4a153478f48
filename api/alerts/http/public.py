"""GET /v1/alerts…: CAP and Atom, for other systems. Served from memory; signing is kept for a moment."""

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Query, Request, Response

from api.alerts.alerts import Alerts
from api.alerts.cap.bulletins import Bulletin
from api.alerts.cap.feed import CAP_TYPE, atom, cap_list
from api.alerts.cap.sign import CapSigner
from api.errors import NotLiveError, UnknownAlertError, UnknownRegionError
from api.quoting import quoted
from router.errors import Problem

router = APIRouter(prefix="/v1", tags=["alerts"])
HEADERS = {"cache-control": "no-cache"}
KEEP_SIGNED_S = 10
"""A list is signed again, with a new time, when it is older than this or has changed."""
MOST_SIGNED = 64
Responses: TypeAlias = dict[int | str, dict[str, Any]]
Area = Annotated[str | None, Query(max_length=200, description="An id from /v1/regions; all without it.")]
Drill = Annotated[bool, Query(description="The exercise that runs, in place of what is real.")]
XML: Responses = {200: {"content": {CAP_TYPE: {"schema": {"type": "string"}}}}}
ATOM: Responses = {200: {"content": {"application/atom+xml": {"schema": {"type": "string"}}}}}
PEM: Responses = {200: {"content": {"application/x-pem-file": {"schema": {"type": "string"}}}}}


class SignedShelf:
    """Signed documents, kept for a few seconds: signing a long list takes milliseconds."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], bytes] = {}

    def get(self, key: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """Return the document of a key, made when there is none."""
        if key not in self._kept:
            if len(self._kept) >= MOST_SIGNED:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = make()
        return self._kept[key]


@router.get("/alerts.cap", response_class=Response, responses=XML, operation_id="alerts_cap")
def alerts_cap(request: Request, area: Area = None, drill: Drill = False) -> Response:
    """Return all alerts in force as CAP 1.2 messages in one signed list."""
    alerts, current = _current(request, area, drill=drill)
    signer = _signer(alerts)
    now = alerts.clock()
    key = ("list", area, drill, int(now.timestamp()) // KEEP_SIGNED_S, *(one.identifier for one in current))
    content = _shelf(request).get(key, lambda: signer.sign(cap_list(current, now)))
    return Response(content, headers=HEADERS, media_type="application/xml")


@router.get("/alerts.atom", response_class=Response, responses=ATOM, operation_id="alerts_atom")
def alerts_atom(request: Request, area: Area = None, drill: Drill = False) -> Response:
    """Return all alerts in force as an Atom feed."""
    alerts, current = _current(request, area, drill=drill)
    content = atom(current, alerts.clock(), alerts.settings.public_url, alerts.settings.sender)
    return Response(content, headers=HEADERS, media_type="application/atom+xml")


@router.get("/alerts.pem", response_class=Response, responses=PEM, operation_id="alerts_certificate")
def alerts_certificate(request: Request) -> Response:
    """Return the certificate that CAP is signed with. Compare it once with the one given by hand."""
    signer = _signer(_alerts(request))
    return Response(signer.certificate_pem, headers=HEADERS, media_type="application/x-pem-file")


@router.get("/alerts/{name}.cap", response_class=Response, responses=XML, operation_id="alert_cap")
def alert_cap(name: str, request: Request) -> Response:
    """Return a signed CAP 1.2 message: by its identifier, or the newest about an alert by the alert's id."""
    alerts = _alerts(request)
    found = alerts.find(name)
    if found is None:
        raise UnknownAlertError(Problem("request", "name", "a message that is kept", quoted(name)))
    signer = _signer(alerts)
    content = _shelf(request).get(("one", found.identifier), lambda: signer.sign(found.xml))
    return Response(content, headers=HEADERS, media_type=CAP_TYPE)


def _current(request: Request, area: str | None, *, drill: bool) -> tuple[Alerts, list[Bulletin]]:
    alerts = _alerts(request)
    _signer(alerts)
    if area is not None and area not in alerts.offices:
        expected = "one of " + ", ".join(alerts.offices)
        raise UnknownRegionError(Problem("request query", "area", expected, quoted(area)))
    return alerts, alerts.current(area, drill=drill)


def _alerts(request: Request) -> Alerts:
    found: Alerts = request.app.state.alerts
    return found


def _signer(alerts: Alerts) -> CapSigner:
    if alerts.signer is None:
        expected = "a server that follows an event log (nigemichi serve --state DIR, or REDIS_URL)"
        raise NotLiveError(Problem("request", "", expected, "one that does not"))
    return alerts.signer


def _shelf(request: Request) -> SignedShelf:
    if not hasattr(request.app.state, "signed"):
        request.app.state.signed = SignedShelf()
    found: SignedShelf = request.app.state.signed
    return found
