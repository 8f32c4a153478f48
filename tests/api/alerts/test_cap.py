"""CAP: the element rules, the life of a message with its references, the signature."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from lxml import etree
from pydantic import SecretStr
from signxml.algorithms import SignatureMethod
from signxml.exceptions import InvalidSignature
from signxml.verifier import SignatureConfiguration, XMLVerifier

from api.alerts.cap.message import Head, build_cap
from api.alerts.cap.rules import NS, cap_problems
from api.alerts.cap.sign import CapSigner
from api.alerts.extent import outline_of
from api.alerts.settings import AlertSettings
from api.alerts.texts import LANGS, Said, texts_of
from api.alerts.texts.compose import Ending, ending_of
from api.live.desk import Acting
from hazard.kinds import HazardKind
from hazard.world.events import Extent
from router.errors import InputError
from tests.api.alerts.office import FLOOD, SATO, SUZUKI, Office, office, server
from tests.api.alerts.test_extent import REGION, WEST
from tests.api.alerts.test_texts import CASES

__all__ = ["office", "server"]
AT = datetime(2026, 11, 24, 5, 10, tzinfo=UTC)
HEAD = Head("test.a.1", "bosai@test.example", AT, "Alert")


def field(xml: bytes, name: str) -> list[str]:
    return [element.text or "" for element in etree.fromstring(xml).iter(f"{{{NS}}}{name}")]


@pytest.mark.parametrize("drill", [False, True])
@pytest.mark.parametrize(
    "said", CASES, ids=lambda said: f"{said.kinds[0]}-{said.level or said.grade or 'order'}"
)
def test_every_alert_keeps_the_rules(said: Said, drill: bool) -> None:
    said = replace(said, drill=drill)
    for outline in (None, outline_of(REGION, Extent()), outline_of(REGION, WEST)):
        xml = build_cap(
            HEAD, said, texts_of(said), outline, source="気象庁", web="https://nigemichi.example/"
        )
        assert cap_problems(xml) == []
    assert field(xml, "status") == ["Exercise" if drill else "Actual"]
    assert field(xml, "language") == ["ja-x-easy" if lang == "ja-easy" else lang for lang in LANGS]
    assert field(xml, "sent") == ["2026-11-24T14:10:00+09:00"]
    assert ("訓練" in field(xml, "headline")[0]) == drill


def test_urgency_follows_the_level() -> None:
    found = {}
    for level in (3, 4, 5):
        said = Said(area="白波町", kinds=(HazardKind.FLOOD,), level=level)
        xml = build_cap(HEAD, said, texts_of(said), None)
        found[level] = (field(xml, "urgency")[0], field(xml, "severity")[0], field(xml, "responseType")[0])
    assert found == {
        3: ("Expected", "Moderate", "Prepare"),
        4: ("Immediate", "Severe", "Evacuate"),
        5: ("Immediate", "Extreme", "Shelter"),
    }


def test_drawn_areas_are_closed_rings_and_cells_are_named() -> None:
    said = Said(area="白波町", kinds=(HazardKind.FLOOD,), level=4)
    drawn = build_cap(HEAD, said, texts_of(said), outline_of(REGION, WEST))
    points = field(drawn, "polygon")[0].split()
    assert points[0] == points[-1]
    lat, lon = map(float, points[0].split(","))
    assert (round(lat, 1), round(lon, 1)) == (33.5, 133.5), "latitude first"
    whole = build_cap(HEAD, said, texts_of(said), outline_of(REGION, Extent()))
    assert set(outline_of(REGION, Extent()).meshes) <= set(field(whole, "value"))


def test_the_end_of_danger_is_an_all_clear() -> None:
    said = Said(area="白波町", kinds=(HazardKind.FLOOD,), level=4)
    head = replace(HEAD, kind="Cancel", references=(HEAD.triple,))
    for ending, response in ((Ending.LIFT, "AllClear"), (Ending.CANCEL, "None")):
        xml = build_cap(head, said, ending_of(said, ending, AT), None, ending=ending)
        assert cap_problems(xml) == []
        assert (field(xml, "responseType")[0], field(xml, "urgency")[0]) == (response, "Past")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<status>Actual</status>", "<status>Real</status>", "status"),
        ("<scope>Public</scope>", "", "scope"),
        ("2026-11-24T14:10:00+09:00</sent>", "2026-11-24T05:10:00Z</sent>", "sent"),
        ("<msgType>Alert</msgType>", "<msgType>Update</msgType>", "Update without references"),
        ("test.a.1", "test a", "identifier"),
        ("<status>Actual</status>", "<status>Exercise</status>", "exercise without a note"),
    ],
)
def test_broken_messages_are_found(old: str, new: str, expected: str) -> None:
    said = Said(area="白波町", kinds=(HazardKind.FLOOD,), level=4)
    xml = build_cap(HEAD, said, texts_of(said), None)
    broken = xml.decode().replace(old, new)
    assert broken != xml.decode()
    assert any(expected in problem for problem in cap_problems(broken.encode()))


def test_a_life_in_messages(office: Office) -> None:
    first = office.issued(replace(FLOOD, until=office.clock.now + timedelta(hours=2)))
    office.tell()
    office.clock.pass_(minutes=10)
    second = office.issued(replace(FLOOD, level=4, replaces=first.id))
    office.tell()
    office.clock.pass_(minutes=10)
    bulletins = office.teller.bulletins
    assert [one.kind for one in bulletins.current(office.clock.now, drill=False)] == ["Update"]
    office.clerk.end(SUZUKI, second.id, second.version, all_clear=True)
    office.tell()
    assert [one.kind for one in bulletins.all] == ["Alert", "Update", "Cancel"]
    assert bulletins.current(office.clock.now, drill=False) == []
    for one in bulletins.all:
        assert cap_problems(one.xml) == []
    alert, update, cancel = bulletins.all
    assert field(alert.xml, "references") == []
    triples = [f"bosai@test.example,{one.identifier},{field(one.xml, 'sent')[0]}" for one in (alert, update)]
    assert field(update.xml, "references") == [triples[0]]
    assert field(cancel.xml, "references") == [" ".join(triples)]
    assert bulletins.find(first.id) == cancel
    assert bulletins.find(alert.identifier) == alert
    assert bulletins.find("nothing") is None


def test_another_host_serves_the_same_messages(server: tuple, office: Office) -> None:  # type: ignore[type-arg]
    record = office.issued()
    office.tell()
    office.clerk.end(SATO, record.id, record.version, all_clear=False)
    office.tell()
    other = Office(*server, office.clock)
    other.tell()
    assert other.teller.bulletins.all == office.teller.bulletins.all


def test_what_expires_needs_no_cancel(office: Office) -> None:
    office.issued(replace(FLOOD, until=office.clock.now + timedelta(minutes=30)))
    office.tell()
    office.clock.pass_(minutes=31)
    office.tell()
    bulletins = office.teller.bulletins
    assert [one.kind for one in bulletins.all] == ["Alert"]
    assert bulletins.current(office.clock.now, drill=False) == []


def test_drills_are_apart(office: Office) -> None:
    office.desk.start_drill(Acting("sato"), "秋の訓練")
    office.catch_up()
    office.issued(replace(FLOOD, drill=True))
    office.tell()
    bulletins = office.teller.bulletins
    assert bulletins.current(office.clock.now, drill=False) == []
    (one,) = bulletins.current(office.clock.now, drill=True)
    assert field(one.xml, "status") == ["Exercise"]


def test_the_signature(tmp_path: Path) -> None:
    signer = CapSigner.open(AlertSettings(state_dir=tmp_path))
    said = Said(area="白波町", kinds=(HazardKind.FLOOD,), level=4)
    signed = signer.sign(build_cap(HEAD, said, texts_of(said), None))
    assert cap_problems(signed) == []
    config = SignatureConfiguration(signature_methods=frozenset({SignatureMethod.ECDSA_SHA256}))
    certificate = x509.load_pem_x509_certificate(signer.certificate_pem)
    XMLVerifier().verify(signed, x509_cert=certificate, expect_config=config)
    with pytest.raises(InvalidSignature):
        XMLVerifier().verify(
            signed.replace(b"Actual", b"System"), x509_cert=certificate, expect_config=config
        )


def test_the_key_is_kept_and_read_by_nobody_else(tmp_path: Path) -> None:
    first = CapSigner.open(AlertSettings(state_dir=tmp_path))
    again = CapSigner.open(AlertSettings(state_dir=tmp_path))
    assert first.certificate == again.certificate
    (path,) = tmp_path.iterdir()
    assert os.stat(path).st_mode & 0o077 == 0
    path.write_bytes(b"nonsense with a secret")
    with pytest.raises(InputError) as caught:
        CapSigner.open(AlertSettings(state_dir=tmp_path))
    assert "secret" not in str(caught.value)


def test_the_key_of_the_environment(tmp_path: Path) -> None:
    CapSigner.open(AlertSettings(state_dir=tmp_path))
    (path,) = tmp_path.iterdir()
    pem = path.read_text()
    certificate = tmp_path / "certificate.pem"
    certificate.write_text(pem[pem.index("-----BEGIN CERT") :])
    settings = AlertSettings(cap_key=SecretStr(pem), cap_certificate=certificate, state_dir=tmp_path / "none")
    assert CapSigner.open(settings).certificate_pem.decode() in pem
    assert not (tmp_path / "none").exists()
