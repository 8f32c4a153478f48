"""The check in front of every staff endpoint: who, which role, which area, and that the page itself asked."""

import hmac
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from fastapi import Request

from api.errors import ForbiddenError, NotLiveError, SignInError
from api.quoting import quoted
from api.staff.audit import SIGNING_IN
from api.staff.roles import EVERYWHERE, Principal, Role
from router.errors import Problem

if TYPE_CHECKING:
    from api.staff.desks import Staff

COOKIE = "nigemichi_staff"
CSRF_HEADER = "x-csrf-token"
SAFE = frozenset({"GET", "HEAD"})


def staff_of(request: Request) -> "Staff":
    """Return what staff's endpoints need, or raise NotLiveError."""
    found: Staff | None = getattr(request.app.state, "staff", None)
    if found is None:
        expected = "a server that follows an event log (nigemichi serve --state DIR, or REDIS_URL)"
        raise NotLiveError(Problem("request", "", expected, "one that does not"))
    return found


def signed_in(role: Role, *, everywhere: bool = False) -> Callable[[Request], Principal]:
    """Return a dependency: the person who is signed in, with at least ``role`` in the area of the path.

    ``everywhere``: in all areas, whatever the path. What is refused is in the audit trail of the area meant.

    Raises
    ------
    SignInError
        401: nobody is signed in.
    ForbiddenError
        403: the role is too low, the area is another's or there is none of that name, or the token of the
        page is missing.
    """

    def person(request: Request) -> Principal:
        staff = staff_of(request)
        now_s = staff.clock().timestamp()
        token = request.cookies.get(COOKIE, "")
        found = staff.signin.sessions.find(token, now_s) if token else None
        if found is None:
            raise SignInError(Problem("request", "session", "somebody signed in", "nobody, or no longer"))
        session, who = found
        area = EVERYWHERE if everywhere else request.path_params.get("area")
        real = area in (None, EVERYWHERE) or area in staff.desks
        if not who.may(role, area) or not real:
            expected = f"{role} in all areas" if everywhere else f"{role} in an area of yours"
            _refuse(staff, who, request, Problem("request", "area", expected, f"{who.role}, {quoted(area)}"))
        brought = request.headers.get(CSRF_HEADER, "")
        if request.method not in SAFE and not hmac.compare_digest(brought.encode(), session.csrf.encode()):
            problem = Problem("request header", CSRF_HEADER, "the token of the session", "another")
            _refuse(staff, who, request, problem)
        return who

    marked: Any = person
    marked.role = role
    marked.everywhere = everywhere
    kept: Callable[[Request], Principal] = marked
    return kept


def _refuse(staff: "Staff", who: Principal, request: Request, problem: Problem) -> NoReturn:
    """Note a refusal and raise ForbiddenError."""
    area = request.path_params.get("area", SIGNING_IN)
    facts = {"method": request.method, "where": problem.where, "expected": problem.expected}
    staff.signin.audit.note(who, area if area in staff.desks else SIGNING_IN, "refused", facts)
    raise ForbiddenError(problem)
