#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prepares the manifest of the Flatpak for a build without the modules' sites.

modules.py list MANIFEST MODULES
    prints what has to be downloaded: SHA-256, file name and Debian's path of
    each archive that MODULES has a path for.

modules.py sources MANIFEST MODULES
    prints the Debian source package of each archive.

modules.py verify MANIFEST MODULES <RECORDS
    compares the SHA-256 of each archive with what Debian, in RECORDS of
    "apt-cache showsrc", tells of the archive that its source package was made of.

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


def list_archives(manifest, places):
    """The module, its archive, and the place that MODULES tells."""
    for module in manifest["modules"]:
        for source in module["sources"]:
            if source["type"] != "archive":
                continue
            if module["name"] not in places:
                sys.exit(f"{module['name']} is missing in modules.list")
            yield module["name"], source, places[module["name"]]


def list_downloads(manifest, places):
    for _, source, place in list_archives(manifest, places):
        if place != "packages":
            print(source["sha256"], os.path.basename(source["url"]), place)


def name_source(module, place):
    """A package of the stand-in is of a source that is called as the module."""
    return module if place == "packages" else place.split("/")[-2]


def list_sources(manifest, places):
    for module, _, place in list_archives(manifest, places):
        print(name_source(module, place))


def read_records(file):
    """The archives that sources were made of: name to SHA-256."""
    return {match[2]: match[1] for match in
            re.finditer(r"^ ([0-9a-f]{64}) \d+ (\S+\.orig\.tar\.\w+)$", file.read(), re.MULTILINE)}


def verify(manifest, places, records):
    differs = False
    for module, source, place in list_archives(manifest, places):
        version = re.search(r"\d+(\.\d+)+", source["url"].rsplit("/", 1)[-1])[0]
        begins = f"{name_source(module, place)}_{version}.orig.tar."
        found = {name: record for name, record in records.items() if name.startswith(begins)}
        if source["sha256"] in found.values():
            print(f"{module}: as Debian's {', '.join(found)}")
        else:
            print(f"{module}: {source['sha256']} is not of {found or begins + '*'}")
            differs = True
    return not differs


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
    if job == "sources":
        list_sources(manifest, places)
        return
    if job == "verify":
        sys.exit(0 if verify(manifest, places, read_records(sys.stdin)) else 1)
    version = sys.argv[5] if len(sys.argv) > 5 else None
    folder = os.path.dirname(os.path.abspath(manifest_path))
    with open(sys.argv[4], "w", encoding="utf-8") as file:
        file.write(write(manifest, places, folder, version) + "\n")


main()
