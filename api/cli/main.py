"""`nigemichi`: the commands, put together (see `api.cli.commands`)."""

from typing import Annotated

import typer

from api import version
from api.cli.commands import LazyGroup

app = typer.Typer(
    name="nigemichi",
    cls=LazyGroup,
    help="逃げ道: routes to evacuation sites, over streets weighed by hazard.",
    epilog="Example: nigemichi demo-region build/town && nigemichi serve build/town",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(version())
        raise typer.Exit


@app.callback()
def main(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Build regions, ask for routes, export what they rest on, and serve them."""
