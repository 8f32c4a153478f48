"""Whatever comes in: a telegram, or an InputError that names the file and the place. Nothing else."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hazard.official.jma import Telegram, fold_telegrams, parse_telegram
from hazard.official.jma.xml import MAX_BYTES
from router.errors import InputError
from tests.hazard.official.jma.telegrams import NOTHING, SHIRANAMI, kind, one_of_each, warning

GOOD = warning((SHIRANAMI, kind("43", "レベル４大雨危険警報", "発表"))).xml()
LETTERS = [letter.data() for letter in one_of_each()]


def refused(data: bytes | str, match: str) -> None:
    with pytest.raises(InputError, match=match) as caught:
        parse_telegram(data.encode() if isinstance(data, str) else data, "bad.xml")
    assert all(problem.source == "bad.xml" for problem in caught.value.problems)


def test_a_billion_laughs() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">{entities}]><lolz>&l9;</lolz>'
    refused(bomb, "line 1.*without a document type")


def test_an_entity_that_reads_a_file() -> None:
    evil = GOOD.replace("<Report", '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>\n<Report', 1)
    refused(evil, "document type")


def test_an_entity_nobody_declared() -> None:
    refused(GOOD.replace("白波地方気象台", "&nobody;"), "well-formed")


def test_deep_nesting() -> None:
    refused(GOOD.replace("<Body", "<a>" * 100_000 + "</a>" * 100_000 + "<Body", 1), "well-formed")


def test_too_large_is_refused_before_it_is_parsed() -> None:
    refused(b"<" * (MAX_BYTES + 1), "at most")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_truncated(share: float) -> None:
    refused(GOOD[: int(len(GOOD) * share)], "line [0-9]+")


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff", GOOD.encode("utf-16"), GOOD.encode("shift_jis"), b"<html/>"]
)
def test_something_else(data: bytes) -> None:
    refused(data, "expected")


@pytest.mark.parametrize(
    ("old", "new", "match"),
    [
        ("<Code>9920100</Code>", "", "Area.*<Code>"),
        ("<Code>43</Code>", "<Code/>", "Kind/Code.*nothing"),
        ("通常", "本番", "Control/Status.*通常 or 訓練 or 試験"),
        ("発表</InfoType>", "発表?</InfoType>", "InfoType"),
        ("2026-06-01T12:00:00Z", "2026-06-31T12:00:00Z", "DateTime.*a date and time with an offset"),
        ("2026-06-01T12:00:00Z", "2026-06-01T12:00:00", "offset"),
        ("2026-06-01T12:00:00Z", "２０２６-06-01T12:00:00Z", "offset"),
        ("気象警報・注意報（市町村等）", "別の", "none"),
        ("<Headline>", "<Other>", "well-formed"),
        ('http://xml.kishou.go.jp/jmaxml1/"', 'http://example.org/"', "Report"),
    ],
)
def test_what_is_missing_is_named_with_its_place(old: str, new: str, match: str) -> None:
    assert old in GOOD
    refused(GOOD.replace(old, new), match)


def test_a_bom_and_comments_do_no_harm() -> None:
    commented = GOOD.replace("白波地方気象台</E", "白波<!-- x -->地方気象台</E")
    parsed = parse_telegram(b"\xef\xbb\xbf" + commented.encode(), "good.xml")
    assert parsed.head.editorial_office == "白波地方気象台"


def test_a_declared_encoding_does_not_fool_it() -> None:
    assert parse_telegram(GOOD.replace("UTF-8", "Shift_JIS").encode(), "good.xml").head.editorial_office


def test_a_test_is_never_real() -> None:
    letters = [replace(letter, status=status) for letter in one_of_each() for status in ("訓練", "試験")]
    assert fold_telegrams(letter.parse() for letter in letters) == fold_telegrams([])


def survives(data: bytes) -> None:
    with suppress(InputError):
        assert isinstance(parse_telegram(data, "fuzz.xml"), Telegram)


@given(st.binary(max_size=400))
def test_random_bytes(data: bytes) -> None:
    survives(data)


@given(st.text(max_size=200), st.integers(0, 2000))
def test_random_text_inside(text: str, at: int) -> None:
    survives((GOOD[:at] + text + GOOD[at:]).encode("utf-8", "replace"))


@settings(max_examples=400)
@given(st.sampled_from(LETTERS), st.data())
def test_mutated_letters(letter: bytes, data: st.DataObject) -> None:
    survives(_mutated(letter, data))


@pytest.mark.data
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_mutated_samples(data_dir: Path, data: st.DataObject) -> None:
    files = sorted(file for file in (data_dir / "jmaxml").glob("*.xml") if file.stat().st_size < 60_000)
    survives(_mutated(data.draw(st.sampled_from(files)).read_bytes(), data))


def _mutated(original: bytes, data: st.DataObject) -> bytes:
    """Cut, double, swap or overwrite up to four pieces; sometimes whole elements."""
    found = original
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(found)))
        stop = data.draw(st.integers(start, min(len(found), start + 200)))
        piece = data.draw(
            st.sampled_from([b"", found[start:stop] * 2, b"<", b"NaN", "解除".encode(), b"\xff"])
        )
        found = found[:start] + piece + found[stop:]
    if data.draw(st.booleans()):
        tag = data.draw(st.sampled_from([b"Code", b"Name", b"Kind", b"Area", b"Item", b"Status", b"Text"]))
        found = original.replace(b"<" + tag + b">", b"<Other>").replace(b"</" + tag + b">", b"</Other>")
    return found


def test_nothing_in_force_is_a_telegram_too() -> None:
    survives(warning((SHIRANAMI, NOTHING)).data())
