#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every icon of our own that the program names is bundled, and is well-formed."""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

root = pathlib.Path(sys.argv[1])
failures = []

bundle = ElementTree.parse(root / "resources/tranche.gresource.xml")
bundled = {file.text for file in bundle.iter("file")}
icons = {path.relative_to(root / "resources").as_posix()
         for path in (root / "resources/icons").rglob("*.svg")}
templates = {"ui/" + path.stem + ".ui" for path in (root / "resources/ui").glob("*.blp")}

for path in sorted((icons | templates) - bundled):
    failures.append(f"{path} is missing in tranche.gresource.xml")

names = {pathlib.PurePath(icon).stem for icon in icons}
sources = [*(root / "src").rglob("*.c"), *(root / "resources/ui").glob("*.blp")]
used = set()
for source in sources:
    used |= set(re.findall(r'"(tranche-[a-z-]+-symbolic)"', source.read_text()))
for name in sorted(used - names):
    failures.append(f"the icon {name} is named and does not exist")
for name in sorted(names - used):
    failures.append(f"the icon {name} exists and is not used")

for path in [*(root / "resources/icons").rglob("*.svg"), *(root / "data/icons").rglob("*.svg")]:
    svg = ElementTree.parse(path).getroot()
    size = svg.get("width"), svg.get("height"), svg.get("viewBox")
    expected = ("16", "16", "0 0 16 16") if "symbolic" in path.stem else ("128", "128", "0 0 128 128")
    if size != expected:
        failures.append(f"{path.name} is {size} and not {expected}")

for failure in failures:
    print(failure)
sys.exit(1 if failures or not used else 0)
