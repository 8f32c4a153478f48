"""Subscriptions in Redis: encrypted, found by cell, gone when deleted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

import orjson
from redis.asyncio import Redis

from api.errors import UnknownSubscriptionError
from api.push.notice import group_of
from api.push.sealing import Receiver
from api.push.store import scripts
from api.push.store.names import prefix
from api.push.vault import Vault, id_of
from router.errors import Problem


@dataclass(frozen=True, slots=True)
class Subscription:
    """What is known of a phone.

    Attributes
    ----------
    receiver : Receiver
        Endpoint, keys, language.
    profile : str
    meshes : tuple of str
    """

    receiver: Receiver
    profile: str
    meshes: tuple[str, ...]

    def pack(self) -> bytes:
        """Return it as bytes, to be encrypted."""
        one = self.receiver
        rest = (one.endpoint, one.point.hex(), one.auth.hex(), one.lang, self.profile)
        return orjson.dumps([*rest, self.meshes])

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """Return what `pack` was called on."""
        endpoint, point, auth, lang, profile, meshes = orjson.loads(packed)
        group = str(group_of(profile))
        receiver = Receiver(endpoint, bytes.fromhex(point), bytes.fromhex(auth), lang, group)
        return cls(receiver, profile, tuple(meshes))


class Subscriptions:
    """The subscriptions of all areas."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault
        self._put = redis.register_script(scripts.PUT)
        self._delete = redis.register_script(scripts.DELETE)

    async def add(self, area: str, subscription: Subscription) -> str:
        """Keep a subscription in place of the one with its endpoint, if any, and return its token."""
        token = self._vault.token_of(area, subscription.receiver.endpoint)
        await self._keep(area, id_of(token), subscription, await self._read(area, id_of(token)))
        return token

    async def change(self, area: str, token: str, lang: str, profile: str, meshes: Iterable[str]) -> None:
        """Keep other wishes for the phone with that token, or raise UnknownSubscriptionError."""
        old = await self._read(area, id_of(token))
        if old is None:
            raise UnknownSubscriptionError(
                Problem("request header", "authorization", "the token of a subscription", "another")
            )
        one = old.receiver
        receiver = Receiver(one.endpoint, one.point, one.auth, lang)
        await self._keep(area, id_of(token), Subscription(receiver, profile, tuple(meshes)), old)

    async def delete(self, area: str, token: str) -> None:
        """Delete everything of the phone with that token. What is gone already is gone."""
        await self.forget(area, id_of(token))

    async def forget(self, area: str, id_: str) -> None:
        """Delete everything of a subscription by its id."""
        old = await self._read(area, id_)
        if old is not None:
            await self._delete(keys=[prefix(area)], args=[id_, *old.meshes])

    async def count(self, area: str, meshes: Iterable[str]) -> int:
        """Return how many phones watch any of the cells: what staff see before they send."""
        names = [f"{prefix(area)}mesh:{mesh}" for mesh in meshes]
        return len(await self._redis.sunion(names)) if names else 0

    def decrypt(self, area: str, id_: str, stored: bytes) -> Subscription:
        """Return a stored subscription, or raise UnreadableError."""
        return Subscription.unpack(self._vault.decrypt(stored, f"sub {area} {id_}"))

    async def _read(self, area: str, id_: str) -> Subscription | None:
        stored: Any = await self._redis.get(f"{prefix(area)}sub:{id_}")
        return None if stored is None else self.decrypt(area, id_, stored)

    async def _keep(self, area: str, id_: str, new: Subscription, old: Subscription | None) -> None:
        blob = self._vault.encrypt(new.pack(), f"sub {area} {id_}")
        meshes = old.meshes if old else ()
        await self._put(keys=[prefix(area)], args=[id_, blob, len(meshes), *meshes, *new.meshes])
