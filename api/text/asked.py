"""What the form asks, read leniently: what is not understood becomes what the page would offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from api.http.shelf import Served, Shelf
from api.words import LANGS
from hazard.kinds import HazardKind

MOST_FIELDS = 12
PLACE_CHARS = 80
CAR = "car"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks for.

    Attributes
    ----------
    served : Served
    lang : str
    kind : HazardKind
    profile : str
    place : str
        As typed or chosen; empty where nothing was.
    """

    served: Served
    lang: str
    kind: HazardKind
    profile: str
    place: str = ""


def read_form(body: bytes) -> dict[str, str]:
    """Return the fields of a URL-encoded form: the last value of each, stripped."""
    try:
        fields = parse_qs(body.decode("ascii"), max_num_fields=MOST_FIELDS, errors="replace")
    except (UnicodeDecodeError, ValueError):
        return {}
    return {name: values[-1].strip() for name, values in fields.items()}


def first_lang(accept_language: str) -> str:
    """Return our language for what a browser prefers; Japanese where it prefers none of ours."""
    for part in accept_language.split(","):
        tag = part.split(";")[0].strip().lower()
        if tag.startswith("zh"):
            return "zh-TW" if any(mark in tag for mark in ("tw", "hk", "mo", "hant")) else "zh-CN"
        base = "tl" if tag.startswith("fil") else tag.split("-")[0]
        for lang in LANGS:
            if base and lang.split("-")[0] == base:
                return lang
    return LANGS[0]


def read_asked(shelf: Shelf, fields: Mapping[str, str], accept_language: str = "") -> Asked:
    """Return what a form or an address asks.

    Raises
    ------
    UnknownRegionError
        If it names a region that is not served.
    """
    served = shelf.find(fields.get("region"))
    region = served.engine.region
    lang = fields.get("lang", "")
    kinds = tuple(dict.fromkeys(kind for site in region.sites for kind in site.kinds)) or tuple(HazardKind)
    kind = next((kind for kind in kinds if kind == fields.get("hazard")), None)
    if kind is None:
        kind = next((kind for kind in HazardKind if kind in region.exposures and kind in kinds), kinds[0])
    profile = fields.get("profile", "")
    return Asked(
        served=served,
        lang=lang if lang in LANGS else first_lang(accept_language),
        kind=kind,
        profile=profile if profile in profiles_for(served, kind) else next(iter(region.profiles)),
        place=(fields.get("place") or fields.get("near") or "")[:PLACE_CHARS],
    )


def profiles_for(served: Served, kind: HazardKind) -> tuple[str, ...]:
    """Return who can be asked for: nobody drives from a tsunami."""
    names = tuple(served.engine.region.profiles)
    return tuple(name for name in names if name != CAR or kind is not HazardKind.TSUNAMI)
