/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/warning-table.h"

#include "store/order-table.h"

typedef struct {
  gint64 order_id;
  gint64 deadline;
  TrancheDeadlineLevel level;
} Due;

void
tranche_deadline_warning_free (TrancheDeadlineWarning *self)
{
  g_object_unref (self->order);
  g_free (self);
}

/* The deadlines of waiting, approved and ready orders; to cool off has an end,
 * but nobody can be late for it. */
static GArray *
find (TrancheSql  *sql,
      gint64       now,
      GError     **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Due));
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "SELECT id, orders.deadline,"
                                   "    iif (stage = 5, coalesce (signed_at, created_at), created_at),"
                                   "    iif (warnings.deadline = orders.deadline, level, 0)"
                                   "  FROM orders LEFT JOIN warnings ON order_id = id"
                                   "  WHERE stage IN (2, 3, 5)"
                                   "    AND orders.deadline > ? AND orders.deadline <= ?"
                                   "  ORDER BY orders.deadline, id",
                                   error);
  if (!statement)
    return NULL;

  tranche_sql_bind_int64 (statement, &index, now);
  tranche_sql_bind_int64 (statement, &index, now + TRANCHE_DEADLINE_FIRST_POINT);
  while (tranche_sql_step (sql, statement, &row, error)) {
    Due due;
    gint64 since;

    if (!row)
      return g_steal_pointer (&found);

    index = 0;
    due.order_id = tranche_sql_column_int64 (statement, &index);
    due.deadline = tranche_sql_column_int64 (statement, &index);
    since = tranche_sql_column_int64 (statement, &index);
    due.level = tranche_deadline_get_warning (due.deadline, since, now);
    if (due.level > tranche_sql_column_int64 (statement, &index))
      g_array_append_val (found, due);
  }

  return NULL;
}

static gboolean
note (TrancheSql  *sql,
      const Due   *due,
      GError     **error)
{
  sqlite3_stmt *statement =
    tranche_sql_prepare (sql, "INSERT OR REPLACE INTO warnings (order_id, deadline, level)"
                         "  VALUES (?, ?, ?)", error);
  int index = 0;

  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, due->order_id);
  tranche_sql_bind_int64 (statement, &index, due->deadline);
  tranche_sql_bind_int64 (statement, &index, due->level);
  return tranche_sql_run (sql, statement, error);
}

GPtrArray *
tranche_warning_table_take (TrancheSql  *sql,
                            gint64       now,
                            GError     **error)
{
  g_autoptr (GPtrArray) warnings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_deadline_warning_free);
  g_autoptr (GArray) found = find (sql, now, error);

  if (!found)
    return NULL;

  for (guint i = 0; i < found->len; i++) {
    const Due *due = &g_array_index (found, Due, i);
    TrancheOrder *order = tranche_order_table_load (sql, due->order_id, error);
    TrancheDeadlineWarning *warning;

    if (!order)
      return NULL;

    warning = g_new0 (TrancheDeadlineWarning, 1);
    warning->order = order;
    warning->level = due->level;
    g_ptr_array_add (warnings, warning);
    if (!note (sql, due, error))
      return NULL;
  }

  return g_steal_pointer (&warnings);
}
