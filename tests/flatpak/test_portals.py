# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program asks the desktop for, inside of the sandbox: at first of a
desktop without a portal, where it says what is missing, and then of one with
xdg-desktop-portal.

test_portals.py BUNDLE SCRATCH, in a private session, with the installation that
test_flatpak.py has left there
"""

import os
import pathlib
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
gi.require_version("Secret", "1")
from gi.repository import Atspi, Secret  # noqa: E402

from desktop import Role, State, has_state, wait
from desktop_bus import Notifications
from journey import Journey
from portal_desktop import PortalDesktop
from steps import run_steps

ID = "io.github.tranche.Tranche"
ADVICE = "Install xdg-desktop-portal"
PASSWORD = "demo-password"


class Portals(Journey):
    STEPS = (
        "make_an_order_where_there_is_no_portal",
        "nothing_is_printed_and_it_says_so",
        "no_link_is_opened_and_it_says_so",
        "no_manual_is_shown_and_it_says_so",
        "no_file_is_chosen_and_it_says_so",
        "no_notification_is_shown_and_it_says_so",
        "it_does_not_stay_in_the_background_and_says_so",
        "the_secret_is_with_the_secret_service",
        "a_portal_comes_and_the_secret_is_asked_for",
        "the_secret_is_in_a_keyring_of_its_own",
        "a_file_is_chosen",
        "a_slip_is_printed_to_a_file",
        "a_link_is_opened",
        "it_stays_in_the_background",
        "it_notifies_and_is_led_back",
        "end",
    )

    def __init__(self, scratch):
        self.scratch = pathlib.Path(scratch)
        self.home = pathlib.Path.home()
        self.notifications = Notifications()
        self.service = Secret.Service.get_sync(Secret.ServiceFlags.OPEN_SESSION, None)
        super().__init__()

    def start(self, *arguments, window=True):
        super().start(*arguments, window=window)
        self.other = None

    # Without a portal.

    def make_an_order_where_there_is_no_portal(self):
        self.connect_shop()
        self.number = self.make_order("Sofa", "1000")
        self.program.select(self.program.find_row(self.number))

    def select_order(self):
        """The list of a window that has just come is still on its way to its place."""
        def click():
            row = self.program.find_row(self.number)
            self.program.click(row)
            end = time.monotonic() + 2
            while time.monotonic() < end and not has_state(row, State.SELECTED):
                time.sleep(0.02)
            return has_state(row, State.SELECTED)

        self.program.wait(click, "the order to be selected")

    def is_told(self, title, advice=ADVICE):
        program = self.program
        alert = program.find(Role.ALERT)
        program.see(title, alert)
        program.see(lambda text: advice in text, alert)
        program.press("Close", within=alert)
        program.gone(Role.ALERT)

    def nothing_is_printed_and_it_says_so(self):
        self.program.keys("ctrl+p")
        self.is_told("This Desktop Cannot Print")

    def no_link_is_opened_and_it_says_so(self):
        self.program.press("Open Link")
        self.is_told("This Desktop Cannot Open Links")

    def no_manual_is_shown_and_it_says_so(self):
        """Nor would one be shown with a portal."""
        self.program.keys("F1")
        self.is_told("The Manual Cannot Be Shown", "does not see into the sandbox")

    def choose_export(self):
        self.program.keys("ctrl+e")
        self.program.press("Export…", within=self.program.find(Role.ALERT))

    def no_file_is_chosen_and_it_says_so(self):
        self.choose_export()
        self.is_told("This Desktop Cannot Choose Files")

    def open_notification_preferences(self):
        self.program.keys("ctrl+comma")
        dialog = self.program.find(Role.DIALOG, "Preferences")
        self.program.click(self.program.find(Role.PAGE_TAB, "Notifications", dialog))
        self.program.find(Role.CHECK_BOX, "Keep running", dialog)
        return dialog

    def no_notification_is_shown_and_it_says_so(self):
        self.dialog = self.open_notification_preferences()
        self.program.see(lambda text: "shows no notifications" in text and ADVICE in text,
                         self.dialog)

    def it_does_not_stay_in_the_background_and_says_so(self):
        program = self.program
        program.click(program.find(Role.CHECK_BOX, "Keep running", self.dialog))
        self.is_told("This desktop cannot run Tranche in the background")
        box = program.find(Role.CHECK_BOX, "Keep running", self.dialog)
        program.wait(lambda: not has_state(box, State.CHECKED), "the switch to go back")
        program.keys("Escape")
        program.gone(Role.DIALOG)

    def count_secrets(self):
        """Those of the secret service."""
        found = self.service.search_sync(None, {"xdg:schema": ID}, Secret.SearchFlags.ALL, None)
        return len(found)

    def the_secret_is_with_the_secret_service(self):
        assert self.count_secrets() == 1
        assert not self.own_keyring().exists()
        self.leave()

    def own_keyring(self):
        return self.home / ".var/app" / ID / "data/keyrings/default.keyring"

    def leave(self):
        self.program.keys("ctrl+q")
        status = self.program.ended()
        assert status == 0, f"the program ended with {status}"

    # With a portal.

    def a_portal_comes_and_the_secret_is_asked_for(self):
        """Libsecret looks for secrets elsewhere then."""
        self.desktop = PortalDesktop(self.scratch)
        self.start()
        self.program.see("The password is missing")

    def the_secret_is_in_a_keyring_of_its_own(self):
        program = self.program
        program.press("Edit…")
        dialog = program.find(Role.DIALOG)
        program.type("API password", PASSWORD, dialog)
        program.press("Save", within=dialog)
        program.gone(Role.DIALOG)
        wait(self.own_keyring().exists, "the keyring of the sandbox")
        assert PASSWORD.encode() not in self.own_keyring().read_bytes()
        assert self.count_secrets() == 1, "the secret is with the secret service, too"
        self.leave()
        self.start()
        program = self.program
        self.select_order()
        program.find(Role.BUTTON, "Cancel Order…",
                     matches=lambda found: has_state(found, State.SENSITIVE))
        assert program.look_for_text("The password is missing") is None

    def a_file_is_chosen(self):
        if not self.desktop.has_documents():
            return "no file can be handed into a sandbox here"
        self.choose_export()
        dialogs = self.desktop.dialogs()
        path = self.home / "orders of today.xlsx"
        name = dialogs.find(Role.TEXT, matches=lambda found: found.get_editable_text_iface())
        assert Atspi.EditableText.set_text_contents(name, str(path))
        dialogs.press("Save")
        wait(lambda: path.exists() and path.read_bytes()[:2] == b"PK", "the file")
        self.program.take_focus()
        return None

    def a_slip_is_printed_to_a_file(self):
        self.program.keys("ctrl+p")
        dialogs = self.desktop.dialogs()
        dialogs.click(dialogs.find(Role.TABLE_CELL, "Print to File"))
        dialogs.press("Print")
        wait(lambda: any(path.read_bytes()[:5] == b"%PDF-"
                         for path in self.home.rglob("output.pdf")), "the slip")
        self.program.take_focus()

    def a_link_is_opened(self):
        self.program.press("Open Link")
        wait(lambda: self.desktop.browser.has_shown(self.bank.url), "the link in the browser")

    def it_stays_in_the_background(self):
        dialog = self.open_notification_preferences()
        assert self.program.look_for_text("shows no notifications", dialog) is None
        self.program.check("Keep running", dialog)
        self.program.check("Start at login", dialog)
        entry = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "autostart", ID + ".desktop")
        wait(entry.exists, "the start at login")
        wait(lambda: f"--command=tranche {ID} --background" in entry.read_text(encoding="utf-8"),
             "the entry of the start at login")
        self.program.keys("Escape")
        self.program.gone(Role.DIALOG)
        self.program.keys("ctrl+w")
        self.program.wait(lambda: not self.program.shows_window(), "the window to go")

    def it_notifies_and_is_led_back(self):
        self.sign(self.number)
        title = f"Order {self.number} is signed"
        self.program.wait(lambda: title in self.notifications.shown, f"a notification {title!r}")
        self.notifications.press(title, "Open")
        self.program.wait(self.program.shows_window, "the window")
        self.program.see(lambda text: text.startswith("Signed. Hand over the goods"))


def main():
    bundle, scratch = sys.argv[1:3]
    folder = pathlib.Path(scratch)
    os.environ["FLATPAK_USER_DIR"] = str(folder / "fresh")
    os.environ["FLATPAK_SYSTEM_DIR"] = str(folder / "system")
    os.environ["FLATPAK_SYSTEM_CACHE_DIR"] = str(folder / "system-cache")
    os.environ["TRANCHE_COMMAND"] = f"flatpak run --user --die-with-parent {ID}"
    # A sandbox keeps its settings as it would at home.
    os.environ.pop("GSETTINGS_BACKEND", None)
    subprocess.run(["flatpak", "install", "--user", "--noninteractive", "-y", "--bundle", bundle],
                   check=True, stdout=subprocess.DEVNULL)
    journey = Portals(scratch)
    run_steps([getattr(journey, name) for name in Portals.STEPS], journey.complain)
    os.unlink(journey.log.name)


if __name__ == "__main__":
    main()
