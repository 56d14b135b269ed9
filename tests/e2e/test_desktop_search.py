# SPDX-License-Identifier: GPL-3.0-or-later
"""The search of the desktop finds orders, whether the program runs or not."""

import os
import pathlib
import subprocess
import sys
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from book_file import fill, usual_path  # noqa: E402
from desktop import Program, Role  # noqa: E402
from journey import Journey, run  # noqa: E402

NAME = "io.github.tranche.Tranche"
SERVICE = NAME + ".SearchProvider"
PATH = "/io/github/tranche/Tranche/SearchProvider"

ORDERS = [
    {"number": "TILL-7", "last_name": "Антонова", "first_name": "Алла",
     "phone": "+79991112233", "amount": 1299000},
    {"number": "0001-A", "last_name": "Борисов", "phone": "+79994445566", "amount": 500050},
    {"number": "0002-A", "last_name": "Борисов", "phone": "+79994445567", "amount": 1299000},
]


class DesktopSearch(Journey):
    STEPS = (
        "nothing_runs",
        "orders_are_found",
        "orders_are_described",
        "what_was_chosen_starts_the_program",
        "what_was_chosen_reaches_the_program_that_runs",
        "the_program_shows_the_rest",
        "it_can_be_switched_off",
        "the_provider_goes_when_it_is_killed",
        "end",
    )

    def __init__(self):
        super().__init__()
        self.program.find(Role.BUTTON, "Add a Bank Account")
        self.program.keys("ctrl+q")
        assert self.program.ended() == 0
        fill(usual_path(), ORDERS)
        self.offer_services()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def offer_services(self):
        """What an installation has among the services of the bus."""
        folder = pathlib.Path(os.environ["TRANCHE_SESSION"], "services")
        provider = os.environ["TRANCHE_SEARCH_PROVIDER"]
        commands = {
            SERVICE: f"/usr/bin/env GSETTINGS_BACKEND=keyfile {provider}",
            NAME: f"{subprocess.check_output(['which', 'tranche'], text=True).strip()}"
                  " --gapplication-service",
        }
        for name, command in commands.items():
            (folder / f"{name}.service").write_text(
                f"[D-BUS Service]\nName={name}\nExec={command}\n", encoding="utf-8")
        subprocess.run(["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus",
                        "--object-path", "/org/freedesktop/DBus",
                        "--method", "org.freedesktop.DBus.ReloadConfig"],
                       check=True, stdout=subprocess.DEVNULL)

    def ask(self, method, arguments):
        return self.bus.call_sync(SERVICE, PATH, "org.gnome.Shell.SearchProvider2", method,
                                  arguments, None, Gio.DBusCallFlags.NONE, 60000, None).unpack()

    def search(self, typed):
        return self.ask("GetInitialResultSet", GLib.Variant("(as)", (typed.split(),)))[0]

    def owned(self, name):
        return self.bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "NameHasOwner", GLib.Variant("(s)", (name,)), None,
            Gio.DBusCallFlags.NONE, 60000, None).unpack()[0]

    def nothing_runs(self):
        assert not self.owned(NAME) and not self.owned(SERVICE)

    def orders_are_found(self):
        for typed, expected in (
                ("TILL-7", ["1"]), ("till", ["1"]), ("антонова алла", ["1"]),
                ("борисов", ["3", "2"]), ("5566", ["2"]), ("+7 999 444", ["3", "2"]),
                ("12 990", ["3", "1"]), ("5000,50", ["2"]),
                ("ан", ["1"]), ("нт", []), ("nobody", []), ("", [])):
            found = self.search(typed)
            assert found == expected, f"{typed!r} finds {found}"
        found = self.ask("GetSubsearchResultSet",
                         GLib.Variant("(asas)", (["3", "2"], ["борисов", "0001"])))[0]
        assert found == ["2"], found
        assert not self.owned(NAME), "a search started the program"

    def orders_are_described(self):
        metas = self.ask("GetResultMetas", GLib.Variant("(as)", (["1", "99", "x"],)))[0]
        assert len(metas) == 1, metas
        meta = metas[0]
        assert meta["id"] == "1" and meta["clipboardText"] == "TILL-7", meta
        assert meta["name"] == "Антонова Алла, TILL-7", meta
        for part in ("Ready to commit", "₽"):
            assert part in meta["description"], meta
        assert NAME in str(meta["icon"]), meta

    def choose(self, identifier):
        self.ask("ActivateResult", GLib.Variant("(sasu)", (identifier, ["x"], 0)))

    def what_was_chosen_starts_the_program(self):
        self.choose("1")
        self.program = Activated(NAME, self.bus, self.log.name)
        self.program.see_order("TILL-7", "Антонова")

    def what_was_chosen_reaches_the_program_that_runs(self):
        assert self.search("борисов") == ["3", "2"]
        self.choose("2")
        self.program.see_order("0001-A", "Борисов")
        assert self.program.root.get_child_count() == 1

    def the_program_shows_the_rest(self):
        self.ask("LaunchSearch", GLib.Variant("(asu)", (["борисов"], 0)))
        self.program.wait(lambda: len(self.program.rows()) == 2, "the two orders")

    def it_can_be_switched_off(self):
        folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "keyfile").write_text(
            "[io/github/tranche/Tranche]\nsearch-provider=false\n", encoding="utf-8")
        end = time.monotonic() + 60
        while self.search("борисов"):
            assert time.monotonic() < end, "the setting is not heeded"
            time.sleep(0.05)
        assert self.ask("GetResultMetas", GLib.Variant("(as)", (["1"],)))[0] == []

    def the_provider_goes_when_it_is_killed(self):
        pid = self.bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "GetConnectionUnixProcessID", GLib.Variant("(s)", (SERVICE,)), None,
            Gio.DBusCallFlags.NONE, 60000, None).unpack()[0]
        memory = dict(line.split(":", 1) for line in
                      pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines())
        print(f"# resident:{memory['VmRSS']}")
        loaded = pathlib.Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")
        assert "libgtk" not in loaded, "the provider drags the toolkit along"
        os.kill(pid, 15)

    def end(self):
        self.program.keys("ctrl+q")
        self.program.wait_for_end()
        assert self.bank.stop() == 0


class Activated(Program):
    """A program that the bus has started."""

    def __init__(self, name, bus, log):
        self.name, self.bus = name, bus
        super().__init__(["sleep", "infinity"], log=log)

    def _find_root(self):
        try:
            pid = self.bus.call_sync(
                "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                "GetConnectionUnixProcessID", GLib.Variant("(s)", (self.name,)), None,
                Gio.DBusCallFlags.NONE, 60000, None).unpack()[0]
        except GLib.Error:
            return None
        return self.find_root_of(pid)

    def wait_for_end(self):
        self.wait(lambda: self._find_root() is None, "the program to end")
        self.kill()


if __name__ == "__main__":
    run(DesktopSearch)
