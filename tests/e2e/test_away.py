# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody looks at the window: it is closed, the program stays, and the desktop
tells what happens, leads to it, and forgets it when it is settled."""

import os
import pathlib
import re
import subprocess

from desktop import Role, State, has_state, wait
from desktop_bus import Notifications
from journey import Journey, run


def windows_on_screen():
    """How many windows the X server shows, whoever they are of."""
    tree = subprocess.run(["xwininfo", "-root", "-children"], check=True,
                          capture_output=True, text=True).stdout
    numbers = re.findall(r"^ +(0x[0-9a-f]+) ", tree, re.MULTILINE)
    return sum("IsViewable" in subprocess.run(["xwininfo", "-id", number], check=False,
                                              capture_output=True, text=True).stdout
               for number in numbers)


class Away(Journey):
    STEPS = (
        "connect",
        "make_orders_and_close_the_window",
        "the_desktop_tells_that_it_is_signed",
        "commit_leads_to_the_dialog",
        "open_leads_to_the_order",
        "what_is_settled_is_withdrawn",
        "a_second_start_in_the_background_shows_nothing",
        "a_start_at_login_shows_nothing_either",
        "end",
    )

    def __init__(self):
        folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
        folder.mkdir(parents=True)
        folder.joinpath("keyfile").write_text(
            "[io/github/tranche/Tranche]\nrun-in-background=true\n", encoding="utf-8")
        os.environ["GSETTINGS_BACKEND"] = "keyfile"
        self.notifications = Notifications()
        super().__init__()

    def connect(self):
        self.connect_shop()

    def close_window(self):
        self.program.keys("ctrl+w")
        self.program.wait(lambda: not self.program.shows_window(), "the window to go")

    def wait_for(self, title):
        self.program.wait(lambda: title in self.notifications.shown, f"a notification {title!r}")

    def make_orders_and_close_the_window(self):
        self.first, self.second, self.third = (
            self.make_order("Sofa", price) for price in ("1000", "2000", "3000"))
        self.close_window()

    def the_desktop_tells_that_it_is_signed(self):
        self.sign(self.first)
        title = f"Order {self.first} is signed"
        self.wait_for(title)
        assert "commit before" in self.notifications.bodies[title]
        customer = self.bank.orders()[self.first].get("customer")
        assert not customer or str(customer) not in self.notifications.bodies[title]

    def commit_leads_to_the_dialog(self):
        self.notifications.press(f"Order {self.first} is signed", "Commit…")
        dialog = self.program.find(Role.DIALOG)
        self.program.see(self.first, dialog)
        assert self.bank.orders()[self.first]["commits"] == 0, "the desktop has committed"
        self.program.check("The goods are handed over", dialog)
        self.program.press("Commit", within=dialog)
        self.program.see("Committed", dialog)
        self.close_dialog(dialog)

    def open_leads_to_the_order(self):
        assert self.bank.orders()[self.first]["commits"] == 1
        self.close_window()
        for number in (self.second, self.third):
            self.sign(number)
            self.wait_for(f"Order {number} is signed")
        self.notifications.press(f"Order {self.second} is signed", "Open")
        self.program.wait(self.program.shows_window, "the window")
        self.program.see(lambda text: text.startswith("Signed. Hand over the goods"))
        assert self.program.look(Role.DIALOG) is None
        # The list has changed to where the order is, and is to be used below.
        self.program.wait(
            lambda: has_state(self.program.find_row(self.second), State.SELECTED),
            "the order to be selected")

    def what_is_settled_is_withdrawn(self):
        self.commit(self.program.find_row(self.third, "Ready to commit"))
        self.program.wait(lambda: not self.notifications.shown, "the notification to go")

    def a_second_start_in_the_background_shows_nothing(self):
        self.close_window()
        self.start_beside("--background")
        assert not self.program.shows_window() and windows_on_screen() == 0
        self.start_beside()
        self.program.wait(self.program.shows_window, "the window")
        assert windows_on_screen() == 1

    def a_start_at_login_shows_nothing_either(self):
        self.program.keys("ctrl+q")
        assert self.program.ended() == 0
        self.start("--background", window=False)
        # Long after a window would have come.
        opened = pathlib.Path(os.environ["XDG_DATA_HOME"], "tranche", "orders.db-shm")
        wait(opened.exists, "the book to be opened")
        assert windows_on_screen() == 0
        self.start_beside()
        self.program.wait_for_window()
        self.program.choose_view("All")
        self.program.find_row(self.first, "Committed")


if __name__ == "__main__":
    run(Away)
