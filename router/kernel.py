"""The one decorator for compiled code. Kernels live in files named ``kernels.py``.

Plain ``njit``: a cached gufunc or a parallel kernel compiled by several processes at once can crash.
``nogil`` lets a field be rebuilt in a thread while the event loop goes on (2 ms of lag instead of 450).
"""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar, cast

import numba.np.linalg
import numpy as np
from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

Whole: TypeAlias = int | np.integer[Any]
Real: TypeAlias = float | np.floating[Any]
"""Scalars inside kernels: Python's or numpy's, the compiler does not care."""


def _no_linear_algebra() -> None:
    """Stand in for numba's look at scipy, with the answer that it gives where scipy is not installed."""
    raise ImportError("no kernel uses linear algebra")


# Before its first kernel numba loads scipy.linalg where there is one. That takes 0.15 s, for nothing here.
numba.np.linalg.ensure_blas = _no_linear_algebra


def kernel(function: Kernel) -> Kernel:
    """Compile ``function``: arrays in, arrays out, no GIL, cached on disk."""
    return cast(Kernel, njit(cache=True, nogil=True)(function))
