"""Keep the fictional town as it is now for the vectors: python -m tests.vectors.town, then …write."""

import tempfile
from pathlib import Path

from api.cli.demo import town_inputs
from hazard.build import build_region
from hazard.town import write_town
from tests.vectors.packs import pack, read_folder
from tests.vectors.write import HERE, TOWN


def main() -> None:
    """Build the town and keep its region."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build_region(town_inputs(write_town(folder / "sources"), folder / "region"))
        (HERE / TOWN).write_bytes(pack({"town": read_folder(folder / "region")}))


if __name__ == "__main__":
    main()
