# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of the money: asked by hand, missed after the term of the account,
marked when it is there; and the account itself, changed and removed."""

import os
import sqlite3

from book_file import usual_path
from desktop import Role, State, has_state, wait_a_moment
from desktop_bus import Notifications
from journey import Journey, run

DAY = 86_400_000_000

# Settings that outlive the program, in the private home of the session.
os.environ["GSETTINGS_BACKEND"] = "keyfile"


class Payouts(Journey):
    STEPS = (
        "connect_shop",
        "commit_two_orders",
        "ask_for_a_payout",
        "give_the_account_a_term_and_a_name",
        "days_go_by",
        "miss_what_is_overdue",
        "mark_it_and_think_better_of_it",
        "mark_all_of_them",
        "remove_the_account",
        "end",
    )

    def __init__(self):
        self.notifications = Notifications()
        super().__init__()

    def commit_two_orders(self):
        self.numbers = [self.make_order("Sofa", price) for price in ("1000", "2000")]
        for number in self.numbers:
            self.sign(number)
            self.commit(self.program.find_row(number, "Ready to commit"))

    def ask_for_a_payout(self):
        program = self.program
        program.choose_view("Committed")
        program.select(program.find_row(self.numbers[0]))
        program.press("Check Payout…")
        dialog = program.find(Role.DIALOG, "Payout")
        program.see(lambda text: text.startswith("The bank pays"), dialog)
        program.keys("Escape")
        program.gone(Role.DIALOG)

    def open_account(self):
        program = self.program
        program.press("Manage Accounts…")
        dialog = program.find(Role.DIALOG)
        row = program.find(Role.LIST_ITEM, lambda name: name in ("T-Bank", "Corner shop"), dialog)
        program.click(row)
        program.find(Role.BUTTON, "Save", dialog)
        return dialog

    def go_to(self, name, dialog):
        """Goes through the form until a switch has the keys."""
        program = self.program

        def has_focus():
            return program.look(Role.CHECK_BOX, name, dialog,
                                lambda found: has_state(found, State.FOCUSED))

        program.click(program.find_entry("Name of the account", dialog))
        for _ in range(30):
            if has_focus():
                return
            program.keys("Tab")
            wait_a_moment(has_focus)
        raise AssertionError(f"{name!r} cannot be reached by the keyboard")

    def give_the_account_a_term_and_a_name(self):
        program = self.program
        dialog = self.open_account()
        program.type("Name of the account", "Corner shop", dialog)
        self.go_to("Ask whether the goods are handed over", dialog)
        # The next row is one of a number, which is not on the bus.
        program.keys("Tab", "ctrl+a", "3", "Tab")
        program.press("Save", within=dialog)
        program.find(Role.BUTTON, "Add Account", dialog)
        program.find(Role.LIST_ITEM, "Corner shop", dialog)
        program.keys("Escape")
        program.gone(Role.DIALOG)

    def days_go_by(self):
        self.program.keys("ctrl+q")
        assert self.program.ended() == 0
        with sqlite3.connect(usual_path()) as book:
            for statement in ("UPDATE orders SET committed_at = committed_at - ?",
                              "UPDATE orders SET changed_at = changed_at - ?"):
                book.execute(statement, (5 * DAY,))
        book.close()
        self.start()

    def miss_what_is_overdue(self):
        program = self.program
        program.choose_view("Needs action")
        for number in self.numbers:
            program.find_row(number, "Payout overdue")
        for number in self.numbers:
            title = f"The payout of order {number} is overdue"
            program.wait(lambda t=title: t in self.notifications.shown, title)

    def mark_it_and_think_better_of_it(self):
        program, number = self.program, self.numbers[0]
        program.click(program.find_row(number))
        program.see(lambda text: text.startswith("Committed. The payout was expected by"))
        program.press("Mark as Paid Out")
        program.see("Committed, and paid out to the shop.")
        program.wait(lambda: f"The payout of order {number} is overdue"
                     not in self.notifications.shown, "the notification to go")
        program.wait(lambda: len(program.rows()) == 1, "the order to leave the view")
        program.press("Undo")
        program.find_row(number, "Payout overdue")

    def mark_all_of_them(self):
        program = self.program
        program.click(program.find_row(self.numbers[0]))
        program.keys("ctrl+a")
        program.see("2 orders selected")
        program.keys("shift+F10")
        program.find(Role.MENU)
        # Commit, cancel, then this: the items have no names on the bus.
        program.keys("Up", "Up", "Up", "Return")
        program.see("2 orders marked as paid out")
        program.see("Nothing to Do")

    def remove_the_account(self):
        program = self.program
        dialog = self.open_account()
        remove = program.find(Role.BUTTON, "Remove Account…", dialog)
        program.act(remove)
        program.press("Remove", within=program.find(Role.ALERT, "Remove This Account?"))
        program.find(Role.BUTTON, "Add Account", dialog)
        program.keys("Escape")
        program.gone(Role.DIALOG)
        # Its orders stay.
        program.choose_view("All")
        for number in self.numbers:
            program.find_row(number, "Committed")


if __name__ == "__main__":
    run(Payouts)
