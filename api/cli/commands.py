"""The commands by name: each is imported when it is run, so that none waits for what only others need.

Before, `nigemichi --help` loaded rasters, servers and compilers: 1.6 s instead of 0.2.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from api.cli.group import ErrorGroup


@dataclass(frozen=True, slots=True)
class Listed:
    """A command that is known by name alone.

    Attributes
    ----------
    name : str
        As it is typed.
    module, attribute : str
        Where the function is, or a `typer.Typer` with commands of its own.
    summary : str
        One line for the list of commands.
    example : str
        Name of the module's example.
    """

    name: str
    module: str
    attribute: str
    summary: str
    example: str = "EXAMPLE"


COMMANDS = (
    Listed("build", "api.cli.build", "build", "Build a region folder from streets, layers and sites."),
    Listed("route", "api.cli.route", "route", "Give the least exposed way to a site that suits the hazard."),
    Listed("decide", "api.cli.deciding.decide", "decide", "Say whether to stay, go up or leave, and why."),
    Listed(
        "export", "api.cli.export", "export", "Write a field and its costs as CSV, to compute them again."
    ),
    Listed("serve", "api.cli.serve", "serve", "Serve regions: the API, their files and the page."),
    Listed("push-worker", "api.push.worker.command", "push_worker", "Send push messages until Ctrl-C."),
    Listed("town", "api.cli.demo", "town", "Write the source files of 白波町（架空の町）.", "TOWN_EXAMPLE"),
    Listed("demo-region", "api.cli.demo", "demo_region", "Build the region of 白波町.", "REGION_EXAMPLE"),
    Listed("warm", "api.cli.warm", "warm", "Compile every kernel and keep it in numba's cache."),
    Listed("staff", "api.cli.staff.accounts", "app", "Keep the accounts of staff."),
    Listed("rotate-key", "api.cli.live.keys", "rotate", "Sign with a new key, vouched for by the old one."),
    Listed("event", "api.cli.live.event", "app", "Write events to a log by hand."),
    Listed("feeds", "api.cli.live.feeds", "feeds", "Fetch official telegrams and propose to staff."),
    Listed("bench", "api.cli.live.bench", "bench", "Measure a running server, with a verdict."),
    Listed("log", "api.cli.live.log", "app", "Check, snapshot and trim an event log."),
)


class LazyGroup(ErrorGroup):
    """The commands of `COMMANDS`."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names."""
        return [one.name for one in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import a command; None if there is none of that name."""
        return next((load(one) for one in COMMANDS if one.name == cmd_name), None)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(one.name, one.summary) for one in COMMANDS])


def load(listed: Listed) -> TyperCommand | TyperGroup:
    """Import a command."""
    module = import_module(listed.module)
    found = getattr(module, listed.attribute)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
        alone.command(listed.name, epilog=f"Example: {getattr(module, listed.example)}")(found)
        found = alone
    command = cast(TyperCommand | TyperGroup, typer.main.get_command(found))
    command.name = listed.name
    return command
