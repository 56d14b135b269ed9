#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs a benchmark on books of several sizes and tells what it measured.

The programs print a line of JSON for each sample. Here they are started often
enough, on a book of a million orders, a small one and an empty one, and the
samples become a table and a file.
"""

import argparse
import json
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

LARGE = 1_000_000
SMALL = 10_000

# Of each program: how often it is started, whether it needs a window, whether
# it changes the book, whether the empty book tells something, the ways to call it.
PROGRAMS = {
    "start": (10, True, False, True, [[], ["--view", "needs-action"]]),
    "memory": (3, True, False, True, [[]]),
    "scroll": (1, True, False, False, [[]]),
    "search": (1, True, False, False, [[]]),
    "switch": (1, True, False, False, [[]]),
    "query": (1, False, False, False, [[]]),
    "storm": (1, True, True, False, [[]]),
    "write": (1, False, True, False, [[]]),
    "decode": (1, False, False, False, [[]]),
}


def is_of_now(path, make_book):
    """Whether a book was written by the program as it is."""
    return path.exists() and path.stat().st_mtime >= os.stat(make_book).st_mtime


def get_book(make_book, folder, orders):
    """The book of so many orders: made once a day, for it ends on its day."""
    day = time.strftime("%Y-%m-%d")
    path = folder / f"book-{orders}-{day}.db"
    if not is_of_now(path, make_book):
        for old in folder.glob(f"book-{orders}-*"):
            old.unlink()
        folder.mkdir(parents=True, exist_ok=True)
        print(f"making a book of {orders} orders", file=sys.stderr)
        unfinished = path.with_suffix(".new")
        unfinished.unlink(missing_ok=True)
        subprocess.run([make_book, "--orders", str(orders), "--seed", "1", unfinished], check=True)
        unfinished.with_name(unfinished.name + "-lock").unlink(missing_ok=True)
        unfinished.rename(path)
    return path


def run_once(command, samples):
    """Adds what the program says to the samples of each figure."""
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    for line in output.splitlines():
        if line.startswith("{"):
            sample = json.loads(line)
            figure = samples.setdefault(sample["figure"], {"unit": sample["unit"], "values": []})
            figure["values"].append(sample["value"])


def run_on(arguments, name, book, empty):
    """The samples of all figures on a book."""
    starts, _window, changes, _empty, calls = PROGRAMS[name]
    samples = {}
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        if book is not None and changes:
            book = shutil.copy(book, folder)
        for call in calls:
            command = [arguments.program, *call]
            if book is not None:
                command += ["--book", str(book)]
            if arguments.runs is not None:
                command += ["--runs", str(arguments.runs)]
            found = {}
            for _ in range(min(starts, arguments.starts or starts)):
                run_once(command, found)
            suffix = f" ({call[-1]})" if call else ""
            samples.update({figure + suffix: told for figure, told in found.items()})
    return samples


def summarize(values):
    ordered = sorted(values)
    return {
        "median": statistics.median(ordered),
        "p95": ordered[max(0, math.ceil(0.95 * len(ordered)) - 1)],
        "worst": ordered[-1],
        "samples": len(ordered),
    }


def show(results):
    """A table: a line for each figure of each book."""
    print(f"{'figure':44} {'orders':>8} {'median':>9} {'p95':>9} {'worst':>9}  unit  samples")
    for result in results:
        print(f"{result['figure']:44.44} {result['orders'] if result['orders'] is not None else '':>8} "
              f"{result['median']:9.2f} {result['p95']:9.2f} {result['worst']:9.2f}  "
              f"{result['unit']:5} {result['samples']}")
    print()


def compare(results):
    """What is beyond the empty book, and the growth from the small to the large one."""
    figures = {}
    for result in results:
        figures.setdefault(result["figure"], {})[result["orders"]] = result
    lines = []
    for figure, sizes in figures.items():
        orders = sorted(size for size in sizes if size)
        if 0 in sizes and orders:
            beyond = sizes[orders[-1]]["median"] - sizes[0]["median"]
            lines.append(f"{figure}: {beyond:.2f} {sizes[0]['unit']} beyond the empty book")
        if len(orders) > 1 and sizes[orders[0]]["p95"] > 0:
            growth = sizes[orders[-1]]["p95"] / sizes[orders[0]]["p95"]
            lines.append(f"{figure}: ×{growth:.2f} from {orders[0]} to {orders[-1]} orders (p95)")
    return lines


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=PROGRAMS)
    parser.add_argument("program", help="what measures")
    parser.add_argument("make_book", help="what makes books")
    parser.add_argument("folder", type=pathlib.Path, help="where books and results are kept")
    parser.add_argument("--orders", type=int, default=LARGE, help="of the large book")
    parser.add_argument("--small", type=int, default=SMALL, help="orders of the small book")
    parser.add_argument("--runs", type=int, help="how often a program measures in one start")
    parser.add_argument("--starts", type=int, help="how often a program is started at most")
    parser.add_argument("--book", type=pathlib.Path, help="measure on this book alone")
    parser.add_argument("--json", type=pathlib.Path, help="where the results go (FOLDER/NAME.json)")
    return parser.parse_known_args()[0]


def main():
    arguments = parse()
    name = arguments.name
    if PROGRAMS[name][1]:
        os.environ.setdefault("GSK_RENDERER", "cairo")
    arguments.folder.mkdir(parents=True, exist_ok=True)

    sizes = sorted({arguments.small, arguments.orders} | ({0} if PROGRAMS[name][3] else set()))
    if name == "decode":
        books = {None: None}
    elif arguments.book:
        books = {arguments.orders: arguments.book}
    else:
        books = {n: get_book(arguments.make_book, arguments.folder, n) for n in sizes}

    results = []
    for orders, book in books.items():
        for figure, told in run_on(arguments, name, book, orders == 0).items():
            results.append({"figure": figure, "orders": orders, "unit": told["unit"],
                            **summarize(told["values"])})

    show(results)
    comparison = compare(results)
    print("\n".join(comparison))
    path = arguments.json or arguments.folder / f"{name}.json"
    path.write_text(json.dumps({"name": name, "results": results, "comparison": comparison},
                               ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if not results:
        sys.exit(f"{name} measured nothing")


if __name__ == "__main__":
    main()
