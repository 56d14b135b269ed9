# SPDX-License-Identifier: GPL-3.0-or-later
"""Five orders committed at once: one cannot be asked about, and is retried."""

from desktop import Role, State, has_state
from journey import Journey, run

N_ORDERS = 5


class Bulk(Journey):
    STEPS = (
        "add_the_account",
        "make_five_orders",
        "select_them",
        "commit_them_and_see_one_fail",
        "retry_only_that_one",
        "end",
    )

    def add_the_account(self):
        program = self.program
        program.press("Add a Bank Account")
        dialog = program.find(Role.DIALOG)
        program.type("Name of the account", "Shop", dialog)
        program.type("Shop ID", "demo-shop", dialog)
        program.type("Showcase ID", "demo-showcase", dialog)
        program.type("API password", "demo-password", dialog)
        program.type("Address of the bank", self.bank.url, dialog)
        program.press("Save", within=dialog)
        program.gone(Role.DIALOG)
        program.find(Role.BUTTON, "New Order")

    def make_five_orders(self):
        program, bank = self.program, self.bank
        self.numbers = []
        for index in range(N_ORDERS):
            dialog = self.new_order_dialog()
            program.type("Name", f"Стул {index}", dialog)
            program.type("Price of one piece", str(5000 + index), dialog)
            program.type("Phone", "8 (999) 888-77-66", dialog)
            program.type("Last name", "Иванова", dialog)
            number = self.send(dialog)
            bank.act(number, "confirm")
            bank.act(number, "approve")
            bank.act(number, "sign")
            self.numbers.append(number)
        for number in self.numbers:
            program.find_row(number, "Ready to commit")

    def select_them(self):
        program = self.program
        program.press("Select Orders", Role.TOGGLE_BUTTON)
        for number in self.numbers:
            row = program.find_row(number)
            # The one that was made last is selected already.
            if not has_state(row, State.SELECTED):
                program.click(row)
        program.see("5 orders selected")

    def commit_them_and_see_one_fail(self):
        program, bank = self.program, self.bank
        failing = self.numbers[2]
        bank.set_faults([{"kind": "500", "operation": "state", "order": failing}])
        program.press("Commit…")
        dialog = program.find(Role.DIALOG)
        commit = program.find(Role.BUTTON, "Commit 5 Orders", dialog)
        assert not program.is_sensitive(commit), "goods are committed that were not handed over"
        program.check("The goods of all these orders are handed over", dialog)
        program.press("Commit 5 Orders", within=dialog)
        program.see("4 of 5 orders committed", dialog)
        orders = bank.orders()
        for number in self.numbers:
            assert orders[number]["commits"] == (0 if number == failing else 1), orders[number]

    def retry_only_that_one(self):
        program, bank = self.program, self.bank
        dialog = program.find(Role.DIALOG)
        bank.set_faults([])
        program.press("Retry the Failed Ones", within=dialog)
        program.see("5 orders committed", dialog)
        orders = bank.orders()
        for number in self.numbers:
            assert orders[number]["commits"] == 1, orders[number]
        self.close_dialog(dialog)
        program.keys("Escape")
        program.gone(Role.BUTTON, "Leave the Selection")


if __name__ == "__main__":
    run(Bulk)
