# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the steps of a journey through the window, each of which stands on the
ones before, and reports them as TAP."""

import os
import subprocess
import sys
import tempfile
import traceback

from demo_bank import DemoBank
from desktop import Program, Role, State, command, has_state, wait_a_moment


class Journey:
    """A demo bank, the program, and what both journeys do in the same way."""

    PROGRAM = None
    STEPS = ()
    BANK = ("--empty", "--no-customers")

    def __init__(self):
        self.log = tempfile.NamedTemporaryFile(prefix="tranche-", suffix=".log", delete=False)
        self.bank = DemoBank(*self.BANK)
        self.program = None
        self.start()

    def start(self, *arguments, window=True):
        """Starts the program, which shows a window unless it is told not to."""
        self.program = Program([*(self.PROGRAM or command()), *arguments],
                               log=self.log.name, window=window)

    def start_beside(self, *arguments, folder=None):
        """Starts it once more: one that finds another ends at once, and says nothing."""
        done = subprocess.run([*(self.PROGRAM or command()), *arguments], timeout=60,
                              check=False, capture_output=True, text=True, cwd=folder)
        assert done.returncode == 0, done
        assert not done.stderr, done.stderr

    def connect_shop(self):
        """Connects the shop of the demo bank's T-Bank."""
        program = self.program
        program.press("Add a Bank Account")
        dialog = program.find(Role.DIALOG)
        program.type("Shop ID", "demo-shop", dialog)
        program.type("Showcase ID", "demo-showcase", dialog)
        program.type("API password", "demo-password", dialog)
        program.type("Address of the bank", self.bank.url, dialog)
        program.press("Save", within=dialog)
        program.gone(Role.DIALOG)
        program.find(Role.BUTTON, "New Order")

    def make_order(self, name, price):
        """Makes an order of one piece, and returns its number."""
        dialog = self.new_order_dialog()
        self.program.type("Name", name, dialog)
        self.program.type("Price of one piece", price, dialog)
        return self.send(dialog)

    def sign(self, number):
        """Lets the customer of a new order sign it."""
        for what in ("confirm", "approve", "sign"):
            self.bank.act(number, what)

    def new_order_dialog(self):
        self.program.press("New Order")
        return self.program.find(Role.DIALOG)

    def send(self, dialog):
        """Sends a form that is filled in, and returns the order's number."""
        program = self.program
        number = program.text_of_entry("Order number", dialog)
        program.press("Create Order", within=dialog)
        program.press("Done", within=dialog)
        program.gone(Role.DIALOG)
        program.find_row(number)
        return number

    def close_dialog(self, dialog):
        # One is the header bar's. When assistive technology presses that one
        # while animations are off, GTK goes on with the button after its
        # dialog has gone. The other is the dialog's own, once all is done.
        def own():
            closes = [found for found in self.program.walk(dialog)
                      if found.get_role() == Role.BUTTON and found.get_name() == "Close"]
            return closes[1] if len(closes) == 2 else None

        self.program.act(self.program.wait(own, "the dialog's own button to close it"))
        self.program.gone(Role.DIALOG)

    def commit(self, row):
        program = self.program
        program.select(row)
        program.press("Commit…")
        dialog = program.find(Role.DIALOG)
        commit = program.find(Role.BUTTON, "Commit", dialog)
        assert not program.is_sensitive(commit), "goods are committed that were not handed over"
        program.check("The goods are handed over", dialog)
        program.press("Commit", within=dialog)
        program.see("Committed", dialog)
        self.close_dialog(dialog)

    def cancel(self, row):
        program = self.program
        program.select(row)
        program.press("Cancel Order…")
        dialog = program.find(Role.DIALOG)
        program.press("Cancel Order", within=dialog)
        program.see("Canceled", dialog)
        self.close_dialog(dialog)

    def open_book_dialog(self):
        # The items of a menu have no names on the bus, but their letters work.
        def open_menu():
            self.program.keys("F10")
            wait_a_moment(lambda: self.program.look(Role.MENU, "Main Menu"))
            return self.program.look(Role.MENU, "Main Menu")

        self.program.wait(open_menu, "the menu")
        self.program.keys("b")
        return self.program.find(Role.DIALOG)

    def choose_path(self, path, button):
        """Answers the toolkit's file dialog by the keyboard."""
        program = self.program
        program.find(Role.BUTTON, button)
        program.keys("ctrl+a")
        program.write(path)
        program.keys("Return")
        program.gone(Role.BUTTON, button)
        program.take_focus()

    def leave_dialog(self):
        """The window may take keys only some time after it has got the focus."""
        def leave():
            self.program.keys("Escape")
            wait_a_moment(lambda: self.program.look(Role.DIALOG) is None)
            return self.program.look(Role.DIALOG) is None

        self.program.wait(leave, "the dialog to go")

    def reach(self, number):
        """Goes to an order and its page by the keyboard alone."""
        program = self.program
        program.keys("ctrl+7", "ctrl+f")
        program.write(number)
        program.wait(lambda: len(program.rows()) == 1, f"the order {number} alone")
        program.find_row(number)
        program.keys("Down")
        program.wait(lambda: program.look_for_text(number), f"the page of the order {number}")

    def leave_what_was_reached(self):
        self.leave_dialog()
        self.program.keys("ctrl+f", "Escape")

    def press_by_keyboard(self, name, dialog):
        button = self.program.find(Role.BUTTON, name, dialog,
                                   matches=lambda found: has_state(found, State.SENSITIVE))
        self.program.focus(button)
        self.program.keys("Return")

    def commit_by_keyboard(self, number):
        program = self.program
        self.reach(number)
        program.keys("ctrl+Return")
        dialog = program.find(Role.DIALOG)
        program.check("The goods are handed over", dialog)
        self.press_by_keyboard("Commit", dialog)
        program.see("Committed", dialog)
        self.leave_what_was_reached()

    def cancel_by_keyboard(self, number):
        program = self.program
        self.reach(number)
        program.keys("Delete")
        dialog = program.find(Role.DIALOG)
        self.press_by_keyboard("Cancel Order", dialog)
        program.see("Canceled", dialog)
        self.leave_what_was_reached()

    def end(self):
        self.program.keys("ctrl+q")
        status = self.program.ended()
        assert status == 0, f"the program ended with {status}"
        assert self.bank.stop() == 0

    def complain(self):
        for line in traceback.format_exc().splitlines():
            print(f"# {line}")
        for line in self.program.outline().splitlines():
            print(f"# {line}")
        with open(self.log.name, encoding="utf-8", errors="replace") as log:
            for line in log:
                print(f"# {line.rstrip()}")


def run(journey_class):
    steps = journey_class.STEPS
    print(f"1..{len(steps)}", flush=True)
    journey = journey_class()
    for index, step in enumerate(steps, 1):
        try:
            getattr(journey, step)()
        except Exception:  # pylint: disable=broad-except
            journey.complain()
            for rest in range(index, len(steps) + 1):
                print(f"not ok {rest} {steps[rest - 1]}", flush=True)
            journey.program.kill()
            if journey.bank is not None:
                journey.bank.stop()
            sys.exit(1)
        print(f"ok {index} {step}", flush=True)
    os.unlink(journey.log.name)
