"""What was done: the audit trail."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query, Request, Response

from api.staff.audit import SIGNING_IN
from api.staff.guard import signed_in, staff_of
from api.staff.http.contract import AuditList, AuditModel
from api.staff.http.shared import Viewer, desk_of
from api.staff.roles import Principal, Role
from api.staff.signin import SignIn

router = APIRouter(prefix="/v1/staff", tags=["staff"])
Before: TypeAlias = Annotated[str | None, Query(pattern=r"^[0-9]{1,15}-[0-9]{1,15}$")]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=500)]
Prefecture: TypeAlias = Annotated[Principal, Depends(signed_in(Role.ADMIN, everywhere=True))]


@router.get("/areas/{area}/audit", operation_id="audit")
def audit(
    area: str, request: Request, response: Response, who: Viewer, before: Before = None, limit: Limit = 100
) -> AuditList:
    """Return who did what in this area, the newest first."""
    staff, _ = desk_of(request, area)
    response.headers["cache-control"] = "no-store"
    return _entries(staff.signin, area, before, limit)


@router.get("/audit", operation_id="audit_of_accounts")
def audit_of_accounts(
    request: Request, response: Response, who: Prefecture, before: Before = None, limit: Limit = 100
) -> AuditList:
    """Return all signing in, refused signing in and changed accounts, the newest first."""
    response.headers["cache-control"] = "no-store"
    return _entries(staff_of(request).signin, SIGNING_IN, before, limit)


def _entries(signin: SignIn, area: str, before: str | None, limit: int) -> AuditList:
    found = signin.audit.read(area, before, limit)
    return AuditList(
        entries=[
            AuditModel(
                id=one.id,
                at=one.at,
                account=one.account,
                name=one.name,
                action=one.action,
                facts=dict(one.facts),
            )
            for one in found
        ]
    )
