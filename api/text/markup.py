"""HTML that is put together safely: what a person or a file said gets in through `shown` alone.

The type `Markup` keeps texts and HTML apart; mypy refuses one in the place of the other.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape
from typing import NewType

Markup = NewType("Markup", str)
"""HTML, ready to send."""
NOTHING = Markup("")

READING = re.compile(r"([\u4e00-\u9fff々ヶ]+)《([^》]+)》")
"""A reading after its kanji, as in 避難《ひなん》 (やさしい日本語)."""
RUBY = re.compile(r"<ruby>([^<]+)<rt[^>]*>[^<]+</ruby>")
VOID = frozenset({"meta", "input", "br"})
STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:38em;margin:0 auto;padding:1rem;font:1.0625rem/1.65 sans-serif;"
    "line-break:strict;overflow-wrap:anywhere}"
    "h1,h2{line-height:1.35;margin:1.25rem 0 .5rem}h1{font-size:1.5rem}h2{font-size:1.25rem}"
    "header{border-bottom:2px solid}p,ul,ol{margin:.5rem 0}ul,ol{padding-left:1.5em}"
    ".box{border:4px solid;padding:.75rem}.box h1{margin-top:0}.drill{border-style:dashed}"
    "a{display:inline-block;padding:.5rem .5rem .5rem 0;color:inherit}"
    "label{display:block;margin-top:.75rem;font-weight:700}"
    "input,select,button{font:inherit;box-sizing:border-box;width:100%;min-height:3rem;padding:.25rem .5rem}"
    "button{margin-top:.75rem;font-weight:700}.ez{line-height:2.3}rt{font-size:.6em}"
    "@media print{nav,form,header a{display:none}body{max-width:none;padding:0;font-size:12pt;"
    "line-height:1.4;color:#000;background:#fff}h1,h2,li,.box{break-inside:avoid}h2{break-after:avoid}}"
)
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src 'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""Nothing but our own style and our own form."""


def shown(text: str) -> Markup:
    """Return a text as HTML: escaped, readings as ruby that is not read aloud a second time."""
    return Markup(READING.sub(r"<ruby>\1<rt aria-hidden=true>\2</ruby>", escape(text)))


def readings_once(page: Markup) -> Markup:
    """Return a page in which every reading stands where its kanji come first, and not again."""
    seen: set[str] = set()

    def first(found: re.Match[str]) -> str:
        if found[0] in seen:
            return found[1]
        seen.add(found[0])
        return found[0]

    return Markup(RUBY.sub(first, page))


def plain(text: str) -> str:
    """Return a text without its readings, for places where no ruby can stand."""
    return READING.sub(r"\1", text)


def joined(*parts: Markup) -> Markup:
    """Return pieces of HTML as one."""
    return Markup("".join(parts))


def element(tag: str, /, *inner: Markup, **attributes: str) -> Markup:
    """Return an element; ``class_`` and ``for_`` stand for the words that Python keeps for itself."""
    given = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    end = "" if tag in VOID else f"</{tag}>"
    return Markup(f"<{tag}{given}>{''.join(inner)}{end}")


def listed(items: Iterable[Markup], name: str = "ul") -> Markup:
    """Return a list; nothing where there are no items."""
    rows = "".join(f"<li>{item}" for item in items)
    return Markup(f"<{name}>{rows}</{name}>" if rows else "")


def options(choices: Iterable[tuple[str, str]], chosen: str) -> Markup:
    """Return the options of a select: (value, text); without a value of its own an option gives its text."""
    return Markup("".join(_option(value, plain(text), chosen) for value, text in choices))


def _option(value: str, text: str, chosen: str) -> str:
    own = "" if value == text else f' value="{escape(value)}"'
    return f"<option{own}{' selected' if value == chosen else ''}>{escape(text)}"


def document(lang: str, title: str, *body: Markup, easy: bool = False) -> Markup:
    """Return a whole page."""
    head = joined(
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", Markup(escape(plain(title)))),
        element("style", Markup(STYLE)),
    )
    content = element("body", *body, class_="ez") if easy else element("body", *body)
    return joined(Markup("<!doctype html>\n"), element("html", element("head", head), content, lang=lang))
