"""What was done (the audit trail), and how notices go out."""

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request, Response

from api.push.notice import Sendable
from api.push.store.names import prefix
from api.staff.http.contract import AuditList, AuditModel, DeliveryModel, PushAnswer
from api.staff.http.shared import PREFIX, Viewer, desk_of
from api.staff.store import Store, text

router = APIRouter(prefix=PREFIX, tags=["staff"])
MOST_NOTICES, MOST_DEAD = 50, 100


@router.get("/audit", operation_id="audit")
def audit(
    area: str,
    request: Request,
    response: Response,
    who: Viewer,
    before: Annotated[str | None, Query(pattern=r"^[0-9]{1,15}-[0-9]{1,15}$")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> AuditList:
    """Return who did what in this area, the newest first."""
    staff, _ = desk_of(request, area)
    response.headers["cache-control"] = "no-store"
    found = staff.signin.audit.read(area, before, limit)
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


@router.get("/push", operation_id="push_delivery")
def push(area: str, request: Request, response: Response, who: Viewer) -> PushAnswer:
    """Return how the latest notices go out, and what could not be sent."""
    staff, _ = desk_of(request, area)
    response.headers["cache-control"] = "no-store"
    begin = prefix(area)
    subscriptions = staff.store.ask(lambda client: client.scard(f"{begin}ids"))
    dead = staff.store.ask(lambda client: client.lrange(f"{begin}dead", 0, MOST_DEAD - 1))
    return PushAnswer(
        subscriptions=int(subscriptions),
        notices=_deliveries(staff.store, begin),
        dead=[orjson.loads(one) for one in dead],
    )


def _deliveries(store: Store, begin: str) -> list[DeliveryModel]:
    keys = store.ask(lambda client: sorted(map(text, client.scan_iter(f"{begin}count:*", 1_000))))
    found = []
    for key in keys:
        id_ = key.removeprefix(f"{begin}count:")
        counts: dict[bytes, bytes] = store.ask(lambda client, key=key: client.hgetall(key))  # type: ignore[misc]
        kept = store.ask(lambda client, id_=id_: client.get(f"{begin}notice:{id_}"))  # type: ignore[misc]
        sendable = None if kept is None else Sendable.from_json(kept)
        told = {text(name): int(n) for name, n in counts.items()}
        found.append(
            (
                0 if sendable is None else -sendable.expires_s,
                DeliveryModel(notice=id_, title=_title(sendable), counts=told),
            )
        )
    return [one for _, one in sorted(found, key=lambda pair: pair[0])][:MOST_NOTICES]


def _title(sendable: Sendable | None) -> str:
    if sendable is None:
        return ""
    payload: dict[str, Any] = orjson.loads(sendable.payload("ja"))
    return str(payload["notification"]["title"])
