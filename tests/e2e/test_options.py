# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says on the command line, without a window."""

import os
import re
import subprocess
import sys

TESTS = []


def test(function):
    TESTS.append(function)
    return function


def start(*arguments):
    # Nothing of this needs a display.
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(["tranche", *arguments], env=environment, timeout=60, check=False,
                          capture_output=True, text=True)


@test
def version():
    done = start("--version")
    assert done.returncode == 0, done
    assert re.fullmatch(r"tranche \d+\.\d+(\.\d+)?\n", done.stdout), done.stdout


@test
def help_names_the_options():
    done = start("--help")
    assert done.returncode == 0, done
    for option in ("--demo", "--book=FILE", "--version"):
        assert option in done.stdout, done.stdout


@test
def unknown_option():
    done = start("--no-such-option")
    assert done.returncode != 0, done


@test
def book_without_a_file():
    done = start("--book")
    assert done.returncode != 0, done


def main():
    failed = False
    print(f"1..{len(TESTS)}")
    for number, function in enumerate(TESTS, 1):
        try:
            function()
        except AssertionError as error:
            failed = True
            print(f"# {error}\nnot ok {number} {function.__name__}")
        else:
            print(f"ok {number} {function.__name__}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
