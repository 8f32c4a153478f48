"""People at places, kept with a region for planning and for counting an audience. Phones do not need it."""

from pathlib import Path

from hazard.official.population.read import Population
from hazard.region.layout import POPULATION, POPULATION_ARRAYS, POPULATION_KIND, POPULATION_VERSION
from router.store import load_arrays, save_arrays


def save_population(folder: Path, population: Population) -> None:
    """Write population.nmg into a region folder that is being made."""
    arrays = {name: getattr(population, name) for name in POPULATION_ARRAYS}
    meta = {"source": Path(population.source).name, "hidden": population.hidden}
    save_arrays(folder / POPULATION, POPULATION_KIND, POPULATION_VERSION, arrays, meta)


def load_population(folder: Path) -> Population | None:
    """Return the people of a region; None where none were given.

    Raises
    ------
    StoreError
        When the file is damaged.
    """
    path = folder / POPULATION
    if not path.is_file():
        return None
    stored = load_arrays(path, POPULATION_KIND, POPULATION_VERSION, POPULATION_ARRAYS)
    lon_e7, lat_e7, people = (stored.arrays[name] for name in POPULATION_ARRAYS)
    return Population(lon_e7, lat_e7, people, int(stored.meta["hidden"]), str(stored.meta["source"]))
