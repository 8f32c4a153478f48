"""Checks shared by the frozen array types: layout first, every problem at once, then read-only."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from router.errors import InputError, Problem

Layout = Mapping[str, tuple[NDArray[np.generic], type[np.generic]]]


def freeze(owner: str, length: int, arrays: Layout) -> None:
    """Check that every array is one-dimensional, contiguous and as long as it must be; make it read-only.

    Parameters
    ----------
    owner : str
        Name of the type that holds the arrays (for the message).
    length : int
        Length that all of them must have.
    arrays : mapping of str to (array, dtype)
        Arrays by field name.

    Raises
    ------
    InputError
        If the layout of any array is wrong.
    """
    wrong = [
        Problem(
            owner,
            name,
            f"contiguous {np.dtype(dtype)} of shape ({length},)",
            f"{array.dtype} of {array.shape}",
        )
        for name, (array, dtype) in arrays.items()
        if array.dtype != np.dtype(dtype) or array.shape != (length,) or not array.flags.c_contiguous
    ]
    if wrong:
        raise InputError(wrong)
    for array, _ in arrays.values():
        array.setflags(write=False)


def require(owner: str, checks: Iterable[tuple[str, str, NDArray[np.bool_]]]) -> None:
    """Raise an InputError that names, for every check, the first entry where it does not hold.

    Parameters
    ----------
    owner : str
        Name of the type that holds the arrays.
    checks : iterable of (field, expected, holds)
        ``holds`` is a bool array, one entry per entry of the field.

    Raises
    ------
    InputError
        If any entry of any ``holds`` is False.
    """
    wrong = [
        Problem(owner, f"{name}[{int(np.argmin(holds))}]", expected, "something else")
        for name, expected, holds in checks
        if not holds.all()
    ]
    if wrong:
        raise InputError(wrong)
