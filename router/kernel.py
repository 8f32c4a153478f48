"""The one decorator for compiled code. Kernels live in files named ``kernels.py``.

Plain ``njit``: a cached gufunc or a parallel kernel compiled by several processes at once can crash.
``nogil`` lets a field be rebuilt in a thread while the event loop goes on (2 ms of lag instead of 450).
"""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar, cast

import numpy as np
from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

Whole: TypeAlias = int | np.integer[Any]
Real: TypeAlias = float | np.floating[Any]
"""Scalars inside kernels: Python's or numpy's, the compiler does not care."""


def kernel(function: Kernel) -> Kernel:
    """Compile ``function``: arrays in, arrays out, no GIL, cached on disk."""
    return cast(Kernel, njit(cache=True, nogil=True)(function))
