"""/v1/staff/session: sign in, see who is signed in, sign out."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.staff.guard import COOKIE, signed_in, staff_of
from api.staff.http.contract import SessionAnswer, SignInRequest
from api.staff.roles import Principal, Role
from api.staff.sessions import LIFE_S, Session
from api.staff.signin import Given

router = APIRouter(prefix="/v1/staff/session", tags=["staff"])
PATH = "/v1/staff"
NO_STORE = "no-store"


@router.post("", operation_id="sign_in")
def sign_in(body: SignInRequest, request: Request, response: Response) -> SessionAnswer:
    """Sign in: a cookie that no script can read, and the token that every change must bring."""
    staff = staff_of(request)
    address = request.client.host if request.client else ""
    token, session, account = staff.signin.sign_in(Given(body.account, body.password, body.totp), address)
    forwarded = request.headers.get("x-forwarded-proto", request.url.scheme)
    response.set_cookie(
        COOKIE, token, LIFE_S, path=PATH, secure=forwarded == "https", httponly=True, samesite="strict"
    )
    response.headers["cache-control"] = NO_STORE
    return _told(session, account.principal)


@router.get("", operation_id="session")
def session(
    request: Request, response: Response, who: Annotated[Principal, Depends(signed_in(Role.VIEWER))]
) -> SessionAnswer:
    """Return who is signed in."""
    staff = staff_of(request)
    found = staff.signin.sessions.find(request.cookies.get(COOKIE, ""), staff.clock().timestamp())
    assert found is not None, "the guard has just found it"
    response.headers["cache-control"] = NO_STORE
    return _told(found[0], who)


@router.delete("", status_code=204, operation_id="sign_out")
def sign_out(request: Request, who: Annotated[Principal, Depends(signed_in(Role.VIEWER))]) -> Response:
    """Sign out."""
    staff = staff_of(request)
    staff.signin.sessions.end(request.cookies.get(COOKIE, ""))
    staff.signin.audit.note_all(who, who.areas, "sign out", {})
    answer = Response(status_code=204)
    answer.delete_cookie(COOKIE, path=PATH)
    return answer


def _told(session: Session, who: Principal) -> SessionAnswer:
    return SessionAnswer(
        account=who.account,
        name=who.name,
        role=who.role,
        areas=list(who.areas),
        csrf=session.csrf,
        expires_at=datetime.fromtimestamp(session.ends_s, UTC),
    )
