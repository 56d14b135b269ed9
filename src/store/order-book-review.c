/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "store/order-table.h"

/* A bank pays within days, and no answer says that it did: after this the
 * committed are not watched any more. */
#define WATCH_COMMITTED (30 * G_TIME_SPAN_DAY)
/* And no more than these, the last: eight days of a shop that makes a thousand a
 * day, each of which takes memory and is asked for every few hours. */
#define MOST_COMMITTED 8000

static gboolean
add_open (TrancheSql  *sql,
          GPtrArray   *orders,
          GError     **error)
{
  g_autoptr (GPtrArray) open = NULL;
  sqlite3_stmt *statement;

  statement = tranche_sql_prepare (sql,
                                   "SELECT id FROM orders INDEXED BY orders_by_stage"
                                   "  WHERE stage IN (1, 2, 3, 4, 5, 11)",
                                   error);
  open = statement ? tranche_order_table_collect (sql, statement, error) : NULL;
  if (!open)
    return FALSE;

  g_ptr_array_extend_and_steal (orders, g_steal_pointer (&open));
  return TRUE;
}

/* Sending, those that tranche_stage_is_open() names, and committed. Of the last a
 * busy shop has tens of thousands. */
static gpointer
watched_job (TrancheSql  *sql,
             gpointer     user_data,
             GError     **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);

  if (!add_open (sql, orders, error) ||
      !tranche_order_table_add_committed (sql, orders, g_get_real_time () - WATCH_COMMITTED,
                                          MOST_COMMITTED, error))
    return NULL;

  return g_steal_pointer (&orders);
}

void
tranche_order_book_watched_async (TrancheOrderBook    *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  tranche_order_book_read (self, tranche_order_book_watched_async, TRANCHE_LANE_REVIEW, watched_job, NULL, NULL,
             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
tranche_order_book_watched_finish (TrancheOrderBook  *self,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  return tranche_order_book_read_finish (self, tranche_order_book_watched_async, result, error);
}
