"""Keys: what they sign, and how one gives way to another."""

import base64
import hashlib
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from api.live.signing import KEY_STATEMENT, MANIFEST_STATEMENT, Signer, notices_in, rotate_key
from router.errors import InputError
from tests.api.live.servers import state
from tests.api.live.test_served import served

__all__ = ["state"]

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def verify(public_key: str, signature: str, content: bytes) -> None:
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key))
    public.verify(base64.b64decode(signature), content)


def test_every_key_vouches_for_the_next(tmp_path: Path) -> None:
    keys = [Signer.kept_in(tmp_path)]
    for _ in range(3):
        rotate_key(tmp_path, NOW)
        keys.append(Signer.kept_in(tmp_path))
    notices = notices_in(tmp_path)
    assert len({key.id for key in keys}) == 4
    for (old, new), notice in zip(pairwise(keys), notices, strict=True):
        assert (notice.from_key, notice.to_public_key, notice.at) == (old.id, new.public_key, NOW)
        verify(old.public_key, notice.signature, KEY_STATEMENT + base64.b64decode(new.public_key))
        with pytest.raises(InvalidSignature):
            verify(new.public_key, notice.signature, KEY_STATEMENT + base64.b64decode(new.public_key))
    assert (tmp_path / "signing-key").stat().st_mode & 0o077 == 0


def test_nothing_to_rotate_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="signing-key"):
        rotate_key(tmp_path, NOW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"from": "a"}]', '[{"from": 1, "at": "x"}]'])
def test_damaged_notices_are_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "key-notices.json").write_text(content)
    with pytest.raises(InputError, match=r"key-notices\.json"):
        notices_in(tmp_path)


def test_a_manifest_is_vouched_for_by_the_old_key_and_the_new(town_region: Path, state: Path) -> None:
    told = []
    for _ in range(2):
        with served(town_region, state) as server:
            manifest = server.client.get("/v1/regions/shiranami/manifest").content
            told.append(server.client.get("/v1/regions/shiranami/signature").json())
            key = server.client.get("/v1/areas/shiranami/key").json()
        assert told[-1]["sha256"] == hashlib.sha256(manifest).hexdigest()
        assert key["public_key"] == told[-1]["public_key"]
        verify(
            told[-1]["public_key"], told[-1]["signature"], MANIFEST_STATEMENT + told[-1]["sha256"].encode()
        )
        if len(told) == 1:
            rotate_key(state, NOW)
    (notice,) = told[1]["notices"]
    assert (notice["from_key"], notice["to_public_key"]) == (told[0]["key"], told[1]["public_key"])
    verify(
        told[0]["public_key"],
        notice["signature"],
        KEY_STATEMENT + base64.b64decode(told[1]["public_key"]),
    )
