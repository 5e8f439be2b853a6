"""A bound on the time of a piece of work, in any thread and on any system."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer, get_ident

from lt_by_claims.errors import ClaimsError


class TooSlowError(ClaimsError):
    """A piece of work took longer than it may."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in what runs here once the seconds are over, at the next step of Python that it takes.

    A call that does not come back to Python is not reached so; who watches over the worker must end it.
    """
    thread, lock, over = get_ident(), Lock(), False

    def stop() -> None:
        with lock:
            if not over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TooSlowError))

    timer = Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except TooSlowError:
        raise TooSlowError(f"took longer than {seconds:g} seconds") from None
    finally:
        with lock:
            over = True
        timer.cancel()
