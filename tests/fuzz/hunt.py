#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later

"""Lets libFuzzer look for inputs that break a parser.

Each target begins with its part of the kept corpus, which is only read; what
it finds worth keeping, and what breaks it, is written below the folder FOUND.
Copy that into the corpus, and the usual tests try it from then on.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

# A parser takes microseconds; also with sanitizers on a busy machine.
INPUT_SECONDS = 20
MAX_SIZE = 4096


def hunt(program, options):
    """Returns (name, whether all was well, what to say)."""
    name = pathlib.Path(program).name.removeprefix("libfuzzer-")
    found = pathlib.Path(options.found, name)
    found.mkdir(parents=True, exist_ok=True)
    command = [
        program, f"-artifact_prefix={found}/broken-", f"-max_len={MAX_SIZE}",
        f"-timeout={INPUT_SECONDS}", f"-max_total_time={options.seconds}",
        f"-runs={options.runs}", "-verbosity=0", "-print_final_stats=1",
    ]
    if options.seed is not None:
        command.append(f"-seed={options.seed}")
    result = subprocess.run([*command, str(found), str(pathlib.Path(options.corpus, name))],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            errors="replace", check=False)
    if result.returncode != 0:
        return name, False, result.stdout
    executed = re.search(r"number_of_executed_units: (\d+)", result.stdout)
    return name, executed is not None, f"{executed[1]} inputs" if executed else result.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", required=True, help="the folder of the kept inputs")
    parser.add_argument("--found", required=True, help="where to put what is found")
    parser.add_argument("--seconds", type=int, default=60, help="for each target at most")
    parser.add_argument("--runs", type=int, default=-1, help="of each target at most")
    parser.add_argument("--seed", type=int, help="for the same inputs again")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="targets at a time")
    parser.add_argument("programs", nargs="+", help="libfuzzer-*")
    options = parser.parse_args()

    failed = 0
    print(f"1..{len(options.programs)}", flush=True)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda program: hunt(program, options), options.programs)
        for number, (name, well, text) in enumerate(results, 1):
            if well:
                print(f"ok {number} {name}: {text}", flush=True)
                continue
            failed += 1
            for line in text.splitlines():
                print(f"# {line}")
            print(f"not ok {number} {name}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
