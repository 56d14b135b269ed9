# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen on an ordinary day, on the demo banks and their orders."""

import re

from camera import GLib, Lost, Role
from scenes import Setting

# Where orders of the demo day are found, by the stage and the first digit of their number.
ORDERS = {
    "ready": ("needs-action", "Ready to commit", "1"),
    "parts-ready": ("needs-action", "Ready to commit", "2"),
    "cooling": ("cooling", "Cooling off", "1"),
    "waiting": ("waiting", "Waiting for customer", "1"),
    "parts-waiting": ("waiting", "Waiting for customer", "2"),
    "committed": ("committed", "Committed", "1"),
    "parts-committed": ("committed", "Committed", "2"),
    "rejected": ("failed", "Rejected", "1"),
    "canceled": ("failed", "Canceled", "1"),
    "parts-rejected": ("failed", "Rejected", "2"),
}
VIEWS = ("needs-action", "today", "waiting", "cooling", "committed", "failed", "all")
# How far popovers may hang out of the window.
BEYOND = 280
PIN = "2468"
NUMBER = re.compile("[0-9]{5}$")


class Day(Setting):
    SCENES = (
        "lists", "orders", "sidebar", "nothing_found", "filters", "saved_views", "columns", "row_menu",
        "main_menu", "selection", "bulk_dialogs", "customer_link", "commit", "cancel", "payout",
        "contract", "give_back", "repeat", "new_order", "new_order_flaws", "new_order_goods",
        "new_order_parts", "new_order_done", "adopt", "report", "toasts", "accounts", "accounts_forms",
        "preferences", "shortcuts", "about", "help", "pin", "locked",
        "export", "print_list",
    )

    def start(self):
        self.camera.forget()
        self.camera.start("--demo")
        self.program.wait(self.camera.rows, "orders")

    def number(self, name):
        """That of the first such order."""
        view, stage, digit = ORDERS[name]
        stage = self.camera.say(stage)
        self.back()
        self.camera.view(view)

        def look():
            for _, cells in self.camera.rows():
                number = next((cell for cell in cells if NUMBER.match(cell)), "")
                if number.startswith(digit) and any(stage in cell for cell in cells):
                    return number
            return None

        return self.program.wait(look, f"an order that is {name}", patience=3)

    def open(self, name):
        self.camera.open(self.number(name))

    def lists(self, camera):
        for name in VIEWS:
            camera.view(name)
            camera.shoot(f"list-{name}")
        camera.view("needs-action")

    def orders(self, camera):
        for name in ORDERS:
            try:
                self.open(name)
            except Lost:
                # Its customer has gone on.
                continue
            if name in ("ready", "rejected", "parts-committed"):
                camera.scroll(f"order-{name}", 0.9)
            else:
                camera.shoot(f"order-{name}")

    def back(self):
        """From the page of an order to the list, where they are not side by side."""
        camera = self.camera
        if self.program.look(Role.BUTTON, camera.say("New Order")) is None:
            self.program.keys("alt+Left")
            self.program.find(Role.BUTTON, camera.say("New Order"))

    def sidebar(self, camera):
        self.back()
        camera.do("win.toggle-sidebar")
        camera.shoot("sidebar")
        camera.do("win.toggle-sidebar")

    def nothing_found(self, camera):
        self.back()
        camera.do("win.find", GLib.Variant("s", "Nobody"))
        self.program.see(camera.say("Nothing Found"))
        camera.shoot("nothing-found")
        self.program.keys("ctrl+f", "ctrl+a", "BackSpace")

    def filters(self, camera):
        self.back()
        camera.view("all")
        camera.do("win.filter")
        camera.shoot("filter-popover", BEYOND)
        camera.relax()
        camera.type("Amount from", "30000")
        camera.type("Amount to", "90000")
        self.program.keys("Escape")
        camera.shoot("filter-bar")
        camera.do("win.save-view")
        camera.shoot("save-view")
        camera.home()
        camera.do("win.clear-filters")

    def saved_views(self, camera):
        self.back()
        camera.do("win.save-view")
        camera.type("Name of the view", "Крупные заявки до конца недели")
        camera.press("_Save", self.program.find(Role.ALERT))
        self.program.gone(Role.ALERT)
        menu = camera.say("Saved View")
        if self.program.look(Role.TOGGLE_BUTTON, menu) is None:
            camera.do("win.toggle-sidebar")
        camera.shoot("saved-view")
        self.program.press(menu, Role.TOGGLE_BUTTON)
        camera.shoot("saved-view-menu", BEYOND)
        self.program.keys("Up", "Return")
        camera.shoot("saved-view-removed")
        camera.view("needs-action")

    def columns(self, camera):
        self.back()
        if camera.variant.size[0] < 800:
            return
        x, y = camera.place(self.program.wait(camera.rows, "rows")[0][0])
        # The headers have no place on the bus: they stand over the first day.
        camera.click_at(x, y - 75, button=3)
        camera.shoot("column-menu", BEYOND)

    def row_menu(self, camera):
        self.back()
        camera.view("all")
        row = self.program.wait(camera.rows, "rows")[0][0]
        camera.click_at(*camera.place(row), button=3)
        camera.shoot("row-menu", BEYOND)

    def main_menu(self, camera):
        self.back()
        camera.open_menu()
        camera.shoot("main-menu", BEYOND)

    def selection(self, camera):
        self.back()
        camera.view("today")
        camera.do("win.select-orders")
        camera.do("win.select-all")
        camera.shoot("selection")
        self.program.press(camera.say("More for the Selected Orders"), Role.TOGGLE_BUTTON)
        camera.shoot("selection-menu", BEYOND)
        self.program.keys("Escape")
        camera.do("win.leave-selection")

    def bulk_dialogs(self, camera):
        self.back()
        camera.view("all")
        camera.do("win.select-orders")
        camera.do("win.select-all")
        for action in ("commit", "cancel"):
            camera.do(f"win.{action}-selected")
            camera.dialog()
            camera.shoot(f"bulk-{action}")
            camera.home()
        camera.do("win.leave-selection")

    def customer_link(self, camera):
        self.open("waiting")
        camera.do("win.show-link")
        camera.dialog()
        camera.shoot("customer-link")

    def commit(self, camera):
        self.open("ready")
        camera.do("win.commit")
        camera.dialog()
        camera.shoot("commit")

    def cancel(self, camera):
        self.open("waiting")
        camera.do("win.cancel-order")
        camera.dialog()
        camera.shoot("cancel")

    def payout(self, camera):
        for name in ("committed", "parts-committed"):
            self.open(name)
            camera.do("win.check-payout")
            camera.dialog()
            camera.shoot(f"payout-{name}")
            camera.home()

    def contract(self, camera):
        self.open("parts-committed")
        camera.do("win.contract")
        camera.dialog()
        camera.scroll("contract")

    def give_back(self, camera):
        self.open("parts-committed")
        camera.do("win.return-goods")
        camera.dialog()
        camera.scroll("return")

    def repeat(self, camera):
        self.open("rejected")
        camera.do("win.repeat-order")
        camera.dialog()
        camera.scroll("repeat")
        self.discard()

    def new_order_dialog(self):
        self.camera.do("win.new-order")
        return self.camera.dialog()

    def discard(self):
        self.camera.leave_form()

    def new_order(self, camera):
        self.new_order_dialog()
        camera.scroll("new-order")

    def new_order_flaws(self, camera):
        dialog = self.new_order_dialog()
        camera.type("Phone", "12", dialog)
        camera.type("Price of one piece", "abc", dialog)
        camera.press("Create _Order", dialog)
        camera.scroll("new-order-flaws")
        self.discard()

    def new_order_goods(self, camera):
        dialog = self.new_order_dialog()
        camera.type("Name", "а", dialog)
        camera.shoot("new-order-goods")
        self.program.keys("Escape")
        camera.type("Name", "Диван угловой с ящиком для белья и откидной полкой", dialog)
        camera.type("Price of one piece", "124 990,50", dialog)
        camera.press("_Add Item", dialog)
        camera.scroll("new-order-items")
        self.discard()

    def choose_account(self, dialog, key):
        """The first account of a form by the key Home, the last by End."""
        row = self.program.find(Role.COMBO_BOX, within=dialog)
        self.program.click_at_rest(row)
        self.camera.shoot("accounts-to-choose-from", BEYOND)
        self.program.keys(key, "Return")

    def new_order_parts(self, camera):
        dialog = self.new_order_dialog()
        self.choose_account(dialog, "Home")
        camera.scroll("new-order-parts")
        camera.type("Phone", "050 123 45 62", dialog)
        camera.press("_Find Customer", dialog)
        camera.shoot("new-order-customer-found")
        self.discard()

    def new_order_done(self, camera):
        dialog = self.new_order_dialog()
        self.choose_account(dialog, "End")
        camera.type("Name", "Холодильник", dialog)
        camera.type("Price of one piece", "24990", dialog)
        camera.type("Phone", "8 999 888 77 66", dialog)
        camera.press("Create _Order", dialog)
        done = self.program.find(Role.BUTTON, camera.say("_Done"), dialog)
        camera.shoot("new-order-created")
        self.program.act(done)
        self.program.gone(Role.DIALOG)
        dialog = self.new_order_dialog()
        camera.type("Name", "Холодильник", dialog)
        camera.type("Price of one piece", "24990", dialog)
        camera.type("Phone", "8 999 888 77 66", dialog)
        camera.scroll("new-order-duplicate")
        self.discard()

    def adopt(self, camera):
        camera.do("win.adopt-orders")
        dialog = camera.dialog()
        camera.shoot("adopt")
        camera.type("Order numbers", "10400\nnobody\n10402\n", dialog)
        camera.shoot("adopt-typed")
        camera.press("_Add", dialog)
        camera.shoot("adopt-done")

    def report(self, camera):
        camera.do("win.day-report")
        camera.dialog()
        camera.scroll("report")

    def toasts(self, camera):
        self.open("ready")
        camera.do("win.copy-number")
        camera.shoot("toast")

    def accounts(self, camera):
        camera.do("app.accounts")
        camera.dialog()
        camera.shoot("accounts")

    def accounts_forms(self, camera):
        camera.do("app.accounts")
        dialog = camera.dialog()
        for index in range(3):
            rows = [found for found in self.program.walk(dialog)
                    if found.get_role() == Role.LIST_ITEM]
            if index >= len(rows):
                break
            self.program.click_at_rest(rows[index])
            camera.scroll(f"account-{index}")
            self.program.keys("alt+Left")
            self.program.find(Role.BUTTON, camera.say("Add Account"), dialog)

    def preferences(self, camera):
        camera.do("app.preferences")
        dialog = camera.dialog()
        for name in ("Shop", "Notifications", "Program"):
            self.program.click_at_rest(self.program.see(camera.say(name), dialog))
            camera.shoot(f"preferences-{name.lower()}")
        camera.scroll("preferences-program")

    def shortcuts(self, camera):
        camera.do("app.shortcuts")
        camera.scroll("shortcuts")

    def about(self, camera):
        camera.do("app.about")
        camera.shoot("about")

    def help(self, camera):
        camera.do("app.help")
        camera.shoot("help")

    def pin(self, camera):
        camera.do("win.set-pin")
        camera.dialog()
        camera.shoot("pin-set")

    def locked(self, camera):
        camera.do("win.set-pin")
        dialog = camera.dialog()
        camera.type("New PIN: 4 to 12 digits", PIN, dialog)
        camera.type("New PIN once more", PIN, dialog)
        self.program.keys("Return")
        self.program.gone(Role.DIALOG)
        camera.do("win.lock")
        self.open("ready")
        camera.shoot("locked")
        camera.do("win.unlock")
        dialog = camera.dialog()
        camera.type("PIN", "1111", dialog)
        self.program.keys("Return")
        self.program.see(camera.say("Wrong PIN"), dialog)
        camera.shoot("unlock")
        camera.type("PIN", PIN, dialog)
        self.program.keys("Return")
        self.program.gone(Role.DIALOG)
        camera.do("win.remove-pin")
        camera.shoot("pin-remove")
        camera.type("PIN", PIN, camera.dialog())
        self.program.keys("Return")
        self.program.gone(Role.DIALOG)

    def export(self, camera):
        self.back()
        camera.do("win.export")
        camera.shoot("export")

    def print_list(self, camera):
        self.back()
        camera.do("win.print-list")
        camera.shoot("print-list")
