# SPDX-License-Identifier: GPL-3.0-or-later
"""What helps at the counter: goods and customers that were typed once, a bar
code scanner, a discount, a warning of a second order, a refused order that is
repeated as a new one, and drafts that are sent after all or deleted. What arrives at the bank is compared."""

from desktop import Role
from journey import Journey, run

CODE = "4820000000017"


class Counter(Journey):
    STEPS = (
        "connect_shop",
        "goods_and_customer_are_typed_once",
        "they_are_offered_again_and_a_second_order_is_warned_of",
        "a_scanner_finds_goods_and_counts_them",
        "a_discount_is_taken_off_to_the_cent",
        "a_refused_order_is_repeated_with_a_number_of_its_own",
        "what_was_not_sent_is_gone_on_with_or_deleted",
        "end",
    )

    def order(self, number):
        return self.bank.orders()[number]

    def goods_and_customer_are_typed_once(self):
        program = self.program
        dialog = self.new_order_dialog()
        program.type("Name", "Кружка синяя", dialog)
        program.type("Price of one piece", "499,90", dialog)
        program.type("Category (optional)", "Посуда", dialog)
        program.type("Vendor code (optional)", CODE, dialog)
        program.type("Phone", "8 (999) 888-77-66", dialog)
        program.type("Last name", "Иванова", dialog)
        program.type("First name", "Анна", dialog)
        self.first = self.send(dialog)
        assert self.order(self.first)["order_amount"] == 499.9

    def they_are_offered_again_and_a_second_order_is_warned_of(self):
        program = self.program
        dialog = self.new_order_dialog()
        program.type("Name", "кружк", dialog)
        program.see("Кружка синяя", dialog)
        self.focus("Name", dialog)
        program.keys("Down", "Return")
        program.wait(lambda: program.text_of_entry("Price of one piece", dialog) == "499.90",
                     "the price to be filled in")
        assert program.text_of_entry("Vendor code (optional)", dialog) == CODE

        program.type("Phone", "+7 999 888 77 66", dialog)
        program.press("Иванова Анна", within=dialog)
        program.wait(lambda: program.text_of_entry("Last name", dialog) == "Иванова",
                     "the name to be filled in")
        program.see(lambda text: "order of the same sum today" in text and self.first in text,
                    dialog)
        self.leave(dialog)

    def focus(self, name, dialog):
        program = self.program
        entry = program.find_entry(name, dialog)
        program.click(entry)

    def leave(self, dialog):
        self.program.press("Cancel", within=dialog)
        self.program.press("Discard")
        self.program.gone(Role.DIALOG)

    def a_scanner_finds_goods_and_counts_them(self):
        program = self.program
        dialog = self.new_order_dialog()
        self.focus("Name", dialog)
        for _ in range(3):
            program.write(CODE)
            program.keys("Return")
        program.see(lambda text: "1,499.70" in text, dialog)
        # Into the quantity, which has the focus after goods were chosen, too.
        program.type("Name", "кружк", dialog)
        program.see("Кружка синяя", dialog)
        program.keys("Down", "Return")
        program.see(lambda text: "1,999.60" in text, dialog)
        program.write(CODE)
        program.keys("Return")
        program.see(lambda text: "2,499.50" in text, dialog)
        program.type("Phone", "8 (999) 888-77-67", dialog)
        number = self.send(dialog)
        assert self.order(number)["order_amount"] == 2499.5, self.order(number)

    def a_discount_is_taken_off_to_the_cent(self):
        program = self.program
        dialog = self.new_order_dialog()
        self.focus("Name", dialog)
        for _ in range(3):
            program.write(CODE)
            program.keys("Return")
        program.type("Discount, such as 500 or 10 % (optional)", "1499,71", dialog)
        program.press("Create Order", within=dialog)
        program.find_entry(lambda name: "an amount or a percentage" in name, dialog)
        # A tenth of 1499.70, which three pieces cannot share equally.
        program.type("Discount, such as 500 or 10 % (optional) — an amount or a percentage"
                     " of the sum", "10 %", dialog)
        program.see(lambda text: "1,349.73" in text, dialog)
        program.type("Phone", "8 (999) 888-77-68", dialog)
        number = self.send(dialog)
        assert self.order(number)["order_amount"] == 1349.73, self.order(number)

    def a_refused_order_is_repeated_with_a_number_of_its_own(self):
        program, bank = self.program, self.bank
        program.choose_view("All")
        program.click(program.find_row(self.first))
        bank.act(self.first, "reject")
        program.press("Repeat as a New Order…")
        dialog = program.find(Role.DIALOG)
        assert program.text_of_entry("Name", dialog) == "Кружка синяя"
        assert program.text_of_entry("Price of one piece", dialog) == "499.90"
        assert program.text_of_entry("Last name", dialog) == "Иванова"
        # What was refused is no second order.
        assert program.look(Role.LABEL, lambda name: "of the same sum today" in name,
                            dialog) is None
        number = self.send(dialog)
        assert number != self.first, number
        assert bank.orders()[number]["order_amount"] == 499.9
        assert bank.orders()[self.first]["status"] == "rejected", bank.orders()[self.first]

    def leave_a_draft(self, name):
        """The bank takes no order, and the form is left."""
        program = self.program
        self.bank.set_faults([{"kind": "429", "operation": "create"}])
        dialog = self.new_order_dialog()
        program.type("Name", name, dialog)
        program.type("Price of one piece", "7000", dialog)
        program.type("Phone", "8 (999) 888-77-69", dialog)
        program.press("Create Order", within=dialog)
        program.see("Too many requests to the bank", dialog)
        number = program.text_of_entry("Order number", dialog)
        # What is a draft by now is left without a question, until it is changed.
        program.type("Price of one piece", "7001", dialog)
        program.press("Cancel", within=dialog)
        program.see("Discard the Changes?")
        program.press("Keep Editing")
        program.type("Price of one piece", "7000", dialog)
        program.press("Cancel", within=dialog)
        program.gone(Role.DIALOG)
        self.bank.set_faults([])
        program.click(program.find_row(number, "Draft"))
        return number

    def what_was_not_sent_is_gone_on_with_or_deleted(self):
        program, bank = self.program, self.bank
        program.choose_view("All")
        number = self.leave_a_draft("Блюдце")
        program.press("Edit and Send…")
        dialog = program.find(Role.DIALOG)
        assert program.text_of_entry("Order number", dialog) == number
        assert program.text_of_entry("Name", dialog) == "Блюдце"
        program.type("Price of one piece", "7500", dialog)
        assert self.send(dialog) == number
        assert bank.orders()[number]["order_amount"] == 7500, bank.orders()[number]

        program.choose_view("All")
        number = self.leave_a_draft("Поднос")
        n_rows = len(program.rows())
        program.press("Delete Draft…")
        program.press("Delete")
        program.wait(lambda: len(program.rows()) == n_rows - 1, "the draft to go")
        assert number not in bank.orders(), bank.orders()


if __name__ == "__main__":
    run(Counter)
