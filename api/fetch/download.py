"""Ask Nominatim and Overpass through osmnx: bounded waits, whole answers or one clear error."""

import hashlib
import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import osmnx
import requests
import shapely

from api.fetch.elements import Element
from api.fetch.settings import FetchSettings
from router.errors import InputError, Problem

Area = shapely.Polygon | shapely.MultiPolygon
Answer = TypeVar("Answer")

_BUSY = frozenset({429, 503, 504})
_TAGS: dict[str, bool | str | list[str]] = {"highway": True}


class _BusyError(Exception):
    """A server asked us to come back later."""


def find_place(place: str, settings: FetchSettings) -> Area:
    """Return the boundary of a place.

    Parameters
    ----------
    place : str
        Its name.
    settings : FetchSettings
        Servers and patience.

    Returns
    -------
    shapely.Polygon or MultiPolygon
        Longitude and latitude.

    Raises
    ------
    InputError
        When there is no such place, it has no boundary, or the server does not answer as it should.
    """
    host = _host(settings.nominatim_url)

    def ask() -> Area:
        try:
            return cast(Area, osmnx.geocode_to_gdf(place).union_all())
        except (TypeError, ValueError, KeyError, IndexError) as error:
            raise InputError(
                Problem(host, f"place {place!r}", "a place with a boundary", str(error))
            ) from error

    with _cache_dir(settings, "places") as folder:
        return _patiently(ask, host, folder, settings)


def download_streets(area: Area, settings: FetchSettings) -> list[Element]:
    """Return everything with a ``highway`` tag in an area, with the nodes of the ways.

    Parameters
    ----------
    area : shapely.Polygon or MultiPolygon
        Longitude and latitude.
    settings : FetchSettings
        Servers and patience.

    Returns
    -------
    list of mapping
        Overpass elements; those of overlapping answers repeat.

    Raises
    ------
    InputError
        When the server does not answer as it should or knows of no streets there.
    """
    host = _host(settings.overpass_url)
    with _cache_dir(settings, hashlib.sha256(area.wkb).hexdigest()[:16]) as folder:
        _patiently(lambda: _fill_cache(area), host, folder, settings)
        elements = [element for file in sorted(folder.glob("*.json")) for element in _read_answer(file)]
    if not any(element.get("type") == "way" for element in elements):
        raise InputError(Problem(host, "", "streets in this area", "none"))
    return elements


def _fill_cache(area: Area) -> None:
    """Have osmnx put Overpass's answers into its cache: its tables would lose node order and relations."""
    try:
        osmnx.features_from_polygon(area, _TAGS)
    except InterruptedError:  # osmnx's CacheOnlyInterruptError: all answers are there
        return


def _read_answer(file: Path) -> list[Element]:
    try:
        return list(json.loads(file.read_text(encoding="utf-8"))["elements"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            Problem(str(file), "", "a kept answer (delete it to ask anew)", str(error))
        ) from error


@contextmanager
def _cache_dir(settings: FetchSettings, name: str) -> Iterator[Path]:
    """Give the folder in which the answers to one question lie."""
    if settings.cache_dir is not None:
        yield settings.cache_dir / name
        return
    with TemporaryDirectory(prefix="nigemichi-") as folder:
        yield Path(folder)


def _patiently(ask: Callable[[], Answer], host: str, folder: Path, settings: FetchSettings) -> Answer:
    """Ask until there is an answer, or it is time to give up."""
    expected = f"an answer within {settings.timeout_s} s"
    with _osmnx_settings(folder, settings):
        for left in reversed(range(settings.attempts)):
            try:
                return ask()
            except _BusyError as error:
                if not left:
                    found = f"{error}, {settings.attempts} times"
                    raise InputError(Problem(host, "", "a server that is not busy", found)) from error
                time.sleep(settings.pause_s)
            except requests.Timeout as error:
                raise InputError(Problem(host, "", expected, "none (try later or a smaller area)")) from error
            except json.JSONDecodeError as error:
                raise InputError(Problem(str(folder), "", "JSON (delete this cache)", str(error))) from error
            except requests.RequestException as error:
                raise InputError(Problem(host, "", expected, f"no connection: {error}")) from error
    raise InputError(Problem("fetch settings", "attempts", "1 or more", str(settings.attempts)))


@contextmanager
def _osmnx_settings(folder: Path, settings: FetchSettings) -> Iterator[None]:
    """Set osmnx's global settings for one question, and what it changes in the process, back again."""
    wanted = {
        "cache_folder": folder,
        "cache_only_mode": True,
        "doh_url_template": None,
        "http_accept_language": "ja",
        "http_user_agent": "nigemichi (through OSMnx)",
        "nominatim_url": settings.nominatim_url,
        "overpass_rate_limit": False,
        "overpass_url": settings.overpass_url,
        "requests_kwargs": {"hooks": {"response": _check_answer}},
        "requests_timeout": settings.timeout_s,
        "use_cache": True,
    }
    before = {name: getattr(osmnx.settings, name) for name in wanted}
    getaddrinfo = socket.getaddrinfo
    try:
        for name, value in wanted.items():
            setattr(osmnx.settings, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(osmnx.settings, name, value)
        socket.getaddrinfo = getaddrinfo


def _check_answer(response: requests.Response, *_: Any, **__: Any) -> None:
    """Refuse what osmnx would wait for without end, or take for a whole answer."""
    if response.is_redirect:
        return
    host = _host(response.url)
    body = response.text  # read to the end, or the connection stays open when we raise
    status = f"{response.status_code} {response.reason}"
    if response.status_code in _BUSY:
        raise _BusyError(status)
    if not response.ok:
        raise InputError(Problem(host, "", "HTTP 200", f"{status}: {body[:200].strip()}"))
    try:
        answer = response.json()
    except ValueError as error:
        raise InputError(Problem(host, "", "JSON", f"{body[:80]!r} …")) from error
    if isinstance(answer, dict) and "remark" in answer:
        raise InputError(Problem(host, "", "a whole answer", str(answer["remark"])))
    if not _has_shape(urlsplit(response.url).path, answer):
        raise InputError(Problem(host, "", "an answer with elements, or a list of places", str(answer)[:80]))


def _has_shape(path: str, answer: object) -> bool:
    if path.endswith("/interpreter"):
        return isinstance(answer, dict) and isinstance(answer.get("elements"), list)
    return isinstance(answer, list)


def _host(url: str) -> str:
    return urlsplit(url).netloc
