# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong: the bank refuses, is slow or does not answer, the account stands
still, the network is away, money is late."""

import os
import sqlite3

from camera import GLib, Role
from scenes import Setting

from book_file import usual_path
from demo_bank import DemoBank

DAY = 86_400_000_000
NAMES = ("Константинопольская Александра Владимировна", "Петров Пётр", "Ли Анна")
PRICES = (124990.5, 5990, 18000)


class Trouble(Setting):
    SCENES = (
        "bulk_with_failures", "bulk_running", "refused", "lost_answer", "draft", "signed_page",
        "refused_page", "overdue", "planned", "missed_plans", "password_missing", "no_answer",
        "wide_again",
    )

    def __init__(self, camera):
        super().__init__(camera)
        self.bank = None

    def start(self):
        """A shop with orders at a bank of its own."""
        camera = self.camera
        camera.forget()
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(usual_path() + suffix):
                os.unlink(usual_path() + suffix)
        self.bank = DemoBank("--empty", "--no-customers")
        camera.start()
        camera.press("_Add a Bank Account")
        dialog = camera.dialog()
        for name, text in (("Name of the account", "Магазин на площади"), ("Shop ID", "demo-shop"),
                           ("Showcase ID", "demo-showcase"), ("API password", "demo-password"),
                           ("Address of the bank", self.bank.url)):
            camera.type(name, text, dialog)
        camera.press("_Save", dialog)
        self.program.gone(Role.DIALOG)
        self.n_made = 0

    def make_three(self):
        """Three orders that are ready to be committed."""
        numbers = []
        for index in range(3):
            self.n_made += 1
            numbers.append(f"SITE-1122-{self.n_made}")
            self.make(numbers[-1], index)
        self.adopt(numbers)
        for number in numbers:
            self.act(number, "confirm", "approve", "sign")
        self.wait_for("Ready to commit", *numbers)
        return numbers

    def make_one(self):
        return self.make_three()[0]

    def make(self, number, index):
        last, *first = NAMES[index].split(" ", 1)
        self.bank.create({
            "shopId": "demo-shop", "showcaseId": "demo-showcase", "sum": PRICES[index],
            "orderNumber": number, "promoCode": "default",
            "items": [{"name": "Диван угловой с ящиком для белья", "quantity": 1,
                       "price": PRICES[index]}],
            "values": {"contact": {"fio": {"lastName": last, "firstName": " ".join(first)},
                                   "mobilePhone": "9998887766"}}})

    def act(self, number, *whats):
        for what in whats:
            self.bank.act(number, what)

    def adopt(self, numbers):
        camera = self.camera
        camera.do("win.adopt-orders")
        dialog = camera.dialog()
        camera.type("Order numbers", "\n".join(numbers) + "\n", dialog)
        camera.press("_Add", dialog)
        added = f'{camera.catalog.pgettext("adopted orders", "Added")}: {len(numbers)}'
        self.program.see(lambda text: text.startswith(added), dialog)
        camera.home()

    def wait_for(self, stage, *numbers):
        """That all of these are in the list, at that stage."""
        camera = self.camera
        camera.view("all")
        stage = camera.say(stage)

        def are_there():
            found = {cell for _, cells in camera.rows() if any(stage in cell for cell in cells)
                     for cell in cells}
            return found.issuperset(numbers)

        self.program.wait(are_there, f"{numbers} that are {stage!r}")

    def stop(self):
        super().stop()
        if self.bank is not None:
            self.bank.stop()
            self.bank = None

    def leave(self):
        self.program.keys("ctrl+q")
        self.program.ended()

    def change_book(self, *statements):
        """Behind the back of the program, which is closed meanwhile."""
        self.leave()
        with sqlite3.connect(usual_path()) as book:
            for statement in statements:
                book.execute(statement)
        book.close()
        self.camera.start()
        self.program.wait(lambda: self.program.look(Role.BUTTON, self.camera.say("New Order")),
                          "the list")

    def open_bulk(self, fault, order=None):
        camera = self.camera
        numbers = self.make_three()
        rules = [fault if order is None else {**fault, "order": numbers[order]}]
        camera.view("needs-action")
        camera.do("win.select-orders")
        camera.do("win.select-all")
        self.bank.set_faults(rules)
        camera.do("win.commit-selected")
        dialog = camera.dialog()
        self.program.check(camera.say("The goods of all these orders are handed over"), dialog)
        button = camera.say_many("Commit %u Order", "Commit %u Orders", 3)
        self.program.press(button, within=dialog)
        return dialog

    def bulk_running(self, camera):
        self.open_bulk({"kind": "delay", "when": "before", "ms": 4000})
        camera.shoot("bulk-running")
        self.bank.set_faults([])
        camera.home()
        camera.do("win.leave-selection")

    def bulk_with_failures(self, camera):
        self.open_bulk({"kind": "500", "operation": "state"}, 1)
        self.program.find(Role.BUTTON, camera.say("_Retry the Failed Ones"))
        camera.shoot("bulk-failures")
        self.bank.set_faults([])
        camera.press("_Retry the Failed Ones")
        camera.shoot("bulk-done")
        camera.home()
        camera.do("win.leave-selection")

    def commit(self, number):
        camera = self.camera
        camera.open(number)
        camera.do("win.commit")
        dialog = camera.dialog()
        self.program.check(camera.say("The goods are handed over"), dialog)
        camera.press("Commit", dialog)
        return dialog

    def refused(self, camera):
        number = self.make_one()
        self.bank.set_faults([{"kind": "503", "operation": "state"}])
        self.commit(number)
        camera.shoot("commit-refused")
        self.bank.set_faults([])

    def lost_answer(self, camera):
        number = self.make_one()
        self.bank.set_faults([{"kind": "drop", "operation": "commit", "when": "after"},
                              {"kind": "503", "operation": "state", "first": 2}])
        self.commit(number)
        camera.shoot("commit-lost-answer")
        camera.home()
        camera.shoot("order-lost-answer")
        self.bank.set_faults([])

    def draft(self, camera):
        self.bank.set_faults([{"kind": "429", "operation": "create"}])
        camera.do("win.new-order")
        dialog = camera.dialog()
        for name, text in (("Name", "Диван"), ("Price of one piece", "7000"),
                           ("Phone", "8 999 888 77 69")):
            camera.type(name, text, dialog)
        number = self.program.text_of_entry(camera.say("Order number"), dialog)
        camera.press("Create _Order", dialog)
        self.program.see(camera.say("Too many requests to the bank"), dialog)
        camera.scroll("new-order-refused")
        # What is at no bank yet stays as a draft.
        camera.press("_Cancel", dialog)
        self.program.gone(Role.DIALOG)
        self.bank.set_faults([])
        camera.open(number)
        camera.shoot("order-draft")
        camera.do("win.delete-draft")
        camera.shoot("delete-draft")

    def counter(self, *whats):
        """The customer's page of an order that is made here."""
        camera = self.camera
        camera.do("win.new-order")
        dialog = camera.dialog()
        for name, text in (("Name", "Диван угловой"), ("Price of one piece", "124990,50"),
                           ("Phone", "8 999 888 77 69")):
            camera.type(name, text, dialog)
        number = self.program.text_of_entry(camera.say("Order number"), dialog)
        camera.press("Create _Order", dialog)
        camera.press("_Done", dialog)
        self.program.gone(Role.DIALOG)
        camera.open(number)
        camera.do("win.show-link")
        camera.dialog()
        self.act(number, *whats)

    def signed_page(self, camera):
        self.counter("confirm", "approve", "sign")
        self.program.see(camera.say("Hand over the goods"), camera.dialog())
        camera.shoot("counter-signed")

    def refused_page(self, camera):
        self.counter("reject")
        self.program.see(camera.say("Do not hand over"), camera.dialog())
        camera.shoot("counter-refused")

    def overdue(self, camera):
        number = self.make_one()
        dialog = self.commit(number)
        self.program.see(camera.say("Committed"), dialog)
        camera.shoot("commit-done")
        camera.home()
        self.change_book("UPDATE accounts SET payout_days = 3",
                         f"UPDATE orders SET committed_at = committed_at - {5 * DAY}"
                         " WHERE stage = 6")
        self.wait_for("Payout overdue", number)
        camera.view("needs-action")
        camera.shoot("list-overdue")
        camera.open(number)
        camera.shoot("order-overdue")
        camera.do("win.mark-paid")
        camera.shoot("toast-undo")

    def plan(self, number):
        self.make(number, 1)
        self.adopt([number])
        self.act(number, "confirm", "approve")
        self.bank.act(number, "sign", cooling_seconds=7200)
        self.wait_for("Cooling off", number)
        self.camera.open(number)
        self.camera.do("win.plan-commit")

    def planned(self, camera):
        self.plan("SITE-COOLING")
        camera.shoot("order-planned")
        camera.view("cooling")
        camera.shoot("list-planned")

    def missed_plans(self, camera):
        self.plan("SITE-MISSED")
        self.change_book(
            f"UPDATE orders SET cooling_until = cooling_until - {3 * DAY} WHERE stage = 4",
            "UPDATE orders SET commit_planned = 1 WHERE stage = 4")
        camera.shoot("banner-missed")
        camera.do("win.missed-plans")
        camera.shoot("missed-plans")

    def forget_passwords(self):
        """Deletes what the keyring of this session has."""
        camera = self.camera
        bus = "org.freedesktop.secrets"
        found = camera.call(bus, "/org/freedesktop/secrets", "org.freedesktop.Secret.Service",
                            "SearchItems", GLib.Variant("(a{ss})", ({},)))
        for path in [*found[0], *found[1]]:
            camera.call(bus, path, "org.freedesktop.Secret.Item", "Delete", None)

    def password_missing(self, camera):
        self.forget_passwords()
        self.change_book()
        camera.shoot("banner-password")
        camera.press("Edit…")
        camera.dialog()
        camera.shoot("account-without-password")
        self.stop()
        self.start()

    def no_answer(self, camera):
        camera.open(self.make_one())
        self.bank.set_faults([{"kind": "503", "operation": "state"}])
        camera.do("win.refresh-order")
        camera.shoot("order-no-answer")
        self.bank.set_faults([])

    def wide_again(self, camera):
        """The list has to take the room that it gets."""
        self.make_three()
        camera.view("all")
        for width in (360, 700, 1280, 360, 1280, 1920):
            camera.resize(width, 800)
            camera.shoot(f"wide-{width}")
