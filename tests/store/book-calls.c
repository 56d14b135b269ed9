/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-calls.h"

TrancheOrder *
add_order (Fixture       *self,
           TrancheOrder  *order,
           GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_book_add_async (self->book, order, TRANCHE_ORIGIN_USER, NULL, ready_cb, &result);
  await (&result);
  return tranche_order_book_add_finish (self->book, result, error);
}

gint64
add_in_stage (Fixture      *self,
              const char   *number,
              TrancheStage  stage)
{
  g_autoptr (TrancheOrder) order = make_order (number);
  g_autoptr (TrancheOrder) added = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_set_stage (order, stage);
  added = add_order (self, order, &error);
  g_assert_no_error (error);
  return tranche_order_get_id (added);
}

TrancheOrder *
load_order (Fixture *self,
            gint64   id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_val (ids, id);
  tranche_order_book_load_async (self->book, ids, NULL, ready_cb, &result);
  await (&result);
  orders = tranche_order_book_load_finish (self->book, result, &error);
  g_assert_no_error (error);
  return orders->len == 1 ? g_object_ref (g_ptr_array_index (orders, 0)) : NULL;
}

TrancheOrder *
apply_answer (Fixture       *self,
              gint64         id,
              TrancheOrder  *answer,
              GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_book_apply_async (self->book, id, answer, TRANCHE_ORIGIN_POLL, NULL, ready_cb,
                                  &result);
  await (&result);
  return tranche_order_book_apply_finish (self->book, result, error);
}

TrancheOrder *
fail_order (Fixture *self,
            gint64   id,
            int      error_code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheOrder *order;

  tranche_order_book_fail_async (self->book, id, error_code, "it failed", "trace-failed", NULL,
                                 ready_cb, &result);
  await (&result);
  order = tranche_order_book_fail_finish (self->book, result, &error);
  g_assert_no_error (error);
  return order;
}

gboolean
remove_order (Fixture  *fixture,
              gint64    id,
              GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_book_remove_async (fixture->book, id, NULL, ready_cb, &result);
  await (&result);
  return tranche_order_book_remove_finish (fixture->book, result, error);
}

gint64
begin_operation (Fixture           *self,
                 gint64             order_id,
                 TrancheOperation   operation,
                 GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_book_begin_async (self->book, order_id, operation, "anna@counter-2", NULL,
                                  ready_cb, &result);
  await (&result);
  return tranche_order_book_begin_finish (self->book, result, error);
}

gint64
begin_return (Fixture                   *self,
              gint64                     order_id,
              const TrancheGoodsReturn  *goods,
              GError                   **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_book_begin_return_async (self->book, order_id, goods, "anna@counter-2", NULL,
                                         ready_cb, &result);
  await (&result);
  return tranche_order_book_begin_finish (self->book, result, error);
}

TrancheOrder *
settle_operation (Fixture         *self,
                  gint64           operation_id,
                  TrancheOutcome   outcome,
                  TrancheOrder    *answer,
                  int              error_code,
                  GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_book_settle_async (self->book, operation_id, outcome, answer, error_code,
                                   error_code != 0 ? "it was refused" : NULL,
                                   error_code != 0 ? "trace-refused" : NULL,
                                   TRANCHE_ORIGIN_BANK, NULL, ready_cb, &result);
  await (&result);
  return tranche_order_book_settle_finish (self->book, result, error);
}

GArray *
load_open_operations (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *operations;

  tranche_order_book_open_operations_async (self->book, NULL, ready_cb, &result);
  await (&result);
  operations = tranche_order_book_open_operations_finish (self->book, result, &error);
  g_assert_no_error (error);
  return operations;
}

GPtrArray *
load_returns (Fixture *self,
              gint64   order_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  tranche_order_book_returns_async (self->book, order_id, NULL, ready_cb, &result);
  await (&result);
  entries = tranche_order_book_returns_finish (self->book, result, &error);
  g_assert_no_error (error);
  return entries;
}

GPtrArray *
load_history (Fixture *self,
              gint64   order_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  tranche_order_book_history_async (self->book, order_id, NULL, ready_cb, &result);
  await (&result);
  entries = tranche_order_book_history_finish (self->book, result, &error);
  g_assert_no_error (error);
  return entries;
}

TrancheOrderListing *
list_orders (Fixture           *self,
             TrancheOrderQuery *query,
             GDateTime         *now,
             guint              limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheOrderListing *listing;

  tranche_order_book_query_async (self->book, query, now, limit, NULL, ready_cb, &result);
  await (&result);
  listing = tranche_order_book_query_finish (self->book, result, &error);
  g_assert_no_error (error);
  return listing;
}

GArray *
query_ids (Fixture           *self,
           TrancheOrderQuery *query,
           GDateTime         *now)
{
  g_autoptr (TrancheOrderListing) listing = list_orders (self, query, now, 0);

  g_assert_true (listing->complete);
  return g_array_ref (listing->ids);
}

GArray *
count_views (Fixture   *self,
             GDateTime *now)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *counts;

  tranche_order_book_counts_async (self->book, now, NULL, ready_cb, &result);
  await (&result);
  counts = tranche_order_book_counts_finish (self->book, result, &error);
  g_assert_no_error (error);
  return counts;
}
