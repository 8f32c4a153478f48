"""How commands end: errors in one place, to stderr, without a traceback, with the table's exit code."""

from typing import Any

import typer
from rich.console import Console
from typer.core import TyperGroup

from api.errors import meaning_of
from router.errors import InputError, NigemichiError, Problem

err = Console(stderr=True, highlight=False, soft_wrap=True)
"""Messages and progress go here; stdout is for answers."""


class ErrorGroup(TyperGroup):
    """Group of commands whose errors are told as problems."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; tell an error and leave with its exit code."""
        try:
            return super().invoke(ctx)
        except NigemichiError as error:
            tell(error)
            raise typer.Exit(meaning_of(error).exit_code) from None
        except BrokenPipeError:
            raise typer.Exit(1) from None
        except OSError as error:
            told = InputError(os_problem(error))
            tell(told)
            raise typer.Exit(meaning_of(told).exit_code) from None


def os_problem(error: OSError) -> Problem:
    """Return what the operating system refused: a full disk, a missing file, a forbidden folder."""
    name = error.filename
    source = name.decode(errors="replace") if isinstance(name, bytes) else str(name or "this machine")
    return Problem(source, "", "a file or folder that can be used", error.strerror or str(error))


def tell(error: NigemichiError) -> None:
    """Print every problem of ``error``, one a line."""
    problems = error.problems if isinstance(error, InputError) else ()
    if not problems:
        err.print(f"[bold red]error:[/] {type(error).__name__}: {error}", markup=True)
    for problem in problems:
        err.print("[bold red]error:[/]", end=" ")
        err.print(str(problem), markup=False)
