"""Fetch one file, once."""

from pathlib import Path

import requests

from api.fetch.ask import Asker, Check, Manners
from api.fetch.tiles import keep
from router.errors import InputError, Problem

SITES_CSV_URL = "https://hinanmap.gsi.go.jp/hinanjocp/defaultFtpData/csv/mergeFromCity_2.csv"
"""指定緊急避難場所 of all Japan (17 MB)."""
SHELTERS_CSV_URL = "https://hinanmap.gsi.go.jp/hinanjocp/defaultFtpData/csv/mergeFromCity_1.csv"
"""指定避難所 of all Japan."""
FILE_MANNERS = Manners(timeout_s=600.0, max_bytes=1 << 28)


def fetch_file(
    url: str, path: Path, manners: Manners = FILE_MANNERS, check: Check = lambda content, url: None
) -> bool:
    """Fetch a file unless it is there already.

    Parameters
    ----------
    url : str
    path : Path
        Where it is kept; written aside and renamed when it is whole.
    manners : Manners
    check : callable
        Raises an InputError for a body that is not the file.

    Returns
    -------
    bool
        Whether it was fetched now.

    Raises
    ------
    InputError
        If the server does not give it.
    """
    if path.is_file():
        return False
    with requests.Session() as session:
        content = Asker(session, manners).ask(url, check)
    if content is None:
        raise InputError(Problem(url, "", "a file", "status 404"))
    keep(path, content)
    return True
