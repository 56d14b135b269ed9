# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts orders into a book that the program has made, while it is closed."""

import os
import pathlib
import sqlite3
import time

ACCOUNTS = {1: "Shop on the Square", 2: "Shop at the Station"}

READY = 5


def usual_path():
    data = os.environ.get("XDG_DATA_HOME", str(pathlib.Path.home() / ".local/share"))
    return os.path.join(data, "tranche", "orders.db")


def fill(path, orders, accounts=None):
    """Adds accounts, the two if not told otherwise, and orders, each of which is a dict
    of columns."""
    now = int(time.time() * 1_000_000)
    with sqlite3.connect(path) as book:
        for key, name in (accounts or ACCOUNTS).items():
            book.execute("INSERT INTO account_keys (key, id) VALUES (?, ?)",
                         (key, f"{key:08}-1111-4111-8111-111111111111"))
            book.execute(
                "INSERT INTO accounts (key, bank, name, sort_name, base_url, currency, shop_id,"
                " showcase_id, demo, auto_commit, rate)"
                " VALUES (?, 'tbank', ?, ?, 'http://127.0.0.1:9', 'RUB', 'shop', 'case', 0, 0, 25)",
                (key, name, name.lower()))
        for order in orders:
            add(book, {"created_at": now, "changed_at": now, **order})
    book.close()


def add(book, order):
    row = {"account": 1, "demo": 0, "stage": READY, "reason": 0, "currency": "RUB",
           "amount": 1299000, "term": 6, "last_error_code": 0, **order}
    columns = ", ".join(row)
    marks = ", ".join("?" * len(row))
    found = book.execute(f"INSERT INTO orders ({columns}) VALUES ({marks})", list(row.values()))
    words = [row["number"]] + [row[name] for name in ("last_name", "first_name") if name in row]
    digits = "".join(filter(str.isdigit, row.get("phone") or ""))
    book.execute("INSERT INTO search_text (id, text) VALUES (?, ?)",
                 (found.lastrowid, "".join("  " + word for word in [*words, digits]).lower()))
