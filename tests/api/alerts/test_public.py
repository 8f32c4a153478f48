"""GET /v1/alerts…: what other systems get."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from cryptography import x509
from fastapi import FastAPI
from lxml import etree
from signxml.algorithms import SignatureMethod
from signxml.verifier import SignatureConfiguration, XMLVerifier

from api.alerts.cap.feed import ATOM_NS, LIST_NS
from api.alerts.cap.rules import NS, cap_problems
from api.http.app import create_app
from api.live.desk import Acting
from api.settings import Settings
from hazard.kinds import HazardKind
from tests.api.http.client import Client
from tests.api.live.servers import eventually, state

__all__ = ["state"]


@pytest.fixture
def app(town_region: Path, state: Path) -> FastAPI:
    return create_app(Settings(regions=(town_region,), state=state))


@pytest.fixture
def client(app: FastAPI) -> Iterator[Client]:
    """Return a client of a running server (without the thread that listens)."""
    app.state.live.start()
    app.state.alerts.start()
    yield Client(app)
    app.state.alerts.stop()
    app.state.live.stop()


def issue(app: FastAPI, drill: bool = False) -> str:
    office = app.state.alerts.offices["shiranami"]
    desk = office.clerk._desk
    if drill:
        desk.start_drill(Acting("sato"), "秋の訓練")
        eventually(lambda: office.follower.world.exercise is not None)
    done = desk.issue_alert(Acting("sato", drill), (HazardKind.TSUNAMI,), None, source="津波警報")
    number = len(office.teller.bulletins.all)
    eventually(lambda: len(office.teller.bulletins.all) > number)
    return str(done.event.alert)


def verify(client: Client, signed: bytes) -> Any:
    certificate = x509.load_pem_x509_certificate(client.get("/v1/alerts.pem").content)
    config = SignatureConfiguration(signature_methods=frozenset({SignatureMethod.ECDSA_SHA256}))
    return XMLVerifier().verify(signed, x509_cert=certificate, expect_config=config).signed_xml  # type: ignore[union-attr]


def test_nothing_in_force_is_said_and_signed(client: Client) -> None:
    answer = client.get("/v1/alerts.cap")
    assert answer.status_code == 200
    assert len(verify(client, answer.content)) == 0
    assert etree.fromstring(client.get("/v1/alerts.atom").content).findall(f"{{{ATOM_NS}}}entry") == []
    assert client.get("/v1/alerts/nothing.cap").status_code == 404


def test_an_alert_in_the_list_by_itself_and_in_the_feed(client: Client, app: FastAPI) -> None:
    name = issue(app)
    (alert,) = verify(client, client.get("/v1/alerts.cap").content)
    assert alert.tag == f"{{{NS}}}alert"
    assert alert.findtext(f"{{{NS}}}status") == "Actual"
    one = client.get(f"/v1/alerts/{name}.cap")
    assert one.headers["content-type"] == "application/cap+xml"
    verify(client, one.content)
    assert cap_problems(one.content) == []
    identifier = alert.findtext(f"{{{NS}}}identifier")
    assert client.get(f"/v1/alerts/{identifier}.cap").content == one.content
    feed = etree.fromstring(client.get("/v1/alerts.atom").content)
    (entry,) = feed.findall(f"{{{ATOM_NS}}}entry")
    assert "津波警報" in (entry.findtext(f"{{{ATOM_NS}}}title") or "")
    assert (entry.findtext(f"{{{ATOM_NS}}}id") or "").endswith(f"{identifier}.cap")
    assert client.get("/v1/alerts.cap?area=nowhere").status_code == 404
    assert client.get("/v1/alerts.cap?area=shiranami").status_code == 200


def test_a_drill_is_never_among_the_real(client: Client, app: FastAPI) -> None:
    issue(app, drill=True)
    assert len(etree.fromstring(client.get("/v1/alerts.cap").content).findall(f"{{{NS}}}alert")) == 0
    drills = etree.fromstring(client.get("/v1/alerts.cap?drill=true").content)
    assert drills.tag == f"{{{LIST_NS}}}alerts"
    assert [one.findtext(f"{{{NS}}}status") for one in drills.findall(f"{{{NS}}}alert")] == ["Exercise"]


def test_without_a_log_it_says_so(town_region: Path) -> None:
    client = Client(create_app(Settings(regions=(town_region,))))
    for path in ("/v1/alerts.cap", "/v1/alerts.atom", "/v1/alerts.pem"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["error"]) == (404, "not_live")


def test_the_server_starts_and_stops_it(town_region: Path, state: Path) -> None:
    app = create_app(Settings(regions=(town_region,), state=state))

    async def life() -> int:
        async with app.router.lifespan_context(app):
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
                return (await client.get("/v1/alerts.cap")).status_code

    assert anyio.run(life) == 200
    assert not app.state.alerts.offices["shiranami"].teller._thread.is_alive()
