"""`nigemichi town` and `nigemichi demo-region`: the fictional town's source files, and its region."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.cli.build import build_and_watch, tell
from api.cli.building.options import AsJson, Out
from api.cli.folders import new_folder
from api.cli.group import err
from hazard.build import BuildInputs
from hazard.region import Source
from hazard.town import TownFiles, write_town

TOWN_EXAMPLE = "nigemichi town build/town"
REGION_EXAMPLE = "nigemichi demo-region build/regions/shiranami"
REGION_ID = "shiranami"
SOURCE = Source("架空の町のデータ（地形・道・災害の想定・避難場所）", None, None, "逃げ道 nigemichi")


def town(
    folder: Annotated[Path, typer.Argument(help="Folder for the files; new or empty.")],
) -> None:
    """Write the source files of 白波町（架空の町）: streets, elevation, hazard layers, sites.

    They are ordinary files, the same every time; `nigemichi build` makes a region of them like of any others.
    """
    with new_folder(folder) as aside:
        write_town(aside)
    for path in sorted(folder.iterdir()):
        typer.echo(path)


def demo_region(out: Out, as_json: AsJson = False) -> None:
    """Build the region of the fictional town 白波町（架空の町）, for demonstrations, tests and drills."""
    with tempfile.TemporaryDirectory(prefix="nigemichi-town-") as folder:
        with err.status("Making the fictional town"):
            files = write_town(Path(folder))
        tell(build_and_watch(town_inputs(files, out)), as_json)


def town_inputs(files: TownFiles, out: Path) -> BuildInputs:
    """Return what the town's region is built from."""
    return BuildInputs(
        out=out,
        name=files.name,
        osm=files.osm,
        created_at=datetime.now(UTC),
        hazards=tuple(files.hazards.items()),
        shelters=(files.sites,),
        dem=(files.dem,),
        towns=files.quarters,
        id=REGION_ID,
        fictional=True,
        sources=(SOURCE,),
    )
