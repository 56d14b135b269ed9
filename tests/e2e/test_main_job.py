# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, with real clicks, against the demo bank as a real server.

A shop is connected, an order is made, is seen to be signed without anybody
touching the window, is committed; another is canceled; a payout is checked.
What the window says is compared with what the bank holds.
"""

import pathlib

from desktop import Role
from journey import Journey, run

PASSWORD = "demo-password"


class MainJob(Journey):
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
        program = self.program
        dialog = self.new_order_dialog()
        program.type("Name", name, dialog)
        program.type("Price of one piece", price, dialog)
        program.type("Phone", phone, dialog)
        program.type("Last name", "Иванова", dialog)
        return self.send(dialog)

    def an_order_without_a_name_is_not_sent(self):
        program = self.program
        dialog = self.new_order_dialog()
        program.type("Price of one piece", "100", dialog)
        program.press("Create Order", within=dialog)
        program.find_entry(lambda name: name.startswith("Name — "), dialog)
        program.press("Cancel", within=dialog)
        program.press("Discard")
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
        self.commit(program.find_row(number, "Ready to commit"))

        order = bank.orders()[number]
        assert order["committed"] and order["commits"] == 1, order

    def check_the_payout(self):
        program = self.program
        program.choose_view("Committed")
        program.select(program.find_row(self.first, "Committed"))
        program.press("Check Payout…")
        dialog = program.find(Role.DIALOG)
        program.see(lambda text: "24" in text and "990.50" in text.replace(",", "."), dialog)
        self.close_dialog(dialog)

    def cancel_another(self):
        program, bank = self.program, self.bank
        program.choose_view("All")
        number = self.make_an_order("Стул", "3 200", "+7 912 000-11-22")
        self.cancel(program.find_row(number, "Waiting for customer"))

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

        # Where all orders are searched already, that is not offered.
        program.keys("ctrl+a")
        program.write("nobody")
        program.see("Nothing Found")
        assert program.look(Role.BUTTON, "Search in All Orders") is None
        program.choose_view("Committed")
        program.press("Search in All Orders")
        program.gone(Role.BUTTON, "Search in All Orders")

        program.keys("ctrl+f", "ctrl+a", "BackSpace")
        program.wait(lambda: len(program.rows()) == 2, "all orders to come back")

    def no_secret_and_no_customer_is_left_in_the_open(self):
        log = pathlib.Path(self.log.name)
        kept = [file for file in pathlib.Path.home().rglob("*") if file.is_file()]
        for file in [log, *kept]:
            assert PASSWORD.encode() not in file.read_bytes(), f"the password is in {file}"
        for personal in ("9998887766", "888-77-66", "Иванова"):
            assert personal.encode() not in log.read_bytes(), "a log names the customer"


if __name__ == "__main__":
    run(MainJob)
