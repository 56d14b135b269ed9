# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, with real clicks, against the demo bank as a real server.

A shop is connected, an order is made, is seen to be signed without anybody
touching the window, is committed; another is canceled; a payout is checked.
What the window says is compared with what the bank holds.
"""

import os
import pathlib
import sys
import tempfile
import traceback

from demo_bank import DemoBank
from desktop import Program, Role

PASSWORD = "demo-password"


class MainJob:
    def __init__(self):
        self.log = tempfile.NamedTemporaryFile(prefix="tranche-", suffix=".log", delete=False)
        self.bank = DemoBank("--empty", "--no-customers")
        self.program = Program(["tranche"], log=self.log.name)

    def add_the_account(self):
        program = self.program
        program.press("Add a Bank Account")
        dialog = program.find(Role.DIALOG)
        program.type("Name of the account", "Shop on the Square", dialog)
        program.type("Shop ID", "demo-shop", dialog)
        program.type("Showcase ID", "demo-showcase", dialog)
        program.type("API password", "wrong", dialog)
        program.type("Address of the bank", self.bank.url, dialog)

        program.press("Test Connection", within=dialog)
        program.see(lambda text: "refuses the" in text.lower() or "password" in text.lower(),
                    program.find(Role.ALERT, within=dialog))

        program.type("API password", PASSWORD, dialog)
        program.press("Test Connection", within=dialog)
        program.see("The bank accepts the login", dialog)
        program.press("Save", within=dialog)
        program.gone(Role.DIALOG)
        program.find(Role.BUTTON, "New Order")

    def make_an_order(self, name, price, phone):
        """Makes an order and returns its number."""
        program = self.program
        program.press("New Order")
        dialog = program.find(Role.DIALOG)
        program.type("Name", name, dialog)
        program.type("Price of one piece", price, dialog)
        program.type("Phone", phone, dialog)
        program.type("Last name", "Иванова", dialog)
        number = program.text_of_entry("Order number", dialog)
        program.press("Create Order", within=dialog)
        program.press("Done", within=dialog)
        program.gone(Role.DIALOG)
        program.find_row(number)
        return number

    def an_order_without_a_name_is_not_sent(self):
        program = self.program
        program.press("New Order")
        dialog = program.find(Role.DIALOG)
        program.type("Price of one piece", "100", dialog)
        program.press("Create Order", within=dialog)
        program.find_entry(lambda name: name.startswith("Name — "), dialog)
        program.press("Cancel", within=dialog)
        program.gone(Role.DIALOG)
        assert not self.bank.orders(), "the bank got an order that is not valid"

    def make_see_signed_and_commit(self):
        program, bank = self.program, self.bank
        number = self.make_an_order("Диван угловой", "24 990,50", "8 (999) 888-77-66")
        self.first = number
        order = bank.orders()[number]
        assert order["order_amount"] == 24990.5, order
        assert order["status"] == "new", order
        program.find_row(number, "Waiting for customer")

        bank.act(number, "confirm")
        bank.act(number, "approve")
        bank.act(number, "sign")
        row = program.find_row(number, "Ready to commit")

        program.select(row)
        program.press("Commit…")
        dialog = program.find(Role.DIALOG)
        commit = program.find(Role.BUTTON, "Commit", dialog)
        assert not program.is_sensitive(commit), "goods are committed that were not handed over"
        program.check("The goods are handed over", dialog)
        program.press("Commit", within=dialog)
        program.see("Committed", dialog)
        program.press("Close", within=dialog)
        program.gone(Role.DIALOG)

        order = bank.orders()[number]
        assert order["committed"] and order["commits"] == 1, order

    def check_the_payout(self):
        program = self.program
        program.choose_view("Committed")
        program.select(program.find_row(self.first, "Committed"))
        program.press("Check Payout…")
        dialog = program.find(Role.DIALOG)
        program.see(lambda text: "24" in text and "990.50" in text.replace(",", "."), dialog)
        program.press("Close", within=dialog)
        program.gone(Role.DIALOG)

    def cancel_another(self):
        program, bank = self.program, self.bank
        program.choose_view("All")
        number = self.make_an_order("Стул", "3 200", "+7 912 000-11-22")
        program.select(program.find_row(number, "Waiting for customer"))
        program.press("Cancel Order…")
        dialog = program.find(Role.DIALOG)
        program.press("Cancel Order", within=dialog)
        program.see("Canceled", dialog)
        program.press("Close", within=dialog)
        program.gone(Role.DIALOG)

        program.choose_view("All")
        program.find_row(number, "Canceled")
        order = bank.orders()[number]
        assert order["status"] == "canceled" and order["cancels"] == 1, order

    def search_finds_by_the_last_digits(self):
        program = self.program
        program.choose_view("All")
        program.keys("ctrl+f")
        program.write("7766")
        program.find_row(self.first)
        program.wait(lambda: len(program.rows()) == 1, "the other orders to go")
        program.keys("ctrl+a", "BackSpace")
        program.wait(lambda: len(program.rows()) == 2, "all orders to come back")

    def end(self):
        self.program.keys("ctrl+q")
        status = self.program.ended()
        assert status == 0, f"the program ended with {status}"
        assert self.bank.stop() == 0

    def no_secret_and_no_customer_is_left_in_the_open(self):
        for folder in (pathlib.Path.home(), pathlib.Path(self.log.name).parent):
            files = folder.rglob("*") if folder == pathlib.Path.home() else [
                pathlib.Path(self.log.name)]
            for file in files:
                if not file.is_file():
                    continue
                content = file.read_bytes()
                assert PASSWORD.encode() not in content, f"the password is in {file}"
        log = pathlib.Path(self.log.name).read_bytes()
        for personal in ("9998887766", "888-77-66", "Иванова"):
            assert personal.encode() not in log, "a log names the customer"
        os.unlink(self.log.name)


STEPS = (
    "add_the_account",
    "an_order_without_a_name_is_not_sent",
    "make_see_signed_and_commit",
    "check_the_payout",
    "cancel_another",
    "search_finds_by_the_last_digits",
    "end",
    "no_secret_and_no_customer_is_left_in_the_open",
)


def main():
    print(f"1..{len(STEPS)}", flush=True)
    job = MainJob()
    for index, step in enumerate(STEPS, 1):
        try:
            getattr(job, step)()
        except Exception:  # pylint: disable=broad-except
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            for line in job.program.outline().splitlines():
                print(f"# {line}")
            with open(job.log.name, encoding="utf-8", errors="replace") as log:
                for line in log:
                    print(f"# {line.rstrip()}")
            # The later steps stand on this one.
            for rest in range(index, len(STEPS) + 1):
                print(f"not ok {rest} {STEPS[rest - 1]}", flush=True)
            job.program.kill()
            job.bank.stop()
            return 1
        print(f"ok {index} {step}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
