# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as one looks at it: in a language and a style, at a size, driven by
its actions, and photographed."""

import gettext
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

from desktop import Atspi, Lost, Program, Role, State, has_state, wait_a_moment  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402

SIZES = {"narrow": (360, 720), "usual": (1280, 800), "wide": (1920, 1080)}
LOCALES = {"en": "C.UTF-8", "ru": "ru_RU.UTF-8", "uk": "uk_UA.UTF-8"}
PATH = "/io/github/tranche/Tranche"
# Pixels that a window without a compositor has on each side for its border.
FRAME = 4
# A spinner goes on for ever.
PATIENCE = 2.5
# What waits for a step here looks on: a picture that cannot be taken is left out.
LIMIT = 15


class Variant:
    """How the program looks."""

    def __init__(self, options):
        self.language = options.language
        self.size = SIZES.get(options.size) or tuple(map(int, options.size.split("x")))
        self.text = options.text
        self.dark = options.dark
        self.contrast = options.high_contrast
        parts = [options.language, options.size]
        parts += ["dark"] if options.dark else []
        parts += ["contrast"] if options.high_contrast else []
        parts += [f"text{options.text}"] if options.text != 100 else []
        self.name = "-".join(parts)

    def environment(self):
        locale = LOCALES[self.language]
        variables = {"LANG": locale, "LC_ALL": locale, "LANGUAGE": self.language,
                     "GSETTINGS_BACKEND": "keyfile"}
        if self.dark:
            variables["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        if self.contrast:
            variables["ADW_DEBUG_HIGH_CONTRAST"] = "1"
        return variables

    def write_settings(self):
        """What the desktop would tell."""
        dots = 96 * self.text // 100
        pathlib.Path(os.environ["HOME"], ".Xdefaults").write_text(f"Xft.dpi: {dots}\n",
                                                                 encoding="ascii")


class Camera:
    """Starts the program, reaches its pages and takes pictures of it."""

    def __init__(self, variant, folder):
        self.variant = variant
        self.folder = pathlib.Path(folder, variant.name)
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.glob("*.png"):
            old.unlink()
        self.taken = []
        self.size = variant.size
        self.log = tempfile.NamedTemporaryFile(prefix="tranche-", suffix=".log", delete=False)
        self.program = None
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        data = os.environ.get("XDG_DATA_DIRS", "/usr/share").split(":")
        self.catalog = gettext.NullTranslations()
        for place in data:
            if gettext.find("tranche", f"{place}/locale", [variant.language]):
                self.catalog = gettext.translation("tranche", f"{place}/locale",
                                                   [variant.language])
                break

    def say(self, text):
        """The program's own words for text, in the language of the pictures."""
        return self.catalog.gettext(text).replace("_", "")

    def say_many(self, one, many, number):
        return (self.catalog.ngettext(one, many, number).replace("_", "") % number)

    def forget(self):
        """What the scenes before have set."""
        pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings",
                     "keyfile").unlink(missing_ok=True)

    def start(self, *arguments, environment=None):
        self.size = self.variant.size
        self.program = Program(["tranche", *arguments], log=self.log.name,
                               environment={**self.variant.environment(), **(environment or {})})
        self.program.wait = lambda condition, what, patience=LIMIT: wait_for(
            self.program, condition, what, min(patience, LIMIT))
        self.walk_all = self.program.walk
        self.program.walk = self.walk
        self.resize(*self.size)
        self.name = self.find_name()

    def walk(self, within=None):
        """Leaves out the list, whose rows are many, unless it is asked for."""
        stack = [within or self.program.root]
        while stack:
            accessible = stack.pop()
            yield accessible
            try:
                if accessible.get_role() in (Role.TABLE, Role.TREE_TABLE):
                    continue
                stack.extend(child for child in (
                    accessible.get_child_at_index(index)
                    for index in reversed(range(accessible.get_child_count())))
                    if child is not None)
            except GLib.Error:
                continue

    def in_list(self, look):
        """What look returns of the list."""
        table = self.program.look(Role.TABLE) or self.program.look(Role.TREE_TABLE)
        if table is None:
            return None
        self.program.walk = self.walk_all
        try:
            return look(table)
        finally:
            self.program.walk = self.walk

    def rows(self):
        """The rows of the list that are in sight, with the texts of their cells."""
        return self.in_list(self.program.rows) or []

    def stop(self):
        if self.program is not None:
            self.program.kill()
            self.program = None

    def resize(self, width, height):
        self.program.resize(width + 2 * FRAME, height + 2 * FRAME)
        self.size = (width, height)

    def scroll(self, name, x=0.5, y=0.5):
        """Takes a picture, and others further down, with the mouse at that part of the window."""
        width, height = self.size
        last = self.shoot(name)
        for part in range(2, 6):
            self.click_at(int(width * x), int(height * y), button=5, times=8)
            picture = self.settle()
            if is_much_like(picture, last):
                break
            last = self.keep(f"{name}-part{part}", picture)

    def relax(self):
        if self.size != self.variant.size:
            self.resize(*self.variant.size)

    def call(self, name, path, interface, method, arguments, kind=None):
        return self.bus.call_sync(name, path, interface, method, arguments,
                                  GLib.VariantType(kind) if kind else None,
                                  Gio.DBusCallFlags.NONE, 5000, None)

    def find_name(self):
        """The program's name on the bus, which the demo does not have a well-known one of."""
        bus = "org.freedesktop.DBus"
        for name in self.call(bus, "/org/freedesktop/DBus", bus, "ListNames", None)[0]:
            if not name.startswith(":"):
                continue
            try:
                pid = self.call(bus, "/org/freedesktop/DBus", bus, "GetConnectionUnixProcessID",
                                GLib.Variant("(s)", (name,)))[0]
                if pid == self.program.process.pid:
                    self.call(name, PATH, "org.gtk.Actions", "List", None)
                    return name
            except GLib.Error:
                continue
        raise Lost("the program is not on the bus")

    def windows(self):
        xml = self.call(self.name, f"{PATH}/window", "org.freedesktop.DBus.Introspectable",
                        "Introspect", None)[0]
        return sorted(int(part.split('"')[0]) for part in xml.split('<node name="')[1:])

    def do(self, action, parameter=None):
        """Activates an action, such as "win.commit" or "app.about"."""
        group, name = action.split(".")
        path = PATH if group == "app" else f"{PATH}/window/{self.windows()[-1]}"
        if group == "win":
            self.program.wait(lambda: self.is_enabled(path, name), f"{action} to be enabled")
        self.call(self.name, path, "org.gtk.Actions", "Activate",
                  GLib.Variant("(sava{sv})", (name, [parameter] if parameter else [], {})))

    def is_enabled(self, path, name):
        described = self.call(self.name, path, "org.gtk.Actions", "Describe",
                              GLib.Variant("(s)", (name,)))
        return described[0][0]

    def open(self, number):
        self.do("win.open-number", GLib.Variant("s", number))
        self.program.wait(lambda: self.program.look_for_text(number)
                          or self.program.look(Role.BUTTON, self.say("Copy Order Number")),
                          f"the page of {number}")

    def view(self, name):
        self.do("win.view", GLib.Variant("s", name))

    def dialog(self):
        return self.program.find(Role.DIALOG)

    def press(self, text, within=None, role=Role.BUTTON):
        self.program.press(self.say(text), role, within)

    def type(self, name, text, within=None):
        self.program.type(self.say(name), text, within)

    def click_text(self, text, within=None):
        self.program.click_at_rest(self.program.see(self.say(text), within))

    def place(self, accessible):
        """The middle of it."""
        place = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
        return place.x + place.width // 2, place.y + place.height // 2

    def click_at(self, x, y, button=1, times=1):
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times),
                        "--delay", "5", str(button)], check=True)

    def open_menu(self):
        def is_open():
            self.program.keys("F10")
            wait_a_moment(lambda: self.program.look(Role.MENU))
            return self.program.look(Role.MENU)

        return self.program.wait(is_open, "the menu")

    def choose_in_menu(self, from_end):
        """For what no action on the bus does; the items have no names there."""
        self.open_menu()
        self.program.keys(*["Up"] * from_end, "Return")

    def home(self):
        """Back to the window alone."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            if not any(self.program.look(role) for role in (Role.DIALOG, Role.ALERT, Role.MENU)):
                break
            self.program.keys("Escape")
            wait_a_moment(lambda: False)
        self.relax()

    def leave_form(self):
        """What was typed is not kept."""
        def is_asked():
            # A popover takes the first.
            self.program.keys("Escape")
            try:
                return self.program.find(Role.ALERT, patience=2)
            except Lost:
                return None

        self.press("_Discard", self.program.wait(is_asked, "the question"))
        self.program.gone(Role.DIALOG)

    def photograph(self, beyond=0):
        """The pixels of the window, and as many beyond it, where popovers may reach."""
        width, height = (length + beyond for length in self.size)
        return subprocess.run(["import", "-silent", "-window", "root",
                               "-crop", f"{width}x{height}+{FRAME}+{FRAME}", "+repage", "ppm:-"],
                              check=True, capture_output=True).stdout

    def settle(self, beyond=0):
        """What is seen when nothing moves any more."""
        end = time.monotonic() + PATIENCE
        last = None
        picture = self.photograph(beyond)
        while picture != last and time.monotonic() < end:
            time.sleep(0.1)
            last, picture = picture, self.photograph(beyond)
        return picture

    def keep(self, name, picture):
        path = self.folder / f"{len(self.taken):03}-{name}.png"
        subprocess.run(["convert", "ppm:-", "-quality", "30", path], input=picture, check=True)
        self.taken.append(path)
        return picture

    def shoot(self, name, beyond=0):
        return self.keep(name, self.settle(beyond))


def is_much_like(picture, other):
    """But for a scroll bar that comes or goes, and for what lights up under the mouse."""
    sample, others = picture[::997], other[::997]
    return sum(a != b for a, b in zip(sample, others)) < len(sample) / 50


def wait_for(program, condition, what, patience):
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value:
            return value
        if not program.alive():
            raise Lost(f"the program ended while waiting for {what}")
        if time.monotonic() > end:
            raise Lost(f"waited in vain for {what}")
        time.sleep(0.03)


__all__ = ["Atspi", "Camera", "GLib", "Lost", "Role", "State", "Variant", "has_state",
           "wait_a_moment"]
