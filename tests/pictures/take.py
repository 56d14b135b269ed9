#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of one variant, in a private session; build-aux/pictures
tells what can be chosen."""

import argparse
import os
import subprocess
import sys

from camera import LOCALES, Camera, Variant
from scenes_day import Day
from scenes_first import First
from scenes_trouble import Trouble

SETTINGS = (First, Day, Trouble)
# On a sheet of several pictures.
PER_SHEET = 4


# The name of one, which montage does not find by itself.
FONT = subprocess.run(["fc-match", "-f", "%{file}", "sans"], check=True, capture_output=True,
                      text=True).stdout


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("scenes", nargs="*")
    parser.add_argument("--language", choices=LOCALES, default="en")
    parser.add_argument("--size", default="usual")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--high-contrast", action="store_true")
    return parser.parse_args()


def make_sheets(camera):
    for index in range(0, len(camera.taken), PER_SHEET):
        pictures = camera.taken[index:index + PER_SHEET]
        columns = "2x" if camera.variant.size[0] > 700 else "4x"
        subprocess.run(["montage", "-font", FONT, "-label", "%t", *pictures, "-tile", columns,
                        "-geometry", "800x>+4+4", "-background", "grey60",
                        camera.folder / f"sheet-{index // PER_SHEET:02}.png"], check=True)


def main():
    options = parse()
    variant = Variant(options)
    variant.write_settings()
    # Not what this program says itself.
    os.environ["G_DEBUG"] = ""
    camera = Camera(variant, options.folder)
    missing = []
    for setting in SETTINGS:
        missing += setting(camera).play(options.scenes)
    make_sheets(camera)
    print(f"{len(camera.taken)} pictures in {camera.folder}")
    for line in missing:
        print(f"not taken: {line}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
