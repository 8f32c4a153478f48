"""白波町（架空の町）: a fictional coastal town, generated, for demonstrations, tests and drills.

`write_town` writes ordinary source files; they go through the ordinary build, and nothing in the engine knows
that the town is special.
"""

from hazard.town.files import TownFiles, write_town

__all__ = ["TownFiles", "write_town"]
