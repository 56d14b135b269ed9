# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup by hand, a change, and the backup restored: the change is gone, and
what was there is kept aside."""

import glob
import os
import shutil
import sqlite3
import tempfile


from desktop import Atspi, GLib, Program, Role, wait_a_moment
from journey import Journey, run

KEPT = os.path.join(os.path.dirname(__file__), "..", "store", "book-version-3.db")


def count_orders(path):
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return book.execute("SELECT count(*) FROM orders").fetchone()[0]
    finally:
        book.close()


class Restore(Journey):
    STEPS = (
        "back_up",
        "change",
        "restore",
        "see_it_restored",
        "end",
    )

    def __init__(self):
        # Not that of the class above: there is a book before the program starts.
        self.log = tempfile.NamedTemporaryFile(prefix="tranche-", suffix=".log", delete=False)
        self.folder = os.path.join(GLib.get_user_data_dir(), "tranche")
        self.book = os.path.join(self.folder, "orders.db")
        self.backup = os.path.join(tempfile.mkdtemp(prefix="tranche-"), "by hand.db")
        os.makedirs(self.folder, 0o700)
        shutil.copyfile(KEPT, self.book)
        self.bank = None
        # The toolkit complains when its file dialog closes while it still reads a folder.
        self.program = Program(["tranche"], {"G_DEBUG": ""}, log=self.log.name)

    def open_book_dialog(self):
        # The items of a menu have no names on the bus, but their letters work.
        def open_menu():
            self.program.keys("F10")
            wait_a_moment(lambda: self.program.look(Role.MENU, "Main Menu"))
            return self.program.look(Role.MENU, "Main Menu")

        self.program.wait(open_menu, "the menu")
        self.program.keys("b")
        return self.program.find(Role.DIALOG)

    def click_at_rest(self, accessible):
        """A dialog may still be on its way to its place."""
        def place():
            extents = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
            return extents.x, extents.y

        def rests():
            before = place()
            wait_a_moment(lambda: False)
            return place() == before

        self.program.wait(rests, "the dialog to be at rest")
        self.program.click(accessible)

    def choose_path(self, path, button):
        """Answers the toolkit's file dialog by the keyboard."""
        program = self.program
        program.find(Role.BUTTON, button)
        program.keys("ctrl+a")
        program.write(path)
        program.keys("Return")
        program.gone(Role.BUTTON, button)
        program.take_focus()

    def back_up(self):
        program = self.program
        program.choose_view("All")
        program.find_row("A-3")
        dialog = self.open_book_dialog()
        self.click_at_rest(program.see("Back Up…", dialog))
        self.choose_path(self.backup, "Save")
        program.see("The backup is written and checked")
        assert count_orders(self.backup) == 5
        assert os.stat(self.backup).st_mode & 0o777 == 0o600
        self.leave_dialog()

    def leave_dialog(self):
        """The window takes keys only some time after it has got the focus back."""
        def leave():
            self.program.keys("Escape")
            wait_a_moment(lambda: self.program.look(Role.DIALOG) is None)
            return self.program.look(Role.DIALOG) is None

        self.program.wait(leave, "the dialog to go")

    def change(self):
        # Without a bank nothing can be made here: the draft goes behind the back
        # of the program, which reads the same file.
        book = sqlite3.connect(self.book)
        book.execute("PRAGMA foreign_keys = ON")
        with book:
            book.execute("DELETE FROM orders WHERE number = 'A-3'")
        book.close()
        assert count_orders(self.book) == 4

    def restore(self):
        program = self.program
        # As that of a day: the toolkit's dialog for opening a file cannot be driven.
        backups = os.path.join(self.folder, "backups")
        os.makedirs(backups, exist_ok=True)
        shutil.copyfile(self.backup, os.path.join(backups, "orders-2026-01-03.db"))
        dialog = self.open_book_dialog()
        self.click_at_rest(program.see("Restore a Backup…", dialog))
        self.click_at_rest(program.find(Role.LIST_ITEM, "3 January 2026"))
        program.see(lambda text: text.startswith("5 orders"))
        self.click_at_rest(program.see("Restore This Backup"))

    def see_it_restored(self):
        program = self.program
        program.see("The Order Book Is Restored")
        program.press("Close")
        program.choose_view("All")
        program.find_row("A-3")
        assert count_orders(self.book) == 5
        kept = glob.glob(os.path.join(self.folder, "orders-kept-*.db"))
        assert len(kept) == 1, kept
        assert count_orders(kept[0]) == 4

    def end(self):
        self.program.keys("ctrl+q")
        status = self.program.ended()
        assert status == 0, f"the program ended with {status}"


if __name__ == "__main__":
    run(Restore)
