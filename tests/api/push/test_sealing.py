"""RFC 8291 by its own example, and against pywebpush and http_ece; RFC 8292 against py_vapid."""

import base64
import json
from datetime import UTC, datetime

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from api.push.notice import DRILL, MAX_PAYLOAD_BYTES, Sendable, Text, to_sendable
from api.push.sealing import MAX_PLAIN_BYTES, Envelope, Receiver, derive, prepare, read_point
from api.push.vapid import LIFE_S, RENEW_S, Signer, new_key
from api.push.vault import UnreadableError, Vault
from api.push.worker.delivery import standard_body
from router.errors import InputError
from tests.api.push.setup import a_notice
from tests.push_service.checks import Refused, check_body, check_vapid
from tests.push_service.phone import Phone

ORIGIN = "https://fcm.googleapis.com"


def b(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def receiver(phone: Phone) -> Receiver:
    return Receiver(f"{ORIGIN}/x", phone.point, phone.auth, "ja")


def test_example_of_rfc_8291() -> None:
    """Appendix A, with its keys and its salt."""
    theirs = b("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
    ours = b("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")
    secret = int.from_bytes(b("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), "big")
    shared = ec.derive_private_key(secret, ec.SECP256R1()).exchange(ec.ECDH(), read_point(theirs))
    key, nonce = derive(shared, b("BTBZMqHH6r4Tts7J_aSIgg"), theirs, ours, b("DGv6ra1nlYgDCS1FRnbzlw"))
    assert (key, nonce) == (b("oIhVW04MRdy2XN9CiKLxTg"), b("4h_95klXJ5E_qnoN"))


@settings(max_examples=30, deadline=None)
@given(plain=st.binary(min_size=1, max_size=MAX_PLAIN_BYTES))
def test_phones_can_read_it(plain: bytes) -> None:
    phone = Phone()
    envelope = Envelope.unpack(prepare(receiver(phone), 5).pack())
    body = envelope.seal(plain)
    check_body(body)
    assert phone.decrypt(body) == plain
    assert phone.decrypt(standard_body(receiver(phone), plain)) == plain
    with pytest.raises(http_ece.ECEException):
        Phone().decrypt(body)


def test_envelopes_differ() -> None:
    one, two = (prepare(receiver(Phone()), 5) for _ in range(2))
    assert len({one.header, two.header, one.key, two.key, one.nonce, two.nonce}) == 6


def test_vapid_header_is_made_once_and_renewed() -> None:
    now = [1_000_000.0]
    signer = Signer(new_key(), "mailto:a@example.org", lambda: now[0])
    first = signer.header(ORIGIN)
    check_vapid(first, ORIGIN, signer.public_key, now[0])
    assert signer.header(ORIGIN) is first
    with pytest.raises(Refused, match="aud"):
        check_vapid(first, "https://other.example", signer.public_key, now[0])
    now[0] += LIFE_S - RENEW_S + 1
    assert signer.header(ORIGIN) != first
    check_vapid(signer.header(ORIGIN), ORIGIN, signer.public_key, now[0])


def test_vault_binds_records_to_their_place() -> None:
    vault = Vault(b"k" * 32)
    stored = vault.encrypt(b"secret", "sub a 1")
    assert vault.decrypt(stored, "sub a 1") == b"secret"
    for other, name in ((vault, "sub a 2"), (Vault(b"x" * 32), "sub a 1")):
        with pytest.raises(UnreadableError):
            other.decrypt(stored, name)
    with pytest.raises(UnreadableError):
        vault.decrypt(b"", "sub a 1")


def test_payload_is_declarative_and_marked() -> None:
    sendable = to_sendable(a_notice(drill=True, badge=1))
    told = json.loads(sendable.payload("en"))
    assert told["web_push"] == 8030
    assert set(told["notification"]) >= {
        "title",
        "body",
        "navigate",
        "lang",
        "dir",
        "silent",
        "tag",
        "app_badge",
    }
    for lang in ("ja", "en"):
        text = json.loads(sendable.payload(lang))["notification"]
        assert DRILL in text["title"]
        assert DRILL in text["body"]
    assert sendable.payload("ko") == sendable.payload("ja")
    assert Sendable.from_json(sendable.to_json()) == sendable


def test_tsunami_is_kept_an_hour_at_most() -> None:
    sendable = to_sendable(a_notice(tsunami=True, expires_at=datetime(2030, 1, 1, tzinfo=UTC)))
    assert (sendable.ttl_s(sendable.expires_s - 90_000), sendable.rank, sendable.urgency) == (
        3_600,
        0,
        "high",
    )


def test_everything_wrong_is_told_at_once() -> None:
    texts = {"en": Text("a", "b" * MAX_PAYLOAD_BYTES)}
    with pytest.raises(InputError) as error:
        to_sendable(a_notice("a b", texts=texts, expires_at=datetime(2030, 1, 1)))
    assert [one.where for one in error.value.problems] == ["en", "ja", "id", "expires_at"]
