# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak as somebody has it: from the file, through the main job in the
sandbox and an update, to what is left when it was removed.

test_flatpak.py REPOSITORY BUNDLE SECOND-BUNDLE SCRATCH, in a private session
"""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import traceback

from book_file import fill
from desktop import Program, Role, command, wait
from steps import run_steps

ID = "io.github.tranche.Tranche"
TESTS = pathlib.Path(__file__).parent.parent
INSTALL = TESTS.parent / "build-aux/lib/flatpak-install"
PASSWORD = "demo-password"

PERMISSIONS = {
    "shared": {"network", "ipc"},
    # The second without the third is a right to X only where there is no Wayland.
    "sockets": {"wayland", "fallback-x11", "x11"},
    "devices": {"dri"},
    "org.freedesktop.secrets": {"talk"},
}

EXPORTED = {
    f"applications/{ID}.desktop",
    f"dbus-1/services/{ID}.service",
    f"dbus-1/services/{ID}.SearchProvider.service",
    f"gnome-shell/search-providers/{ID}.search-provider.ini",
    f"icons/hicolor/scalable/apps/{ID}.svg",
    f"icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    f"metainfo/{ID}.metainfo.xml",
}


def run(*words, check=True, timeout=600, **options):
    """Runs a command and returns what it wrote."""
    done = subprocess.run(words, check=False, timeout=timeout, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    if check and done.returncode != 0:
        raise AssertionError(f"{words} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def inside(*words, **options):
    """The same in the sandbox of the program."""
    return run("flatpak", "run", "--user", f"--command={words[0]}", ID, *words[1:], **options)


class Flatpak:
    STEPS = (
        "the_file_is_installed",
        "the_desktop_gets_what_it_needs",
        "it_has_no_more_rights_than_it_needs",
        "files_of_the_machine_are_out_of_its_sight",
        "the_main_job",
        "the_secret_is_in_the_keyring_and_the_book_is_private",
        "a_picture_of_it",
        "it_speaks_russian_and_ukrainian",
        "an_update_keeps_the_book_and_the_secret",
        "the_search_of_the_desktop_reaches_into_it",
        "a_link_reaches_it",
        "a_number_of_two_accounts",
        "the_keyring_without_the_right_to_it",
        "what_is_removed_leaves_the_orders",
        "nothing_is_left",
    )

    def __init__(self, repository, bundle, second, scratch):
        self.repository, self.bundle, self.second = repository, bundle, second
        self.scratch = pathlib.Path(scratch)
        self.installation = self.scratch / "fresh"
        self.home = pathlib.Path.home()
        self.book = self.home / ".var/app" / ID / "data/tranche/orders.db"
        shutil.rmtree(self.installation, ignore_errors=True)
        os.environ["FLATPAK_USER_DIR"] = str(self.installation)
        os.environ["FLATPAK_SYSTEM_DIR"] = str(self.scratch / "system")
        os.environ["FLATPAK_SYSTEM_CACHE_DIR"] = str(self.scratch / "system-cache")
        os.environ["TRANCHE_COMMAND"] = f"flatpak run --user --die-with-parent {ID}"
        # A sandbox keeps its settings as it would at home.
        os.environ.pop("GSETTINGS_BACKEND", None)

    def the_file_is_installed(self):
        """By what build-aux/flatpak --install does for a person, twice."""
        for _ in range(2):
            run(str(INSTALL), self.repository, self.bundle)
        listed = run("flatpak", "list", "--user", "--app", "--columns=application,version")
        assert ID in listed, listed
        print(f"# {os.path.getsize(self.bundle) // 1024} KiB")

    def the_desktop_gets_what_it_needs(self):
        exports = self.installation / "exports/share"
        for name in EXPORTED:
            assert (exports / name).exists(), f"{name} is not exported"
        desktop = (exports / f"applications/{ID}.desktop").read_text(encoding="utf-8")
        assert "x-scheme-handler/tranche" in desktop and "Name[ru]" in desktop, desktop
        run("desktop-file-validate", str(exports / f"applications/{ID}.desktop"))

    def it_has_no_more_rights_than_it_needs(self):
        shown = run("flatpak", "info", "--user", "--show-permissions", ID)
        rights = dict(line.split("=", 1) for line in shown.splitlines() if "=" in line)
        rights = {name: set(filter(None, value.split(";"))) for name, value in rights.items()}
        assert rights == PERMISSIONS, shown

    def files_of_the_machine_are_out_of_its_sight(self):
        secret = self.home / "a-file-of-mine"
        secret.write_text("mine", encoding="utf-8")
        seen = inside("sh", "-c", f"cat '{secret}' || echo unseen; touch '{secret}.new'; ls -A ~",
                      check=False)
        assert "unseen" in seen and secret.name not in seen.splitlines(), seen
        assert not secret.with_name(secret.name + ".new").exists()

    def journey(self, name):
        done = subprocess.run([sys.executable, str(TESTS / "e2e" / name)], check=False,
                              timeout=600, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
        if done.returncode != 0 or "not ok" in done.stdout:
            raise AssertionError(done.stdout)

    def the_main_job(self):
        self.journey("test_main_job.py")

    def secrets(self):
        import gi  # pylint: disable=import-outside-toplevel
        gi.require_version("Secret", "1")
        from gi.repository import Secret  # pylint: disable=import-outside-toplevel
        service = Secret.Service.get_sync(Secret.ServiceFlags.LOAD_COLLECTIONS, None)
        found = []
        for collection in service.get_collections():
            collection.load_items_sync(None)
            for item in collection.get_items():
                item.load_secret_sync(None)
                found.append(item.get_secret().get_text())
        return found

    def the_secret_is_in_the_keyring_and_the_book_is_private(self):
        assert PASSWORD in self.secrets(), "the password is not in the keyring"
        assert self.book.stat().st_mode & 0o077 == 0, "others can read the book"
        assert self.book.parent.stat().st_mode & 0o077 == 0, "others can read its folder"
        for path in (self.home / ".var").rglob("*"):
            if path.is_file():
                assert PASSWORD.encode() not in path.read_bytes(), f"the password is in {path}"

    def orders(self):
        with sqlite3.connect(f"file:{self.book}?mode=ro", uri=True) as book:
            return sorted(number for number, in book.execute("SELECT number FROM orders"))

    def start(self, *arguments, **environment):
        return Program(command(*arguments), environment, log=str(self.scratch / "program.log"))

    def stop(self, program):
        program.keys("ctrl+q")
        status = program.ended()
        assert status == 0, f"the program ended with {status}"

    def a_picture_of_it(self):
        program = self.start()
        program.choose_view("All")
        for number in self.orders():
            program.find_row(number)
        picture = self.scratch / "flatpak.png"
        run("import", "-window", "root", "-silent", str(picture))
        colours = int(run("identify", "-format", "%k", str(picture)))
        assert colours > 100, f"a picture of {colours} colours"
        self.stop(program)

    def it_speaks_russian_and_ukrainian(self):
        for locale, label in (("ru_RU", "Новая заявка"), ("uk_UA", "Нова заявка")):
            program = self.start(LC_ALL=f"{locale}.UTF-8", LANG=f"{locale}.UTF-8", LANGUAGE="")
            program.find(Role.BUTTON, label)
            self.stop(program)

    def an_update_keeps_the_book_and_the_secret(self):
        orders = self.orders()
        assert len(orders) == 2, orders
        run("flatpak", "install", "--user", "--noninteractive", "-y", "--or-update",
            "--bundle", self.second)
        assert "99.0.0" in inside("tranche", "--version")
        assert self.orders() == orders
        assert PASSWORD in self.secrets()
        program = self.start()
        program.choose_view("All")
        for number in orders:
            program.find_row(number)
        self.stop(program)

    def the_search_of_the_desktop_reaches_into_it(self):
        services = pathlib.Path(os.environ["TRANCHE_SESSION"], "services")
        for name in (ID, ID + ".SearchProvider"):
            shutil.copy(self.installation / f"exports/share/dbus-1/services/{name}.service", services)
        # The bus was there before the installation, and starts what it has.
        places = ", ".join(f"'{name}': '{value}'" for name, value in os.environ.items()
                           if name.startswith("FLATPAK_"))
        for method, *arguments in (("UpdateActivationEnvironment", "{" + places + "}"),
                                   ("ReloadConfig",)):
            run("gdbus", "call", "--session", "--dest", "org.freedesktop.DBus",
                "--object-path", "/org/freedesktop/DBus",
                "--method", f"org.freedesktop.DBus.{method}", *arguments)
        found = run("gdbus", "call", "--session", "--dest", ID + ".SearchProvider",
                    "--object-path", "/io/github/tranche/Tranche/SearchProvider", "--method",
                    "org.gnome.Shell.SearchProvider2.GetInitialResultSet", "['7766']")
        assert found.count("'") == 2, found

    def a_link_reaches_it(self):
        first, second = self.orders()
        program = self.start(f"tranche:order/{first}")
        program.see_order(first, "Иванова")
        # The one that runs is found from another sandbox.
        run(*command(f"tranche:order/{second}"))
        program.see_order(second, "Иванова")
        run(*command("tranche:order/NOBODYS"))
        program.wait(lambda: not program.rows(), "the list to be empty")
        self.stop(program)

    def a_number_of_two_accounts(self):
        fill(self.book, [{"number": "TWICE", "last_name": "Васильев", "account": 91},
                         {"number": "TWICE", "last_name": "Громов", "account": 92}],
             {91: "Shop on the Square", 92: "Shop at the Station"})
        program = self.start("tranche:order/TWICE")
        program.wait(lambda: len(program.rows()) == 2, "the two orders")
        program.find_row("Васильев")
        program.find_row("Громов")
        self.stop(program)

    def exported(self):
        return [path for path in (self.installation / "exports").rglob("*")
                if path.is_file() and ID in path.name]

    def what_is_removed_leaves_the_orders(self):
        orders = self.orders()
        assert self.exported()
        # The provider of the search stays for a while, and what it uses with it.
        run("flatpak", "kill", ID, check=False)
        wait(lambda: ID not in run("flatpak", "ps", "--columns=application"), "the provider to end")
        run("flatpak", "uninstall", "--user", "--noninteractive", "-y", ID)
        assert ID not in run("flatpak", "list", "--user", "--app")
        assert not self.exported(), self.exported()
        assert self.orders() == orders
        assert PASSWORD in self.secrets()
        run(str(INSTALL), self.repository, self.second)
        program = self.start()
        program.choose_view("All")
        program.find_row(orders[0])
        self.stop(program)

    def the_keyring_without_the_right_to_it(self):
        """Taken away by whoever owns the machine, it is missed in words."""
        run("flatpak", "override", "--user", "--no-talk-name=org.freedesktop.secrets", ID)
        program = self.start()
        program.choose_view("All")
        program.find_row(self.orders()[0])
        program.wait(lambda: any("keyring" in (found.get_name() or "").lower()
                                 for found in program.walk()
                                 if found.get_role() in (Role.LABEL, Role.BUTTON)),
                     "the window to say that there is no keyring")
        self.stop(program)
        run("flatpak", "override", "--user", "--reset", ID)

    def nothing_is_left(self):
        data = self.home / ".var/app" / ID
        said = run("flatpak", "uninstall", "--user", "--noninteractive", "-y", "--delete-data", ID,
                   check=False)
        assert ID not in run("flatpak", "list", "--user", "--app")
        assert not data.exists(), [said, *map(str, data.rglob("*"))]
        assert not self.exported(), self.exported()


def complain():
    for line in traceback.format_exc().splitlines():
        print(f"# {line}")


def main():
    test = Flatpak(*sys.argv[1:5])
    run_steps([getattr(test, name) for name in Flatpak.STEPS], complain)


if __name__ == "__main__":
    main()
