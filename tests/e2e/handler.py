# SPDX-License-Identifier: GPL-3.0-or-later
"""A program of the desktop that writes down what it is to show."""

import os
import pathlib
import subprocess

ENTRY = """[Desktop Entry]
Type=Application
Name=Handler of the test
Exec=sh -c 'echo "$0" >>"{shown}"' %u
MimeType={types}
"""


class Handler:
    """Is what the user has chosen for these schemes, such as "https"."""

    def __init__(self, shown, *schemes):
        self.shown = pathlib.Path(shown)
        self.shown.unlink(missing_ok=True)
        types = [f"x-scheme-handler/{scheme}" for scheme in schemes]
        applications = pathlib.Path(os.environ["XDG_DATA_HOME"], "applications")
        applications.mkdir(parents=True, exist_ok=True)
        (applications / "test-handler.desktop").write_text(
            ENTRY.format(shown=self.shown, types="".join(t + ";" for t in types)),
            encoding="utf-8")
        pathlib.Path(os.environ["XDG_CONFIG_HOME"], "mimeapps.list").write_text(
            "[Default Applications]\n" + "".join(f"{t}=test-handler.desktop\n" for t in types),
            encoding="utf-8")
        subprocess.run(["update-desktop-database", str(applications)], check=False)

    def has_shown(self, beginning):
        return (self.shown.exists()
                and self.shown.read_text(encoding="utf-8").startswith(beginning))
