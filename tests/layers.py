#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that the folders of src/ only reach where they may.

Read are the includes of every C file and the dependencies in every
meson.build. The picture is in the README: core sees nothing of ours, banks
and store see core, demo sees core and the banks' signature, model sees all of
these, ui sees core, model and sheet, which writes tables, and the store's errors to put them into words.
The provider of the desktop's search looks into the store without all of that.
Each foreign library has its own folders.
"""

import pathlib
import re
import sys
import tempfile

# Folder: (folders that it may include from, libraries that it may use).
LAYERS = {
    "core": (set(), set()),
    "sheet": ({"core"}, {"xlsxwriter"}),
    "banks": ({"core"}, {"soup", "json"}),
    "store": ({"core"}, {"gcrypt", "sqlite", "secret"}),
    "demo": ({"core", "banks"}, {"soup", "json", "pangocairo"}),
    "model": ({"core", "banks", "store", "demo"}, set()),
    "ui": ({"core", "model", "sheet"}, {"gtk", "adwaita", "pangocairo", "portal", "qrencode"}),
    "provider": ({"core", "store"}, set()),
}

# Where a folder sees a few headers of another one and nothing else. The demo
# bank is not to share the code that it is to test.
NARROW = {
    ("demo", "banks"): {"banks/cfront-signature.h"},
    ("ui", "store"): {"store/keyring-error.h", "store/store-error.h"},
    # An order is called the same outside of the window.
    ("provider", "ui"): {"ui/format.h", "ui/stage-words.h"},
}

# Libraries made for such a use alone.
NARROW_LIBRARIES = {("provider", "ui_words")}

EVERYWHERE = {"glib", "gobject", "gio", "gio_unix"}

LIBRARY_OF_HEADER = {
    "adwaita.h": "adwaita",
    "cairo": "pangocairo",
    "gcrypt.h": "gcrypt",
    "gdk/": "gtk",
    "gsk/": "gtk",
    "gtk/": "gtk",
    "json-glib/": "json",
    "libsecret/": "secret",
    "libsoup/": "soup",
    "pango/": "pangocairo",
    "libportal-gtk4": "portal",
    "qrencode.h": "qrencode",
    "sqlite3.h": "sqlite",
    "xlsxwriter": "xlsxwriter",
}

GENERATED = re.compile(r"config\.h|[\w-]+-resources\.h")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">]', re.MULTILINE)
DEPENDENCY = re.compile(r"\b(\w+)_(?:dep|lib|deps)\b")


def check_include(layer, quote, header):
    """Says what is wrong with an include of a file in the folder, or None."""
    folders, libraries = LAYERS[layer]

    if quote == '"':
        target = header.split("/")[0]
        if GENERATED.fullmatch(header) or target == layer and "/" in header:
            return None
        if "/" not in header:
            return f'"{header}" does not say its folder'
        if (layer, target) in NARROW:
            allowed = header in NARROW[layer, target]
        else:
            allowed = target in folders
        return None if allowed else f'{layer} may not see "{header}"'

    for prefix, library in LIBRARY_OF_HEADER.items():
        if header.startswith(prefix) and library not in libraries:
            return f"{layer} may not use <{header}>"
    return None


def check_dependency(layer, name):
    """Says what is wrong with a NAME_dep in the folder's meson.build, or None."""
    folders, libraries = LAYERS[layer]

    # A folder may split what it makes into several libraries.
    if (layer, name) in NARROW_LIBRARIES:
        return None
    if name in EVERYWHERE | folders | libraries | {layer} or name.startswith(layer + "_"):
        return None
    return f"{layer} may not link {name}"


def check_tree(root):
    """Lists all wrong arrows under root/src."""
    problems = []

    for path in sorted((root / "src").rglob("*")):
        parts = path.relative_to(root / "src").parts
        if len(parts) < 2 or path.suffix not in (".c", ".h") and path.name != "meson.build":
            continue

        layer = parts[0]
        text = path.read_text(encoding="utf-8")
        if layer not in LAYERS:
            found = [f"{layer} is not a layer that tests/layers.py knows"]
        elif path.name == "meson.build":
            code = re.sub(r"#.*", "", text)
            found = [check_dependency(layer, name) for name in DEPENDENCY.findall(code)]
        else:
            found = [check_include(layer, *match) for match in INCLUDE.findall(text)]

        problems += [f"{path.relative_to(root)}: {problem}" for problem in found if problem]

    return problems


# Made-up files, and whether each is right.
EXAMPLES = [
    ("src/core/a.c", '#include "core/a.h"\n#include <gio/gio.h>\n#include "config.h"\n', True),
    ("src/core/b.c", '#include "banks/tbank-client.h"\n', False),
    ("src/core/c.c", "#include <libsoup/soup.h>\n", False),
    ("src/core/d.c", '#include "d.h"\n', False),
    ("src/core/e.c", '#  include\t"../ui/window.h"\n', False),
    ("src/banks/a.c", '#include "core/a.h"\n#include <libsoup/soup.h>\n', True),
    ("src/banks/b.c", '#include "store/order-book.h"\n', False),
    ("src/banks/c.c", "#include <sqlite3.h>\n", False),
    ("src/store/a.h", "#include <sqlite3.h>\n#include <libsecret/secret.h>\n", True),
    ("src/store/b.h", "#include <json-glib/json-glib.h>\n", False),
    ("src/store/c.h", '#include "model/shop.h"\n', False),
    ("src/demo/a.c", '#include "banks/cfront-signature.h"\n', True),
    ("src/demo/b.c", '#include "banks/tbank-wire.h"\n', False),
    ("src/demo/c.c", "#include <cairo-pdf.h>\n#include <pango/pangocairo.h>\n", True),
    ("src/banks/d.c", "#include <cairo-pdf.h>\n", False),
    ("src/model/a.c", '#include "banks/tbank-client.h"\n#include "store/keyring.h"\n', True),
    ("src/model/b.c", "#include <gtk/gtk.h>\n", False),
    ("src/model/c.c", '#include "ui/window.h"\n', False),
    ("src/ui/a.c", '#include <adwaita.h>\n#include "model/shop.h"\n#include <qrencode.h>\n', True),
    ("src/ui/b.c", '#include "banks/tbank-client.h"\n', False),
    ("src/ui/c.c", '#include "store/order-book.h"\n', False),
    ("src/ui/d.c", '#include "store/store-error.h"\n', True),
    ("src/provider/a.c", '#include "store/book-glance.h"\n#include "ui/format.h"\n', True),
    ("src/provider/b.c", '#include "ui/window.h"\n', False),
    ("src/provider/c.c", '#include "model/shop.h"\n', False),
    ("src/provider/d.c", "#include <gtk/gtk.h>\n", False),
    ("src/extra/a.c", "", False),
    ("src/core/meson.build", "dependencies: [glib_dep, gio_dep] # not soup_dep\n", True),
    ("src/store/meson.build", "dependencies: [core_dep, sqlite_dep, secret_dep]\n", True),
    ("src/banks/meson.build", "dependencies: [core_dep, gtk_dep]\n", False),
    ("src/ui/meson.build", "link_with: [store_lib]\n", False),
    ("src/provider/meson.build", "dependencies: [store_dep, ui_words_dep]\n", True),
    ("src/provider/meson.build", "dependencies: [ui_dep]\n", False),
]


def test_checker():
    """Every made-up fault is found, and nothing is said of what is right."""
    problems = []

    for name, text, is_right in EXAMPLES:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
            found = check_tree(pathlib.Path(folder))

        if bool(found) == is_right:
            problems.append(f"{name}: {text!r} was judged {found}")

    return problems


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    tests = [
        ("the checker finds made-up faults", test_checker()),
        ("src/ has no wrong arrow", check_tree(root)),
        ("src/ was found", [] if (root / "src/core/money.h").exists() else [f"{root} has none"]),
    ]

    print(f"1..{len(tests)}")
    for number, (name, problems) in enumerate(tests, 1):
        for problem in problems:
            print(f"# {problem}")
        print(f"{'not ok' if problems else 'ok'} {number} {name}")

    return any(problems for _, problems in tests)


if __name__ == "__main__":
    sys.exit(main())
