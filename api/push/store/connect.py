"""The address forms of `api.live.address`, for clients that do not block."""

from typing import Any
from urllib.parse import unquote, urlsplit

from redis.asyncio import Redis
from redis.asyncio.cluster import ClusterNode, RedisCluster
from redis.asyncio.sentinel import Sentinel

from api.live.address import check_url

CONNECT_S = 2.0
ANSWER_S = 30.0
"""Publishing to hundreds of thousands takes the server most of a second."""


def is_cluster(client: object) -> bool:
    """Return whether a client speaks to a cluster: no scripts in pipelines, no read over several areas."""
    return isinstance(client, RedisCluster)


async def disconnect(client: Redis) -> None:
    """Close a client, and what it asks Sentinel with."""
    watchers = getattr(getattr(client, "connection_pool", None), "sentinel_manager", None)
    for one in watchers.sentinels if watchers else ():
        await one.aclose()
    await client.aclose()


def connect(url: str) -> Redis:
    """Return a client; nothing is sent yet. InputError for an address of another form."""
    parts = urlsplit(check_url(url))
    options: dict[str, Any] = {"socket_connect_timeout": CONNECT_S, "socket_timeout": ANSWER_S}
    base, _, kind = parts.scheme.partition("+")
    if not kind:
        return Redis.from_url(url, **options)
    if parts.username or parts.password:
        options |= {
            "username": unquote(parts.username or "") or None,
            "password": unquote(parts.password or ""),
        }
    found = [urlsplit(f"//{one}") for one in parts.netloc.rpartition("@")[2].split(",")]
    hosts = [(one.hostname or "", one.port or (26379 if kind == "sentinel" else 6379)) for one in found]
    options["ssl"] = base == "rediss"
    if kind == "sentinel":
        name, _, db = parts.path.strip("/").partition("/")
        sentinel = Sentinel(hosts, socket_timeout=ANSWER_S)  # type: ignore[no-untyped-call]
        primary: Redis = sentinel.master_for(name, db=int(db or 0), **options)
        return primary
    nodes = [ClusterNode(*host) for host in hosts]
    cluster: Any = RedisCluster(startup_nodes=nodes, **options)
    return cluster  # type: ignore[no-any-return]
