/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/schema.h"

/*
 * Times are microseconds since 1970 UTC, amounts minor units of the order's
 * currency, and enumerations the numbers of core, which never change. What
 * the bank answered and the goods have tables of their own so that the rows
 * that lists are made of stay narrow.
 */
static const char version_1[] =
  /* An account's name for other rows; it outlives the account. */
  "CREATE TABLE account_keys ("
  "  key INTEGER PRIMARY KEY,"
  "  id TEXT NOT NULL UNIQUE);"

  "CREATE TABLE accounts ("
  "  key INTEGER PRIMARY KEY REFERENCES account_keys (key),"
  "  bank TEXT NOT NULL,"
  "  name TEXT, sort_name TEXT NOT NULL,"
  "  base_url TEXT, currency TEXT, shop_id TEXT, showcase_id TEXT,"
  "  demo INTEGER NOT NULL, auto_commit INTEGER NOT NULL, rate INTEGER NOT NULL,"
  "  removed INTEGER NOT NULL DEFAULT 0);"

  "CREATE TABLE products ("
  "  account INTEGER NOT NULL REFERENCES accounts (key),"
  "  position INTEGER NOT NULL,"
  "  code TEXT, name TEXT, terms TEXT,"
  "  PRIMARY KEY (account, position)) WITHOUT ROWID;"

  "CREATE TABLE orders ("
  /* AUTOINCREMENT: the id of a removed draft never comes back as another order. */
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  account INTEGER NOT NULL REFERENCES account_keys (key),"
  "  number TEXT NOT NULL,"
  "  bank_order_id TEXT, link TEXT, product_code TEXT,"
  "  demo INTEGER NOT NULL,"
  "  stage INTEGER NOT NULL, reason INTEGER NOT NULL, raw_state TEXT,"
  "  currency TEXT NOT NULL, amount INTEGER NOT NULL,"
  "  first_payment INTEGER, credit_amount INTEGER,"
  "  transfer_amount INTEGER, monthly_payment INTEGER,"
  "  term INTEGER NOT NULL,"
  "  last_name TEXT, first_name TEXT, middle_name TEXT,"
  "  phone TEXT, email TEXT, tax_code TEXT,"
  "  loan_number TEXT, chosen_bank TEXT, product_kind TEXT,"
  "  signing_type TEXT, signing_types TEXT,"
  "  created_at INTEGER NOT NULL, changed_at INTEGER, checked_at INTEGER,"
  "  signed_at INTEGER, committed_at INTEGER,"
  "  cooling_until INTEGER, expires_at INTEGER,"
  "  last_error_code INTEGER NOT NULL, last_error TEXT,"
  /* Derived, for sorting. */
  "  deadline INTEGER, customer_key TEXT,"
  /* The last error is the bank's refusal of an operation. */
  "  refused INTEGER NOT NULL DEFAULT 0,"
  /* An operation's outcome is unknown. */
  "  unknown INTEGER NOT NULL DEFAULT 0,"
  "  wrong INTEGER GENERATED ALWAYS AS (refused OR unknown OR stage = 11) VIRTUAL,"
  "  UNIQUE (account, number));"

  "CREATE INDEX orders_by_stage ON orders (stage);"
  "CREATE INDEX orders_by_created ON orders (created_at);"
  "CREATE INDEX orders_by_number ON orders (number);"
  "CREATE INDEX orders_by_customer ON orders (customer_key);"
  "CREATE INDEX orders_by_amount ON orders (amount);"
  "CREATE INDEX orders_by_deadline ON orders (deadline);"
  "CREATE INDEX orders_by_checked ON orders (checked_at);"
  "CREATE INDEX orders_by_urgency ON orders (wrong DESC, deadline);"
  "CREATE INDEX orders_by_cooling ON orders (cooling_until) WHERE stage = 4;"

  "CREATE TABLE answers ("
  "  order_id INTEGER PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE,"
  "  text TEXT NOT NULL);"

  "CREATE TABLE items ("
  "  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  name TEXT, quantity INTEGER NOT NULL, price INTEGER,"
  "  category TEXT, vendor_code TEXT,"
  "  PRIMARY KEY (order_id, position)) WITHOUT ROWID;"

  "CREATE TABLE history ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,"
  "  time INTEGER NOT NULL, origin INTEGER NOT NULL,"
  "  operation INTEGER NOT NULL, outcome INTEGER NOT NULL,"
  "  from_stage INTEGER NOT NULL, to_stage INTEGER NOT NULL,"
  "  error_code INTEGER NOT NULL, detail TEXT, user TEXT);"
  "CREATE INDEX history_by_order ON history (order_id);"
  "CREATE TRIGGER history_stays BEFORE UPDATE ON history BEGIN"
  "  SELECT RAISE (ABORT, 'history is only added to');"
  "END;"

  "CREATE TABLE journal ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,"
  "  operation INTEGER NOT NULL, outcome INTEGER NOT NULL,"
  "  user TEXT, begun_at INTEGER NOT NULL, settled_at INTEGER,"
  "  error_code INTEGER NOT NULL DEFAULT 0, detail TEXT);"
  "CREATE INDEX journal_by_order ON journal (order_id);"
  /* The rule that an order has one open operation, kept by the file itself:
   * intended, sent and unknown. */
  "CREATE UNIQUE INDEX journal_open ON journal (order_id) WHERE outcome IN (0, 1, 4);"

  /* What an order is found by, folded; the trigrams of it are the index. */
  "CREATE TABLE search_text ("
  "  id INTEGER PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE,"
  "  text TEXT NOT NULL);"
  "CREATE VIRTUAL TABLE search USING fts5 ("
  "  text, content = 'search_text', content_rowid = 'id', tokenize = 'trigram');"
  "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN"
  "  INSERT INTO search (rowid, text) VALUES (new.id, new.text);"
  "END;"
  "CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN"
  "  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id, old.text);"
  "END;"
  "CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN"
  "  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id, old.text);"
  "  INSERT INTO search (rowid, text) VALUES (new.id, new.text);"
  "END;"

  "PRAGMA application_id = 1416785507;";

G_STATIC_ASSERT (TRANCHE_SCHEMA_APPLICATION_ID == 1416785507);

/*
 * What banks of the CFRONT dialect need: the agreement of an account, how goods
 * were sold, the bank's numbers of requests, and returns.
 */
static const char version_2[] =
  "ALTER TABLE accounts ADD COLUMN services INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE accounts ADD COLUMN id_header TEXT;"
  "ALTER TABLE accounts ADD COLUMN signature_header TEXT;"
  "ALTER TABLE accounts ADD COLUMN points_checked INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE accounts ADD COLUMN seller_phone TEXT;"
  "ALTER TABLE accounts ADD COLUMN callback_url TEXT;"
  "ALTER TABLE accounts ADD COLUMN callback_port INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE accounts ADD COLUMN callback_interface TEXT;"

  "CREATE TABLE points_of_sale ("
  "  account INTEGER NOT NULL REFERENCES accounts (key),"
  "  position INTEGER NOT NULL,"
  "  code TEXT NOT NULL, name TEXT,"
  "  PRIMARY KEY (account, position)) WITHOUT ROWID;"

  "ALTER TABLE orders ADD COLUMN invoice_number TEXT;"
  "ALTER TABLE orders ADD COLUMN invoice_date TEXT;"
  "ALTER TABLE orders ADD COLUMN point_code TEXT;"
  "ALTER TABLE orders ADD COLUMN trace_id TEXT;"
  "CREATE INDEX orders_by_bank_order_id ON orders (bank_order_id);"

  "ALTER TABLE history ADD COLUMN trace_id TEXT;"

  /* What an operation of the journal returns. The outcome is the journal's. */
  "CREATE TABLE returns ("
  "  operation INTEGER PRIMARY KEY REFERENCES journal (id) ON DELETE CASCADE,"
  "  id TEXT NOT NULL UNIQUE,"
  "  amount INTEGER NOT NULL CHECK (amount > 0),"
  "  to_card INTEGER NOT NULL);";

/*
 * Commits that wait for the end of a cooling-off, the warnings of deadlines that
 * were given, and a history of which nothing is taken away.
 */
static const char version_3[] =
  "ALTER TABLE orders ADD COLUMN commit_planned INTEGER NOT NULL DEFAULT 0;"
  "CREATE INDEX orders_by_plan ON orders (id) WHERE commit_planned;"

  /* Of which deadline, and how near it was: see TrancheDeadlineLevel. */
  "CREATE TABLE warnings ("
  "  order_id INTEGER PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE,"
  "  deadline INTEGER NOT NULL,"
  "  level INTEGER NOT NULL);"

  "CREATE TRIGGER orders_stay BEFORE DELETE ON orders WHEN old.stage <> 0 BEGIN"
  "  SELECT RAISE (ABORT, 'only drafts are removed');"
  "END;"
  /* A draft takes its history along. */
  "CREATE TRIGGER history_is_kept BEFORE DELETE ON history"
  "  WHEN EXISTS (SELECT 1 FROM orders WHERE id = old.order_id) BEGIN"
  "  SELECT RAISE (ABORT, 'history is only added to');"
  "END;";

/* Whether an account asks for the goods to be ticked as handed over. */
static const char version_4[] =
  "ALTER TABLE accounts ADD COLUMN ask_handover INTEGER NOT NULL DEFAULT 1;";

/*
 * What a book of a million orders needs: an index for each way to narrow a list, the
 * counts that the views show, and a search that finds goods and loans too and is half
 * as large, for it does not keep where in a text the letters stand.
 */
static const char version_5[] =
  "CREATE INDEX orders_by_account ON orders (account);"
  "CREATE INDEX orders_by_currency ON orders (currency, amount);"
  "CREATE INDEX orders_by_committed ON orders (committed_at) WHERE committed_at IS NOT NULL;"
  "CREATE INDEX orders_needing_action ON orders (stage, wrong, cooling_until)"
  "  WHERE wrong = 1 OR stage IN (4, 5);"
  "DROP INDEX orders_by_cooling;"

  "CREATE TABLE order_counts ("
  "  account INTEGER NOT NULL, stage INTEGER NOT NULL, n INTEGER NOT NULL,"
  "  PRIMARY KEY (account, stage)) WITHOUT ROWID;"
  "INSERT INTO order_counts SELECT account, stage, count (*) FROM orders GROUP BY 1, 2;"
  "CREATE TRIGGER order_added AFTER INSERT ON orders BEGIN"
  "  INSERT INTO order_counts VALUES (new.account, new.stage, 1)"
  "    ON CONFLICT DO UPDATE SET n = n + 1;"
  "END;"
  "CREATE TRIGGER order_removed AFTER DELETE ON orders BEGIN"
  "  UPDATE order_counts SET n = n - 1 WHERE account = old.account AND stage = old.stage;"
  "END;"
  "CREATE TRIGGER order_moved AFTER UPDATE OF account, stage ON orders"
  "  WHEN new.account <> old.account OR new.stage <> old.stage BEGIN"
  "  UPDATE order_counts SET n = n - 1 WHERE account = old.account AND stage = old.stage;"
  "  INSERT INTO order_counts VALUES (new.account, new.stage, 1)"
  "    ON CONFLICT DO UPDATE SET n = n + 1;"
  "END;"

  "DROP TRIGGER search_text_added;"
  "DROP TRIGGER search_text_removed;"
  "DROP TRIGGER search_text_changed;"
  "DROP TABLE search;"
  "UPDATE search_text SET text = (SELECT tranche_search_text (number, last_name, first_name,"
  "    middle_name, phone, currency, loan_number,"
  "    (SELECT group_concat (name, ' ') FROM (SELECT name FROM items"
  "       WHERE order_id = orders.id ORDER BY position)))"
  "  FROM orders WHERE orders.id = search_text.id);"
  "CREATE VIRTUAL TABLE search USING fts5 ("
  "  text, content = 'search_text', content_rowid = 'id', detail = 'none', columnsize = 0,"
  "  tokenize = 'trigram case_sensitive 1');"
  "INSERT INTO search (search) VALUES ('rebuild');"
  "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN"
  "  INSERT INTO search (rowid, text) VALUES (new.id, new.text);"
  "END;"
  "CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN"
  "  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id, old.text);"
  "END;"
  "CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN"
  "  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id, old.text);"
  "  INSERT INTO search (rowid, text) VALUES (new.id, new.text);"
  "END;";

/*
 * What moves to an archive is the one thing beside drafts that leaves a book: it is
 * named first, in the same transaction.
 */
static const char version_6[] =
  "CREATE TABLE leaving (id INTEGER PRIMARY KEY);"
  "DROP TRIGGER orders_stay;"
  "CREATE TRIGGER orders_stay BEFORE DELETE ON orders"
  "  WHEN old.stage <> 0 AND NOT EXISTS (SELECT 1 FROM leaving WHERE id = old.id) BEGIN"
  "  SELECT RAISE (ABORT, 'only drafts and what is archived are removed');"
  "END;";

/*
 * What is known of the payout of an order. Until when it should have been seen follows
 * from the term of its account; where that is changed, for what was committed within
 * the last 30 days, so that nobody is called for what was settled long ago.
 */
#define PAYOUT_DUE(order) \
  "CASE WHEN " order "stage = 6 AND " order "paid_at IS NULL THEN " order "committed_at" \
  "  + (SELECT nullif (payout_days, 0) FROM accounts WHERE key = " order "account)" \
  "  * 86400000000 END"

static const char version_7[] =
  "ALTER TABLE accounts ADD COLUMN payout_days INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE orders ADD COLUMN paid_at INTEGER;"
  "ALTER TABLE orders ADD COLUMN payout_due INTEGER;"
  "CREATE INDEX orders_unpaid ON orders (payout_due) WHERE payout_due IS NOT NULL;"

  "CREATE TRIGGER payout_of_added AFTER INSERT ON orders WHEN new.stage = 6 BEGIN"
  "  UPDATE orders SET payout_due = " PAYOUT_DUE ("new.") " WHERE id = new.id;"
  "END;"
  "CREATE TRIGGER payout_of_changed AFTER UPDATE OF stage, committed_at, paid_at ON orders"
  "  WHEN old.payout_due IS NOT NULL OR new.stage = 6 BEGIN"
  "  UPDATE orders SET payout_due = " PAYOUT_DUE ("new.")
  "    WHERE id = new.id AND payout_due IS NOT " PAYOUT_DUE ("new.") ";"
  "END;"
  "CREATE TRIGGER payout_days_changed AFTER UPDATE OF payout_days ON accounts"
  "  WHEN new.payout_days <> old.payout_days BEGIN"
  "  UPDATE orders SET payout_due = NULL WHERE payout_due IS NOT NULL AND +account = new.key;"
  "  UPDATE orders SET payout_due = " PAYOUT_DUE ("")
  "    WHERE new.payout_days > 0 AND +account = new.key AND +stage = 6"
  "      AND committed_at > (unixepoch () - 30 * 86400) * 1000000;"
  "END;";

/*
 * What the first page of a long list takes where nothing else leads to it. Ids are given
 * in the order in which orders are made, but for those that come into the book belatedly,
 * as an adopted one may; and what failed is not checked any more, so that it stands at
 * the far end of the index of all checks.
 */
static const char version_8[] =
  "ALTER TABLE orders ADD COLUMN belated INTEGER NOT NULL DEFAULT 0;"
  "UPDATE orders SET belated = 1 WHERE id IN (SELECT id FROM"
  "  (SELECT id, created_at < max (created_at) OVER (ORDER BY id) AS late FROM orders) WHERE late);"
  "CREATE INDEX orders_belated ON orders (created_at) WHERE belated;"
  "CREATE TRIGGER order_belated AFTER INSERT ON orders"
  "  WHEN new.created_at < (SELECT created_at FROM orders WHERE NOT belated"
  "    ORDER BY created_at DESC LIMIT 1) OR new.id < (SELECT max (id) FROM orders) BEGIN"
  "  UPDATE orders SET belated = 1 WHERE id = new.id;"
  "END;"
  "CREATE TRIGGER order_redated AFTER UPDATE OF created_at ON orders"
  "  WHEN new.created_at <> old.created_at BEGIN"
  "  UPDATE orders SET belated = 1 WHERE id = new.id;"
  "END;"

  "CREATE INDEX orders_failed ON orders (checked_at) WHERE stage IN (9, 10);";

static const TrancheMigration migrations[] = {
  { 1, version_1, 0 },
  { 2, version_2, 10 },
  { 3, version_3, 5 },
  { 4, version_4, 0 },
  { 5, version_5, 118 },
  { 6, version_6, 0 },
  { 7, version_7, 3 },
  { 8, version_8, 56 },
};

const TrancheMigration *
tranche_schema_get_migrations (gsize *n)
{
  *n = G_N_ELEMENTS (migrations);
  return migrations;
}
