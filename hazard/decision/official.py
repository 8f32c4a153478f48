"""The authorities' own words for what is in force, spelled exactly (data, never translated by us)."""

from hazard.decision.advice import Official
from hazard.decision.rules.standing import in_force_of
from hazard.decision.situation import InForce, Situation, TsunamiState
from hazard.kinds import HazardKind

TOWN: dict[int, Official] = {
    5: Official(5, "緊急安全確保", "命の危険 直ちに安全確保！"),
    4: Official(4, "避難指示", "危険な場所から全員避難"),
    3: Official(3, "高齢者等避難", "危険な場所から高齢者等は避難"),
}
"""避難情報 of the municipality (避難情報に関するガイドライン, table of 2021)."""

ADVISORY_ACT = {2: "自らの避難行動を確認", 1: "災害への心構えを高める"}
WEATHER_SUFFIX = {5: "特別警報", 4: "危険警報", 3: "警報", 2: "注意報"}
WEATHER_PREFIX: dict[HazardKind, str] = {
    HazardKind.FLOOD: "氾濫",
    HazardKind.LANDSLIDE: "土砂災害",
    HazardKind.STORM_SURGE: "高潮",
    HazardKind.INLAND_FLOOD: "大雨",
}
"""防災気象情報 in force since 2026-05-28: レベル４大雨危険警報 and so on, the digit full-width."""

_TO_HIGH_GROUND = "沿岸部や川沿いにいる人はただちに高台や避難ビルなど安全な場所へ避難してください。"
_OUT_OF_THE_SEA = "海の中にいる人はただちに海から上がって、海岸から離れてください。"
_NO_DAMAGE = "若干の海面変動が予想されますが、被害の心配はありません。"
TSUNAMI: dict[TsunamiState, Official] = {
    TsunamiState.MAJOR_WARNING: Official(None, "大津波警報", _TO_HIGH_GROUND),
    TsunamiState.WARNING: Official(None, "津波警報", _TO_HIGH_GROUND),
    TsunamiState.ADVISORY: Official(None, "津波注意報", _OUT_OF_THE_SEA),
    TsunamiState.FORECAST: Official(None, "津波予報（若干の海面変動）", _NO_DAMAGE),
}
"""気象庁: sentences of its telegrams (VTSE41, samples of 2025-02-06). Tsunami have no level number."""

ORDER = Official(None, "避難指示", "危険な場所から全員避難")
VOLCANO_ACT = {
    5: "避難",
    4: "高齢者等避難",
    3: "入山規制",
    2: "火口周辺規制",
    1: "活火山であることに留意",
}


def official_of(situation: Situation, kind: HazardKind) -> tuple[Official, ...]:
    """Return what is in force for ``kind``: the town's information first, then the agency's."""
    force = in_force_of(situation, kind)
    words = [_town(force), _weather(force, kind), _tsunami(force), _volcano(force)]
    return tuple(word for word in words if word is not None)


def _town(force: InForce) -> Official | None:
    if force.order:
        return ORDER
    return TOWN.get(force.town_level or 0)


def _weather(force: InForce, kind: HazardKind) -> Official | None:
    level = force.weather_level or 0
    if kind not in WEATHER_PREFIX or level < 1:
        return None
    act = ADVISORY_ACT.get(level) or TOWN[min(level, 5)].act
    if level == 1:
        return Official(1, "早期注意情報", act)
    if force.weather_name is not None:
        return Official(level, force.weather_name, act)
    digit = "０１２３４５"[min(level, 5)]
    return Official(level, f"レベル{digit}{WEATHER_PREFIX[kind]}{WEATHER_SUFFIX[min(level, 5)]}", act)


def _tsunami(force: InForce) -> Official | None:
    return None if force.tsunami is None else TSUNAMI.get(force.tsunami)


def _volcano(force: InForce) -> Official | None:
    act = VOLCANO_ACT.get(force.volcano_level or 0)
    return None if act is None else Official(None, f"噴火警戒レベル{force.volcano_level}", act)
