"""Every failure in one shape: ``{error, problems: [{source, where, expected, found}]}``."""

from collections.abc import Sequence
from typing import Any

import orjson
import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.contract import ErrorModel
from api.errors import MEANING, ErrorDict, meaning_of, to_dict
from api.quoting import quoted
from router.errors import InputError, NigemichiError, Problem

RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorModel, "description": description}
    for status, description in (
        (401, "Nobody is signed in."),
        (403, "Whoever is signed in may not do this here."),
        (404, "No such region or file."),
        (409, "Somebody was first."),
        (413, "The body is too large."),
        (415, "The body is not JSON."),
        (429, "Too much in too short a time."),
        (503, "The event log does not answer, or this server is busy."),
        (422, "The input is wrong: every problem is listed."),
    )
}
"""How OpenAPI tells the errors."""

EXPECTED = {"missing": "a value", "extra_forbidden": "no such field", "json_invalid": "JSON"}
"""Where pydantic's own sentence does not say what should have been there."""
HTTP_ERRORS = {
    400: ("invalid_input", "a JSON object"),
    404: ("not_found", "an address of this server"),
    405: ("method_not_allowed", "another method"),
}

log = structlog.get_logger("nigemichi.http")


def install(app: FastAPI) -> None:
    """Answer every exception of ``app`` in the one shape."""
    app.add_exception_handler(NigemichiError, _nigemichi_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_exception)
    app.add_exception_handler(Exception, _unexpected)


def failure(error: NigemichiError) -> Response:
    """Return the answer for ``error``."""
    return respond(meaning_of(error).status, to_dict(error))


def respond(status: int, body: ErrorDict, headers: dict[str, str] | None = None) -> Response:
    """Return ``body`` as JSON that no cache keeps."""
    return Response(
        orjson.dumps(body), status, {"cache-control": "no-store", **(headers or {})}, "application/json"
    )


async def _nigemichi_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, NigemichiError)
    if meaning_of(error).status >= 500:
        log.error("failed", kind=type(error).__name__)
    return failure(error)


async def _validation_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    problems = [_problem(item) for item in error.errors()]
    return respond(MEANING[InputError].status, to_dict(InputError(problems)))


def _problem(item: dict[str, Any]) -> Problem:
    """Return one finding of pydantic as a problem: its ``loc`` starts with body, path or query."""
    source, *where = item["loc"] or ("request",)
    expected = EXPECTED.get(item["type"]) or item["msg"].removeprefix("Input should be ")
    found = "nothing" if item["type"] == "missing" else quoted(item.get("input"))
    return Problem(f"request {source}", _field(where), expected, found)


def _field(where: Sequence[object]) -> str:
    return ".".join(str(part) for part in where)


async def _http_exception(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    key, expected = HTTP_ERRORS.get(error.status_code, ("failed", "something this server answers"))
    body = to_dict(InputError(Problem("request", "", expected, quoted(error.detail))))
    body["error"] = key
    return respond(error.status_code, body, dict(error.headers or {}))


async def _unexpected(_: Request, error: Exception) -> Response:
    """Answer 500 without a word of what happened; the log has the traceback."""
    return respond(500, {"error": "failed", "problems": []})
