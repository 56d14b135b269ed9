#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An installation has what it should, and nothing is left when it goes.

check-install.py BUILD-TREE PREFIX
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

tree, prefix = sys.argv[1:3]
ID = "io.github.tranche.Tranche"
failures = []

EXPECTED = [
    "bin/tranche",
    "bin/tranche-demo-bank",
    "libexec/tranche-search-provider",
    f"share/applications/{ID}.desktop",
    f"share/dbus-1/services/{ID}.service",
    f"share/dbus-1/services/{ID}.SearchProvider.service",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/gnome-shell/search-providers/{ID}.search-provider.ini",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    f"share/metainfo/{ID}.metainfo.xml",
    "share/man/man1/tranche.1",
    "share/man/man1/tranche-demo-bank.1",
    "share/help/C/tranche/index.page",
    "share/help/ru/tranche/index.page",
    "share/help/uk/tranche/index.page",
    "share/locale/ru/LC_MESSAGES/tranche.mo",
    "share/locale/uk/LC_MESSAGES/tranche.mo",
]


def run(*words):
    done = subprocess.run(words, check=False, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    if done.returncode != 0:
        failures.append(f"{words[:3]} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def list_options(text):
    """Its own, of those that stand at the beginning of a line."""
    plain = re.sub("\x1b\\[[0-9;]*m|.\b", "", text)
    found = re.findall("^ +(?:-h, )?(--[a-z0-9-]+)", plain, re.MULTILINE)
    return {option for option in found
            if "gapplication" not in option and not option.startswith("--help-")}


def check_manual(program, page):
    """Whatever --help tells is in the manual page, and nothing else."""
    if not page.exists():
        failures.append(f"{program.name} has no manual page")
        return
    manual = list_options(run("man", "--warnings", "--local-file", "-Tascii", str(page)))
    told = list_options(run(str(program), "--help")) | {"--help"}
    if manual != told:
        failures.append(f"{page.name} and --help differ in {sorted(manual ^ told)}")


def check_contents(root):
    for name in EXPECTED:
        if not (root / name).exists():
            failures.append(f"{name} is not installed")

    for service in (root / "share/dbus-1/services").glob("*.service"):
        keys = dict(line.split("=", 1) for line in service.read_text().splitlines() if "=" in line)
        program = keys["Exec"].split()[0]
        if keys["Name"] + ".service" != service.name:
            failures.append(f"{service.name} is a service of {keys['Name']}")
        if not (root / os.path.relpath(program, prefix)).exists():
            failures.append(f"{service.name} starts {program}, which is not installed")

    provider = root / f"share/gnome-shell/search-providers/{ID}.search-provider.ini"
    if f"DesktopId={ID}.desktop" not in provider.read_text():
        failures.append("the search provider names no desktop file")

    run("desktop-file-validate", str(root / f"share/applications/{ID}.desktop"))
    for program in sorted((root / "bin").iterdir()):
        check_manual(program, root / f"share/man/man1/{program.name}.1")


with tempfile.TemporaryDirectory(prefix="tranche-install-") as folder:
    run("meson", "install", "-C", tree, "--no-rebuild", "--quiet", "--destdir", folder)
    check_contents(pathlib.Path(folder + prefix))
    run("ninja", "-C", tree, "uninstall")
    left = [path for path in pathlib.Path(folder).rglob("*") if not path.is_dir()]
    for path in left:
        failures.append(f"{path.relative_to(folder)} is left")
    # What the uninstallation of the tree goes by is the next installation's.
    log = pathlib.Path(tree, "meson-logs", "install-log.txt")
    log.unlink(missing_ok=True)

for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
