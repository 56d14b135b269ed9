/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-check.h"

#include "store/sql.h"

/* Steps of SQLite's machine between two looks at the cancellable. */
#define STEPS_BETWEEN_LOOKS 4000

static const struct {
  TrancheBookFaults fault;
  const char *count; /* how many rows are wrong */
} checks[] = {
  { TRANCHE_BOOK_FAULT_PAGES,
    "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'" },
  { TRANCHE_BOOK_FAULT_REFERENCES,
    "SELECT count(*) FROM pragma_foreign_key_check" },
  /* Sending is stage 1; intended, sent and unknown are outcomes 0, 1 and 4. */
  { TRANCHE_BOOK_FAULT_JOURNAL,
    "SELECT count(*) FROM orders WHERE (unknown OR stage = 1) AND NOT EXISTS"
    "  (SELECT 1 FROM journal WHERE order_id = orders.id AND outcome IN (0, 1, 4))" },
  { TRANCHE_BOOK_FAULT_COUNTS,
    "SELECT count(*) FROM"
    "  (SELECT account, stage, count(*) AS n FROM orders GROUP BY 1, 2) AS whole"
    "  FULL JOIN (SELECT * FROM order_counts WHERE n <> 0) AS kept USING (account, stage)"
    "  WHERE whole.n IS NOT kept.n" },
};

static int
progress_cb (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

gboolean
tranche_book_check (const char         *path,
                    TrancheBookFaults  *faults,
                    GCancellable       *cancellable,
                    GError            **error)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open_reader (path, error);

  *faults = TRANCHE_BOOK_SOUND;
  if (!sql)
    return FALSE;

  if (cancellable)
    sqlite3_progress_handler (tranche_sql_get_handle (sql), STEPS_BETWEEN_LOOKS, progress_cb,
                              cancellable);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++) {
    g_autoptr (GError) failure = NULL;
    gint64 n_wrong = 0;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;

    if (tranche_sql_get_int64 (sql, checks[i].count, &n_wrong, &failure)) {
      if (n_wrong > 0)
        *faults |= checks[i].fault;
    } else if (g_error_matches (failure, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED)) {
      *faults |= TRANCHE_BOOK_FAULT_PAGES;
    } else {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  }

  return TRUE;
}
