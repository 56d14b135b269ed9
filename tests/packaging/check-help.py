#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of help are well-formed, linked, and translated to the last word, and
what they say stands in the window stands there, in each language.

check-help.py HELP-FOLDER
"""

import gettext
import pathlib
import re
import subprocess
import sys
import tempfile

folder = pathlib.Path(sys.argv[1])
pages = sorted(str(page) for page in (folder / "C").glob("*.page"))
failures = []


def run(*words):
    done = subprocess.run(words, check=False, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    if done.returncode != 0:
        failures.append(f"{words[:3]}: {done.stdout}")
    return done.stdout


def read_catalogue(path):
    """What is translated, as pairs."""
    with tempfile.NamedTemporaryFile() as compiled:
        run("msgfmt", "-o", compiled.name, str(path))
        with open(compiled.name, "rb") as file:
            found = gettext.GNUTranslations(file)._catalog  # pylint: disable=protected-access
    for original, translated in found.items():
        original = original[0] if isinstance(original, tuple) else original
        yield original.split("\x04")[-1], translated


def without_mnemonic(label):
    return re.sub(r"_(?=\w)", "", label)


def check_labels(language):
    labels = {}
    for original, translated in read_catalogue(folder.parent / "po" / f"{language}.po"):
        labels.setdefault(without_mnemonic(original), set()).add(without_mnemonic(translated))

    for original, translated in read_catalogue(folder / language / f"{language}.po"):
        shown = set(re.findall("<gui>(.*?)</gui>", translated))
        for label in re.findall("<gui>(.*?)</gui>", original):
            if label not in labels:
                failures.append(f"nothing in the program says “{label}”")
            elif not labels[label] & shown:
                failures.append(f"{language}: “{label}” is {labels[label]}, not one of {shown}")


with tempfile.TemporaryDirectory(prefix="tranche-help-") as scratch:
    run("yelp-check", "validate", *pages)
    run("yelp-check", "links", *pages)
    run("yelp-check", "orphans", *pages)
    template = f"{scratch}/help.pot"
    run("itstool", "-o", template, *pages)
    run("sed", "-i", "s/translator-credits/_/", template)
    run("msgattrib", "--no-obsolete", "-o", template, template)
    for language in ("ru", "uk"):
        catalogue = folder / language / f"{language}.po"
        run("msgfmt", "--check-format", "-o", "/dev/null", str(catalogue))
        said = run("sh", "-c", "msgmerge --no-fuzzy-matching --quiet -o - \"$1\" \"$2\" |"
                   " msgattrib --untranslated --no-wrap -", "sh", str(catalogue), template)
        for line in said.splitlines():
            if line.startswith("msgid ") and line not in ('msgid ""', 'msgid "_"'):
                failures.append(f"{language}: not translated: {line[6:]}")
        check_labels(language)

for failure in failures:
    print(failure)
sys.exit(1 if failures or not pages else 0)
