"""Runs a command within limits and measures what it took."""

import os
import resource
import signal
import subprocess
import tempfile
import time


class Result:
    """How a command ended: `status` is negative for a signal and None for a command that took too long."""

    def __init__(self, status, output, errors, seconds, processor_seconds, megabytes):
        self.status = status
        self.output = output
        self.errors = errors
        self.seconds = seconds
        self.processor_seconds = processor_seconds
        self.megabytes = megabytes

    @property
    def crash(self):
        """Why the command did not come to an end of its own; None if it did."""
        if self.status is None:
            return f"no end within {self.seconds:.0f} s"
        if self.status < 0:
            return f"ended by {signal.Signals(-self.status).name}"
        return None


def run(command, timeout, memory=None):
    """Seconds, by the clock and of all cores, and the peak of the largest of its processes. `memory` bounds the address space, in bytes."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
            preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))) if memory else None,
        )
        status, usage = wait(process.pid, start + timeout)
        seconds = time.monotonic() - start
        output.seek(0)
        errors.seek(0)
        # Kilobytes, but bytes on macOS.
        scale = 1024 if os.uname().sysname != "Darwin" else 1024 * 1024
        worked = usage.ru_utime + usage.ru_stime
        return Result(status, text(output.read()), text(errors.read()), seconds, worked, usage.ru_maxrss / scale)


def wait(identifier, deadline):
    """`wait4` tells what this child and its own children used; it has no timeout, hence the short sleeps."""
    pause = 0.0005
    while True:
        done, status, usage = os.wait4(identifier, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status), usage
        if time.monotonic() > deadline:
            os.killpg(identifier, signal.SIGKILL)
            usage = os.wait4(identifier, 0)[2]
            return None, usage
        time.sleep(pause)
        pause = min(pause * 1.1, 0.05)


def text(data):
    return data.decode("utf-8", "replace")
