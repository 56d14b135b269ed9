# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs steps, each of which stands on the ones before, and reports them as TAP
without a plan, so that several programs can report to one test."""

import sys


def run_steps(steps, complain):
    """steps are functions with names, which return why they were left out, if they
    were; complain tells why the last one failed."""
    for index, step in enumerate(steps):
        try:
            reason = step()
        except Exception:  # pylint: disable=broad-except
            complain()
            for rest in steps[index:]:
                print(f"not ok {rest.__name__}", flush=True)
            sys.exit(1)
        print(f"ok {step.__name__}" + (f" # SKIP {reason}" if reason else ""), flush=True)
