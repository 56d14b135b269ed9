# SPDX-License-Identifier: GPL-3.0-or-later
"""An order at a bank that looks customers up, sells in parts and takes signed
requests, from the customer's phone to the payout, through the window."""

import os

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
        "open_the_contract_and_the_letter",
        "return_a_part_of_it",
        "the_history_of_returns_is_the_banks",
        "the_report_of_the_day_agrees",
        "the_report_shows_a_return_made_elsewhere",
        "cancel_another",
        "end",
    )

    def __init__(self):
        # The shop's clock shows the bank's time, so that both mean the same day.
        os.environ["TZ"] = "Europe/Kyiv"
        super().__init__()

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

    def open_the_contract_and_the_letter(self):
        program = self.program
        program.press("Contract and Letter…")
        dialog = program.find(Role.DIALOG)
        order = self.bank.orders()[self.number]
        for text in (order["contract"], order["invoice_number"], "ТОВ «Демо Крамниця»",
                     "ПЧ-2024/117"):
            program.see(lambda shown, text=text: text in shown, dialog)
        for button in ("Print…", "Save as PDF…", "Save the Bank’s PDF…"):
            program.find(Role.BUTTON, button, dialog)
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

    def the_history_of_returns_is_the_banks(self):
        program = self.program
        program.press("Return…")
        dialog = program.find(Role.DIALOG)
        program.see("Returned So Far", dialog)
        program.see(lambda text: "2,499.90" in text, dialog)
        # What is left is the rest of 12 499.90.
        program.see(lambda text: "10,000.00" in text, dialog)
        program.press("Back", within=dialog)
        program.gone(Role.DIALOG)

    def open_the_report(self):
        program = self.program
        program.keys("ctrl+d")
        return program.find(Role.DIALOG)

    def the_report_of_the_day_agrees(self):
        program = self.program
        dialog = self.open_the_report()
        program.see("Bank and book agree", dialog)
        # The sale and the return of a part of it.
        program.see(lambda text: "12,499.90" in text, dialog)
        program.see(lambda text: "−2,499.90" in text, dialog)
        program.see(lambda text: text.endswith("10,000.00\N{NO-BREAK SPACE}₴"), dialog)
        self.close_dialog(dialog)

    def the_report_shows_a_return_made_elsewhere(self):
        program, bank = self.program, self.bank
        bank.call("/api/order/return", STORE, SECRET, {
            "order_id": bank.orders()[self.number]["id"], "sum": 1000,
            "store_return_id": "elsewhere", "return_money_to_card": False})
        dialog = self.open_the_report()
        program.see("1 difference", dialog)
        program.see(lambda text: "a return that was not made here" in text, dialog)
        self.close_dialog(dialog)

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
