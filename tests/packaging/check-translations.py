#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string that a user sees is marked, extracted and translated."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(sys.argv[1])
failures = []

MARK = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]

# What a Blueprint property shows to people.
SHOWN = re.compile(
    r'\b(label|title|subtitle|tooltip-text|description|placeholder-text|heading|body|'
    r'button-label|comments|text|tooltip|suffix|prefix)\s*:\s*(["\'])((?:\\.|(?!\2).)*)\2')

# In C: calls whose literals nobody sees, and calls whose literals everybody sees.
HIDDEN = re.compile(
    r'^(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2|g_warning|g_debug|g_message|g_critical|'
    r'g_error|g_info|g_log\w*|tranche_log\w*|g_assert\w*|g_return_\w+|g_set_error\w*|g_error_new\w*)$')
VISIBLE = re.compile(
    r'(_set_(title|label|subtitle|tooltip_text|description|heading|body|placeholder_text|'
    r'button_label)|^gtk_label_new|^adw_toast_new|^adw_alert_dialog_(new|add_response)|'
    r'^gtk_button_new_with_(label|mnemonic)|^g_option_context_\w+)$')
SENTENCE = re.compile(r"^[A-Z][a-z]+,? [A-Za-z“]")


def run(*command):
    """Runs a gettext tool and returns its exit status and what it said."""
    env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="C")
    done = subprocess.run(command, cwd=root, env=env, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def sources():
    yield from (root / "src").rglob("*.c")
    yield from (root / "resources/ui").glob("*.blp")


def check_listed(listed):
    for path in sources():
        name = path.relative_to(root).as_posix()
        marked = MARK.search(path.read_text()) is not None
        if marked and name not in listed:
            failures.append(f"{name} has strings and is missing in po/POTFILES.in")
        if not marked and name in listed:
            failures.append(f"{name} has no strings and is in po/POTFILES.in")
    for name in listed:
        if not (root / name).exists():
            failures.append(f"{name} is in po/POTFILES.in and does not exist")
    if listed != sorted(set(listed)):
        failures.append("po/POTFILES.in is not sorted")


def check_blueprints():
    for path in sorted((root / "resources/ui").glob("*.blp")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for match in SHOWN.finditer(line.split("//")[0]):
                if re.search(r"[^\W\d_]", match[3]):
                    failures.append(f"{path.name}:{number}: “{match[3]}” is not marked")


def without_comments(text):
    """Blanks comments and keeps the line numbers."""
    pattern = re.compile(r'"(?:\\.|[^"\\])*"|/\*.*?\*/|//[^\n]*', re.S)
    return pattern.sub(lambda m: m[0] if m[0][0] == '"' else re.sub(r"[^\n]", " ", m[0]), text)


def caller(text, position):
    """The name of the function that the argument at @position is given to."""
    depth = 0
    while position > 0:
        position -= 1
        if text[position] == ")":
            depth += 1
        elif text[position] == "(":
            depth -= 1
            if depth < 0:
                name = re.search(r"(\w+)\s*$", text[:position])
                return name[1] if name else ""
        elif text[position] in ";{}":
            return ""
    return ""


def check_c():
    for path in sorted((root / "src/ui").glob("*.c")):
        text = without_comments(path.read_text())
        for match in re.finditer(r'"((?:\\.|[^"\\\n])*)"', text):
            called = caller(text, match.start())
            if HIDDEN.match(called):
                continue
            shown = VISIBLE.search(called) and re.search(r"[A-Z][a-z]", match[1])
            if shown or SENTENCE.match(match[1]):
                number = text.count("\n", 0, match.start()) + 1
                failures.append(f"{path.name}:{number}: “{match[1]}” is not marked")


def messages(path):
    """The messages of a catalogue, each with its context."""
    _, said = run("msgcat", "--no-wrap", path)
    return {"|".join(filter(None, found))
            for found in re.findall(r'^(?:msgctxt "(.*)"\n)?msgid "(.+)"$', said, re.M)}


def check_language(language, template):
    po = f"po/{language}.po"
    if not (root / po).exists():
        failures.append(f"{po} does not exist")
        return

    # Syntax, headers, placeholders and plural forms.
    status, said = run("msgfmt", "--check", "--output-file=/dev/null", po)
    if status != 0:
        failures.append(said)

    for kind in ("untranslated", "only-fuzzy", "only-obsolete"):
        _, said = run("msgattrib", f"--{kind}", "--no-wrap", po)
        for message in re.findall(r'^(?:#~ )?msgid "(.+)"$', said, re.M):
            failures.append(f"{po}: {kind}: “{message}”")

    in_sources, in_language = messages(template), messages(po)
    for message in sorted(in_sources - in_language):
        failures.append(f"{po}: missing: “{message}”")
    for message in sorted(in_language - in_sources):
        failures.append(f"{po}: no longer in the sources: “{message}”")


def main():
    listed = [line for line in (root / "po/POTFILES.in").read_text().splitlines()
              if line and not line.startswith("#")]
    check_listed(listed)
    check_blueprints()
    check_c()

    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "tranche.pot")
        status, said = run("xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES.in",
                           *(f"--keyword={keyword}" for keyword in KEYWORDS),
                           "--output=" + template)
        if status != 0 or not os.path.exists(template):
            failures.append(said)
        else:
            for language in (root / "po/LINGUAS").read_text().split():
                check_language(language, template)

    for failure in failures:
        print(failure)
    print(f"{len(failures)} faults")
    return 1 if failures else 0


sys.exit(main())
