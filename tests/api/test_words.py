import re
import string

import pytest

from api.words import LANGS, words_in
from api.words.advice import class_word
from hazard.kinds import CLASS_NAME, OFFICIAL_NAME, WATER, ExposureClass
from hazard.outcome import NoRouteReason
from router.profiles import own_profiles

NEVER = {
    "ja": ("安全です", "大丈夫", "絶対", "予測", "最短", "おすすめ", "避難勧告", "逃げ遅れ", "念のため"),
    "en": ("should be fine", "shortest", "fastest", "recommend", "guarantee", "don't worry"),
}
# "safe" may only be denied.
DENIED = {
    "ja": r"安全とは言えません|どの道も安全ではない|屋内安全確保",
    "ja-easy": r"安全か わかりません|安全な 道が ありません|屋内安全確保|緊急安全確保",
    "en": r"\b(not known to be safe|nowhere is known to be safe|no safe route|safety is not certain)\b",
    "zh-CN": r"不能说是安全的|都不安全|屋内安全確保|緊急安全確保",
    "zh-TW": r"不能說是安全的|都不安全|屋内安全確保|緊急安全確保",
    "ko": r"안전하다고 할 수 없|안전한 길이 없음|실내 안전 확보|屋内安全確保|緊急安全確保",
    "vi": r"không thể nói( nơi nào)? là an toàn|không có đường an toàn",
    "tl": r"(hindi|walang) masasabing ligtas|walang ligtas na daan|hindi tiyak ang kaligtasan",
    "pt-BR": r"não se pode dizer que (é seguro|são seguros)|se pode dizer que é seguro|nenhum caminho seguro",
    "es": r"(no|ninguno) se puede decir que sean? seguros?|ningún camino seguro|la salvación no es segura",
}
"""What denies that something is safe, in every language."""
SAFE = {
    "ja": "安全",
    "ja-easy": "安全",
    "en": "safe",
    "zh-CN": "安全",
    "zh-TW": "安全",
    "ko": "안전",
    "vi": "an toàn",
    "tl": "ligtas",
    "pt-BR": "segur",
    "es": "segur",
}
READING = re.compile(r"[\u4e00-\u9fff々]+《[\u3041-\u309fー]+》")


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_exists_in_every_language() -> None:
    first, *others = (words_in(lang).table for lang in LANGS)
    for other in others:
        assert other.keys() == first.keys()
        # English puts units where Japanese does; names to be filled in are the same set
        assert {key: names_in(text) for key, text in other.items()} == {
            key: names_in(text) for key, text in first.items()
        }


@pytest.mark.parametrize("lang", LANGS)
def test_words_that_are_never_said(lang: str) -> None:
    for key, text in words_in(lang).table.items():
        for word in NEVER.get(lang, ()):
            assert word not in text.lower(), f"{key}: {text}"


@pytest.mark.parametrize("lang", LANGS)
def test_safety_is_only_denied(lang: str) -> None:
    for key, text in words_in(lang).table.items():
        plain = re.sub(r"《[^》]*》", "", text)
        rest = re.sub(DENIED[lang], "", plain, flags=re.IGNORECASE)
        assert SAFE[lang] not in rest.lower().replace("緊急安全確保", ""), f"{key}: {text}"


def test_easy_japanese_has_a_reading_on_every_kanji() -> None:
    for key, text in words_in("ja-easy").table.items():
        assert not re.search(r"[\u4e00-\u9fff々《》]", READING.sub("", text)), f"{key}: {text}"


@pytest.mark.parametrize("lang", [lang for lang in LANGS if lang != "ja-easy"])
def test_readings_stand_in_easy_japanese_only(lang: str) -> None:
    assert [key for key, text in words_in(lang).table.items() if "《" in text] == []


def test_translations_say_that_they_are_for_reference() -> None:
    marks = {lang: words_in(lang).say("about.reference") for lang in LANGS}
    assert [lang for lang, mark in marks.items() if not mark] == ["ja"]


def test_classes_are_told_with_the_decimal_sign_of_the_language() -> None:
    told = {lang: class_word(ExposureClass.UNDER_20_CM, words_in(lang)) for lang in ("ja", "en", "vi")}
    assert told == {"ja": "深さ0.1〜0.2m", "en": "water 0.1-0.2 m deep", "vi": "ngập sâu 0,1-0,2 m"}
    assert class_word(ExposureClass.OVER_20_M, words_in("ja")) == "深さ20m以上"
    assert class_word(ExposureClass.UNDER_10_CM, words_in("es")) == "agua de menos de 0,1 m"


@pytest.mark.parametrize("which", ExposureClass)
def test_classes_are_called_as_in_the_file_format(which: ExposureClass) -> None:
    name = CLASS_NAME[which]
    assert class_word(which, words_in("ja")).removeprefix("深さ") == name.ja
    assert class_word(which, words_in("en")).removeprefix("water ").removesuffix(" deep") == name.en


@pytest.mark.parametrize("lang", LANGS)
def test_everything_that_can_be_asked_has_words(lang: str) -> None:
    table = words_in(lang).table
    wanted = [f"{group}.{kind}" for group in ("hazard", "go", "mind") for kind in OFFICIAL_NAME]
    wanted += [f"profile.{profile}" for profile in own_profiles()]
    wanted += [f"advice.{reason}" for reason in NoRouteReason]
    assert [key for key in wanted if key not in table] == []


def test_official_names_are_exact() -> None:
    words = words_in("ja")
    assert {kind: words.say(f"hazard.{kind}") for kind in OFFICIAL_NAME} == OFFICIAL_NAME


def test_tsunami_says_walk_and_no_car() -> None:
    assert "高い所へ今すぐ歩く" in words_in("ja").say("go.tsunami")
    assert "車は使わない" in words_in("ja").say("mind.tsunami")
    assert "Do not use a car" in words_in("en").say("mind.tsunami")


@pytest.mark.parametrize("lang", LANGS)
def test_water_kinds_say_to_keep_away_or_out(lang: str) -> None:
    keep = {
        "ja": ("近づかない", "入らない"),
        "ja-easy": ("近《ちか》づかないで", "入《はい》らないで"),
        "en": ("Keep away", "Do not go into"),
        "zh-CN": ("不要靠近", "不要进入"),
        "zh-TW": ("不要靠近", "不要進入"),
        "ko": ("가까이 가지 마십시오", "들어가지 마십시오"),
        "vi": ("Không đến gần", "Không vào"),
        "tl": ("Lumayo", "Huwag pumasok"),
        "pt-BR": ("Afaste-se", "Não entre"),
        "es": ("Aléjese", "No entre"),
    }[lang]
    for kind in WATER:
        assert any(word in words_in(lang).say(f"mind.{kind}") for word in keep)


@pytest.mark.parametrize(
    ("length_m", "ja"),
    [(0, "10m"), (4, "10m"), (14.9, "10m"), (15, "20m"), (994, "990m"), (995, "1.0km"), (1_949, "1.9km")],
)
def test_lengths_are_told_in_steps_of_ten_metres(length_m: float, ja: str) -> None:
    assert words_in("ja").length(length_m) == ja


@pytest.mark.parametrize(("duration_s", "ja"), [(0, "1分"), (60, "1分"), (61, "2分"), (660, "11分")])
def test_minutes_round_up(duration_s: int, ja: str) -> None:
    assert words_in("ja").minutes(duration_s) == ja


def test_compass_has_eight_words() -> None:
    words = words_in("ja")
    told = [words.compass(bearing) for bearing in (0, 22.4, 22.5, 90, 180, 270, 337.4, 337.5, 359.9)]
    assert told == ["北", "北", "北東", "東", "南", "西", "北西", "北", "北"]
