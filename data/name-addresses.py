# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the metainfo with the public addresses that the build was told, and without
what would need one that it was not told.

Usage: name-addresses.py IN OUT HOMEPAGE SCREENSHOTS
"""

import sys
import xml.etree.ElementTree as xml


def name_addresses(component, homepage, screenshots):
    url = component.find("url")
    if homepage:
        url.text = homepage
    else:
        component.remove(url)

    pictures = component.find("screenshots")
    if not screenshots:
        component.remove(pictures)
        return
    for image in pictures.iter("image"):
        image.text = f"{screenshots.rstrip('/')}/{image.text}"


def main(source, target, homepage, screenshots):
    tree = xml.parse(source)
    name_addresses(tree.getroot(), homepage, screenshots)
    tree.write(target, encoding="UTF-8", xml_declaration=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
