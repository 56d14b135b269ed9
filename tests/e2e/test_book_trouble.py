# SPDX-License-Identifier: GPL-3.0-or-later
"""The order book cannot be written, or the clock is set back: the window says so
and why, no bank hears of what was not written down, and nothing is lost that was
shown as saved."""

import os
import pathlib
import resource
import struct
import tempfile

from desktop import Program, Role
from journey import Journey, run

UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
# A file that the program writes may be no longer, as on a full disk.
FULL = (0, resource.RLIM_INFINITY)
NOTHING_SAVED = "Nothing can be saved, and nothing is sent to a bank."


def without_privileges(command):
    """For whom the modes of folders hold, as they do for everybody but root."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", *command]


class Clock:
    """The wall clock of the program."""

    def __init__(self):
        self.file = tempfile.NamedTemporaryFile(prefix="tranche-clock-")  # noqa: SIM115
        self.set(0)

    def set(self, hours):
        os.pwrite(self.file.fileno(), struct.pack("=q", hours * 3600), 0)

    def variables(self):
        return [f"LD_PRELOAD={os.environ['TRANCHE_SHIFTED_CLOCK']}",
                f"SHIFTED_CLOCK={self.file.name}"]


CLOCK = Clock()


class BookTrouble(Journey):
    # Without that the kernel ends a program that writes too much.
    PROGRAM = without_privileges(["env", "--ignore-signal=XFSZ", *CLOCK.variables(), "tranche"])

    STEPS = (
        "connect",
        "make_two_orders",
        "the_disk_is_full",
        "there_is_room_again",
        "the_file_is_moved_away",
        "the_file_is_back",
        "the_plug_is_pulled",
        "the_folder_is_read_only",
        "the_folder_can_be_written_again",
        "the_clock_is_set_back",
        "work_goes_on",
        "the_clock_is_right_again",
        "the_file_is_damaged",
        "the_damage_is_found_at_the_start",
    )

    @property
    def book(self):
        return pathlib.Path(os.environ["XDG_DATA_HOME"], "tranche", "orders.db")

    def limit(self, limits):
        resource.prlimit(self.program.process.pid, resource.RLIMIT_FSIZE, limits)

    def connect(self):
        self.connect_shop()

    def make_two_orders(self):
        self.first, self.second = (self.make_order("Sofa", price) for price in ("1000", "2000"))
        self.sign(self.first)
        self.program.find_row(self.first, "Ready to commit")
        self.program.select(self.program.find_row(self.second))

    def sees_trouble(self, words):
        self.program.see(f"{words}. {NOTHING_SAVED}")

    def sees_no_trouble(self):
        self.program.wait(
            lambda: not any(NOTHING_SAVED in text for text in self.program.labels()),
            "the banner to go")

    def try_to_commit(self):
        """Presses commit for the first order and leaves the dialog open."""
        program = self.program
        program.select(program.find_row(self.first, "Ready to commit"))
        program.press("Commit…")
        dialog = program.find(Role.DIALOG)
        program.check("The goods are handed over", dialog)
        program.press("Commit", within=dialog)
        return dialog

    def assert_nothing_was_sent(self):
        order = self.bank.orders()[self.first]
        assert not order["committed"] and order["commits"] == 0, order

    def the_disk_is_full(self):
        self.limit(FULL)
        dialog = self.try_to_commit()
        self.program.see("The disk is full", dialog)
        self.assert_nothing_was_sent()
        self.program.press("Back", within=dialog)
        self.program.gone(Role.DIALOG)
        self.sees_trouble("The disk is full")

    def there_is_room_again(self):
        self.limit(UNLIMITED)
        # Nobody has to press anything: the next answer of a bank is saved.
        self.bank.act(self.second, "confirm")
        self.sees_no_trouble()

    def the_file_is_moved_away(self):
        self.book.rename(self.book.with_suffix(".away"))
        dialog = self.try_to_commit()
        self.program.see("The file of the order book was moved or deleted", dialog)
        self.assert_nothing_was_sent()
        self.program.press("Back", within=dialog)
        self.program.gone(Role.DIALOG)
        self.sees_trouble("The file of the order book was moved or deleted")

    def the_file_is_back(self):
        self.book.with_suffix(".away").rename(self.book)
        dialog = self.try_to_commit()
        self.program.see("Committed", dialog)
        self.close_dialog(dialog)
        self.sees_no_trouble()
        assert self.bank.orders()[self.first]["commits"] == 1

    def the_plug_is_pulled(self):
        self.program.kill()
        self.start()
        self.program.choose_view("All")
        self.program.find_row(self.first, "Committed")
        self.program.find_row(self.second)

    def leave(self):
        self.program.keys("ctrl+q")
        status = self.program.ended()
        assert status == 0, f"the program ended with {status}"

    def the_folder_is_read_only(self):
        self.leave()
        self.book.parent.chmod(0o500)
        self.start()
        self.program.see("The order book cannot be read or written")
        self.program.see(str(self.book))

    def the_folder_can_be_written_again(self):
        self.book.parent.chmod(0o700)
        self.program.press("Try Again")
        self.program.choose_view("All")
        self.program.find_row(self.first, "Committed")

    def sees_clock(self):
        return any(text.startswith("The clock of this computer was set back")
                   for text in self.program.labels())

    def the_clock_is_set_back(self):
        CLOCK.set(-5)
        self.program.wait(self.sees_clock, "the banner of the clock")

    def work_goes_on(self):
        """Nobody presses anything for the signature to come, as with a right clock."""
        third = self.make_order("Lamp", "3000")
        self.sign(third)
        self.commit(self.program.find_row(third, "Ready to commit"))
        assert self.bank.orders()[third]["commits"] == 1
        self.leave()
        self.start()
        self.program.wait(self.sees_clock, "the banner of the clock after a start")
        self.program.choose_view("All")
        for number in (self.first, third):
            self.program.find_row(number, "Committed")
        self.program.find_row(self.second)

    def the_clock_is_right_again(self):
        CLOCK.set(0)
        self.program.wait(lambda: not self.sees_clock(), "the banner of the clock to go")

    def the_file_is_damaged(self):
        """Behind the program's back, but for its first page."""
        with open(self.book, "r+b") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(4096)
            file.write(b"\xa5" * (size - 4096))
        self.program.choose_view("Committed")
        self.program.keys("F5")
        self.bank.act(self.second, "approve")
        self.sees_trouble("The order book is damaged")

    def the_damage_is_found_at_the_start(self):
        self.leave()
        damaged = self.book.read_bytes()
        self.start()
        self.program.see("The order book is damaged")
        self.leave()
        assert self.book.read_bytes() == damaged, "the damaged file was changed"
        assert self.bank.stop() == 0


if __name__ == "__main__":
    run(BookTrouble)
