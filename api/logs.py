"""Structured logging: one JSON object a line on stderr. Nobody's position is ever passed to it."""

import logging
import sys

import structlog


def configure(level: str) -> None:
    """Log from ``level`` on (``debug``, ``info``, ``warning``, ``error``)."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.dict_tracebacks,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
