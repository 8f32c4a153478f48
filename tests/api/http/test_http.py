"""The application in this process, on the fictional town."""

from pathlib import Path

import pytest
import structlog
from structlog.testing import capture_logs

from api.contract import ErrorModel, RegionList, RouteAnswer
from api.http.app import create_app
from api.settings import Settings
from router.errors import InputError
from tests.api.http.client import Client

STANDING = {"lon": 141.3, "lat": 37.308, "hazard": "tsunami"}


@pytest.fixture(scope="module")
def client(town_region: Path) -> Client:
    page = Path(__file__).parent / "none"
    return Client(create_app(Settings(regions=(town_region,), page_dir=page)))


def problems_of(client: Client, body: object, status: int = 422) -> list[tuple[str, str]]:
    answer = client.post("/v1/route", json=body)
    assert answer.status_code == status
    told = ErrorModel.model_validate(answer.json())
    return [(problem.where, problem.found) for problem in told.problems]


def test_route_is_an_answer(client: Client) -> None:
    answer = client.post("/v1/route", json=STANDING)
    assert answer.status_code == 200
    told = RouteAnswer.model_validate(answer.json())
    assert (told.outcome, told.region, told.lang, told.profile) == ("Route", "shiranami", "ja", "adult")
    assert answer.headers["cache-control"] == "no-store"


def test_a_vague_position_gets_the_worst_of_its_answers_and_is_told_so(client: Client) -> None:
    exact = client.post("/v1/route", json=STANDING).json()
    assert exact["possible"] is None
    assert client.post("/v1/route", json=STANDING | {"accuracy_m": 0}).json()["outcome"] == exact["outcome"]
    vague = client.post("/v1/route", json=STANDING | {"accuracy_m": 500}).json()
    places = vague["possible"]
    assert 1 < len(places) <= 12
    assert {place["level"] for place in places} <= {"above", "ground", "below"}
    routes = [client.post("/v1/route", json=STANDING | where(place)).json() for place in places]
    assert [one["outcome"] for one in routes] == [place["outcome"] for place in places]
    worst = "NoSafeRoute" if "NoSafeRoute" in {place["outcome"] for place in places} else "Route"
    assert vague["outcome"] == worst
    assert client.post("/v1/route", json=STANDING | {"accuracy_m": -1}).status_code == 422


def where(place: dict[str, float]) -> dict[str, float]:
    return {"lon": place["lon"], "lat": place["lat"]}


def test_outside_is_an_answer_too(client: Client) -> None:
    answer = client.post("/v1/route", json={**STANDING, "lon": 139.0, "lang": "en"})
    assert answer.status_code == 200
    told = RouteAnswer.model_validate(answer.json())
    assert (told.outcome, told.headline) == ("OutsideRegion", "Not on this map")


def test_every_problem_is_told_at_once(client: Client) -> None:
    body = {"lon": 191, "lat": "x", "hazard": "tsunam", "profile": "nobody", "lang": "de", "speed": 1}
    where = [field for field, _ in problems_of(client, body)]
    assert where == ["lon", "lat", "hazard", "profile", "lang", "speed"]


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "1e999", "90.001"])
def test_latitude_must_be_a_latitude(client: Client, text: str) -> None:
    content = f'{{"lon": 1, "lat": {text}, "hazard": "tsunami"}}'
    answer = client.post("/v1/route", content=content, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert [problem["where"] for problem in answer.json()["problems"]] == ["lat"]


def test_unknown_region_is_404_and_says_which_are_served(client: Client) -> None:
    answer = client.post("/v1/route", json={**STANDING, "region": "kochi"})
    assert answer.status_code == 404
    assert answer.json()["error"] == "unknown_region"
    assert "shiranami" in answer.json()["problems"][0]["expected"]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 10_000, b'"\\ud800"', b"[1]", b"null"])
def test_what_is_not_a_request_is_refused(client: Client, content: bytes) -> None:
    answer = client.post("/v1/route", content=content, headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422)
    ErrorModel.model_validate(answer.json())


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-www-form-urlencoded"])
def test_body_must_be_said_to_be_json(client: Client, content_type: str | None) -> None:
    headers = {"content-type": content_type} if content_type else {}
    answer = client.post("/v1/route", content=b"{}", headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (415, "unsupported_content_type")


def test_large_body_is_refused(client: Client) -> None:
    answer = client.post("/v1/route", json={**STANDING, "region": "x" * 20_000})
    assert (answer.status_code, answer.json()["error"]) == (413, "body_too_large")


def test_regions_are_listed(client: Client) -> None:
    told = RegionList.model_validate(client.get("/v1/regions").json())
    assert [region.id for region in told.regions] == ["shiranami"]
    assert told.regions[0].fictional
    assert "tsunami" in told.regions[0].hazards
    assert client.get("/v1/health").json()["regions"] == ["shiranami"]


def test_manifest_leads_to_every_file(client: Client, town_region: Path) -> None:
    answer = client.get("/v1/regions/shiranami/manifest")
    manifest = answer.json()
    assert (
        client.get(
            "/v1/regions/shiranami/manifest", headers={"if-none-match": answer.headers["etag"]}
        ).status_code
        == 304
    )
    assert {"streets.nmg", "exposure.nmg", "sites.json", "tiles.pmtiles"} <= manifest["files"].keys()
    for name, facts in manifest["files"].items():
        file = client.get(facts["path"])
        assert file.content == (town_region / name).read_bytes()
        assert "immutable" in file.headers["cache-control"]
        assert facts["path"].split("/")[-2] == facts["sha256"][:16]


@pytest.mark.parametrize(
    "path",
    [
        "/v1/regions/shiranami/files/0123456789abcdef/streets.nmg",
        "/v1/regions/shiranami/files/0123456789abcdef/..%2f..%2fetc%2fpasswd",
        "/v1/regions/%2e%2e/manifest",
        "/v1/regions/kochi/manifest",
        "/v1/regions/%ff/manifest",
        "/%ff",
        "/v1/nothing",
    ],
)
def test_other_paths_are_404_in_the_one_shape(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    ErrorModel.model_validate(answer.json())
    assert "immutable" not in answer.headers.get("cache-control", "")


@pytest.mark.parametrize("path", ["/", "/docs", "/v1/regions", "/nothing", "/openapi.json"])
def test_every_answer_has_the_security_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "geolocation=(self)" in headers["permissions-policy"]
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "http" not in policy


def test_docs_need_no_other_machine(client: Client) -> None:
    page = client.get("/docs").text
    assert "://" not in page
    for name in ("swagger-ui.css", "swagger-ui-bundle.js", "start.js"):
        assert f'"docs/{name}"' in page
        assert client.get(f"/docs/{name}").status_code == 200


def test_openapi_tells_the_contract(client: Client) -> None:
    schema = client.get("/openapi.json").json()
    assert {path for path in schema["paths"] if not path.startswith("/v1/staff/")} == {
        "/v1/route",
        "/v1/decide",
        "/v1/alerts.atom",
        "/v1/alerts.cap",
        "/v1/alerts.pem",
        "/v1/alerts/{name}.cap",
        "/v1/areas/{area}/events",
        "/v1/areas/{area}/key",
        "/v1/areas/{area}/live",
        "/v1/areas/{area}/reports",
        "/v1/health",
        "/v1/push/key",
        "/v1/push/subscriptions",
        "/v1/regions",
        "/v1/regions/{region}/manifest",
        "/v1/regions/{region}/files/{sha16}/{name}",
        "/v1/regions/{region}/layers/{sha256}",
        "/v1/regions/{region}/signature",
    }
    assert {"RouteAnswer", "ErrorModel", "Step"} <= schema["components"]["schemas"].keys()
    assert schema["paths"]["/v1/route"]["post"]["responses"].keys() >= {"200", "404", "413", "415", "422"}


def test_log_has_no_position(client: Client) -> None:
    structlog.reset_defaults()
    with capture_logs() as lines:
        client.post("/v1/route", json=STANDING)
        client.post("/v1/route?lon=141.3", json={**STANDING, "lat": 137.308})
    assert [line["status"] for line in lines] == [200, 422]
    assert "37.3" not in str(lines)
    assert "141.3" not in str(lines)


def test_bad_regions_stop_the_start(town_region: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        create_app(Settings(regions=(tmp_path / "none", town_region, town_region)))
    assert len(caught.value.problems) == 2
