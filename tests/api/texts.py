"""What residents are told, word by word, for starts in the regions: the phone must say the same."""

import itertools
from collections.abc import Sequence
from typing import Any, TypeAlias

from api.answers import Teller
from api.needs import Need
from api.words.text import LANGS
from hazard.engine import Engine
from hazard.kinds import HazardKind
from hazard.region import Region

Json: TypeAlias = Any
Start: TypeAlias = tuple[float, float]
PROFILES = ("adult", "car")
"""The others are told in the same words."""
WHOLE = ("ja", "en")
FEW = 2
"""Languages for all starts; the others for so many: their sentences are put together by the same rules."""


def expect_texts(region: Region, sets: Sequence[Sequence[HazardKind]], starts: Sequence[Start]) -> Json:
    """Return the answers for every set, profile, language and start (few of them for most languages)."""
    engine = Engine(region)
    asked = itertools.product(LANGS, sets, PROFILES)
    needs = [Need(engine.plan(kinds, profile).kinds, profile, lang) for lang, kinds, profile in asked]
    told = [_told(engine, need, starts if need.lang in WHOLE else starts[:FEW]) for need in needs]
    return {"starts": [list(start) for start in starts], "told": told}


def _told(engine: Engine, need: Need, starts: Sequence[Start]) -> Json:
    plan, teller = engine.plan(need.kinds, need.profile), Teller.of(engine.region, need)
    answers = [_texts(teller.tell(engine.answer(plan, lon, lat), lon, lat)) for lon, lat in starts]
    return {"kinds": need.hazard, "profile": need.profile, "lang": need.lang, "answers": answers}


def _texts(answer: dict[str, Any]) -> Json:
    """Return the words of an answer, and what the page reads beside them."""
    kept = {name: answer[name] for name in ("headline", "advice", "start", "dry_ground", "steps")}
    return {name: value for name, value in kept.items() if value is not None}
