"""Being told when the server is asked to stop.

The server waits for open connections before it ends the application's lifespan; a stream of events would keep
it waiting. So the signal itself is heard, and handed on to whoever heard it before.
"""

import signal
import threading
from collections.abc import Callable
from types import FrameType


def on_stop(act: Callable[[], None]) -> None:
    """Call ``act`` at SIGTERM and SIGINT, beside what happens anyway; heard in main threads only."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (signal.SIGTERM, signal.SIGINT):
        before = signal.getsignal(number)
        if not callable(before):
            continue

        def both(number: int, frame: FrameType | None, before: Callable[..., object] = before) -> None:
            act()
            before(number, frame)

        # Event loops listen to the wakeup descriptor, which is written for every handler set in Python.
        signal.signal(number, both)
