# SPDX-License-Identifier: GPL-3.0-or-later
"""At a shared counter, with keys and clicks, against the demo bank: orders of the
shop's site are added by a pasted column, the customer's page turns to signed by
itself, an order is committed and another canceled by keyboard alone, and a PIN
and the lock keep back what moves money.
"""

import sqlite3
import subprocess

from book_file import usual_path
from desktop import Role
from journey import Journey, run

PASSWORD = "demo-password"
PIN = "2468"


class SharedCounter(Journey):
    STEPS = (
        "add_the_account",
        "add_existing_orders",
        "the_customer_page_turns_to_signed",
        "commit_by_keyboard",
        "cancel_by_keyboard",
        "a_pin_guards_cancellations",
        "the_lock_leaves_only_looking",
        "what_comes_from_outside_meets_the_lock",
        "end",
    )

    def add_the_account(self):
        program = self.program
        program.press("Add a Bank Account")
        dialog = program.find(Role.DIALOG)
        program.type("Name of the account", "Shop on the Square", dialog)
        program.type("Shop ID", "demo-shop", dialog)
        program.type("Showcase ID", "demo-showcase", dialog)
        program.type("API password", PASSWORD, dialog)
        program.type("Address of the bank", self.bank.url, dialog)
        program.press("Save", within=dialog)
        program.gone(Role.DIALOG)
        program.find(Role.BUTTON, "New Order")

    def make_at_the_site(self, number):
        self.bank.create({
            "shopId": "demo-shop", "showcaseId": "demo-showcase", "sum": 24990.5,
            "orderNumber": number, "promoCode": "default",
            "items": [{"name": "Диван угловой", "quantity": 1, "price": 24990.5}],
        })

    def add_existing_orders(self):
        program = self.program
        for number in ("site-1", "site-2", "site-3"):
            self.make_at_the_site(number)

        program.keys("ctrl+shift+n")
        dialog = program.find(Role.DIALOG)
        program.type("Order numbers", "site-1\r\nsite-2\t24 990,50\nsite-1\n\nnobody\nsite-3\n", dialog)
        program.press("Add", within=dialog)
        program.see("Added: 3 · Not found: 1", dialog)
        program.press("Close", within=dialog)
        program.gone(Role.DIALOG)

        program.choose_view("All")
        program.wait(lambda: len(program.rows()) == 3, "three orders in the list")

    def open_by_keys(self, number):
        """Finds an order and selects it, without the mouse."""
        program = self.program
        program.keys("ctrl+f")
        program.keys("ctrl+a")
        program.write(number)
        program.wait(lambda: [cells for _, cells in program.rows() if number in cells]
                     and len(program.rows()) == 1, f"the order {number} alone")
        program.keys("Down")
        program.find(Role.BUTTON, "Copy Order Number")
        program.wait(lambda: program.labels().count(number) > 1, f"the page of {number}")

    def sign(self, number):
        for act in ("confirm", "approve", "sign"):
            self.bank.act(number, act)

    def the_customer_page_turns_to_signed(self):
        program = self.program
        dialog = self.new_order_dialog()
        program.type("Name", "Стул", dialog)
        program.type("Price of one piece", "3200", dialog)
        program.type("Phone", "+7 912 000-11-22", dialog)
        self.till = self.send(dialog)
        self.open_by_keys(self.till)
        program.press("Show as QR Code")
        dialog = program.find(Role.DIALOG)
        program.see("Do not hand over yet", dialog)
        program.see("Scan the code with your phone to apply at the bank.", dialog)
        self.sign(self.till)
        program.see("Hand over the goods", dialog)
        program.see("Signed", dialog)
        assert program.labels().count("Hand over the goods") == 1, "it is said twice"
        program.keys("Escape")
        program.gone(Role.DIALOG)

    def commit_by_keyboard(self):
        program = self.program
        program.find_row(self.till, "Ready to commit")
        program.keys("ctrl+Return")
        dialog = program.find(Role.DIALOG)
        commit = program.find(Role.BUTTON, "Commit", dialog)
        # Whoever presses Enter twice neither ticks nor commits.
        program.keys("Return", "Return")
        assert not program.is_sensitive(commit), "Enter ticked that the goods are handed over"
        program.keys("space")
        program.wait(lambda: program.is_sensitive(commit), "the tick to let it be committed")
        assert not self.bank.orders()[self.till]["committed"]
        program.keys("Tab", "Tab", "Return")
        program.see("The bank has confirmed it and pays the shop.", dialog)
        program.keys("Escape")
        program.gone(Role.DIALOG)

        order = self.bank.orders()[self.till]
        assert order["committed"] and order["commits"] == 1, order

    def cancel_by_keyboard(self):
        program = self.program
        self.open_by_keys("site-2")
        program.click(program.find_row("site-2"))
        program.keys("Delete")
        program.find(Role.DIALOG)
        # The way back is what Enter does.
        program.keys("Return")
        program.gone(Role.DIALOG)
        assert self.bank.orders()["site-2"]["status"] == "new"

        program.keys("Delete")
        dialog = program.find(Role.DIALOG)
        program.find(Role.BUTTON, "Cancel Order", dialog)
        program.keys("Tab", "Return")
        program.see("The bank has confirmed it. No money moves.", dialog)
        program.keys("Escape")
        program.gone(Role.DIALOG)

        order = self.bank.orders()["site-2"]
        assert order["status"] == "canceled" and order["cancels"] == 1, order

    def a_pin_guards_cancellations(self):
        program = self.program
        self.open_by_keys("site-3")
        program.click(program.find_row("site-3"))
        program.keys("ctrl+l")
        dialog = program.find(Role.DIALOG)
        program.type("New PIN: 4 to 12 digits", PIN, dialog)
        program.type("New PIN once more", PIN, dialog)
        program.press("Set PIN", within=dialog)
        program.gone(Role.DIALOG)

        program.keys("Delete")
        dialog = program.find(Role.DIALOG)
        program.type("PIN", "1111", dialog)
        program.press("Continue", within=dialog)
        program.see("Wrong PIN", dialog)
        program.type("PIN", PIN, dialog)
        program.press("Continue", within=dialog)
        program.find(Role.BUTTON, "Cancel Order")
        program.keys("Escape")
        program.gone(Role.DIALOG)
        assert self.bank.orders()["site-3"]["status"] == "new"

    def the_lock_leaves_only_looking(self):
        program = self.program
        program.keys("ctrl+l")
        program.find(Role.BUTTON, "Unlock…")
        for name in ("Cancel Order…", "New Order"):
            button = program.find(Role.BUTTON, name)
            program.wait(lambda b=button: not program.is_sensitive(b), f"{name} to be locked")

        # What could be changed there is asked for the PIN, too.
        program.keys("ctrl+comma")
        dialog = program.find(Role.DIALOG)
        program.find_entry("PIN", dialog)
        program.keys("Escape")
        program.gone(Role.DIALOG)
        program.press("Manage Accounts…")
        dialog = program.find(Role.DIALOG)
        program.type("PIN", PIN, dialog)
        program.press("Unlock", within=dialog)
        program.gone(Role.DIALOG)
        button = program.find(Role.BUTTON, "Cancel Order…")
        program.wait(lambda: program.is_sensitive(button), "the order to be cancelable again")

    def act(self, *arguments):
        """As the launcher and notifications do."""
        subprocess.run(["gapplication", "action", "io.github.tranche.Tranche", *arguments],
                       timeout=60, check=True)

    def give_pin_up(self):
        program = self.program
        program.find_entry("PIN", program.find(Role.DIALOG))
        program.keys("Escape")
        program.gone(Role.DIALOG)

    def what_comes_from_outside_meets_the_lock(self):
        program = self.program
        program.keys("ctrl+f", "ctrl+a", "BackSpace")
        self.sign("site-1")
        program.find_row("site-1", "Ready to commit")
        program.keys("ctrl+l")
        program.find(Role.BUTTON, "Unlock…")

        # A link shows its order, and that can be looked at only.
        self.start_beside("tranche:order/site-2")
        program.see_order("site-2", "site-2")
        for name in ("Repeat as a New Order…", "New Order"):
            assert not program.is_sensitive(program.find(Role.BUTTON, name)), name
        self.act("new-order")
        self.give_pin_up()

        # What a notification offers waits for the PIN, and goes on with it.
        with sqlite3.connect(usual_path()) as book:
            order_id = book.execute("SELECT id FROM orders WHERE number = 'site-1'").fetchone()[0]
        self.act("commit-order", f"int64 {order_id}")
        dialog = program.find(Role.DIALOG)
        program.type("PIN", PIN, dialog)
        program.press("Unlock", within=dialog)
        program.find(Role.BUTTON, "Commit")
        program.find(Role.CHECK_BOX, "The goods are handed over")
        program.keys("Escape")
        program.gone(Role.DIALOG)
        assert not self.bank.orders()["site-1"]["committed"]


if __name__ == "__main__":
    run(SharedCounter)
