"""What every error means outside: one table from exception to exit code and HTTP status.

NigemichiError (router)
├── LogUnavailableError the event log did not answer: nothing is known to be written
└── BusyError           this process serves as much as it can

InputError (router)
├── ConflictError       an idempotency key means another event already
├── NotLiveError        this server follows no event log
├── UnknownRegionError  no region of that name is served
├── UnknownFileError    a region has no such file in this version
├── RangeError          a byte range that lies outside the file
├── ContentTypeError    the body is not JSON
├── UnknownAlertError   no alert of that id
├── UnknownReportError, UnknownProposalError  nothing of that id waits for staff
├── SignInError         nobody is signed in, or could be
├── ForbiddenError      signed in, but not for this
├── LockedOutError      too many failures: wait
├── UnknownSubscriptionError  no push subscription has that token
├── RateLimitedError    too many changes in a minute
└── BodyTooLargeError   the body is larger than any request needs to be
"""

from dataclasses import dataclass
from typing import TypedDict

from router.errors import CertificateError, InputError, NigemichiError, StoreError


class LogUnavailableError(NigemichiError):
    """The event log did not confirm a write. Doing the same again with the same key is safe."""


class BusyError(NigemichiError):
    """As much is served as can be: ask later, or another server."""


class ConflictError(InputError):
    """An idempotency key means another event already."""


class NotLiveError(InputError):
    """The server follows no event log."""


class UnknownRegionError(InputError):
    """No region of that name is served."""


class UnknownFileError(InputError):
    """The region has no such file in this version."""


class RangeError(InputError):
    """A byte range lies outside the file."""


class ContentTypeError(InputError):
    """The body is not JSON."""


class UnknownAlertError(InputError):
    """No alert of that id."""


class UnknownReportError(InputError):
    """No report of that id is kept."""


class UnknownProposalError(InputError):
    """No proposal of that id is kept."""


class SignInError(InputError):
    """Nobody is signed in, or the proofs do not belong together."""


class ForbiddenError(InputError):
    """Whoever is signed in may not do this, or not here."""


class LockedOutError(InputError):
    """Too many failures: only waiting helps."""


class UnknownSubscriptionError(InputError):
    """No push subscription has that token."""


class RateLimitedError(InputError):
    """Too many changes in a minute."""


class BodyTooLargeError(InputError):
    """The body is larger than any request needs to be."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """How an error is told: ``key`` in JSON, HTTP ``status``, ``exit_code`` of the command line."""

    key: str
    status: int
    exit_code: int


MEANING: dict[type[Exception], Meaning] = {
    LogUnavailableError: Meaning("log_unavailable", 503, 3),
    BusyError: Meaning("busy", 503, 3),
    UnknownReportError: Meaning("unknown_report", 404, 2),
    UnknownProposalError: Meaning("unknown_proposal", 404, 2),
    SignInError: Meaning("not_signed_in", 401, 2),
    ForbiddenError: Meaning("forbidden", 403, 2),
    LockedOutError: Meaning("locked_out", 429, 2),
    ConflictError: Meaning("conflict", 409, 2),
    NotLiveError: Meaning("not_live", 404, 2),
    UnknownRegionError: Meaning("unknown_region", 404, 2),
    UnknownFileError: Meaning("unknown_file", 404, 2),
    RangeError: Meaning("range_not_satisfiable", 416, 2),
    ContentTypeError: Meaning("unsupported_content_type", 415, 2),
    BodyTooLargeError: Meaning("body_too_large", 413, 2),
    UnknownAlertError: Meaning("unknown_alert", 404, 2),
    UnknownSubscriptionError: Meaning("unknown_subscription", 404, 2),
    RateLimitedError: Meaning("too_many_requests", 429, 2),
    StoreError: Meaning("damaged_file", 500, 2),
    InputError: Meaning("invalid_input", 422, 2),
    CertificateError: Meaning("certificate_failed", 500, 3),
    NigemichiError: Meaning("failed", 500, 3),
}
"""The nearest ancestor in the table holds."""


class ProblemDict(TypedDict):
    """One problem as JSON."""

    source: str
    where: str
    expected: str
    found: str


class ErrorDict(TypedDict):
    """The one shape of every error answer."""

    error: str
    problems: list[ProblemDict]


def meaning_of(error: NigemichiError) -> Meaning:
    """Return the table's row for ``error``."""
    return next(MEANING[kind] for kind in type(error).mro() if kind in MEANING)


def to_dict(error: NigemichiError) -> ErrorDict:
    """Return ``error`` as JSON tells it. Only problems with an input are told; the rest stays in the log."""
    problems = error.problems if isinstance(error, InputError) else ()
    return {
        "error": meaning_of(error).key,
        "problems": [
            {"source": p.source, "where": p.where, "expected": p.expected, "found": p.found} for p in problems
        ],
    }
