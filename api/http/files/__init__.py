"""Files that never change over HTTP: whole and by ranges (`ranged`), by compressed parts (`parts`)."""
