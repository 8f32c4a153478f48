"""`nigemichi`: the commands, put together."""

from typing import Annotated

import typer

from api import version
from api.cli import build, demo, export, route, serve, warm
from api.cli.deciding import decide
from api.cli.group import ErrorGroup
from api.cli.live import event
from api.push.worker import command as push

app = typer.Typer(
    name="nigemichi",
    cls=ErrorGroup,
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


for name, command, example in (
    ("build", build.build, build.EXAMPLE),
    ("route", route.route, route.EXAMPLE),
    ("decide", decide.decide, decide.EXAMPLE),
    ("export", export.export, export.EXAMPLE),
    ("serve", serve.serve, serve.EXAMPLE),
    ("push-worker", push.push_worker, push.EXAMPLE),
    ("town", demo.town, demo.TOWN_EXAMPLE),
    ("demo-region", demo.demo_region, demo.REGION_EXAMPLE),
    ("warm", warm.warm, warm.EXAMPLE),
):
    app.command(name, epilog=f"Example: {example}")(command)

app.add_typer(event.app, name="event")
