"""`python -m benchmarks`: prints everything, names what it cannot run, compares in the same run."""

import os
import sys
import time
from pathlib import Path

from benchmarks import hazards, limits, phone, push, regions
from benchmarks.live import alerts
from benchmarks.live import run as live
from benchmarks.machine import describe_machine
from benchmarks.page import run as page
from benchmarks.searches import run as searches
from benchmarks.searches import soak

SUITES = {
    "regions": regions.run,
    "hazards": hazards.run,
    "router": searches.run,
    "repairs": soak.run,
    "limits": limits.run,
    "push": push.run,
    "alerts": alerts.run,
    "clicks": live.run_clicks,
    "polling": live.run_polling,
    "pushing": live.run_pushing,
    "pwa": phone.run,
    "first": page.run,
}


def main(names: list[str]) -> int:
    """Run the suites named, or all of them."""
    unknown = set(names) - set(SUITES)
    if unknown:
        print(
            f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(SUITES)}", file=sys.stderr
        )
        return 2
    data = Path(os.environ.get("NIGEMICHI_DATA") or "../shared/data")
    if not (data / "kochi/kochi.osm.pbf").is_file():
        print(
            f"no real data in {data}: set NIGEMICHI_DATA to the folder that holds kochi/kochi.osm.pbf",
            file=sys.stderr,
        )
        return 2
    print(describe_machine())
    for name in names or SUITES:
        print(f"\n== {name}", flush=True)
        begun = time.perf_counter()
        SUITES[name](data)
        print(f"\n   {name}: {time.perf_counter() - begun:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
