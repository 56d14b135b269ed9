# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup by hand, a change, and the backup restored: the change is gone, and
what was there is kept aside. Then what is old goes to an archive, which opens in
a window of its own where nothing can be done."""

import glob
import os
import shutil
import sqlite3
import tempfile

from desktop import GLib, Program, Role
from journey import Journey, run

KEPT = os.path.join(os.path.dirname(__file__), "..", "store", "book-version-3.db")


# It was committed, and could be returned.
OLD = "A-5"

MONEY = ("New Order", "Commit…", "Cancel Order…", "Return…", "Mark as Paid Out")


def make_old(path, number):
    book = sqlite3.connect(path)
    with book:
        book.execute("UPDATE orders SET created_at = ?1, changed_at = ?1 WHERE number = ?2",
                     (1577836800 * 1_000_000, number))
    book.close()


def count_orders(path):
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return book.execute("SELECT count(*) FROM orders").fetchone()[0]
    finally:
        book.close()


def what_is_known(path):
    """Of the orders, and of what was done with them."""
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return [book.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
                for table in ("orders", "journal", "history")]
    finally:
        book.close()


class Restore(Journey):
    STEPS = (
        "back_up",
        "change",
        "restore",
        "see_it_restored",
        "archive_what_is_old",
        "look_into_the_archive",
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
        make_old(self.book, OLD)
        self.bank = None
        # The toolkit complains when its file dialog closes while it still reads a folder.
        self.program = Program(["tranche"], {"G_DEBUG": ""}, log=self.log.name)

    def back_up(self):
        program = self.program
        program.choose_view("All")
        program.find_row("A-3")
        dialog = self.open_book_dialog()
        program.click_at_rest(program.see("Back Up…", dialog))
        self.choose_path(self.backup, "Save")
        program.see("The backup is written and checked")
        assert count_orders(self.backup) == 5
        assert os.stat(self.backup).st_mode & 0o777 == 0o600
        self.leave_dialog()

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
        program.click_at_rest(program.see("Restore a Backup…", dialog))
        program.click_at_rest(program.find(Role.LIST_ITEM, "3 January 2026"))
        program.see(lambda text: text.startswith("5 orders"))
        program.click_at_rest(program.see("Restore This Backup"))

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

    def archive_what_is_old(self):
        program = self.program
        program.find_row(OLD)
        dialog = self.open_book_dialog()
        program.click_at_rest(program.see("Archive Old Orders…", dialog))
        program.press("Archive", within=program.find(Role.ALERT, "Archive Old Orders?"))
        program.see("1 order is in the archive")
        program.wait(lambda: not any(OLD in cells for _, cells in program.rows()),
                     f"{OLD} to leave the list")
        self.archive = glob.glob(os.path.join(self.folder, "orders-archive-*.db"))[0]
        assert count_orders(self.archive) == 1
        assert count_orders(self.book) == 4

    def look_into_the_archive(self):
        program = self.program
        before = what_is_known(self.archive)
        name = os.path.basename(self.archive)
        program.focus(program.find(Role.LIST_ITEM, name))
        program.keys("Return")
        window = program.find(Role.FRAME, f"Archive: {name}")
        program.see("Archive: these orders can only be read", window)
        program.open_order(OLD, within=window)
        assert len(program.rows(window)) == 1
        for button in program.walk(window):
            if button.get_role() == Role.BUTTON and button.get_name() in MONEY:
                assert not program.is_sensitive(button), button.get_name()
        # Had one of the others opened anything, the last would not open.
        program.keys("ctrl+n", "ctrl+Return", "Delete", "ctrl+comma")
        program.find(Role.DIALOG, "Preferences", window)
        program.keys("Escape")
        program.gone(Role.DIALOG, "Preferences", window)
        assert what_is_known(self.archive) == before
        program.keys("ctrl+w")
        program.gone(Role.FRAME, f"Archive: {name}")
        program.take_focus()
        self.leave_dialog()

    def end(self):
        self.program.keys("ctrl+q")
        status = self.program.ended()
        assert status == 0, f"the program ended with {status}"


if __name__ == "__main__":
    run(Restore)
