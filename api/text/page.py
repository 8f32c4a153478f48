"""The page, put together so that it stays under 10 kB.

Where it is long the list of sites goes first, then readings that were given before; the way never goes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from api.text import sections
from api.text.asked import Asked, profiles_for
from api.text.markup import NOTHING, Markup, document, element, joined, options, readings_once, shown
from api.text.places import Place
from api.text.told import Now, Row, Told
from api.words import LANGS, Words
from hazard.kinds import HazardKind
from hazard.region import Region, Source

MOST_BYTES = 10_000


class Room(NamedTuple):
    """What there is room for.

    Attributes
    ----------
    sites : int
        How many are listed.
    facilities : bool
        Whether it is told what is there.
    """

    sites: int
    facilities: bool


ROOMS = (Room(12, True), Room(6, True), Room(6, False), Room(3, False), Room(0, False))
"""Sites listed: fewer, and in fewer words, where the rest of the page is long."""
MOST_NAMES = 60
"""Names offered in the form; in larger regions one writes the name."""
OWN_NAMES = {
    "ja": "日本語",
    "ja-easy": "やさしい日本語",
    "en": "English",
    "zh-CN": "简体中文",
    "zh-TW": "繁體中文",
    "ko": "한국어",
    "vi": "Tiếng Việt",
    "tl": "Tagalog",
    "pt-BR": "Português",
    "es": "Español",
}
"""Every language by its own name."""
EASY = "ja-easy"
LANGUAGES = "languages"


def tag_of(lang: str) -> str:
    """Return the tag of a language for ``lang`` attributes."""
    return "ja" if lang == EASY else lang


def page_of(
    asked: Asked,
    now: Now,
    rows: list[Row],
    words: Words,
    *,
    told: Told | None = None,
    headline: str = "",
    problem: Markup = NOTHING,
) -> bytes:
    """Return the page as bytes.

    Parameters
    ----------
    asked : Asked
    now : Now
    rows : list of Row
        Sites in the order in which they are listed.
    words : Words
    told : Told or None
        The answer; None for the page that asks.
    headline : str
        What to do in a few words, with an answer.
    problem : Markup
        What to say in place of an answer: no such place, or a choice of several.
    """
    for room in ROOMS:
        body = _body(asked, now, rows, words, told, headline, problem, room)
        title = headline or words.say("text.title")
        page = document(tag_of(asked.lang), title, *body, easy=asked.lang == EASY)
        content = page.encode()
        if len(content) < MOST_BYTES:
            return content
    return readings_once(page).encode()


def _body(
    asked: Asked,
    now: Now,
    rows: list[Row],
    words: Words,
    told: Told | None,
    headline: str,
    problem: Markup,
    room: Room,
) -> Iterator[Markup]:
    region = asked.served.engine.region
    hazard = words.say(f"hazard.{asked.kind}")
    town = element("p", element("b", shown(region.name)), Markup(" "), _to_languages())
    yield element("header", sections.freshness(now, words), town)
    yield sections.drill(now, words)
    if told is None:
        main = [element("h1", shown(words.say("text.title"))), problem, sections.in_force(now, words)]
        main.append(form(asked, words, names=room.sites > 0))
    else:
        main = [sections.decision(told, headline, words), sections.way(told, words)]
        main.append(sections.changes(told.advised if room.sites else None, words))
        main.append(_again(asked, words))
    if room.sites:
        main.append(sections.sites(rows, room.sites, hazard, words, facilities=room.facilities))
    main.append(sections.closures(now, words))
    if told is None and room.sites:
        main.append(sections.levels(words))
    yield element("main", *main)
    renewal = sections.renewal(region.created_at, words)
    yield element("footer", renewal, _languages(asked), *_foot(region, words))


def _languages(asked: Asked) -> Markup:
    """Return a link for each language; hazard and region stay, the place does not: it is in no address."""
    links = (
        element(
            "a",
            shown(OWN_NAMES[lang]),
            lang=tag_of(lang),
            href=_address(asked, lang),
            **({"aria-current": "true"} if lang == asked.lang else {}),
        )
        for lang in LANGS
    )
    return element("nav", Markup(" ".join(links)), id=LANGUAGES, **{"aria-label": "Language"})


def _to_languages() -> Markup:
    """Return a link to the languages at the end, in two of them: what to do comes first."""
    english = element("span", shown("Language"), lang="en")
    return element("a", Markup("言語 "), english, href=f"#{LANGUAGES}", lang="ja")


def _address(asked: Asked, lang: str) -> str:
    return f"?lang={lang}&region={asked.served.summary.id}&hazard={asked.kind}"


def form(asked: Asked, words: Words, *, names: bool = True) -> Markup:
    """Return the form: the place goes in the body, never in the address.

    Parameters
    ----------
    asked : Asked
    words : Words
    names : bool
        Whether districts and sites are offered by their names, where there are not too many.
    """
    region = asked.served.engine.region
    kinds = tuple(kind for kind in HazardKind if any(kind in site.kinds for site in region.sites)) or (
        asked.kind,
    )
    hazards = [(str(kind), words.say(f"hazard.{kind}")) for kind in kinds]
    profiles = [(name, words.say(f"profile.{name}")) for name in profiles_for(asked.served, asked.kind)]
    fields = [
        _select("hazard", words.say("text.hazard"), hazards, asked.kind),
        _select("profile", words.say("text.who"), profiles, asked.profile),
        element("label", shown(words.say("text.place")), for_="place"),
        element("input", id="place", name="place", maxlength="80", autocomplete="off"),
    ]
    known = _names(region) if names else []
    if known:
        choices = [("", "–"), *((name, name) for name in known)]
        fields.append(_select("near", words.say("text.which"), choices, ""))
    return _form(asked, *fields, element("p", shown(words.say("text.privacy"))), _submit(words))


def _names(region: Region) -> list[str]:
    """Return what can be chosen: districts, then sites; the one or the other where there are too many."""
    districts = list(dict.fromkeys(town.name for town in region.towns))
    sites = [site.name for site in region.sites]
    for names in (districts + sites, districts, sites):
        if 0 < len(names) <= MOST_NAMES:
            return names
    return []


def choice(asked: Asked, places: Sequence[Place], words: Words) -> Markup:
    """Return a button for each place that a name may mean."""
    buttons = (element("button", shown(one.name), name="place", value=one.name) for one in places)
    title = element("h2", shown(words.say("text.which")))
    return joined(title, _form(asked, _kept(asked), *buttons))


def not_found(words: Words) -> Markup:
    """Return that there is no such place."""
    return element("p", element("b", shown(words.say("text.not_found"))), role="alert", class_="box")


def _kept(asked: Asked) -> Markup:
    return joined(_hidden({"hazard": asked.kind, "profile": asked.profile}))


def _form(asked: Asked, *inner: Markup) -> Markup:
    kept = _hidden({"lang": asked.lang, "region": asked.served.summary.id})
    return element("form", kept, *inner, method="post", action="text")


def _hidden(values: Mapping[str, str]) -> Markup:
    return joined(
        *(element("input", type="hidden", name=name, value=value) for name, value in values.items())
    )


def _submit(words: Words) -> Markup:
    return element("button", shown(words.say("text.ask")))


def _select(name: str, label: str, choices: list[tuple[str, str]], chosen: str) -> Markup:
    return joined(
        element("label", shown(label), for_=name),
        element("select", options(choices, chosen), id=name, name=name),
    )


def _again(asked: Asked, words: Words) -> Markup:
    link = element("a", shown(words.say("text.other")), href=_address(asked, asked.lang))
    return element("nav", link, **{"aria-label": "Back"})


def _foot(region: Region, words: Words) -> Iterator[Markup]:
    phones = (element("b", shown(words.say("text.call"))), element("br"), shown(words.say("text.dial")))
    yield element("p", *phones)
    yield element("p", shown(f"{words.say('label.sources')}:"))
    lines = dict.fromkeys(map(_whose, region.sources))
    yield element("ul", joined(*(element("li", shown(line)) for line in lines)))
    if words.say("about.reference"):
        yield element("p", shown(words.say("about.reference")))
    if region.fictional:
        yield element("p", shown(words.say("advice.fictional")))
    yield element("nav", element("a", shown(words.say("text.page")), href="./"), **{"aria-label": "Map"})


def _whose(source: Source) -> str:
    """Return a source in one line: title, date, licence and credit, as far as they are told."""
    told = (source.title, source.date, source.licence, source.credit)
    return " · ".join(part for part in told if part)
