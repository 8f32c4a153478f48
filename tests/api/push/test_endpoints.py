"""Where we post, and where we never do: schemes, hosts, addresses inside of names, redirects, rebinding."""

import asyncio
import socket
from typing import Any

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from api.push.endpoints import PublicResolver, endpoint_problem, is_public, origin_of
from api.push.settings import PushSettings
from api.push.worker.post import Result
from api.push.worker.wire import WirePoster

GOOD = (
    "https://fcm.googleapis.com/fcm/send/abc:APA91b",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
    "https://web.push.apple.com/QGu",
    "https://wns2-par02p.notify.windows.com/w/?token=BQ%3d",
    "https://fcm.googleapis.com:443/x",
)
BAD = (
    "http://fcm.googleapis.com/x",
    "https://fcm.googleapis.com:8443/x",
    "https://fcm.googleapis.com",
    "https://fcm.googleapis.com/",
    "https://user@fcm.googleapis.com/x",
    "https://fcm.googleapis.com@127.0.0.1/x",
    "https://fcm.googleapis.com.evil.example/x",
    "https://evilfcm.googleapis.com/x",
    "https://push.apple.com.evil.example/x",
    "https://.push.apple.com.example/x",
    "https://xpush.apple.com/x",
    "https://127.0.0.1/x",
    "https://localhost/x",
    "https://[::1]/x",
    "https://[::ffff:10.0.0.1]/x",
    "https://169.254.169.254/latest/meta-data",
    "https://2130706433/x",
    "https://0x7f.1/x",
    "https://10.0.0.1/x",
    "https://fcm.googleapis.com/x#y",
    "https://fcm.googleapis.com\\@10.0.0.1/x",
    "https://fcm.googleapis.com/x\r\nHost: evil",
    "https://fcm.googleapis.com/x y",
    "https://fcm.googleapis.com:99999/x",
    "https://[::1",
    "https://fcm.googleapis.com/" + "x" * 1024,
    "https://ｆcm.googleapis.com/x",
    "file:///etc/passwd",
    "gopher://fcm.googleapis.com/x",
    "",
)
INTERNAL = (
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "2002:a00:1::",
)


@pytest.mark.parametrize("endpoint", GOOD)
def test_push_services_are_allowed(endpoint: str) -> None:
    assert endpoint_problem(endpoint) is None


@pytest.mark.parametrize("endpoint", BAD)
def test_everything_else_is_refused(endpoint: str) -> None:
    assert endpoint_problem(endpoint)


def test_loopback_only_when_a_test_says_so() -> None:
    assert endpoint_problem("http://127.0.0.1:8080/x")
    assert endpoint_problem("http://127.0.0.1:8080/x", loopback=True) is None
    assert endpoint_problem("http://10.0.0.1:8080/x", loopback=True)


def test_settings_add_hosts() -> None:
    assert endpoint_problem("https://push.example.org/x", ("*.example.org",)) is None
    assert endpoint_problem("https://example.org/x", ("*.example.org",))


@pytest.mark.parametrize("address", INTERNAL)
def test_internal_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_origin() -> None:
    assert origin_of("https://FCM.googleapis.com:443/a/b") == "https://fcm.googleapis.com"
    assert origin_of("http://127.0.0.1:8080/a") == "http://127.0.0.1:8080"


class Names(AbstractResolver):
    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses

    async def resolve(self, host: str, port: int = 0, family: Any = socket.AF_INET) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=one, port=port, family=family, proto=0, flags=0)
            for one in self.addresses
        ]

    async def close(self) -> None:
        pass


@pytest.mark.parametrize("addresses", [("127.0.0.1",), ("8.8.8.8", "10.0.0.1"), ("::1",), ("fd00::1",)])
def test_names_that_lead_inside_are_refused_when_sending(addresses: tuple[str, ...]) -> None:
    """An allowed host whose name leads to our own network: rebinding, or a poisoned resolver."""

    async def case() -> None:
        poster = WirePoster(PushSettings())
        poster._resolver = PublicResolver(Names(*addresses))
        answer = await poster.post("https://fcm.googleapis.com/x", b"body", {"TTL": "1"})
        await poster.close()
        assert (answer.result, answer.reason) == (Result.RETRY, "OSError")

    asyncio.run(case())
