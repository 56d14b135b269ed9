#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of help are well-formed, linked, and translated to the last word.

check-help.py HELP-FOLDER
"""

import pathlib
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

for failure in failures:
    print(failure)
sys.exit(1 if failures or not pages else 0)
