#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later

"""Kills a shop at random moments and sees what is left.

A round starts a demo bank that misbehaves at random and a shop that creates,
commits, cancels and returns at random, and kills the shop without a warning, perhaps
several times. Then the bank behaves, the shop starts once more and settles
what is open, and its book is compared with the bank's ledger: no order is
lost, none is made twice, nothing is done or sent twice, nothing is claimed
that did not happen, and nothing is left open.

A round with the same seed makes the same plans, but how far a shop comes
before it is killed is up to the machine. Of a program that ended by itself the
report has the stacks, where there is a core and gdb.
"""

import argparse
import collections
import concurrent.futures
import json
import random
import subprocess
import sys
import tempfile
import time
import urllib.request

import autopsy

# As the book keeps them.
CREATE, COMMIT, CANCEL, RETURN = 1, 2, 3, 4
INTENDED, SENT, DONE = 0, 1, 2
RECOVERY = 3

# Milliseconds that a request has in the program.
PATIENCE = 30000

OPERATIONS = {"create": CREATE, "commit": COMMIT, "cancel": CANCEL, "return": RETURN}
# What the ledger calls their effects.
COUNTERS = {CREATE: "created", COMMIT: "commits", CANCEL: "cancels", RETURN: "returns"}

# Where an order of that status at T-Bank, or state in CFRONT's dialect, may
# stand in the book. What a customer may still change is not compared.
FINAL_STAGES = {
    "canceled": ("canceled",),
    "rejected": ("rejected",),
    "FAIL": ("canceled", "rejected"),
}

COMMITTED_STAGES = ("committed", "closed", "returned")

FAULTS = [
    "delay ms={ms}",
    "delay when=before ms={short}",
    "drop",
    "drop when=after",
    "drop when=after ms={ms}",
    "reset",
    "reset when=after",
    "half",
    "garbage",
    "garbage when=before",
    "wrong-type",
    "500",
    "500 when=after",
    "503 retry_after=0",
    "503 when=after retry_after=0",
    "redirect",
    "redirect when=after",
    "endless",
    "drip ms=1",
    "drip ms=20",
]
# Milliseconds that a shop waits for an answer: some of the faults last longer.
LIMITS = (60, 100, 300, PATIENCE)
QUESTIONS = [*OPERATIONS, "state"]


class Wrong(Exception):
    """What must not be."""


def make_plan(luck):
    rules = []
    for _ in range(luck.randint(2, 6)):
        # A bank that acts long after the shop has given up asking fools any shop.
        fault = luck.choice(FAULTS).format(ms=luck.randint(1, 120), short=luck.randint(1, 50))
        rule = f"{fault} percent={luck.randint(5, 45)}"
        if luck.random() < 0.7:
            rule += f" operation={luck.choice(QUESTIONS)}"
        rules.append(rule)
    if luck.random() < 0.1:
        rules.append(f"429 first={luck.randint(5, 30)} count={luck.randint(1, 3)}")
    return "; ".join(rules)


class Bank:
    def __init__(self, program, seed, folder):
        command = [program, "--empty", "--rate=0", "--speed=4000", f"--seed={seed % 2**32}"]
        self.program = program
        self.folder = folder
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            raise Wrong("the bank does not start")
        self.url = line.split()[-1]

    def ask(self, path, method="GET", body=None):
        data = body.encode() if body is not None else None
        request = urllib.request.Request(self.url + path, data=data, method=method)
        with urllib.request.urlopen(request, timeout=20) as reply:
            return json.load(reply)

    def ask_statuses(self):
        return {order["number"]: order.get("status") or order["state"]
                for order in self.ask("/demo/orders")}

    def ask_ledger(self):
        """Returns the ledger, with the status of each order."""
        ledger = self.ask("/demo/ledger")
        statuses = self.ask_statuses()
        for page in ledger["orders"]:
            page["status"] = statuses[page["number"]]
        return ledger

    def misbehave(self, plan):
        self.ask("/demo/faults", "POST", plan)

    def behave(self):
        """Ends the faults, and waits for what still happens by itself."""
        self.ask("/demo/faults", "DELETE")
        end = time.monotonic() + 20
        while self.ask("/demo/ledger")["requests"]["in_progress"] > 0:
            if time.monotonic() > end:
                raise Wrong("the bank does not come to rest")
            time.sleep(0.005)

    def stop(self):
        self.process.terminate()
        self.process.stdout.close()
        if self.process.wait(20) != 0:
            how = autopsy.examine(self.program, self.process.returncode, self.folder)
            raise Wrong(f"the bank ended with {how}")


def work_and_die(worker, folder, bank, seed, limit, seconds):
    """Returns what the shop has claimed until it was killed."""
    command = [worker, "work", folder, bank.url, str(limit), str(seed % 2**32)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder)
    try:
        if process.stdout.readline() != "ready\n":
            raise Wrong("the shop does not start")
        time.sleep(seconds)
        if process.poll() is not None:
            how = autopsy.examine(worker, process.returncode, folder)
            raise Wrong(f"the shop ended by itself with {how}")
    finally:
        process.kill()
        output = process.stdout.read()
        process.wait()
        process.stdout.close()
    lines = output.split("\n")[:-1]
    return [tuple(line.split(" ", 2)[1:]) for line in lines]


def settle(worker, folder, bank):
    command = [worker, "settle", folder, bank.url, str(PATIENCE)]
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=60, cwd=folder)
    if result.returncode != 0:
        how = autopsy.examine(worker, result.returncode, folder)
        raise Wrong(f"the shop cannot settle: {how}")
    return json.loads(result.stdout)


def count_done(order, operation):
    return sum(entry["operation"] == operation and entry["outcome"] == DONE
               for entry in order["history"])


def is_consistent(operation, effects, done, page):
    """Whether as many of an order's operations are called done as took effect.

    A cancel whose answer is lost and whose order is then found canceled is
    called done: no bank says whether the customer was quicker.
    """
    return done == effects or (
        operation == CANCEL and effects == 0 and done == 1
        and page["status"] in ("canceled", "FAIL"))


def compare_order(page, order, settled_status):
    """Yields what is wrong with an order that the bank has."""
    if page["created"] != 1:
        yield f"made {page['created']} times"
    if page["repeats"] != 0:
        yield f"{page['repeats']} commits or cancels were sent although done"
    if order is None:
        yield "lost: it is not in the book"
        return
    if order["stage"] in ("draft", "sending"):
        yield f"lost: the book has it as {order['stage']}"
    for operation, counter in COUNTERS.items():
        done = count_done(order, operation)
        if page[counter] > 1 and operation != RETURN:
            yield f"{page[counter]} {counter}"
        if not is_consistent(operation, page[counter], done, page):
            yield f"{page[counter]} {counter}, {done} in the book"
    returned = sorted(effect["return_id"] for effect in page["effects"] if "return_id" in effect)
    if sorted(order["returns"]) != returned:
        yield f"returned were {returned}, in the book {order['returns']}"
    expected = COMMITTED_STAGES if page["commits"] else FINAL_STAGES.get(settled_status)
    if expected and order["stage"] not in expected:
        yield f"it is {' or '.join(expected)}, the book says {order['stage']}"


def compare_claims(claims, pages, orders):
    """Yields what was told to be done and is not."""
    for (word, number), count in collections.Counter(claims).items():
        page = pages.get(number)
        if word == "delete":
            if number in orders:
                yield f"{number}: was deleted and is there"
            continue
        operation = OPERATIONS[word]
        effects = page[COUNTERS[operation]] if page else 0
        if effects < count and not (page and is_consistent(operation, effects, count, page)):
            yield f"{number}: {count} {word} were claimed, there were {effects}"


def compare(book, ledger, settled, claims):
    """Yields everything that is wrong.

    Settled are the orders at the bank before the book was settled.
    """
    orders = {order["number"]: order for order in book["orders"]}
    pages = {page["number"]: page for page in ledger["orders"]}

    if len(pages) != len(ledger["orders"]):
        yield "the bank has a number twice"
    if book["open"]:
        yield f"left open: {book['open']}"
    for number, page in pages.items():
        for problem in compare_order(page, orders.get(number), settled.get(number)):
            yield f"{number}: {problem}"
    for number, order in orders.items():
        if number not in pages and order["stage"] != "draft":
            yield f"{number}: the book says {order['stage']}, the bank never heard of it"
    yield from compare_claims(claims, pages, orders)


def count_interruptions(book):
    """How far the operations had come that a kill met."""
    return collections.Counter(
        f"killed when {'intended' if entry['outcome'] == INTENDED else 'sent'}"
        for order in book["orders"] for entry in order["history"]
        if entry["origin"] == RECOVERY and entry["outcome"] in (INTENDED, SENT))


def tell_more(problems, book, ledger):
    """Adds the histories of the orders that something is wrong with."""
    numbers = {problem.split(":")[0] for problem in problems}
    for source in (book["orders"], ledger["orders"]):
        for order in source:
            if order["number"] in numbers:
                problems.append(json.dumps(order, ensure_ascii=False))


def make_folder():
    return tempfile.TemporaryDirectory(prefix="tranche-crash-")


def live_through(options, bank, plans, luck, seed):
    """Returns (what is wrong, which effects there were, how kills met operations)."""
    claims = []
    with make_folder() as folder:
        for number, plan in enumerate(plans):
            bank.misbehave(plan)
            claims += work_and_die(options.worker, folder, bank, seed + number,
                                   luck.choice(LIMITS), luck.uniform(0.02, 0.5))
        bank.behave()
        settled = bank.ask_statuses()
        book = settle(options.worker, folder, bank)
    ledger = bank.ask_ledger()
    problems = list(compare(book, ledger, settled, claims))
    tell_more(problems, book, ledger)
    effects = collections.Counter(f"{page['bank']} {effect['effect']}"
                                  for page in ledger["orders"] for effect in page["effects"])
    return problems, effects, count_interruptions(book)


def play_round(options, seed):
    """Returns (what is wrong, plans, which effects there were, how kills met operations)."""
    luck = random.Random(seed)
    plans = [make_plan(luck) for _ in range(luck.choice((1, 1, 2, 3)))]
    with make_folder() as folder:
        bank = Bank(options.bank, seed, folder)
        try:
            problems, effects, told = live_through(options, bank, plans, luck, seed)
        except (Wrong, subprocess.TimeoutExpired, OSError, ValueError) as error:
            problems, effects, told = [str(error)], collections.Counter(), collections.Counter()
        try:
            bank.stop()
        except Wrong as error:
            problems.append(str(error))
    return problems, plans, effects, told


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bank", required=True, help="the demo bank's program")
    parser.add_argument("--worker", required=True, help="the program that is killed")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**31),
                        help="of the first round; the next ones follow (default: any)")
    parser.add_argument("--jobs", type=int, default=2, help="how many rounds at a time")
    options = parser.parse_args()

    autopsy.allow_cores()
    failed = 0
    total = collections.Counter()
    interruptions = collections.Counter()
    print(f"1..{options.rounds + 1}")
    print(f"# seed {options.seed}", flush=True)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        seeds = range(options.seed, options.seed + options.rounds)
        results = pool.map(lambda seed: play_round(options, seed), seeds)
        for number, (seed, result) in enumerate(zip(seeds, results), 1):
            problems, plans, effects, told = result
            total += effects
            interruptions += told
            if problems:
                failed += 1
                for text in [f"repeat with --rounds 1 --seed {seed}", *plans, *problems]:
                    print("\n".join(f"# {line}" for line in text.split("\n")))
            print(f"{'not ok' if problems else 'ok'} {number} round {seed}", flush=True)
    # Shops that come to nothing prove nothing.
    enough = total.total() >= 5 * options.rounds
    for counts in total, interruptions:
        print(f"# {', '.join(f'{name}: {count}' for name, count in sorted(counts.items()))}")
    print(f"{'ok' if enough else 'not ok'} {options.rounds + 1} {total.total()} effects in all")
    return 1 if failed or not enough else 0


if __name__ == "__main__":
    sys.exit(main())
