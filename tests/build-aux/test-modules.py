#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The archives of the Flatpak's modules are compared with Debian's records.

test-modules.py BUILD-AUX-LIB
"""

import json
import pathlib
import subprocess
import sys
import tempfile

SCRIPT = str(pathlib.Path(sys.argv[1], "modules.py"))
REAL, OTHER = "a" * 64, "b" * 64

PLACES = """
libqrencode   pool/main/q/qrencode/qrencode_4.1.1.orig.tar.bz2
libxlsxwriter packages  # taken from the runtime
"""

RECORD = """Package: {source}
Checksums-Sha256:
 {sha256} 21842861 {source}_{version}.orig.tar.gz
 {other} 2374 {source}_{version}-1.dsc

"""


def make_manifest(sha256):
    def archive(name, url):
        return {"name": name, "sources": [{"type": "archive", "url": url, "sha256": sha256}]}

    return {"modules": [archive("libqrencode", "https://example.com/qrencode-4.1.1.tar.bz2"),
                        archive("libxlsxwriter", "https://example.com/tags/v1.2.1.tar.gz"),
                        {"name": "tranche", "sources": [{"type": "dir", "path": ".."}]}]}


def ask(job, sha256, records=""):
    with tempfile.TemporaryDirectory() as folder:
        manifest, places = pathlib.Path(folder, "m.json"), pathlib.Path(folder, "modules.list")
        manifest.write_text(json.dumps(make_manifest(sha256)), encoding="utf-8")
        places.write_text(PLACES, encoding="utf-8")
        return subprocess.run([sys.executable, SCRIPT, job, str(manifest), str(places)],
                              input=records, check=False, capture_output=True, text=True)


def record(source, version, sha256=REAL):
    return RECORD.format(source=source, version=version, sha256=sha256, other="c" * 64)


CASES = {
    "the same": (record("qrencode", "4.1.1") + record("libxlsxwriter", "1.2.1"), True),
    "another archive": (record("qrencode", "4.1.1") + record("libxlsxwriter", "1.2.1", OTHER), False),
    "another version": (record("qrencode", "4.1.1") + record("libxlsxwriter", "1.2.2"), False),
    "another source": (record("qrencode", "4.1.1") + record("xlsxwriter", "1.2.1"), False),
    "nothing recorded": ("", False),
}

print(f"1..{len(CASES) + 1}")
for number, (name, (records, agrees)) in enumerate(CASES.items(), 1):
    done = ask("verify", REAL, records)
    right = (done.returncode == 0) == agrees and not done.stderr
    print("ok" if right else f"# {done}\nnot ok", number, name)

done = ask("sources", REAL)
print("ok" if done.stdout.split() == ["qrencode", "libxlsxwriter"] else f"# {done}\nnot ok",
      len(CASES) + 1, "sources")
