"""Undo what was started or pushed, whatever ends this process (short of a kill)."""

from __future__ import annotations

import atexit
import os
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Cleanup:
    """Calls a function when the process ends, by itself or by a signal, unless it is released before."""

    def __init__(self, undo: Callable[[], None]) -> None:
        """Register ``undo``, which must be harmless when called again."""
        self._undo = undo
        self._handled: list[int] = []
        atexit.register(undo)
        if threading.current_thread() is not threading.main_thread():
            return
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            # A handler that someone else has set stays: it knows what it wants to happen.
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, self._signalled)
                self._handled.append(number)

    def release(self) -> None:
        """Forget the function, and give the signals back."""
        atexit.unregister(self._undo)
        while self._handled:
            signal.signal(self._handled.pop(), signal.SIG_DFL)

    def _signalled(self, number: int, _frame: object) -> None:
        try:
            self._undo()
        finally:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
