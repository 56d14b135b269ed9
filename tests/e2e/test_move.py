# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything is taken to another computer in one file: orders and accounts are
there, the passwords are not, and the shop goes on."""

import pathlib
import shutil
import tempfile

import gi

gi.require_version("Secret", "1")
from gi.repository import Secret  # noqa: E402

from desktop import Program, Role  # noqa: E402
from journey import Journey, run  # noqa: E402

PASSWORD = "demo-password"


class Move(Journey):
    STEPS = (
        "work_on_the_old_computer",
        "write_the_file",
        "the_file_has_no_password",
        "take_it_to_the_new_computer",
        "enter_the_password",
        "go_on_there",
        "end",
    )

    def __init__(self):
        super().__init__()
        self.file = pathlib.Path(tempfile.mkdtemp(prefix="tranche-"), "to take along.db")

    def start(self, *arguments, window=True):
        # The toolkit complains when its file dialog closes while it still reads a folder.
        self.program = Program(["tranche"], {"G_DEBUG": ""}, log=self.log.name)

    def work_on_the_old_computer(self):
        self.connect_shop()
        self.number = self.make_order("Sofa", "1000")

    def write_the_file(self):
        program = self.program
        dialog = self.open_book_dialog()
        program.focus(program.find(Role.LIST_ITEM, "Move to Another Computer…", dialog))
        program.keys("Return")
        self.choose_path(str(self.file), "Save")
        program.see("The backup is written and checked")
        self.leave_dialog()
        program.keys("ctrl+q")
        assert program.ended() == 0

    def the_file_has_no_password(self):
        assert self.file.stat().st_mode & 0o777 == 0o600
        assert PASSWORD.encode() not in self.file.read_bytes()
        assert [path.name for path in self.file.parent.iterdir()] == [self.file.name]

    def take_it_to_the_new_computer(self):
        """Which has another home and another keyring."""
        service = Secret.Service.get_sync(Secret.ServiceFlags.OPEN_SESSION, None)
        for item in service.search_sync(None, {"xdg:schema": "io.github.tranche.Tranche"},
                                        Secret.SearchFlags.ALL, None):
            item.delete_sync(None)
        home = tempfile.mkdtemp(prefix="tranche-")
        # As "Move from Another Computer…" does, whose dialog of the toolkit for opening
        # a file cannot be driven.
        book = pathlib.Path(home, "tranche", "orders.db")
        book.parent.mkdir(0o700)
        shutil.copyfile(self.file, book)
        program = self.program = Program(["tranche"], {"G_DEBUG": "", "XDG_DATA_HOME": home},
                                         log=self.log.name)
        program.choose_view("All")
        program.find_row(self.number)
        program.see("The password is missing")

    def enter_the_password(self):
        program = self.program
        program.press("Edit…")
        dialog = program.find(Role.DIALOG)
        program.type("API password", PASSWORD, dialog)
        program.press("Save", within=dialog)
        program.gone(Role.DIALOG)

    def go_on_there(self):
        """The bank answers, and what it says is shown."""
        self.sign(self.number)
        self.program.find_row(self.number, "Ready to commit")


if __name__ == "__main__":
    run(Move)
