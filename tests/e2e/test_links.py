# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to an order that begin outside of the window, links and actions, and the way
out of it to the manual."""

import os
import subprocess

from book_file import fill, usual_path
from desktop import Program, Role
from handler import Handler
from journey import Journey, run

ORDERS = [
    {"number": "TILL/7", "last_name": "Антонова", "phone": "+79991112233"},
    {"number": "0001-A", "last_name": "Борисов", "phone": "+79994445566"},
    {"number": "TWICE", "last_name": "Васильев", "account": 1},
    {"number": "TWICE", "last_name": "Громов", "account": 2},
]

NAME = "io.github.tranche.Tranche"
PIN = "2468"


class Links(Journey):
    STEPS = (
        "a_link_starts_the_program",
        "a_link_reaches_the_program_that_runs",
        "a_number_at_two_accounts_is_searched_for",
        "an_unknown_number_is_searched_for",
        "what_is_no_link_is_refused",
        "the_launcher_makes_an_order",
        "the_launcher_shows_what_needs_action",
        "an_order_is_opened_by_its_id",
        "the_manual_is_shown",
        "a_locked_window_shows_and_sends_nothing",
        "end",
    )

    def __init__(self):
        super().__init__()
        # The first start made the book.
        self.program.find(Role.BUTTON, "Add a Bank Account")
        self.program.keys("ctrl+q")
        assert self.program.ended() == 0
        fill(usual_path(), ORDERS)
        self.manuals = Handler(os.path.join(os.environ["TRANCHE_SESSION"], "manuals"), "help")

    def follow(self, link):
        done = subprocess.run(["tranche", link], timeout=60, check=False,
                              capture_output=True, text=True)
        assert done.returncode == 0 and not done.stderr, done

    def act(self, *arguments):
        subprocess.run(["gapplication", "action", NAME, *arguments], timeout=60, check=True)

    def a_link_starts_the_program(self):
        self.program = Program(["tranche", "tranche:order/TILL%2F7"], log=self.log.name)
        self.program.see_order("TILL/7", "Антонова")

    def a_link_reaches_the_program_that_runs(self):
        self.follow("tranche:order/0001-A")
        self.program.see_order("0001-A", "Борисов")
        assert self.program.root.get_child_count() == 1

    def a_number_at_two_accounts_is_searched_for(self):
        self.follow("tranche:order/TWICE")
        self.program.wait(lambda: len(self.program.rows()) == 2, "the two orders")
        self.program.find_row("Васильев")
        self.program.find_row("Громов")

    def an_unknown_number_is_searched_for(self):
        self.follow("tranche:order/NOBODYS")
        self.program.wait(lambda: not self.program.rows(), "the list to be empty")

    def what_is_no_link_is_refused(self):
        self.follow("tranche:order/1?commit=yes")
        dialog = self.program.find(Role.ALERT, "The Link Leads to No Order")
        self.program.press("Close", within=dialog)
        self.program.gone(Role.ALERT)

    def the_launcher_makes_an_order(self):
        self.act("new-order")
        dialog = self.program.find(Role.DIALOG)
        # Whoever fills in a form is not taken away from it, and comes there after it.
        self.follow("tranche:order/TILL%2F7")
        assert self.program.look(Role.DIALOG) is not None
        self.program.press("Cancel", within=dialog)
        self.program.gone(Role.DIALOG)
        self.program.see_order("TILL/7", "Антонова")

    def the_launcher_shows_what_needs_action(self):
        self.act("needs-action")
        self.program.find_row("0001-A")

    def an_order_is_opened_by_its_id(self):
        self.act("open-order", "int64 1")
        self.program.see_order("TILL/7", "Антонова")

    def the_manual_is_shown(self):
        self.program.keys("F1")
        self.program.wait(lambda: self.manuals.has_shown("help:tranche"), "the manual")
        assert self.program.look(Role.ALERT) is None

    def a_locked_window_shows_and_sends_nothing(self):
        program = self.program
        program.keys("ctrl+l")
        dialog = program.find(Role.DIALOG)
        program.type("New PIN: 4 to 12 digits", PIN, dialog)
        program.type("New PIN once more", PIN, dialog)
        program.press("Set PIN", within=dialog)
        program.gone(Role.DIALOG)
        program.keys("ctrl+l")
        program.find(Role.BUTTON, "Unlock…")

        self.follow("tranche:order/0001-A")
        program.see_order("0001-A", "Борисов")
        new = program.find(Role.BUTTON, "New Order")
        program.wait(lambda: not program.is_sensitive(new), "new orders to be locked")
        assert program.look(Role.DIALOG) is None, "a locked window opened a form"

        self.follow("tranche:order/1?commit=yes")
        dialog = program.find(Role.ALERT, "The Link Leads to No Order")
        program.press("Close", within=dialog)
        program.gone(Role.ALERT)

        # What the lock keeps back waits for the PIN. Without one it is given up, and
        # what was called for meanwhile comes in its place.
        self.act("new-order")
        program.find_entry("PIN", program.find(Role.DIALOG))
        self.act("open-order", "int64 1")
        program.keys("Escape")
        program.gone(Role.DIALOG)
        program.see_order("TILL/7", "Антонова")
        assert program.look(Role.DIALOG) is None, "a form came without the PIN"

        self.act("new-order")
        dialog = program.find(Role.DIALOG)
        program.type("PIN", PIN, dialog)
        program.press("Unlock", within=dialog)
        program.find(Role.BUTTON, "Create Order")
        program.keys("Escape")
        program.gone(Role.DIALOG)
        program.wait(lambda: program.is_sensitive(new), "new orders to be possible again")


if __name__ == "__main__":
    run(Links)
