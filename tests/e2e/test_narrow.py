# SPDX-License-Identifier: GPL-3.0-or-later
"""A window that is as narrow as a phone: the whole way of an order, with what
is needed for it inside the window, and a window that changes meanwhile."""

from desktop import Atspi, Role
from journey import Journey, run

WIDTH, HEIGHT = 370, 720
# What GTK tells of places is off by what the window would have for its shadow.
SLACK = 20
# On both sides of every width at which the window is put together differently.
OTHER_WIDTHS = (600, 1400, 820, WIDTH, 1000, 500, WIDTH)


class Narrow(Journey):
    STEPS = (
        "connect_shop",
        "make_an_order",
        "look_at_it_and_go_back",
        "show_it_to_the_customer",
        "commit_it",
        "reach_views_filters_and_menu",
        "select_several",
        "open_and_leave_quickly",
        "change_the_width_while_an_order_opens",
        "have_columns_again_when_it_is_wide",
        "end",
    )

    def start(self, *arguments, window=True):
        super().start(*arguments, window=window)
        self.program.resize(WIDTH, HEIGHT)

    def reach(self, name, role=Role.BUTTON, within=None):
        """What is not inside the window cannot be pressed by anybody."""
        found = self.program.find(role, name, within)

        def is_inside():
            place = Atspi.Component.get_extents(found, Atspi.CoordType.WINDOW)
            return (place.x >= -SLACK and place.y >= -SLACK and place.width > 0
                    and place.x + place.width <= WIDTH and place.y + place.height <= HEIGHT)

        self.program.wait(is_inside, f"{name!r} to be inside the window")
        return found

    def leave(self):
        """From the page of an order to the list, by the button in its header."""
        program = self.program
        program.keys("alt+Left")
        program.find(Role.BUTTON, "New Order")

    def open(self, number, *texts):
        program = self.program
        program.click(program.find_row(number, *texts))
        program.find(Role.BUTTON, "Copy Order Number")

    def make_an_order(self):
        program = self.program
        self.reach("New Order")
        dialog = self.new_order_dialog()
        self.reach("Create Order", within=dialog)
        self.reach("Cancel", within=dialog)
        program.type("Name", "Диван угловой с ящиком для белья", dialog)
        program.type("Price of one piece", "124 990,50", dialog)
        program.type("Last name", "Константинопольская", dialog)
        self.number = self.send(dialog)

    def look_at_it_and_go_back(self):
        program = self.program
        if program.look(Role.BUTTON, "New Order") is not None:
            self.open(self.number)
        for name in ("Copy Order Number", "Show to the Customer", "Cancel Order…", "Refresh Now"):
            self.reach(name)
        assert program.look(Role.BUTTON, "Commit…") is None, "nothing is signed yet"
        self.leave()
        program.find_row(self.number, "Waiting for customer")

    def show_it_to_the_customer(self):
        program = self.program
        self.open(self.number)
        program.press("Show to the Customer")
        dialog = program.find(Role.DIALOG)
        self.reach("Do not hand over yet", Role.LABEL, dialog)
        for name in ("Copy Link", "E-Mail…", "Print Slip…", "Open Link"):
            self.reach(name, within=dialog)
        self.sign(self.number)
        self.reach("Hand over the goods", Role.LABEL, dialog)
        program.keys("Escape")
        program.gone(Role.DIALOG)

    def commit_it(self):
        program = self.program
        self.reach("Commit…")
        program.press("Commit…")
        dialog = program.find(Role.DIALOG)
        self.reach("The goods are handed over", Role.CHECK_BOX, dialog)
        self.reach("Commit", within=dialog)
        program.check("The goods are handed over", dialog)
        program.press("Commit", within=dialog)
        program.see("Committed", dialog)
        self.close_dialog(dialog)
        assert self.bank.orders()[self.number]["commits"] == 1
        self.leave()

    def reach_views_filters_and_menu(self):
        program = self.program
        program.press("Views and Accounts", Role.TOGGLE_BUTTON)
        program.choose_view("Committed")
        program.find_row(self.number, "Committed")
        self.reach("Main Menu", Role.TOGGLE_BUTTON)
        program.keys("ctrl+shift+f")
        self.reach("Clear the Filters")
        program.keys("Escape")
        program.gone(Role.BUTTON, "Clear the Filters")
        program.keys("ctrl+f")
        program.write("nobody")
        self.reach("Search in All Orders")
        program.keys("ctrl+a", "BackSpace", "ctrl+7")
        program.find_row(self.number)

    def select_several(self):
        program = self.program
        self.numbers = [self.make_order(f"Стул {index}", "3 200") for index in range(3)]
        self.leave_where_open()
        program.keys("ctrl+7")
        program.find_row(self.numbers[-1])
        program.click(program.find_row(self.numbers[0]))
        self.leave()
        program.keys("ctrl+a")
        program.see(lambda text: text.endswith("orders selected"))
        for name in ("Commit…", "Cancel…", "Leave the Selection"):
            self.reach(name)
        program.press("Leave the Selection")
        program.gone(Role.BUTTON, "Leave the Selection")

    def leave_where_open(self):
        if self.program.look(Role.BUTTON, "New Order") is None:
            self.leave()

    def open_and_leave_quickly(self):
        for number in [*self.numbers, self.number] * 3:
            self.program.click(self.program.find_row(number))
            self.program.keys("alt+Left", "Down", "Return", "alt+Left")
            self.leave_where_open()

    def change_the_width_while_an_order_opens(self):
        program = self.program
        for width in OTHER_WIDTHS:
            program.click(program.find_row(self.numbers[1]))
            program.resize(width, HEIGHT)
            program.find(Role.BUTTON, "Copy Order Number")
            program.resize(WIDTH, HEIGHT)
            self.leave_where_open()
        self.open(self.numbers[0])
        self.leave()

    def have_columns_again_when_it_is_wide(self):
        program = self.program

        def columns():
            return {len(cells) for _, cells in program.rows()}

        for _ in range(3):
            program.resize(1400, HEIGHT)
            # The columns, where one cell of four texts was.
            program.wait(lambda: min(columns(), default=0) > 4, "columns in every row")
            program.resize(WIDTH, HEIGHT)
            program.wait(lambda: columns() == {4}, "one column in every row")


if __name__ == "__main__":
    run(Narrow)
