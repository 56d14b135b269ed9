/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-check.h"

#include "store/sql.h"

/* Steps of SQLite's machine between two looks at how far it is. */
#define STEPS_BETWEEN_LOOKS 1000

static const struct {
  TrancheBookFaults fault;
  guint work;        /* steps for an order, measured; only for how far it is */
  const char *count; /* how many rows are wrong */
} checks[] = {
  { TRANCHE_BOOK_FAULT_PAGES, 450,
    "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'" },
  { TRANCHE_BOOK_FAULT_REFERENCES, 60,
    "SELECT count(*) FROM pragma_foreign_key_check" },
  /* Sending is stage 1; intended, sent and unknown are outcomes 0, 1 and 4. */
  { TRANCHE_BOOK_FAULT_JOURNAL, 5,
    "SELECT count(*) FROM orders WHERE (unknown OR stage = 1) AND NOT EXISTS"
    "  (SELECT 1 FROM journal WHERE order_id = orders.id AND outcome IN (0, 1, 4))" },
  { TRANCHE_BOOK_FAULT_COUNTS, 15,
    "SELECT count(*) FROM"
    "  (SELECT account, stage, count(*) AS n FROM orders GROUP BY 1, 2) AS whole"
    "  FULL JOIN (SELECT * FROM order_counts WHERE n <> 0) AS kept USING (account, stage)"
    "  WHERE whole.n IS NOT kept.n" },
};

typedef struct {
  TrancheCopyProgress progress; /* (nullable) */
  gpointer user_data;
  GCancellable *cancellable;
  double orders;
  double whole; /* steps of all checks, estimated */
  double done;
  double most;  /* where the check that runs ends, by the estimate */
} Progress;

static int
progress_cb (gpointer data)
{
  Progress *self = data;

  self->done = MIN (self->done + STEPS_BETWEEN_LOOKS, self->most);
  if (self->progress)
    self->progress ((guint) (100 * self->done / self->whole), 100, self->user_data);

  return g_cancellable_is_cancelled (self->cancellable);
}

/* Nothing is known of a book that cannot tell even this: it is soon looked through. */
static void
estimate (Progress   *self,
          TrancheSql *sql)
{
  gint64 orders = 0;
  guint work = 0;

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    work += checks[i].work;
  tranche_sql_get_int64 (sql, "SELECT max (id) FROM orders", &orders, NULL);
  self->orders = (double) MAX (1, orders);
  self->whole = work * self->orders;
}

static gboolean
run_check (TrancheSql         *sql,
           guint               i,
           TrancheBookFaults  *faults,
           GError            **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 n_wrong = 0;

  if (tranche_sql_get_int64 (sql, checks[i].count, &n_wrong, &failure)) {
    if (n_wrong > 0)
      *faults |= checks[i].fault;
    return TRUE;
  }
  if (g_error_matches (failure, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED)) {
    *faults |= TRANCHE_BOOK_FAULT_PAGES;
    return TRUE;
  }

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
tranche_book_check (const char           *path,
                    TrancheCopyProgress   progress,
                    gpointer              user_data,
                    TrancheBookFaults    *faults,
                    GCancellable         *cancellable,
                    GError              **error)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open_reader (path, error);
  Progress state = { progress, user_data, cancellable };

  *faults = TRANCHE_BOOK_SOUND;
  if (!sql)
    return FALSE;

  estimate (&state, sql);
  sqlite3_progress_handler (tranche_sql_get_handle (sql), STEPS_BETWEEN_LOOKS, progress_cb, &state);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;

    state.most += checks[i].work * state.orders;
    if (!run_check (sql, i, faults, error))
      return FALSE;
    state.done = state.most;
  }

  return TRUE;
}
