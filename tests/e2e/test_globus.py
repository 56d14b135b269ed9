# SPDX-License-Identifier: GPL-3.0-or-later
"""An order at Globus: a customer who first has to be invited, an agreed
product, the customer's consent, the contract and the letter, the commit and
what the bank says of the payout; and one that is called off. What the window
says is compared with what the bank holds."""

from desktop import Role
from journey import Journey, run

STORE = "test_store_with_confirm"
SECRET = "secret_98765432--123-123"
PRODUCT = "Розстрочка Літо 6"


class Globus(Journey):
    # The bank answers an error for a customer whom it does not know, as Globus
    # does. A customer who was invited registers within a minute and agrees in
    # half of one, which are a tenth of a second here.
    BANK = ("--empty", "--not-found-as-error", "--speed", "600")
    STEPS = (
        "add_the_account_with_an_agreed_product",
        "an_unknown_customer_is_invited_and_looked_for_again",
        "make_an_order_for_the_invited_customer",
        "open_the_contract_when_the_customer_agreed",
        "commit_it_by_keyboard",
        "check_the_payout",
        "nothing_is_offered_that_globus_does_not_have",
        "cancel_another_by_keyboard",
        "end",
    )

    def add_the_account_with_an_agreed_product(self):
        program = self.program
        program.press("Add a Bank Account")
        dialog = program.find(Role.DIALOG)
        program.choose("Bank", "Globus", dialog)
        program.type("Name of the account", "Крамниця", dialog)
        program.type("Store ID", STORE, dialog)
        program.type("Secret", SECRET, dialog)
        program.type("Address of the bank", self.bank.url, dialog)
        program.press("Add Product", within=dialog)
        program.type("Code or exact name at the bank", PRODUCT, dialog)
        program.type("Numbers of payments, such as 3, 6, 12", "6", dialog)
        program.press("Test Connection", within=dialog)
        program.see("The bank accepts the login", dialog)
        program.press("Save", within=dialog)
        program.gone(Role.DIALOG)
        program.find(Role.BUTTON, "New Order")

    def an_unknown_customer_is_invited_and_looked_for_again(self):
        program = self.program
        dialog = self.dialog = self.new_order_dialog()
        program.type("Phone", "+380 50 123 45 99", dialog)
        program.press("Find Customer", within=dialog)
        program.see("The bank does not know this customer", dialog)
        program.see(lambda text: "SMS with an invitation" in text, dialog)

        # The customer registers meanwhile; nobody is told when.
        def found():
            program.press("Find Customer", within=dialog)
            program.find(Role.BUTTON, "Find Customer", dialog)
            return program.look_for_text("The bank knows this customer", dialog)

        program.wait(found, "the bank to know the customer")
        for name in ("Last name", "First name", "Tax code"):
            assert program.text_of_entry(name, dialog), f"{name} was not filled in"

    def make_an_order_for_the_invited_customer(self):
        program, dialog = self.program, self.dialog
        program.type("Name", "Ноутбук", dialog)
        program.type("Price of one piece", "24 999", dialog)
        program.type("Invoice number", "РН-7", dialog)
        self.number = self.send(dialog)
        order = self.bank.orders()[self.number]
        assert order["dialect"] == "cfront", order
        assert order["order_amount"] == 24999, order
        assert (order["product"], order["parts"]) == (PRODUCT, 6), order
        assert order["invoice_number"] == "РН-7", order

    def open_the_contract_when_the_customer_agreed(self):
        program = self.program
        program.select(program.find_row(self.number, "Ready to commit"))
        program.press("Contract and Letter…")
        dialog = program.find(Role.DIALOG)
        order = self.bank.orders()[self.number]
        for text in (order["contract"], PRODUCT, "РН-7", "ТОВ «Демо Крамниця»"):
            program.see(lambda shown, text=text: text in shown, dialog)
        program.find(Role.BUTTON, "Print…", dialog)
        program.find(Role.BUTTON, "Save as PDF…", dialog)
        # The bank's own PDF is not among what Globus documents.
        assert program.look(Role.BUTTON, "Save the Bank’s PDF…", dialog) is None
        self.close_dialog(dialog)

    def commit_it_by_keyboard(self):
        self.program.find_row(self.number, "Ready to commit")
        self.commit_by_keyboard(self.number)
        order = self.bank.orders()[self.number]
        assert order["committed"] and order["commits"] == 1, order

    def check_the_payout(self):
        program = self.program
        program.choose_view("Committed")
        program.select(program.find_row(self.number, "Committed"))
        program.press("Check Payout…")
        dialog = program.find(Role.DIALOG)
        program.see(lambda text: "SUCCESS/ACTIVE" in text, dialog)
        program.see("The bank calls it fully paid", dialog)
        program.see("A return can be paid to the customer’s card", dialog)
        self.close_dialog(dialog)

    def nothing_is_offered_that_globus_does_not_have(self):
        program = self.program
        assert program.look(Role.BUTTON, "Return…") is None

    def cancel_another_by_keyboard(self):
        program, bank = self.program, self.bank
        program.choose_view("All")
        dialog = self.new_order_dialog()
        program.type("Phone", "067 765 43 24", dialog)
        program.press("Find Customer", within=dialog)
        program.see("The bank knows this customer", dialog)
        program.type("Name", "Чайник", dialog)
        program.type("Price of one piece", "999,50", dialog)
        number = self.send(dialog)
        program.find_row(number, "Ready to commit")
        self.cancel_by_keyboard(number)
        program.find_row(number, "Canceled")
        order = bank.orders()[number]
        assert order["cancels"] == 1 and not order["committed"], order


if __name__ == "__main__":
    run(Globus)
