"""The options of `nigemichi decide`: how each is written and explained."""

from pathlib import Path
from typing import Annotated

import typer

Region = Annotated[Path, typer.Argument(help="Region folder made by `nigemichi build`.")]
Start = Annotated[str, typer.Option("--from", metavar="LON,LAT", help="Where the person or the home is.")]
Hazard = Annotated[str | None, typer.Option(help="Kinds in question, joined by commas.")]
Level = Annotated[
    list[str] | None,
    typer.Option(metavar="KIND=N", help="警戒レベル of the town in force (volcano: 噴火警戒レベル)."),
]
Weather = Annotated[
    list[str] | None, typer.Option(metavar="KIND=N", help="Level of the agency's information.")
]
Tsunami = Annotated[str | None, typer.Option(help="none, forecast, advisory, warning or major_warning.")]
Order = Annotated[list[str] | None, typer.Option(metavar="KIND", help="An evacuation order without a level.")]
Event = Annotated[
    list[str] | None, typer.Option(metavar="KIND", help="Felt or seen: strong shaking, fire close by.")
]
State = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="State folder of a server: what is in force, closed and full there counts; options say it anew.",
    ),
]
Drill = Annotated[bool, typer.Option("--drill", help="By the alerts of the exercise that runs (訓練).")]
Home = Annotated[
    str | None,
    typer.Option(
        metavar="…",
        help="floor=2, storeys=2, height=300 (cm), wooden, solid, low_lying, by_cliff, at_shore, usable,"
        " damaged, outdoors; joined by commas.",
    ),
]
Who = Annotated[
    str | None,
    typer.Option(
        metavar="…",
        help="A profile, takes_time, helper, pets, car_at_hand, relatives, supplies=72 (hours).",
    ),
]
Profile = Annotated[str | None, typer.Option(help="Of the slowest, as in --who.")]
Elapsed = Annotated[
    float | None, typer.Option(metavar="MIN", help="Minutes since the scenario's start (the earthquake).")
]
Delay = Annotated[float | None, typer.Option(metavar="MIN", help="Own start delay. [default: 5, 10]")]
Pace = Annotated[int, typer.Option(metavar="PCT", help="Own pace in percent.")]
Night = Annotated[bool, typer.Option("--night", help="It is dark.")]
Snow = Annotated[bool, typer.Option("--snow", help="There is snow.")]
Ice = Annotated[bool, typer.Option("--ice", help="It is icy.")]
Lang = Annotated[str, typer.Option(help="Language of the answer: ja or en.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
