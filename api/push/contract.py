"""What a phone sends about its subscription, and what it gets back."""

import base64
import binascii
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from api.contract import Model
from api.push.endpoints import MAX_ENDPOINT_CHARS
from api.push.sealing import AUTH_BYTES, POINT_BYTES, read_point
from hazard.official.population.mesh import MeshLevel, mesh_bounds
from router.errors import InputError
from router.profiles import own_profiles

MAX_MESHES = 64
"""Home, work, school, the parents' home, with the cells around each."""
PushLang = Literal["ja", "ja-easy", "en", "zh-CN", "zh-TW", "ko", "vi", "tl", "pt-BR", "es"]


def _mesh(code: str) -> str:
    try:
        if len(code) != MeshLevel.THIRD:
            raise InputError(())
        mesh_bounds(code)
    except InputError:
        form = "a 1 km mesh code of JIS X 0410: 8 digits"
        raise PydanticCustomError("mesh", "{form}", {"form": form}) from None
    return code


def _profile(profile: str) -> str:
    if profile not in own_profiles():
        raise PydanticCustomError("unknown_profile", "one of {names}", {"names": ", ".join(own_profiles())})
    return profile


def _point(text: str) -> str:
    try:
        point = from_base64url(text)
        if len(point) != POINT_BYTES:
            raise ValueError
        read_point(point)
    except ValueError:
        raise PydanticCustomError("p256dh", "a P-256 public key, 65 bytes in base64url", {}) from None
    return text


def _auth(text: str) -> str:
    try:
        if len(from_base64url(text)) != AUTH_BYTES:
            raise ValueError
    except ValueError:
        raise PydanticCustomError("auth", "16 bytes in base64url", {}) from None
    return text


def from_base64url(text: str) -> bytes:
    """Return the bytes of base64url with or without padding, or raise ValueError."""
    try:
        padded = text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from None


def to_base64url(content: bytes) -> str:
    """Return bytes in base64url, without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


Mesh = Annotated[str, StringConstraints(max_length=8), AfterValidator(_mesh)]


class PushKeys(Model):
    """What `PushSubscription.toJSON().keys` holds."""

    p256dh: Annotated[str, StringConstraints(max_length=100), AfterValidator(_point)]
    auth: Annotated[str, StringConstraints(max_length=40), AfterValidator(_auth)]


class Wishes(Model):
    """What a phone wants to hear of. No position, no name."""

    lang: PushLang = "ja"
    profile: Annotated[str, StringConstraints(max_length=40), AfterValidator(_profile)] = "adult"
    meshes: list[Mesh] = Field(
        min_length=1,
        max_length=MAX_MESHES,
        description="1 km cells (JIS X 0410, 8 digits) it watches.",
        examples=[["55401009"]],
    )


class SubscriptionRequest(Wishes):
    """A new subscription; the same endpoint again replaces the old one."""

    area: str = Field(max_length=200, description="An id from /v1/regions.")
    endpoint: str = Field(max_length=MAX_ENDPOINT_CHARS, description="From the browser.")
    keys: PushKeys


class WishesRequest(Wishes):
    """What shall hold from now on."""

    area: str = Field(max_length=200, description="An id from /v1/regions.")


class SubscriptionAnswer(Model):
    """What the phone keeps: with the token it changes and deletes its subscription."""

    token: str = Field(description="Secret: send it as `Authorization: Bearer …`.")


class PushKeyAnswer(Model):
    """For `PushManager.subscribe({applicationServerKey})`."""

    key: str = Field(description="VAPID public key: P-256 point, 65 bytes in base64url.")
