# SPDX-License-Identifier: GPL-3.0-or-later
"""A list that is narrowed, saved as a view, and there again after a restart."""

import os

from desktop import Program, Role
from journey import Journey, run

# Settings that outlive the program, in the private home of the session.
os.environ["GSETTINGS_BACKEND"] = "keyfile"


class SavedView(Journey):
    STEPS = (
        "add_the_account",
        "make_two_orders",
        "narrow_the_list",
        "save_it",
        "see_it_after_a_restart",
        "remove_it_and_think_better_of_it",
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

    def make_an_order(self, price):
        dialog = self.new_order_dialog()
        self.program.type("Name", "Стул", dialog)
        self.program.type("Price of one piece", price, dialog)
        self.program.type("Phone", "8 (999) 888-77-66", dialog)
        self.program.type("Last name", "Иванова", dialog)
        return self.send(dialog)

    def make_two_orders(self):
        self.small = self.make_an_order("5000")
        self.large = self.make_an_order("50000")

    def only_the_large_one_shows(self):
        program = self.program
        program.find_row(self.large)
        program.wait(lambda: len(program.rows()) == 1, "the small order to go")

    def narrow_the_list(self):
        program = self.program
        program.choose_view("All")
        program.find_row(self.small)
        program.keys("ctrl+shift+f")
        program.type("Amount from", "30000")
        program.keys("Escape")
        self.only_the_large_one_shows()

    def save_it(self):
        program = self.program
        program.press("Save View…")
        program.type("Name of the view", "Large ones")
        program.press("Save", within=program.find(Role.ALERT))
        program.gone(Role.ALERT)
        program.see("Large ones")

    def see_it_after_a_restart(self):
        self.program.keys("ctrl+q")
        assert self.program.ended() == 0
        self.program = Program(["tranche"], log=self.log.name)
        self.only_the_large_one_shows()
        self.program.choose_view("All")
        self.program.find_row(self.small)
        self.program.keys("ctrl+8")
        self.only_the_large_one_shows()

    def remove_it_and_think_better_of_it(self):
        program = self.program
        program.press("Saved View", Role.TOGGLE_BUTTON)
        # Its items have neither names nor actions: the last one removes it.
        program.find(Role.MENU, "Saved View")
        program.keys("Up", "Return")
        program.gone(Role.BUTTON, "Saved View")
        program.press("Undo")
        program.see("Large ones")


if __name__ == "__main__":
    run(SavedView)
