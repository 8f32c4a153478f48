"""What can be used at a site, in words: what its list says, and what staff told last.

The phone says the same (pwa/src/sites/facilities.ts, Usable.tsx).
"""

import re
from collections.abc import Iterator, Sequence

from api.words import Words
from hazard.sites import Site
from hazard.world.events import Facility

KNOWN = (
    (re.compile(r"車(?:いす|椅子)(?:可|対応)"), "text.site_wheelchair"),
    (re.compile(r"車(?:いす|椅子)不可"), "text.site_no_wheelchair"),
    (re.compile(r"ペット(?:同行|同伴)?可"), "text.site_pets"),
    (re.compile(r"ペット(?:同行|同伴)?不可"), "text.site_no_pets"),
    (re.compile(r"(?:福祉避難室|福祉スペース|要配慮者スペース)(?:あり)?"), "text.site_care"),
    (re.compile(r"屋根なし"), "text.site_no_roof"),
    (re.compile(r"トイレあり"), "text.site_toilets"),
)
"""Remarks that can be said in every language: only what is written exactly so is taken for known."""
CAPACITY = re.compile(r"(?:想定)?収容人数(\d+)人")
BETWEEN = re.compile(r"[。、，・\s]+")


def facilities_of(site: Site, usable: Sequence[Facility], words: Words) -> Iterator[str]:
    """Return what is there: people, shelter, remarks (unknown ones as published), what can be used now."""
    capacity, known, rest = site.capacity, [], []
    for part in filter(None, BETWEEN.split(site.remarks)):
        told = CAPACITY.fullmatch(part)
        key = next((key for pattern, key in KNOWN if pattern.fullmatch(part)), None)
        if told is not None:
            capacity = int(told[1]) if capacity is None else capacity
        elif key is not None:
            known.append(words.say(key))
        else:
            rest.append(part)
    if capacity is not None:
        yield words.say("text.site_capacity", n=str(capacity))
    if site.is_shelter:
        yield words.say("text.site_shelter")
    yield from known
    yield from ("、".join(rest),) if rest else ()
    if usable:
        colon = "：" if words.lang.startswith(("ja", "zh")) else ": "
        can_use = [words.say(f"text.usable_{one}") for one in Facility if one in usable]
        yield words.say("text.usable_now") + colon + words.say("label.between").join(can_use)
