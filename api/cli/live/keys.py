"""`nigemichi rotate-key`: a new signing key for a state folder."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.live.signing import rotate_key

EXAMPLE = "nigemichi rotate-key --state /var/lib/nigemichi"


def rotate(
    state: Annotated[Path, typer.Option(help="The state folder of `nigemichi serve --state`.")],
) -> None:
    """Make a new signing key, and a notice of it that the old key signs. Restart the servers afterwards.

    Phones that know the old key believe the new one by that notice. Keep the folder: a phone that comes back
    after years follows the notices one by one.
    """
    notice = rotate_key(state, datetime.now(UTC))
    typer.echo(f"new key: {notice.to_public_key}, vouched for by {notice.from_key}. Restart the servers.")
