"""How notices go out."""

from datetime import UTC, datetime
from typing import Any

import orjson
from fastapi import APIRouter, Request, Response

from api.live.store import Store, text
from api.push.notice import N_RANKS, Sendable
from api.push.store.names import out, prefix
from api.staff.http.contract import DeliveryModel, PushAnswer, PushHealth
from api.staff.http.shared import PREFIX, Viewer, desk_of

router = APIRouter(prefix=PREFIX, tags=["staff"])
MOST_NOTICES, MOST_DEAD = 50, 100


@router.get("/push", operation_id="push_delivery")
def push(area: str, request: Request, response: Response, who: Viewer) -> PushAnswer:
    """Return how the latest notices go out, and what could not be sent."""
    store = desk_of(request, area)[0].store
    response.headers["cache-control"] = "no-store"
    dead = store.ask(lambda client: client.lrange(f"{prefix(area)}dead", 0, MOST_DEAD - 1))
    return PushAnswer(
        health=push_health(store, area),
        notices=_deliveries(store, prefix(area)),
        dead=[orjson.loads(one) for one in dead],
    )


def push_health(store: Store, area: str) -> PushHealth:
    """Return how sending goes."""

    def count(client: Any) -> list[int]:
        with client.pipeline(transaction=False) as pipe:
            pipe.scard(f"{prefix(area)}ids")
            pipe.zcard(f"{prefix(area)}retry")
            pipe.llen(f"{prefix(area)}dead")
            for rank in range(N_RANKS):
                pipe.xlen(out(area, rank))
            found: list[int] = pipe.execute()
        return found

    subscriptions, retrying, dead, *queued = store.ask(count)
    return PushHealth(subscriptions=subscriptions, queued=sum(queued), retrying=retrying, dead=dead)


def _deliveries(store: Store, begin: str) -> list[DeliveryModel]:
    newest = store.ask(
        lambda client: client.zrevrange(f"{begin}notices", 0, MOST_NOTICES - 1, withscores=True)
    )
    found = []
    for id_, at_s in ((text(id_), at_s) for id_, at_s in newest):
        counts, kept = store.ask(
            lambda client, id_=id_: (  # type: ignore[misc]
                client.hgetall(f"{begin}count:{id_}"),
                client.get(f"{begin}notice:{id_}"),
            )
        )
        told = {text(name): int(n) for name, n in counts.items()}
        title = "" if kept is None else _title(Sendable.from_json(kept))
        at = datetime.fromtimestamp(at_s, UTC)
        found.append(DeliveryModel(notice=id_, published_at=at, title=title, counts=told))
    return found


def _title(sendable: Sendable) -> str:
    payload: dict[str, Any] = orjson.loads(sendable.payload("ja"))
    return str(payload["notification"]["title"])
