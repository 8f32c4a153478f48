"""What a strict push service demands of a request: RFC 8030, 8291 and 8292; each rule has its status."""

import base64
import json
import re
import time
from collections.abc import Mapping

from py_vapid import Vapid02

MAX_BODY_BYTES = 4096
DAY_S = 86_400
TOPIC = re.compile(r"[A-Za-z0-9_-]{1,32}")
AUTHORIZATION = re.compile(r"vapid t=([\w-]+\.[\w-]+\.[\w-]+), ?k=([\w-]+)")


class Refused(Exception):  # noqa: N818
    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


def check_headers(headers: Mapping[str, str]) -> None:
    ttl = headers.get("ttl", "")
    if not ttl.isdecimal():
        raise Refused(400, f"TTL {ttl!r}")
    if headers.get("urgency", "normal") not in ("very-low", "low", "normal", "high"):
        raise Refused(400, "Urgency")
    if "topic" in headers and not TOPIC.fullmatch(headers["topic"]):
        raise Refused(400, "Topic")
    if headers.get("content-encoding") != "aes128gcm":
        raise Refused(415, "Content-Encoding")


def check_body(body: bytes) -> None:
    if len(body) > MAX_BODY_BYTES:
        raise Refused(413, "too large")
    if len(body) < 86 + 17 or body[16:20] != b"\x00\x00\x10\x00" or body[20] != 65 or body[21] != 4:
        raise Refused(400, "not one aes128gcm record with a P-256 key")


def check_vapid(authorization: str, origin: str, key: str | None, now_s: float | None = None) -> None:
    """Check signature, aud, exp and sub; ``key``: the public key that the subscription is bound to."""
    match = AUTHORIZATION.fullmatch(authorization)
    if not match:
        raise Refused(401, "no VAPID header")
    token, signed_with = match.groups()
    if key is not None and signed_with != key:
        raise Refused(403, "another key than that of the subscription")
    if not Vapid02.verify(authorization):
        raise Refused(403, "signature")
    head, claims = (json.loads(_bytes(part)) for part in token.split(".")[:2])
    now_s = time.time() if now_s is None else now_s
    if head.get("alg") != "ES256" or claims.get("aud") != origin:
        raise Refused(403, f"alg or aud: {claims.get('aud')}")
    if not now_s < claims.get("exp", 0) <= now_s + DAY_S:
        raise Refused(403, "exp")
    if not str(claims.get("sub", "")).startswith(("mailto:", "https:")):
        raise Refused(403, "sub")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
