/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/account-terms.h"

#include "store/order-book-private.h"

/* Orders that are read and signalled in one turn. */
#define STEP 64

/* Until when the payout of an order was to be seen. */
typedef struct {
  gint64 order_id;
  gint64 due; /* µs since 1970; 0: it was not waited for */
} Term;

typedef struct {
  TrancheOrderBook *book;
  GArray *changes; /* (element-type Term) */
  guint next;
} Telling;

static void tell_some (Telling *telling);

GHashTable *
tranche_account_terms_read (TrancheSql  *sql,
                            const char  *account_id,
                            GError     **error)
{
  g_autoptr (GHashTable) terms = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "SELECT id, payout_due FROM orders WHERE payout_due IS NOT NULL"
                                   "  AND +account = (SELECT key FROM account_keys WHERE id = ?)",
                                   error);
  if (!statement)
    return NULL;

  tranche_sql_bind_text (statement, &index, account_id);
  while (tranche_sql_step (sql, statement, &row, error)) {
    Term *term;

    if (!row)
      return g_steal_pointer (&terms);

    index = 0;
    term = g_new0 (Term, 1);
    term->order_id = tranche_sql_column_int64 (statement, &index);
    term->due = tranche_sql_column_int64 (statement, &index);
    g_hash_table_insert (terms, &term->order_id, term);
  }

  return NULL;
}

GArray *
tranche_account_terms_compare (GHashTable *before,
                               GHashTable *now)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Term));
  GHashTableIter iter;
  Term *term;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &term)) {
    const Term *other = g_hash_table_lookup (now, &term->order_id);

    if (other == NULL || other->due != term->due)
      g_array_append_val (changes, *term);
  }

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &term)) {
    Term none = { term->order_id, 0 };

    if (!g_hash_table_contains (before, &term->order_id))
      g_array_append_val (changes, none);
  }

  return changes;
}

static void
telling_free (Telling *telling)
{
  g_object_unref (telling->book);
  g_array_unref (telling->changes);
  g_free (telling);
}

static gint64
find_due (Telling *telling,
          gint64   order_id)
{
  for (guint i = telling->next; i < telling->changes->len; i++) {
    const Term *term = &g_array_index (telling->changes, Term, i);

    if (term->order_id == order_id)
      return term->due;
  }

  return 0;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Telling *telling = user_data;
  g_autoptr (GPtrArray) orders = NULL;

  /* A book that fails says so elsewhere. */
  orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, NULL);
  if (orders == NULL) {
    telling_free (telling);
    return;
  }

  for (guint i = 0; i < orders->len; i++) {
    TrancheOrder *after = orders->pdata[i];
    g_autoptr (TrancheOrder) before = tranche_order_copy (after);
    gint64 due = find_due (telling, tranche_order_get_id (after));
    g_autoptr (GDateTime) time = due != 0 ? g_date_time_new_from_unix_utc_usec (due) : NULL;

    tranche_order_set_payout_due (before, time);
    tranche_order_book_tell_changed (telling->book, after, before);
  }

  telling->next += STEP;
  tell_some (telling);
}

/* Takes @telling. */
static void
tell_some (Telling *telling)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = telling->next; i < MIN (telling->next + STEP, telling->changes->len); i++)
    g_array_append_val (ids, g_array_index (telling->changes, Term, i).order_id);

  if (ids->len == 0)
    telling_free (telling);
  else
    tranche_order_book_load_async (telling->book, ids, NULL, loaded_cb, telling);
}

void
tranche_account_terms_tell (TrancheOrderBook *book,
                            GArray           *changes)
{
  Telling *telling = g_new0 (Telling, 1);

  telling->book = g_object_ref (book);
  telling->changes = changes;
  tell_some (telling);
}
