/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/phone-orders.h"

#include <string.h>

/* How much of a number says whose it is, whatever stands before it. */
#define N_DIGITS 9

/* As many as matter. */
#define N_ORDERS 20

/* The last digits; shorter than N_DIGITS where there are not so many. */
static char *
get_ending (const char *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = phone; c != NULL && *c != '\0'; c++) {
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);
  }
  if (digits->len > N_DIGITS)
    g_string_erase (digits, 0, (gssize) digits->len - N_DIGITS);

  return g_string_free_and_steal (g_steal_pointer (&digits));
}

gboolean
tranche_phone_orders_is_whole (const char *phone)
{
  g_autofree char *ending = get_ending (phone);

  return strlen (ending) == N_DIGITS;
}

/* The search also finds the digits elsewhere, as in a number of an order. */
static gboolean
has_ending (TrancheOrder *order,
            const char   *ending)
{
  g_autofree char *own = get_ending (tranche_order_get_customer (order)->phone);

  return g_str_equal (own, ending);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) orders = NULL;
  GPtrArray *found = NULL;
  GError *error = NULL;

  orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (orders == NULL) {
    g_task_return_error (task, error);
    return;
  }

  found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < orders->len; i++) {
    if (has_ending (orders->pdata[i], g_task_get_task_data (task)))
      g_ptr_array_add (found, g_object_ref (orders->pdata[i]));
  }

  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOrderBook *book = TRANCHE_ORDER_BOOK (source);
  g_autoptr (TrancheOrderListing) listing = NULL;
  GError *error = NULL;

  listing = tranche_order_book_query_finish (book, result, &error);
  if (listing == NULL)
    g_task_return_error (task, error);
  else
    tranche_order_book_load_async (book, listing->ids, g_task_get_cancellable (task), loaded_cb,
                                   g_object_ref (task));
}

void
tranche_phone_orders_find_async (TrancheOrderBook    *book,
                                 const char          *phone,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (TrancheOrderQuery) query = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  char *ending = NULL;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (book));

  ending = get_ending (phone);
  task = g_task_new (book, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_phone_orders_find_async);
  g_task_set_task_data (task, ending, g_free);

  if (strlen (ending) < N_DIGITS) {
    g_task_return_pointer (task, g_ptr_array_new_with_free_func (g_object_unref),
                           (GDestroyNotify) g_ptr_array_unref);
    return;
  }

  query = tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, ending, TRANCHE_SORT_CREATED, TRUE);
  tranche_order_book_query_async (book, query, now, N_ORDERS, cancellable, listed_cb,
                                  g_object_ref (task));
}

GPtrArray *
tranche_phone_orders_find_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_phone_orders_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

TrancheOrder *
tranche_phone_orders_find_named (GPtrArray *orders)
{
  g_return_val_if_fail (orders != NULL, NULL);

  for (guint i = 0; i < orders->len; i++) {
    g_autofree char *name =
      tranche_customer_get_full_name (tranche_order_get_customer (orders->pdata[i]));

    if (*name != '\0' && strchr (name, '*') == NULL)
      return orders->pdata[i];
  }

  return NULL;
}

static gboolean
is_of_day (TrancheOrder *order,
           GDateTime    *now)
{
  g_autoptr (GDateTime) time =
    g_date_time_to_timezone (tranche_order_get_created_at (order), g_date_time_get_timezone (now));

  return g_date_time_get_year (time) == g_date_time_get_year (now) &&
         g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (now);
}

TrancheOrder *
tranche_phone_orders_find_twin (GPtrArray          *orders,
                                const TrancheMoney *amount,
                                GDateTime          *now)
{
  g_return_val_if_fail (orders != NULL && amount != NULL && now != NULL, NULL);

  for (guint i = 0; i < orders->len; i++) {
    TrancheOrder *order = orders->pdata[i];
    TrancheStage stage = tranche_order_get_stage (order);

    if (stage != TRANCHE_STAGE_DRAFT && stage != TRANCHE_STAGE_CANCELED &&
        stage != TRANCHE_STAGE_REJECTED && is_of_day (order, now) &&
        tranche_money_equal (tranche_order_get_amount (order), amount))
      return order;
  }

  return NULL;
}
