/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-counts.h"

#define BIT(stage) TRANCHE_STAGE_BIT (TRANCHE_STAGE_##stage)
#define ALL_STAGES (TRANCHE_STAGE_BIT (TRANCHE_N_STAGES) - 1)

static const guint stages[TRANCHE_N_VIEWS] = {
  [TRANCHE_VIEW_NEEDS_ACTION] = ALL_STAGES,
  [TRANCHE_VIEW_TODAY] = ALL_STAGES,
  [TRANCHE_VIEW_WAITING] = BIT (DRAFT) | BIT (SENDING) | BIT (WAITING) | BIT (APPROVED),
  [TRANCHE_VIEW_COOLING] = BIT (COOLING),
  [TRANCHE_VIEW_COMMITTED] = BIT (COMMITTED) | BIT (CLOSED) | BIT (RETURNED),
  [TRANCHE_VIEW_FAILED] = BIT (CANCELED) | BIT (REJECTED),
  [TRANCHE_VIEW_ALL] = ALL_STAGES,
};

guint
tranche_order_counts_get_stages (TrancheView view)
{
  return stages[view];
}

gboolean
tranche_order_counts_sum (TrancheSql  *sql,
                          guint        wanted,
                          gint64       account,
                          gint64      *n,
                          GError     **error)
{
  sqlite3_stmt *statement =
    tranche_sql_prepare (sql, "SELECT sum (n) FROM order_counts"
                              "  WHERE (? >> stage & 1) AND ? IN (0, account)", error);
  gboolean row;
  int index = 0;

  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, wanted);
  tranche_sql_bind_int64 (statement, &index, account);
  if (!tranche_sql_step (sql, statement, &row, error))
    return FALSE;

  *n = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

/* What the clock moves from view to view is few, and is counted from its index. */
static gboolean
count (TrancheSql        *sql,
       const char        *text,
       const TrancheDay  *today,
       gint64            *n,
       GError           **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, text, error);
  int start, end;
  gboolean row;

  if (!statement)
    return FALSE;

  start = sqlite3_bind_parameter_index (statement, ":day_start");
  end = sqlite3_bind_parameter_index (statement, ":day_end");
  if (start > 0)
    sqlite3_bind_int64 (statement, start, today->start);
  sqlite3_bind_int64 (statement, end, today->end);
  if (!tranche_sql_step (sql, statement, &row, error))
    return FALSE;

  *n = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
count_view (TrancheSql        *sql,
            TrancheView        view,
            const TrancheDay  *today,
            gint64            *n,
            GError           **error)
{
  switch (view) {
  case TRANCHE_VIEW_NEEDS_ACTION:
    return count (sql, "SELECT (SELECT count (*) FROM orders INDEXED BY orders_needing_action"
                       "    WHERE " TRANCHE_WANTS_ACTION ")"
                       "  + (SELECT count (*) FROM orders INDEXED BY orders_unpaid"
                       "    WHERE " TRANCHE_IS_UNPAID " AND wrong = 0)",
                  today, n, error);
  case TRANCHE_VIEW_TODAY:
    return count (sql, "SELECT count (*) FROM orders"
                       "  WHERE created_at >= :day_start AND created_at < :day_end",
                  today, n, error);
  case TRANCHE_VIEW_WAITING:
  case TRANCHE_VIEW_COOLING:
  case TRANCHE_VIEW_COMMITTED:
  case TRANCHE_VIEW_FAILED:
  case TRANCHE_VIEW_ALL:
  default:
    return tranche_order_counts_sum (sql, stages[view], 0, n, error);
  }
}

GArray *
tranche_order_counts_of_views (TrancheSql        *sql,
                               const TrancheDay  *today,
                               GError           **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));

  for (TrancheView view = 0; view < TRANCHE_N_VIEWS; view++) {
    gint64 n;
    guint value;

    if (!count_view (sql, view, today, &n, error))
      return NULL;
    value = (guint) n;
    g_array_append_val (counts, value);
  }

  return g_steal_pointer (&counts);
}
