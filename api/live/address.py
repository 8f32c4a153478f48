"""From the address of a log server to clients of it: one form for every kind of deployment.

=========================================  =====================================================
address                                    server
=========================================  =====================================================
unix:///path/socket                        the embedded one, or any on this machine
redis://host:port/db, rediss://…           one server; rediss is TLS
redis+sentinel://host:port,…/name/db       the primary that Sentinel names (rediss+sentinel: TLS)
redis+cluster://host:port,…                a cluster (rediss+cluster: TLS)
=========================================  =====================================================

User and password stand before the host, as in ``redis://user:secret@host``.
"""

from typing import Any, TypeAlias
from urllib.parse import SplitResult, unquote, urlsplit

import redis
from redis.backoff import NoBackoff
from redis.cluster import ClusterNode, RedisCluster
from redis.retry import Retry
from redis.sentinel import Sentinel

from router.errors import InputError, Problem

Client: TypeAlias = Any
"""redis.Redis or RedisCluster: the commands we use are the same."""
PLAIN, SENTINEL, CLUSTER = ("unix", "redis", "rediss"), "+sentinel", "+cluster"
FORMS = "unix://…, redis://…, rediss://…, redis+sentinel://…/name or redis+cluster://…"
CONNECT_S, ANSWER_S = 2.0, 5.0


def connect(url: str, **more: Any) -> Client:
    """Return a client; nothing is sent yet (a cluster is asked for its nodes).

    Nothing is retried silently: whoever calls knows what may be repeated.

    Raises
    ------
    InputError
        For an address of another form. It may hold a password, so only its scheme is told.
    """
    parts = _split(url)
    options = {
        "socket_connect_timeout": CONNECT_S,
        "socket_timeout": ANSWER_S,
        "retry": Retry(NoBackoff(), 0),
        **more,
    }
    base, _, kind = parts.scheme.partition("+")
    if not kind:
        return redis.Redis.from_url(url, **options)
    options |= {"username": _text(parts.username), "password": _text(parts.password), "ssl": base == "rediss"}
    options.pop("single_connection_client", None)  # pools know none: used by one caller they keep to one
    if kind == "sentinel":
        name, _, db = parts.path.strip("/").partition("/")
        sentinel = Sentinel(  # type: ignore[no-untyped-call]
            _hosts(parts, 26379), socket_timeout=ANSWER_S, socket_connect_timeout=CONNECT_S
        )
        return sentinel.master_for(name, db=int(db or 0), **options)  # type: ignore[no-untyped-call]
    nodes = [ClusterNode(*host) for host in _hosts(parts, 6379)]  # type: ignore[no-untyped-call]
    return RedisCluster(startup_nodes=nodes, **options)


def check_url(url: str) -> str:
    """Return ``url`` if it has one of the forms, or raise InputError."""
    _split(url)
    return url


def shown(url: str) -> str:
    """Return an address without user and password."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        base, plus, kind = parts.scheme.partition("+")
        fits = parts.scheme in PLAIN or (base in ("redis", "rediss") and plus + kind in (SENTINEL, CLUSTER))
        if fits and kind:
            fits = bool(_hosts(parts, 1)) and (kind == "cluster" or parts.path.strip("/") != "")
    except ValueError:
        fits = False
    if not fits:
        raise InputError(Problem("settings", "REDIS_URL", FORMS, repr(url.partition("://")[0][:30])))
    return parts


def _hosts(parts: SplitResult, port: int) -> list[tuple[str, int]]:
    """Return (host, port) of every entry of a list."""
    entries = parts.netloc.rpartition("@")[2].split(",")
    found = [urlsplit(f"//{entry}") for entry in entries if entry]
    return [(one.hostname or "", one.port or port) for one in found]


def _text(part: str | None) -> str | None:
    return None if part is None else unquote(part)
