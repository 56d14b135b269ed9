# SPDX-License-Identifier: GPL-3.0-or-later

"""How, and where if that can be known, a program ended that should not have."""

import pathlib
import resource
import shutil
import signal
import subprocess

SECONDS = 60


def allow_cores():
    """Lets every program that is started from now on leave a core."""
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def describe_end(status):
    if status >= 0:
        return f"exit status {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"


def read_core(program, core):
    """Returns the stacks of all threads, as gdb tells them."""
    command = [shutil.which("gdb"), "--batch", "--nx", "-ex", "set debuginfod enabled off",
               "-ex", "thread apply all backtrace", program, core]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            text=True, errors="replace", timeout=SECONDS)
    return result.stdout.rstrip()


def examine(program, status, folder):
    """Says how a program ended whose working folder that was, and where."""
    end = describe_end(status)
    # Elsewhere a service of the system collects them.
    cores = sorted(pathlib.Path(folder).glob("core*"))
    if status >= 0:
        return end
    if not cores:
        return f"{end}; it left no core in its folder"
    if not shutil.which("gdb"):
        return f"{end}; gdb, which would say where, is not installed"
    try:
        stacks = "\n".join(read_core(program, str(core)) for core in cores)
    except subprocess.TimeoutExpired:
        return f"{end}; gdb does not come to an end with its core"
    return f"{end}\n{stacks}"
