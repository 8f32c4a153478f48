"""Where we post: public push services by allow-list, and never an address inside our own network.

An endpoint comes from a stranger. It is checked when it is given (scheme, host, port), and again when it is
used: names are resolved by `PublicResolver`, which refuses addresses that are not public; redirects are not
followed.
"""

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

MAX_ENDPOINT_CHARS = 1024
PUSH_HOSTS = (
    "fcm.googleapis.com",  # Chrome, Edge on Android, Samsung Internet, Opera
    "updates.push.services.mozilla.com",  # Firefox
    "*.push.apple.com",  # Safari
    "*.notify.windows.com",  # Edge on Windows
)
"""The push services of the browsers there are; a setting adds to them."""
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_PORTS = {"https": 443, "http": 80}


def endpoint_problem(endpoint: str, more_hosts: tuple[str, ...] = (), loopback: bool = False) -> str | None:
    """Return what an endpoint should have been, or None when we may post there.

    Parameters
    ----------
    endpoint : str
    more_hosts : tuple of str
        Allowed beside `PUSH_HOSTS`.
    loopback : bool
        For tests: this machine is allowed too, over plain HTTP.
    """
    if len(endpoint) > MAX_ENDPOINT_CHARS:
        return f"at most {MAX_ENDPOINT_CHARS} characters"
    if not endpoint.isascii() or not endpoint.isprintable() or set(endpoint) & set(' \\"<>^`{|}'):
        return "a URL in ASCII"
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        return "a URL"
    if loopback and parts.scheme in _PORTS and parts.hostname in LOOPBACK and "@" not in parts.netloc:
        return None
    if parts.scheme != "https" or port not in (None, 443) or _has_extras(parts):
        return "an https URL without user, port or fragment"
    if not _listed(parts.hostname or "", PUSH_HOSTS + more_hosts):
        return "the address of a known push service"
    return None


def _has_extras(parts: SplitResult) -> bool:
    return "@" in parts.netloc or bool(parts.fragment) or len(parts.path) < 2


def _listed(host: str, patterns: tuple[str, ...]) -> bool:
    """Return whether a host is one of the patterns; ``*.`` stands for one or more labels."""
    return any(host.endswith(one[1:]) if one.startswith("*.") else host == one for one in patterns)


def origin_of(endpoint: str) -> str:
    """Return scheme, host and port (where it is not the usual one): what RFC 8292 calls ``aud``."""
    scheme, _, rest = endpoint.partition("://")
    host = rest.partition("/")[0].lower()
    usual = f":{_PORTS.get(scheme.lower(), 0)}"
    return f"{scheme.lower()}://{host.removesuffix(usual)}"


def is_public(address: str) -> bool:
    """Return whether an IP address belongs to the public internet, looking into IPv4 inside of IPv6."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1] or _nat64(ip)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _nat64(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address in the well-known NAT64 prefix (RFC 6052), if it is one."""
    if ip in ipaddress.IPv6Network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
    return None


class PublicResolver(AbstractResolver):
    """Resolves names, and refuses those that lead to an address which is not public."""

    def __init__(self, inner: AbstractResolver | None = None, loopback: bool = False) -> None:
        self._inner = inner
        self._loopback = loopback

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of ``host``; one that is not public spoils them all (DNS rebinding)."""
        if self._inner is None:
            self._inner = ThreadedResolver()
        found = await self._inner.resolve(host, port, family)
        for one in found:
            if not (is_public(one["host"]) or (self._loopback and one["host"] in LOOPBACK)):
                raise OSError(None, "the push service's name leads to an address that is not public")
        return found

    async def close(self) -> None:
        """Release the resolver."""
        if self._inner is not None:
            await self._inner.close()
