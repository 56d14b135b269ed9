/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "store/order-counts.h"
#include "store/order-select.h"

typedef struct {
  TrancheOrderQuery *query;
  GDateTime *now;
  guint limit;
} QueryData;

static void
query_data_free (QueryData *data)
{
  g_clear_object (&data->query);
  g_date_time_unref (data->now);
  g_free (data);
}

static gpointer
query_job (TrancheSql  *sql,
           gpointer     user_data,
           GError     **error)
{
  QueryData *data = user_data;

  return tranche_order_select_list (sql, data->query, data->now, data->limit,
                                    &tranche_select_bounds, error);
}

void
tranche_order_book_query_async (TrancheOrderBook    *self,
                                TrancheOrderQuery   *query,
                                GDateTime           *now,
                                guint                limit,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  QueryData *data = g_new0 (QueryData, 1);

  data->query = g_object_ref (query);
  data->now = g_date_time_ref (now);
  data->limit = limit;
  tranche_order_book_read (self, tranche_order_book_query_async, TRANCHE_LANE_QUERY, query_job,
             data, (GDestroyNotify) query_data_free,
             (GDestroyNotify) tranche_order_listing_unref, cancellable, callback, user_data);
}

TrancheOrderListing *
tranche_order_book_query_finish (TrancheOrderBook  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  return tranche_order_book_read_finish (self, tranche_order_book_query_async, result, error);
}

static gpointer
counts_job (TrancheSql  *sql,
            gpointer     user_data,
            GError     **error)
{
  return tranche_order_counts_of_views (sql, user_data, error);
}

void
tranche_order_book_counts_async (TrancheOrderBook    *self,
                                 GDateTime           *now,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  TrancheDay today = tranche_day_of (now);

  tranche_order_book_read (self, tranche_order_book_counts_async, TRANCHE_LANE_LOOKUP, counts_job,
             g_memdup2 (&today, sizeof today), g_free, (GDestroyNotify) g_array_unref,
             cancellable, callback, user_data);
}

GArray *
tranche_order_book_counts_finish (TrancheOrderBook  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  return tranche_order_book_read_finish (self, tranche_order_book_counts_async, result, error);
}
