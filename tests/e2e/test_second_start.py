# SPDX-License-Identifier: GPL-3.0-or-later
"""A second start raises the window of the first, for each book."""

import os
import tempfile

from desktop import Program
from journey import Journey, run


class SecondStart(Journey):
    STEPS = (
        "the_usual_book",
        "another_book",
        "the_same_book_by_another_name",
        "a_demo_of_its_own",
        "end_both",
    )

    def __init__(self):
        super().__init__()
        self.folder = tempfile.mkdtemp(prefix="tranche-")
        self.book = os.path.join(self.folder, "other.db")
        self.other = None

    def the_usual_book(self):
        self.start_beside()
        assert self.program.alive()
        assert self.program.root.get_child_count() == 1

    def another_book(self):
        self.other = Program(["tranche", "--book", self.book], log=self.log.name)
        self.start_beside("--book", self.book)
        assert self.other.alive()
        assert self.other.root.get_child_count() == 1
        assert self.program.root.get_child_count() == 1

    def the_same_book_by_another_name(self):
        self.start_beside("--book", "other.db", folder=self.folder)
        self.start_beside("--book", os.path.join(self.folder, ".", "other.db"))
        assert self.other.root.get_child_count() == 1

    def a_demo_of_its_own(self):
        """Beside the shop's own orders, and gone without a trace."""
        folders = set(os.listdir(tempfile.gettempdir()))
        demo = Program(["tranche", "--demo"], log=self.log.name)
        demo.find_row("Ready to commit")
        assert self.program.root.get_child_count() == 1
        demo.keys("ctrl+q")
        assert demo.ended() == 0
        assert self.program.alive() and self.other.alive()
        left = {name for name in set(os.listdir(tempfile.gettempdir())) - folders
                if name.startswith("tranche-demo")}
        assert not left, left

    def end_both(self):
        self.other.process.terminate()
        assert self.other.ended() == 0
        self.program.process.terminate()
        assert self.program.ended() == 0
        assert self.bank.stop() == 0


if __name__ == "__main__":
    run(SecondStart)
