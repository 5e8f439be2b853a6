"""A bound on the time of a piece of work, in any thread."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread, get_ident

from lt_by_claims.errors import ClaimsError


class TooSlowError(ClaimsError):
    """A piece of work took longer than it may."""


class OverError(BaseException):
    """The seconds are over; no `except Exception` on the way stops it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in what runs here once it has had so many seconds, at the next step of Python that it takes.

    The seconds are of the processor where the system tells them, so that a busy machine changes nothing. A call that
    does not come back to Python is not reached so; who watches over the worker must end it.
    """
    thread, lock, ended = get_ident(), Lock(), Event()
    end = used_by(thread) + seconds

    def watch() -> None:
        while (left := end - used_by(thread)) > 0:
            if ended.wait(max(left, 0.01)):
                return
        with lock:
            if not ended.is_set():
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(OverError))

    Thread(target=watch, daemon=True).start()
    try:
        yield
    except OverError:
        raise TooSlowError(f"took longer than {seconds:g} seconds") from None
    finally:
        with lock:
            ended.set()


def used_by(thread: int) -> float:
    """The seconds that a thread has had of a processor, or else those of the clock."""
    if hasattr(time, "pthread_getcpuclockid"):
        return time.clock_gettime(time.pthread_getcpuclockid(thread))
    return time.monotonic()
