"""/v1/push: phones subscribe, change what they want to hear of, and leave.

The token that a phone gets stands in a header, never in a path: paths are logged.
"""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from redis.asyncio import Redis
from redis.exceptions import RedisError

from api.errors import LogUnavailableError, UnknownRegionError, UnknownSubscriptionError
from api.push.contract import (
    PushKeyAnswer,
    SubscriptionAnswer,
    SubscriptionRequest,
    WishesRequest,
    from_base64url,
)
from api.push.endpoints import endpoint_problem
from api.push.limits import Limits
from api.push.sealing import Receiver
from api.push.settings import PushSettings
from api.push.store.connect import disconnect
from api.push.store.subscriptions import Subscription, Subscriptions
from api.push.vapid import Signer
from api.push.vault import Vault
from api.quoting import quoted
from router.errors import InputError, Problem

router = APIRouter(prefix="/v1/push", tags=["push"])
NO_STORE = {"cache-control": "no-store"}
MAX_TOKEN_CHARS = 64


@dataclass(frozen=True, slots=True)
class PushDesk:
    """What the routes need; the application keeps it as ``app.state.push``.

    Attributes
    ----------
    areas : collection of str
        Areas one can subscribe to.
    settings : PushSettings
    public_key : str
    subscriptions : Subscriptions
    limits : Limits
    redis : Redis
    """

    areas: Collection[str]
    settings: PushSettings
    public_key: str
    subscriptions: Subscriptions
    limits: Limits
    redis: Redis

    @classmethod
    def open(cls, settings: PushSettings, redis: Redis, areas: Collection[str]) -> "PushDesk":
        """Return a desk; keys are made in the state folder where there are none."""
        vault = Vault.open(settings)
        public_key = Signer.open(settings).public_key
        limits = Limits(redis, vault, settings)
        return cls(areas, settings, public_key, Subscriptions(redis, vault), limits, redis)

    async def close(self) -> None:
        """Close the connections to Redis."""
        await disconnect(self.redis)

    async def admit(self, area: str, request: Request) -> None:
        """Refuse unknown areas and clients that change too much."""
        if area not in self.areas:
            expected = "one of " + ", ".join(sorted(self.areas))
            raise UnknownRegionError(Problem("request", "area", expected, quoted(area)))
        await self.limits.check(area, request.client.host if request.client else "")


def _desk(request: Request) -> PushDesk:
    desk: PushDesk | None = getattr(request.app.state, "push", None)
    if desk is None:
        raise LogUnavailableError("push is not set up on this server")
    return desk


def _token(authorization: Annotated[str, Header(max_length=MAX_TOKEN_CHARS + 7)] = "") -> str:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.isascii() or not token:
        raise UnknownSubscriptionError(
            Problem("request header", "authorization", "Bearer and the token of a subscription", "another")
        )
    return token


Desk = Annotated[PushDesk, Depends(_desk)]
Token = Annotated[str, Depends(_token)]


@asynccontextmanager
async def redis_errors() -> AsyncIterator[None]:
    """Tell that Redis is away as what it is: nothing was kept."""
    try:
        yield
    except (RedisError, OSError) as error:
        raise LogUnavailableError("push subscriptions cannot be kept now") from error


@router.get("/key", response_model=PushKeyAnswer, operation_id="push_key")
async def key(desk: Desk) -> Response:
    """Return the key that a browser needs to subscribe."""
    answer = PushKeyAnswer(key=desk.public_key)
    return Response(answer.model_dump_json(), headers=NO_STORE, media_type="application/json")


@router.post("/subscriptions", response_model=SubscriptionAnswer, status_code=201, operation_id="subscribe")
async def subscribe(body: SubscriptionRequest, request: Request, desk: Desk) -> Response:
    """Keep a subscription, encrypted. The same endpoint again replaces what was kept for it."""
    problem = endpoint_problem(body.endpoint, desk.settings.hosts, desk.settings.allow_loopback)
    if problem:
        raise InputError(Problem("request body", "endpoint", problem, "another address"))
    async with redis_errors():
        await desk.admit(body.area, request)
        receiver = Receiver(
            body.endpoint, from_base64url(body.keys.p256dh), from_base64url(body.keys.auth), body.lang
        )
        kept = Subscription(receiver, body.profile, _unique(body.meshes))
        token = await desk.subscriptions.add(body.area, kept)
    answer = SubscriptionAnswer(token=token)
    return Response(answer.model_dump_json(), 201, NO_STORE, "application/json")


@router.put("/subscriptions", status_code=204, operation_id="change_subscription")
async def change(body: WishesRequest, request: Request, desk: Desk, token: Token) -> Response:
    """Keep other wishes for a subscription."""
    async with redis_errors():
        await desk.admit(body.area, request)
        await desk.subscriptions.change(body.area, token, body.lang, body.profile, _unique(body.meshes))
    return Response(status_code=204, headers=NO_STORE)


@router.delete("/subscriptions", status_code=204, operation_id="unsubscribe")
async def unsubscribe(
    request: Request, desk: Desk, token: Token, area: Annotated[str, Query(max_length=200)]
) -> Response:
    """Delete everything kept for a subscription. Once more is no error."""
    async with redis_errors():
        await desk.admit(area, request)
        await desk.subscriptions.delete(area, token)
    return Response(status_code=204, headers=NO_STORE)


def _unique(meshes: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(meshes))
