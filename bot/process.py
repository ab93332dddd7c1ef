"""The process that serves for months, and how it looks for garbage.

Catalogue, texts and code are half a million objects that stay until the end. The collector of
CPython would walk through them again and again, while they are read and ever after; so it comes
seldom while the program is loaded and assembled, and leaves out for good what is there when that is
done.
"""

import ctypes
import gc
from contextlib import suppress

_YOUNG = 20_000
"""New objects between two looks at the young ones: some seven complaints' worth (700 is usual)."""
_WHILE_READING = 200_000


def begin() -> None:
    """Look for garbage seldom: to be called before what is large is imported."""
    gc.set_threshold(_WHILE_READING, 20, 20)


def settle() -> None:
    """Keep all that is there out of every later look.

    What little garbage there is among it stays too: looking for it would take a fifth of a second.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, 10, 10)
    _give_back()


def _give_back() -> None:
    """Return to the system what is free again since the files were read: some megabytes.

    Only glibc can be asked; elsewhere it stays with the process.
    """
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
