# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a program through the accessibility bus, as a screen reader does.

Nothing here waits for a fixed time: every step waits for the condition that
the next one needs, and says what it was waiting for when that never came.
"""

import os
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Role = Atspi.Role
State = Atspi.StateType

# Machines are shared, and sanitizers slow: a limit is there to end a test
# that hangs, not to measure.
PATIENCE = int(os.environ.get("TRANCHE_TEST_PATIENCE", "60"))


class Lost(AssertionError):
    """What a step was waiting for never came."""


def wait(condition, what, patience=PATIENCE, alive=None):
    """Calls condition until it returns something true, and returns that."""
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except GLib.Error:
            # The object went away while it was looked at.
            value = None
        if value:
            return value
        if alive is not None and not alive():
            raise Lost(f"the program ended while waiting for {what}")
        if time.monotonic() > end:
            raise Lost(f"waited in vain for {what}")
        time.sleep(0.02)


def wait_a_moment(condition):
    """For what may or may not come true: a twentieth of a second at most."""
    end = time.monotonic() + 0.05
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)


def text_of(accessible):
    """The text that an entry or a label shows."""
    return Atspi.Text.get_text(accessible, 0, -1)


def has_state(accessible, state):
    return accessible.get_state_set().contains(state)


def command(*arguments):
    """How the program is started, which may be in a sandbox."""
    return [*os.environ.get("TRANCHE_COMMAND", "tranche").split(), *arguments]


class Program:
    """A running program and its accessible objects."""

    def __init__(self, arguments, environment=None, log=None, window=True):
        self.log = open(log or os.devnull, "ab")
        self.process = subprocess.Popen(
            arguments, env={**os.environ, **(environment or {})},
            stdout=self.log, stderr=self.log)
        Atspi.init()
        self.root = None
        if window:
            self.wait_for_window()

    def wait_for_window(self):
        """A program that never had a window is not on the bus either."""
        if self.root is None:
            self.root = self.wait(self._find_root, "the program on the accessibility bus")
        self.wait(self.shows_window, "a window")

    def shows_window(self):
        children = (self.root.get_child_at_index(index)
                    for index in range(self.root.get_child_count()))
        return any(child is not None and has_state(child, State.SHOWING) for child in children)

    def _find_root(self):
        if "TRANCHE_COMMAND" in os.environ:
            return self.find_root_named("tranche")
        return self.find_root_of(self.process.pid)

    @staticmethod
    def find_root_named(name):
        """In a sandbox the process is another one than was started."""
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and name in (child.get_name() or "").lower():
                return child
        return None

    @staticmethod
    def find_root_of(pid):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == pid:
                return child
        return None

    def alive(self):
        return self.process.poll() is None

    def wait(self, condition, what, patience=PATIENCE):
        return wait(condition, what, patience, self.alive)

    def walk(self, within=None):
        stack = [within or self.root]
        while stack:
            accessible = stack.pop()
            yield accessible
            try:
                children = [accessible.get_child_at_index(index)
                            for index in range(accessible.get_child_count())]
            except GLib.Error:
                continue
            stack.extend(child for child in reversed(children) if child is not None)

    def look(self, role, name=None, within=None, matches=None):
        """The first object of that role and name that shows, or None.

        name is a text, or a function that judges one.
        """
        for accessible in self.walk(within):
            try:
                if accessible.get_role() != role:
                    continue
                found = accessible.get_name() or ""
                if callable(name):
                    if not name(found):
                        continue
                elif name is not None and found != name:
                    continue
                if not has_state(accessible, State.SHOWING):
                    continue
                if matches is not None and not matches(accessible):
                    continue
                return accessible
            except GLib.Error:
                continue
        return None

    def find(self, role, name=None, within=None, matches=None, patience=PATIENCE):
        label = name if isinstance(name, str) else getattr(name, "__doc__", None)
        return self.wait(lambda: self.look(role, name, within, matches),
                         f"{role.value_nick} {label!r}", patience)

    def gone(self, role, name=None, within=None):
        self.wait(lambda: self.look(role, name, within) is None,
                  f"{role.value_nick} {name!r} to go")

    def press(self, name, role=Role.BUTTON, within=None):
        """Presses a button once it can be pressed."""
        button = self.find(role, name, within,
                           matches=lambda found: has_state(found, State.SENSITIVE))
        self.act(button)

    def is_sensitive(self, accessible):
        return has_state(accessible, State.SENSITIVE)

    def resize(self, width, height):
        """Gives the window another size; without a window manager nobody else does."""
        window = self.wait(
            lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--maxdepth", "1",
                                    "--name", "."],
                                   check=False, capture_output=True, text=True).stdout.split(),
            "a window on the screen")[0]
        subprocess.run(["xdotool", "windowsize", "--sync", window, str(width), str(height)],
                       check=True)

    def choose_one(self, name, within=None):
        """Chooses a radio button that is in sight."""
        button = self.find(Role.RADIO_BUTTON, name, within)
        self.click(button)
        self.wait(lambda: has_state(button, State.CHECKED), f"{name!r} to be chosen")

    def focus(self, accessible):
        """Goes there by the keyboard, which brings it into sight."""
        for _ in range(60):
            if has_state(accessible, State.FOCUSED):
                return
            self.keys("Tab")
            wait_a_moment(lambda: has_state(accessible, State.FOCUSED))
        assert has_state(accessible, State.FOCUSED), \
            f"{accessible.get_name()!r} cannot be reached by the keyboard"

    def check(self, name, within=None):
        """Ticks a check button, by the keyboard so that it comes into sight."""
        box = self.find(Role.CHECK_BOX, name, within)
        self.focus(box)
        self.keys("space")
        self.wait(lambda: has_state(box, State.CHECKED), f"{name!r} to be ticked")

    def click(self, accessible):
        """Clicks with the mouse, for what has no action on the bus."""
        # Without a window manager the window's corner is the screen's.
        place = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
        subprocess.run(["xdotool", "mousemove", str(place.x + place.width // 2),
                        str(place.y + place.height // 2), "click", "1"], check=True)

    def click_at_rest(self, accessible):
        """What has just come may still be on its way to its place."""
        def place():
            extents = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
            return extents.x, extents.y

        def rests():
            before = place()
            wait_a_moment(lambda: False)
            return place() == before

        self.wait(rests, f"{accessible.get_name()!r} to be at rest")
        self.click(accessible)

    def open_order(self, number, *texts, within=None):
        """Opens an order's page by a click on its row, whose widget may be another
        one, or stand elsewhere, as long as the list fills."""
        def is_open():
            return self.look_for_text(number, within) is not None

        def open_it():
            if not is_open():
                self.click_at_rest(self.find_row(number, *texts, within=within))
                try:
                    self.wait(is_open, f"the page of {number}", patience=2)
                except Lost:
                    return False
            return True

        self.wait(open_it, f"the page of the order {number}")

    def select(self, row):
        """Selects a row of the list, and no other, by a click."""
        self.click(row)
        self.wait(lambda: has_state(row, State.SELECTED), "the row to be selected")

    def choose(self, name, choice, within=None):
        """Chooses from the list behind a row of a form, by the keyboard, for
        the items of the list have neither names nor actions."""
        row = self.find(Role.COMBO_BOX, name, within)
        self.click(row)
        # The first list is the chosen item, the second the ones to choose from.
        choices = self.wait(
            lambda: [found for found in self.walk(row)
                     if found.get_role() == Role.LIST and has_state(found, State.SHOWING)][1:],
            f"the choices of {name!r}")[0]
        names = [text_of(found) for found in self.walk(choices)
                 if found.get_role() == Role.LABEL]
        self.keys("Home", *["Down"] * names.index(choice), "Return")
        self.wait(lambda: any(text_of(found) == choice for found in self.walk(row)
                              if found.get_role() == Role.LABEL
                              and has_state(found, State.SHOWING)), f"{choice!r} to be chosen")

    def choose_view(self, name):
        """Chooses a view in the sidebar; its row begins with that name."""
        def fits(found):
            return found == name or found.startswith(name + " ") or found.startswith(name + ",")

        self.click(self.find(Role.LIST_ITEM, fits))

    def keys(self, *names):
        """Presses keys, such as "ctrl+f", in the window that has the focus."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)

    def write(self, text):
        """Types text, which has to be of the keyboard's own letters."""
        subprocess.run(["xdotool", "type", "--clearmodifiers", text], check=True)

    def take_focus(self):
        """Back from a window that has closed: there is no window manager to do so."""
        def take():
            subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "tranche",
                            "windowfocus"], check=False, stderr=subprocess.DEVNULL)
            named = subprocess.run(["xdotool", "getwindowfocus", "getwindowname"], check=False,
                                   capture_output=True, text=True)
            return named.stdout.strip() == "Tranche"

        self.wait(take, "the window to have the focus")

    def text_of_entry(self, name, within=None):
        return text_of(self.find_entry(name, within))

    def act(self, accessible, action=0):
        assert Atspi.Action.do_action(accessible, action), \
            f"{accessible.get_name()!r} cannot be activated"

    def type(self, name, text, within=None):
        """Puts text into the entry that has that label."""
        entry = self.find_entry(name, within)
        assert Atspi.EditableText.set_text_contents(entry, text), f"{name!r} cannot be edited"
        # Of a password only the length can be read.
        self.wait(lambda: text_of(entry) in (text, "●" * len(text)),
                  f"{name!r} to hold what was typed")

    def find_entry(self, name, within=None):
        def is_editable(accessible):
            return accessible.get_editable_text_iface() is not None

        def look():
            for role in (Role.TEXT, Role.ENTRY, Role.PASSWORD_TEXT):
                entry = self.look(role, name, within, is_editable)
                if entry is not None:
                    return entry
            return None

        return self.wait(look, f"an entry {name!r}")

    def look_for_text(self, text, within=None):
        """The label that says text now, or None."""
        return self.look(Role.LABEL, None, within,
                         lambda label: label.get_text_iface() and text_of(label) == text)

    def see(self, text, within=None):
        """Waits for a label that says text, or that text fits as a function."""
        def says(accessible):
            shown = text_of(accessible) if accessible.get_text_iface() else ""
            shown = shown or accessible.get_name() or ""
            return text(shown) if callable(text) else text == shown

        return self.find(Role.LABEL, None, within, says)

    def labels(self):
        """What the labels say that show; the cells of the list have a name, and no text."""
        return [text_of(accessible) if accessible.get_text_iface() else accessible.get_name()
                for accessible in self.walk()
                if accessible.get_role() == Role.LABEL
                and has_state(accessible, State.SHOWING)]

    def see_order(self, number, name):
        """Waits for an order's row, and for its own page beside the list. In the list
        a number is the name of a cell, on the page it is a text."""
        self.find_row(number, name)
        self.wait(lambda: self.look_for_text(number), f"the page of the order {number}")

    def rows(self, within=None):
        """The cells of each row that is on the screen, as texts."""
        found = []
        for accessible in self.walk(within):
            try:
                if (accessible.get_role() == Role.TABLE_ROW
                        and has_state(accessible, State.SHOWING)
                        and accessible.get_child_at_index(0).get_role() == Role.TABLE_CELL):
                    found.append((accessible, self.cells(accessible)))
            except GLib.Error:
                continue
        return found

    def cells(self, row):
        texts = []
        for accessible in self.walk(row):
            if accessible.get_role() in (Role.LABEL, Role.STATIC):
                shown = text_of(accessible) if accessible.get_text_iface() else ""
                texts.append(shown or accessible.get_name() or "")
        return texts

    def find_row(self, *texts, within=None):
        """Waits for a row each of whose cells hold these texts."""
        def look():
            for row, cells in self.rows(within):
                if all(any(text in cell for cell in cells) for text in texts):
                    return row
            return None

        return self.wait(look, f"a row with {texts!r}")

    def outline(self):
        """Everything that shows, for the message of a failed test."""
        lines = []

        def visit(accessible, depth):
            try:
                if depth and not has_state(accessible, State.SHOWING):
                    return
                shown = text_of(accessible) if accessible.get_text_iface() else ""
                lines.append(f"{'  ' * depth}{accessible.get_role().value_nick} "
                             f"{accessible.get_name()!r} {shown!r}")
                for index in range(accessible.get_child_count()):
                    child = accessible.get_child_at_index(index)
                    if child is not None:
                        visit(child, depth + 1)
            except GLib.Error:
                pass

        visit(self.root, 0)
        return "\n".join(lines)

    def ended(self):
        """Waits for the program to end by itself and returns its exit status."""
        wait(lambda: not self.alive(), "the program to end")
        self.log.close()
        return self.process.returncode

    def kill(self):
        """Pulls the plug."""
        if self.alive():
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()
