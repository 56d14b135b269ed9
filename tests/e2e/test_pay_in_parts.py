# SPDX-License-Identifier: GPL-3.0-or-later
"""An order at a bank that looks customers up, sells in parts and takes signed
requests, from the customer's phone to the payout, through the window."""

from desktop import Role
from journey import Journey, run

STORE = "test_store_with_confirm"
SECRET = "secret_98765432--123-123"


class PayInParts(Journey):
    STEPS = (
        "add_the_account",
        "make_an_order_for_a_known_customer",
        "commit_it_when_the_customer_agreed",
        "check_the_payout",
        "return_a_part_of_it",
        "cancel_another",
        "end",
    )

    def add_the_account(self):
        program = self.program
        program.press("Add a Bank Account")
        dialog = program.find(Role.DIALOG)
        program.choose("Bank", "monobank", dialog)
        program.type("Name of the account", "Крамниця", dialog)
        program.type("Store ID", STORE, dialog)
        program.type("Secret", SECRET, dialog)
        program.type("Address of the bank", self.bank.url, dialog)
        program.press("Test Connection", within=dialog)
        program.see("The bank accepts the login", dialog)
        program.press("Save", within=dialog)
        program.gone(Role.DIALOG)
        program.find(Role.BUTTON, "New Order")

    def make_an_order(self, phone):
        program = self.program
        dialog = self.new_order_dialog()
        program.type("Phone", phone, dialog)
        program.press("Find Customer", within=dialog)
        program.see("The bank knows this customer", dialog)
        program.type("Name", "Холодильник", dialog)
        program.type("Price of one piece", "12 499,90", dialog)
        return self.send(dialog)

    def make_an_order_for_a_known_customer(self):
        self.number = self.make_an_order("050 123 45 62")
        order = self.bank.orders()[self.number]
        assert order["dialect"] == "cfront", order
        assert order["order_amount"] == 12499.9, order

    def commit_it_when_the_customer_agreed(self):
        program, bank = self.program, self.bank
        program.find_row(self.number, "Waiting for customer")
        bank.act(self.number, "approve")
        self.commit(program.find_row(self.number, "Ready to commit"))
        order = bank.orders()[self.number]
        assert order["committed"] and order["commits"] == 1, order

    def check_the_payout(self):
        program = self.program
        program.choose_view("Committed")
        program.select(program.find_row(self.number, "Committed"))
        program.press("Check Payout…")
        dialog = program.find(Role.DIALOG)
        program.see(lambda text: "SUCCESS/ACTIVE" in text, dialog)
        self.close_dialog(dialog)

    def return_a_part_of_it(self):
        program = self.program
        program.press("Return…")
        dialog = program.find(Role.DIALOG)
        program.choose_one("A part of it", dialog)
        program.type("Sum to return", "2 499,90", dialog)
        program.choose_one("In cash at the till", dialog)
        program.check("The goods are back in the shop", dialog)
        program.press("Return", within=dialog)
        self.close_dialog(dialog)

        order = self.bank.orders()[self.number]
        assert order["returns"] == 1, order
        assert order["returned_amount"] == 2499.9, order

    def cancel_another(self):
        program, bank = self.program, self.bank
        program.choose_view("All")
        number = self.make_an_order("+380 (67) 765-43-22")
        self.cancel(program.find_row(number, "Waiting for customer"))
        program.choose_view("All")
        program.find_row(number, "Canceled")
        order = bank.orders()[number]
        assert order["cancels"] == 1, order


if __name__ == "__main__":
    run(PayInParts)
