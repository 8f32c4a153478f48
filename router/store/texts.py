"""Tuples of strings as two arrays, so that they can be mapped from a file."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from router.errors import InputError, Problem
from router.graph import I32, U8


def pack_texts(texts: Sequence[str]) -> tuple[I32, U8]:
    """Pack strings.

    Parameters
    ----------
    texts : sequence of str
        ``t`` strings.

    Returns
    -------
    first_byte : int32, (t + 1,)
        Text ``k`` is ``utf8[first_byte[k] : first_byte[k + 1]]``.
    utf8 : uint8, (b,)
        All texts, one after another.
    """
    encoded = [text.encode() for text in texts]
    first = np.zeros(len(encoded) + 1, np.int32)
    np.cumsum([len(text) for text in encoded], out=first[1:])
    return first, np.frombuffer(b"".join(encoded), np.uint8)


def unpack_texts(first_byte: I32, utf8: U8) -> tuple[str, ...]:
    """Unpack what ``pack_texts`` packed.

    Parameters
    ----------
    first_byte : int32, (t + 1,)
        Where each text begins.
    utf8 : uint8, (b,)
        The bytes.

    Returns
    -------
    tuple of str
        The texts.

    Raises
    ------
    InputError
        When the arrays do not fit each other or are not UTF-8.
    """
    first = first_byte.tolist() if first_byte.ndim == 1 and first_byte.dtype == np.int32 else []
    whole = bytes(utf8)
    if not first or first[0] != 0 or first[-1] != len(whole) or sorted(first) != first:
        raise InputError(Problem("texts", "first byte", f"0 … {len(whole)}, rising", "something else"))
    try:
        return tuple(whole[a:b].decode() for a, b in pairwise(first))
    except UnicodeDecodeError as error:
        raise InputError(Problem("texts", "bytes", "UTF-8", str(error))) from error
