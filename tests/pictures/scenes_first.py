# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody sees who has just installed the program."""

import os
import shutil
import tempfile

from camera import GLib, Role
from scenes import Setting

KEPT = os.path.join(os.path.dirname(__file__), "..", "store", "book-version-6.db")
# Where the second window may come to stand.
BEYOND = 200
# Its place in the menu, from the end.
ORDER_BOOK = 8


class First(Setting):
    SCENES = ("welcome", "import_book", "add_account", "empty", "books", "archive")

    def welcome(self, camera):
        self.program.find(Role.BUTTON, camera.say("_Add a Bank Account"))
        camera.shoot("welcome")

    def import_book(self, camera):
        camera.press("_Move from Another Computer…")
        camera.dialog()
        camera.shoot("import")

    def add_account(self, camera):
        camera.press("_Add a Bank Account")
        dialog = camera.dialog()
        camera.shoot("add-account")
        camera.press("_Test Connection", dialog)
        camera.scroll("add-account-flaws")
        row = self.program.find(Role.COMBO_BOX, camera.say("Bank"), dialog)
        for index, name in enumerate(("globus", "monobank")):
            self.program.click_at_rest(row)
            self.program.keys("Home", *["Down"] * (index + 1), "Return")
            camera.scroll(f"add-account-{name}")

    def books(self, camera):
        """Of which the demo has none."""
        self.add_shop()
        camera.choose_in_menu(ORDER_BOOK)
        camera.dialog()
        camera.scroll("order-book")
        camera.click_text("_Restore a Backup…", camera.dialog())
        camera.shoot("restore")

    def archive(self, camera):
        """A window of its own, of which the first one has to go."""
        path = os.path.join(tempfile.mkdtemp(prefix="tranche-"), "orders-archive-2026-01-01.db")
        shutil.copyfile(KEPT, path)
        camera.do("app.open-archive", GLib.Variant("ay", path.encode() + b"\0"))
        self.program.see(camera.say("Archive: these orders can only be read"))
        camera.view("all")
        camera.shoot("archive", BEYOND)

    def empty(self, camera):
        """A shop without any order yet."""
        self.add_shop()
        for name in ("needs-action", "today", "waiting", "cooling", "committed", "failed", "all"):
            camera.view(name)
            camera.shoot(f"empty-{name}")

    def add_shop(self):
        camera = self.camera
        if self.program.look(Role.BUTTON, camera.say("_Add a Bank Account")) is None:
            return
        camera.press("_Add a Bank Account")
        dialog = camera.dialog()
        for name, text in (("Shop ID", "demo-shop"), ("Showcase ID", "demo-showcase"),
                           ("API password", "demo-password"),
                           ("Address of the bank", "http://127.0.0.1:9")):
            camera.type(name, text, dialog)
        camera.press("_Save", dialog)
        self.program.find(Role.BUTTON, camera.say("New Order"))
