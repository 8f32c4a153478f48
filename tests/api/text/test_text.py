"""The page without a script, on the fictional town: valid, small, in ten languages, silent on positions."""

from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

import pytest
from lxml import etree, html
from structlog.testing import capture_logs

from api.http.app import create_app
from api.settings import Settings
from api.text.page import MOST_BYTES
from api.words import LANGS, words_in
from hazard.region import load_region
from tests.api.http.client import Client

INSIDE = "141.30003, 37.30466"
DRY = "141.29451 37.32108"
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def client(town_region: Path) -> Client:
    return Client(create_app(Settings(regions=(town_region,), page_dir=Path(__file__).parent / "none")))


def post(client: Client, **fields: str) -> tuple[int, html.HtmlElement, bytes]:
    answer = client.post("/text", content=urlencode(fields), headers=FORM)
    return answer.status_code, html.document_fromstring(answer.content), answer.content


def texts(tree: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in tree.xpath(path)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("hazard", ["tsunami", "flood", "landslide", "earthquake"])
@pytest.mark.parametrize("place", [INSIDE, DRY, "139.7, 35.6", "141.27781, 37.30611"])
def test_every_answer_is_under_ten_kilobytes(client: Client, lang: str, hazard: str, place: str) -> None:
    status, tree, content = post(client, lang=lang, hazard=hazard, place=place)
    assert (status, len(content) < MOST_BYTES) == (200, True)
    assert len(texts(tree, "//h1")) == 1
    assert tree.get("lang") == ("ja" if lang == "ja-easy" else lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_that_asks_is_small_and_whole(client: Client, lang: str) -> None:
    answer = client.get(f"/text?lang={lang}")
    tree = html.document_fromstring(answer.content)
    assert (answer.status_code, len(answer.content) < MOST_BYTES) == (200, True)
    assert [link.get("href").split("&")[0] for link in tree.xpath("//nav[@id='languages']/a")] == [
        f"?lang={one}" for one in LANGS
    ]
    assert [field.get("name") for field in tree.xpath("//form//*[@name]")] == [
        "lang",
        "region",
        "hazard",
        "profile",
        "place",
        "near",
    ]
    assert len(tree.xpath("//main/ul/li")) >= 3


@pytest.mark.parametrize("lang", LANGS)
def test_html_is_well_formed_and_has_no_script(client: Client, lang: str) -> None:
    for content in (
        client.get(f"/text?lang={lang}").content,
        post(client, lang=lang, place=INSIDE)[2],
        post(client, lang=lang, place="丁目")[2],
    ):
        parser = etree.HTMLParser(recover=False, encoding="utf-8")
        # libxml2 knows HTML 4 only: what came with HTML 5 is all that it may complain about
        with suppress(etree.XMLSyntaxError):
            etree.fromstring(content, parser)
        wrong = [entry.message for entry in parser.error_log if "Tag" not in entry.message]
        assert wrong == []
        tree = html.document_fromstring(content)
        assert tree.xpath("//script | //@onclick | //img | //link | //iframe") == []
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert set(tree.xpath("//label/@for")) <= set(ids)


def test_the_answer_says_what_to_do_and_every_step(client: Client) -> None:
    status, tree, _ = post(client, hazard="tsunami", place=INSIDE, lang="ja")
    route = client.post("/v1/route", json={"lon": 141.30003, "lat": 37.30466, "hazard": "tsunami"}).json()
    assert status == 200
    assert texts(tree, "//h1") == [route["headline"]]
    assert texts(tree, "//ol/li") == [step["text"] for step in route["steps"]]
    assert route["advice"] in texts(tree, "//div[@class='box']")[0]


def test_a_place_by_the_name_of_a_site(client: Client) -> None:
    page = html.document_fromstring(client.get("/text?lang=ja").content)
    name = texts(page, "//select[@id='near']/option")[-1]
    _, tree, _ = post(client, lang="ja", near=name)
    assert name in texts(tree, "//div[@class='box']")[0]


def test_a_part_of_several_names_asks_which(client: Client) -> None:
    _, tree, _ = post(client, lang="ja", place="公園", hazard="flood", profile="older")
    buttons = tree.xpath("//button[@name='place']/@value")
    assert len(buttons) > 1
    assert all("公園" in name for name in buttons)
    kept = {field.get("name"): field.get("value") for field in tree.xpath("//form[1]/input")}
    assert kept == {"lang": "ja", "region": "shiranami", "hazard": "flood", "profile": "older"}
    _, chosen, _ = post(client, **kept, place=buttons[0])
    assert buttons[0] in texts(chosen, "//div[@class='box']")[0]


@pytest.mark.parametrize("place", ["", "x", "Atlantis", "999, 99", "<script>alert(1)</script>", "%", "1,2,3"])
def test_no_such_place_is_said_and_the_form_stays(client: Client, place: str) -> None:
    status, tree, content = post(client, lang="en", place=place)
    assert status == 422
    assert texts(tree, "//p[@role='alert']") == [words_in("en").say("text.not_found")]
    assert len(tree.xpath("//form")) == 1
    assert b"<script" not in content


def test_full_width_digits_are_understood(client: Client) -> None:
    status, _, _ = post(client, place="１４１．３０００３，３７．３０４６６")
    assert status == 200


def test_a_place_in_the_address_is_not_looked_at(client: Client) -> None:
    told = client.get(f"/text?{urlencode({'place': INSIDE, 'lang': 'ja'})}")
    assert texts(html.document_fromstring(told.content), "//h1") == [words_in("ja").say("text.title")]


def test_no_place_is_logged_or_kept(client: Client) -> None:
    with capture_logs() as logs:
        _, _, content = post(client, place=INSIDE)
    assert "141.3" not in str(logs)
    assert "37.30" not in str(logs)
    answer = client.post("/text", content=urlencode({"place": INSIDE}), headers=FORM)
    assert answer.headers["cache-control"] == "no-store"
    tree = html.document_fromstring(content)
    assert not any("141.3" in value for value in tree.xpath("//@href | //@action | //@value"))


def test_only_a_form_is_taken(client: Client) -> None:
    answer = client.post("/text", json={"place": INSIDE})
    assert answer.status_code == 415
    assert client.post("/v1/route", content=b"place=1", headers=FORM).status_code == 415


def test_nothing_but_our_style_may_run(client: Client) -> None:
    policy = client.get("/text").headers["content-security-policy"]
    assert "script-src" not in policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize(
    ("wanted", "lang"),
    [
        ("", "ja"),
        ("fr, de;q=0.5", "ja"),
        ("vi-VN, ja;q=0.8", "vi"),
        ("zh-Hant-HK", "zh-TW"),
        ("zh", "zh-CN"),
        ("fil-PH", "tl"),
        ("pt", "pt-BR"),
    ],
)
def test_the_language_of_the_browser_comes_first(client: Client, wanted: str, lang: str) -> None:
    answer = client.get("/text", headers={"accept-language": wanted})
    assert html.document_fromstring(answer.content).get("lang") == lang


def test_silence_is_not_calm(client: Client) -> None:
    """A server without an event log knows nothing of what is in force, and says so."""
    _, tree, _ = post(client, lang="en", place=DRY)
    assert words_in("en").say("text.unconfirmed") in " ".join(texts(tree, "//header/p"))
    assert words_in("en").say("text.nothing") not in tree.text_content()


def test_readings_are_ruby_and_not_read_twice(client: Client) -> None:
    _, tree, content = post(client, lang="ja-easy", place=INSIDE)
    assert "《" not in content.decode()
    assert len(tree.xpath("//ruby/rt[@aria-hidden='true']")) > 10


def test_an_unknown_region_is_told_as_everywhere(client: Client) -> None:
    assert client.get("/text?region=nowhere").status_code == 404


def test_every_source_is_told_with_what_is_known_of_it(client: Client, town_region: Path) -> None:
    told = texts(post(client, lang="ja", place=INSIDE)[1], "//footer//li")
    sources = load_region(town_region).sources
    assert sources
    assert told == list(
        dict.fromkeys(
            " · ".join(part for part in (one.title, one.date, one.licence, one.credit) if part)
            for one in sources
        )
    )
