#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prepares the manifest of the Flatpak for a build without the modules' sites.

modules.py list MANIFEST MODULES
    prints what has to be downloaded: SHA-256, file name and Debian's path of
    each archive that MODULES has a path for.

modules.py write MANIFEST MODULES OUTPUT [VERSION]
    writes the manifest without the modules that MODULES says the stand-in
    runtime holds; with VERSION, of a program that calls itself so.  Nothing
    else is changed.
"""

import json
import os
import re
import sys


def read_modules(path):
    with open(path, encoding="utf-8") as file:
        lines = (re.sub(r"#.*", "", line).split() for line in file)
        return {line[0]: line[1] for line in lines if line}


def list_downloads(manifest, places):
    for module in manifest["modules"]:
        place = places.get(module["name"])
        for source in module["sources"]:
            if source["type"] != "archive" or place == "packages":
                continue
            if place is None:
                sys.exit(f"{module['name']} is missing in modules.list")
            print(source["sha256"], os.path.basename(source["url"]), place)


def write(manifest, places, folder, version):
    manifest["modules"] = [module for module in manifest["modules"]
                           if places.get(module["name"]) != "packages"]
    program = manifest["modules"][-1]
    # The manifest is read in another folder.
    for source in program["sources"]:
        if source["type"] == "dir":
            source["path"] = os.path.normpath(os.path.join(folder, source["path"]))
    if version:
        command = f"sed -i \"s/^  version: .*/  version: '{version}',/\" meson.build"
        program["sources"].append({"type": "shell", "commands": [command]})
    return json.dumps(manifest, indent=2)


def main():
    job, manifest_path, modules_path = sys.argv[1:4]
    with open(manifest_path, encoding="utf-8") as file:
        manifest = json.load(file)
    places = read_modules(modules_path)
    if job == "list":
        list_downloads(manifest, places)
        return
    version = sys.argv[5] if len(sys.argv) > 5 else None
    folder = os.path.dirname(os.path.abspath(manifest_path))
    with open(sys.argv[4], "w", encoding="utf-8") as file:
        file.write(write(manifest, places, folder, version) + "\n")


main()
