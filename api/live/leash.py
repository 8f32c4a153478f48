"""Run a program that ends when its parent ends, however it ends: ``python leash.py PARENT LOCK PROGRAM …``.

The program holds the file LOCK as long as it lives. An earlier one that is still going is waited for: in its
last moments it removes files (socket, pid) that would then be the new one's.

A file of its own, started without our packages: 15 ms, and nothing of the parent is copied into the child.
"""

import ctypes
import fcntl
import os
import signal
import sys
import time

PR_SET_PDEATHSIG = 1
"""From <sys/prctl.h>; the order survives exec."""
WAIT_S = 15.0
"""For the earlier one; a child of it that still writes may hold the file longer, and does no harm."""


def main(parent: int, lock: str, command: list[str]) -> None:
    """Become ``command``, on a leash held by the process ``parent``, when nobody holds ``lock`` any more."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it ended before the leash was on
            sys.exit(1)
    hold(lock)
    os.setsid()  # Ctrl-C at the terminal is for the parent, which then stops us in order
    os.execv(command[0], command)


def hold(lock: str) -> None:
    """Lock a file for the rest of this process's life, exec included; wait for who holds it now."""
    file = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    last = time.monotonic() + WAIT_S
    while time.monotonic() < last:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except OSError:
            time.sleep(0.02)
    os.set_inheritable(file, True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3:])
