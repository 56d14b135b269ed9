# SPDX-License-Identifier: GPL-3.0-or-later
"""What the manager does all day without the mouse: every command by its key."""

from desktop import Role, State, has_state
from journey import Journey, run

N_ORDERS = 4


class Keyboard(Journey):
    STEPS = (
        "connect_shop",
        "add_orders",
        "go_from_the_search_to_the_rows",
        "open_the_menu_of_a_row",
        "search_by_just_typing",
        "act_on_several",
        "choose_views",
        "open_what_the_window_has",
        "end",
    )

    def add_orders(self):
        program, bank = self.program, self.bank
        self.numbers = [f"site-{index}" for index in range(N_ORDERS)]
        for index, number in enumerate(self.numbers):
            bank.create({
                "shopId": "demo-shop", "showcaseId": "demo-showcase", "sum": 1000 + index,
                "orderNumber": number, "promoCode": "default",
                "items": [{"name": f"Стул {index}", "quantity": 1, "price": 1000 + index}],
            })
            self.sign(number)
        program.keys("ctrl+shift+n")
        dialog = program.find(Role.DIALOG)
        program.type("Order numbers", "\n".join(self.numbers), dialog)
        program.press("Add", within=dialog)
        program.see(f"Added: {N_ORDERS}", dialog)
        program.keys("Escape")
        program.gone(Role.DIALOG)
        for number in self.numbers:
            program.find_row(number, "Ready to commit")

    def see_page(self, number):
        """The page of an order, beside its row."""
        program = self.program
        program.find(Role.BUTTON, "Copy Order Number")
        program.wait(lambda: program.labels().count(number) > 1, f"the page of {number}")

    def selected(self):
        return [next(cell for cell in cells if cell in self.numbers)
                for row, cells in self.program.rows() if has_state(row, State.SELECTED)]

    def go_from_the_search_to_the_rows(self):
        program = self.program
        program.keys("ctrl+f")
        program.write("site-")
        program.wait(lambda: len(program.rows()) == N_ORDERS, "the orders that are looked for")
        listed = [next(cell for cell in cells if cell in self.numbers)
                  for _, cells in program.rows()]
        program.keys("Down")
        self.see_page(listed[0])
        # The page has opened beside the list, and the keys still go to the rows.
        program.keys("Down")
        self.see_page(listed[1])
        program.keys("Down")
        self.see_page(listed[2])
        assert self.selected() == [listed[2]], self.selected()

    def open_the_menu_of_a_row(self):
        program = self.program
        for key in ("Menu", "shift+F10"):
            program.keys(key)
            menu = program.wait(lambda: program.look(Role.MENU), f"the menu by {key}")
            # Its items have no names on the bus.
            program.find(Role.MENU_ITEM, within=menu)
            program.keys("Escape")
            program.gone(Role.MENU)

    def search_by_just_typing(self):
        program = self.program
        program.keys("ctrl+f", "Escape", "Down")
        program.write(self.numbers[1])
        program.wait(lambda: len(program.rows()) == 1, "the order that was typed")
        program.find_row(self.numbers[1])
        program.keys("Escape")
        program.wait(lambda: len(program.rows()) == N_ORDERS, "all orders again")

    def act_on_several(self):
        program = self.program
        program.keys("Down", "ctrl+a")
        program.see(f"{N_ORDERS} orders selected")
        program.keys("ctrl+Return")
        dialog = program.find(Role.DIALOG)
        program.find(Role.BUTTON, f"Commit {N_ORDERS} Orders", dialog)
        program.keys("Escape")
        program.gone(Role.DIALOG)
        program.keys("Delete")
        dialog = program.find(Role.DIALOG)
        program.find(Role.BUTTON, f"Cancel {N_ORDERS} Orders", dialog)
        program.keys("Escape")
        program.gone(Role.DIALOG)
        program.keys("Escape")
        program.gone(Role.BUTTON, "Leave the Selection")
        assert not any(order["committed"] or order["status"] == "canceled"
                       for order in self.bank.orders().values())

    def choose_views(self):
        program = self.program
        views = ("Needs action", "Today", "Waiting for customer", "Cooling off", "Committed",
                 "Canceled and rejected", "All")

        def is_chosen(name):
            row = program.look(Role.LIST_ITEM, lambda found: found.startswith(name))
            return row is not None and has_state(row, State.SELECTED)

        for index, name in enumerate(views, 1):
            program.keys(f"ctrl+{index}")
            program.wait(lambda n=name: is_chosen(n), f"the view {name}")
        program.keys("F9")
        program.gone(Role.LIST_ITEM)
        program.keys("F9")
        program.find(Role.LIST_ITEM)

    def open_what_the_window_has(self):
        program = self.program
        for key, title in (("ctrl+n", "New Order"), ("ctrl+comma", "Preferences"),
                           ("ctrl+question", "Keyboard Shortcuts")):
            program.keys(key)
            program.find(Role.DIALOG, title)
            program.keys("Escape")
            program.gone(Role.DIALOG)
        program.keys("ctrl+e")
        program.find(Role.ALERT)
        program.keys("Escape")
        program.gone(Role.ALERT)
        # Those who have signed need no slip: it is the list that is printed.
        program.keys("ctrl+p")
        program.find(Role.BUTTON, "Preview")
        program.keys("Escape")
        program.gone(Role.BUTTON, "Preview")
        program.keys("F10")
        program.find(Role.MENU)
        program.keys("Escape")
        program.gone(Role.MENU)


if __name__ == "__main__":
    run(Keyboard)
