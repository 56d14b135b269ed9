#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that the dialog of shortcuts tells what the keys do: every key that the
program gives to an action stands in it, and it promises no other.

A view's keys are told by the first and the last of them, and an action by the
first of its keys."""

import pathlib
import re
import sys

# What the dialog tells and a widget does, with where.
BY_WIDGETS = {
    "Return": "the list of orders",
    "<Control>a": "the list of orders",
    "Delete": "src/ui/workplace.c",
    "F10": "the menu button",
}

# Of which one at most is enabled.
SHARED = {
    "win.commit-selected": "win.commit",
}


def main(root):
    source = (root / "src/ui/accels.c").read_text(encoding="utf-8")
    dialog = (root / "resources/ui/shortcuts.blp").read_text(encoding="utf-8")
    faults = []

    keys = {action: key for action, key in
            re.findall(r'\{ "([^"]+)", \{ "([^"]+)"', source)}
    for action, other in SHARED.items():
        if keys.pop(action, None) != keys[other]:
            faults.append(f"{action} has not the key of {other}")
    views = [key for action, key in keys.items() if action.startswith(("win.view::", "win.saved-view"))]
    told = re.findall(r'accelerator: "([^"]+)";', dialog)

    if len(keys) < 10:
        faults.append("src/ui/accels.c could not be read")
    for action, key in keys.items():
        if key not in told and key not in views[1:-1]:
            faults.append(f"{key} of {action} is not in the dialog")
    for key in told:
        if key not in keys.values() and key not in BY_WIDGETS:
            faults.append(f"the dialog promises {key}, which no action has")
    faults += [f"{key} stands twice in the dialog" for key in set(told) if told.count(key) > 1]
    faults += [f"{key} is of two actions" for key in set(keys.values())
               if list(keys.values()).count(key) > 1]

    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
