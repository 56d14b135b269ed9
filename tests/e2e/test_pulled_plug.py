# SPDX-License-Identifier: GPL-3.0-or-later
"""What was sent and not yet answered: the answer is lost, the window is closed
meanwhile, the plug is pulled. Each time the window ends up saying what the bank
did, and the bank did it once. Then what Ctrl+Q does with other dialogs."""

from desktop import Role
from journey import Journey, run

# Milliseconds: long enough for whatever is done meanwhile.
SLOW = 6000


class PulledPlug(Journey):
    STEPS = (
        "connect_shop",
        "make_orders",
        "an_answer_is_lost",
        "the_window_is_closed_meanwhile",
        "the_plug_is_pulled",
        "what_is_open_does_not_keep_the_program",
        "what_was_typed_is_asked_about",
    )

    def make_orders(self):
        self.lost, self.closed, self.pulled = (
            self.make_order("Sofa", price) for price in ("1000", "2000", "3000"))
        for number in (self.lost, self.closed, self.pulled):
            self.sign(number)
        self.program.choose_view("All")
        for number in (self.lost, self.closed, self.pulled):
            self.program.find_row(number, "Ready to commit")

    def start_commit(self, number):
        """Up to the button: what comes of it is for the step."""
        program = self.program
        program.open_order(number, "Ready to commit")
        program.press("Commit…")
        dialog = program.find(Role.DIALOG)
        program.check("The goods are handed over", dialog)
        program.press("Commit", within=dialog)
        return dialog

    def answer_slowly(self):
        self.bank.set_faults([{"kind": "delay", "when": "after", "operation": "commit",
                               "ms": SLOW}])

    def committed_at_the_bank(self, number):
        order = self.bank.orders()[number]
        return order["committed"] and order["commits"] == 1

    def an_answer_is_lost(self):
        self.bank.set_faults([{"kind": "drop", "when": "after", "operation": "commit"}])
        dialog = self.start_commit(self.lost)
        self.program.see("Committed", dialog)
        assert self.committed_at_the_bank(self.lost)
        self.close_dialog(dialog)

    def the_window_is_closed_meanwhile(self):
        program = self.program
        self.answer_slowly()
        self.start_commit(self.closed)
        program.wait(lambda: self.committed_at_the_bank(self.closed), "the bank to commit")
        program.keys("ctrl+q")
        program.see("Finishing…")
        assert program.ended() == 0
        self.bank.set_faults([])
        self.start()
        self.program.choose_view("All")
        self.program.find_row(self.closed, "Committed")
        assert self.committed_at_the_bank(self.closed)

    def the_plug_is_pulled(self):
        program = self.program
        self.answer_slowly()
        self.start_commit(self.pulled)
        program.wait(lambda: self.committed_at_the_bank(self.pulled), "the bank to commit")
        program.kill()
        self.bank.set_faults([])
        self.start()
        self.program.choose_view("All")
        self.program.open_order(self.pulled, "Committed")
        # The history says how it is known.
        self.program.see("The program ended before the answer came")
        self.program.see(lambda text: "Asked after a lost answer" in text)
        assert self.committed_at_the_bank(self.pulled)

    def what_is_open_does_not_keep_the_program(self):
        program = self.program
        program.keys("ctrl+comma")
        program.find(Role.DIALOG)
        program.keys("ctrl+w")
        program.gone(Role.DIALOG)
        program.keys("ctrl+comma")
        program.find(Role.DIALOG)
        program.keys("ctrl+q")
        assert program.ended() == 0
        self.start()

    def what_was_typed_is_asked_about(self):
        program = self.program
        dialog = self.new_order_dialog()
        program.type("Name", "Lamp", dialog)
        program.keys("ctrl+q")
        # Asked once, however often.
        program.find(Role.ALERT)
        program.keys("ctrl+q")
        program.press("Keep Editing")
        program.gone(Role.ALERT)
        assert program.text_of_entry("Name", dialog) == "Lamp"

        # Who stays has not said what to do later.
        program.press("Cancel", within=dialog)
        program.press("Discard")
        program.gone(Role.DIALOG)
        dialog = self.new_order_dialog()
        program.type("Name", "Lamp", dialog)
        program.keys("ctrl+q")
        program.press("Discard", within=program.find(Role.ALERT))
        assert program.ended() == 0
        assert self.bank.stop() == 0


if __name__ == "__main__":
    run(PulledPlug)
