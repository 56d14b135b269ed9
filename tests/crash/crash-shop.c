/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crash-shop.h"

#include "demo/demo-credentials.h"
#include "model/bank-registry.h"
#include "model/operations-private.h"

#include <stdlib.h>

#define RATE 2000

/* The ids are the same in every life of the program. */
static const struct {
  const char *bank;
  const char *id;
  const char *shop_id;
  const char *showcase_id;
  const char *secret;
} accounts[] = {
  { "tbank", "9a1f7c1e-4c50-4f4c-8f46-0d8f5b7f0c11",
    TRANCHE_DEMO_SHOP_ID, TRANCHE_DEMO_SHOWCASE_ID, TRANCHE_DEMO_PASSWORD },
  { "monobank", "b3c5f0de-7d0c-4b0e-9f55-6a6f0d9a2e22",
    NULL, TRANCHE_DEMO_STORE_ID, TRANCHE_DEMO_STORE_SECRET },
};

void
crash_store_result_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  GAsyncResult **stored = user_data;

  *stored = g_object_ref (result);
}

GAsyncResult *
crash_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

void
crash_expect_no_error (const GError *error,
                       const char   *what)
{
  if (error == NULL)
    return;

  g_printerr ("%s: %s\n", what, error->message);
  exit (EXIT_FAILURE);
}

static TrancheBank *
make_bank (TrancheAccount *account,
           const char     *secret,
           guint           time_limit)
{
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (RATE);
  g_autoptr (TrancheHttpChannel) channel = NULL;

  channel = g_object_new (TRANCHE_TYPE_HTTP_CHANNEL,
                          "base-url", tranche_account_get_base_url (account),
                          "limiter", limiter,
                          "time-limit", time_limit,
                          NULL);

  return tranche_bank_registry_build_with_channel (account, secret, channel);
}

static GListModel *
make_connections (const char *url,
                  guint       time_limit)
{
  GListStore *connections = g_list_store_new (TRANCHE_TYPE_CONNECTION);

  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++) {
    g_autoptr (TrancheAccount) account = tranche_bank_registry_new_account (accounts[i].bank);
    g_autoptr (TrancheConnection) connection = NULL;
    g_autoptr (TrancheBank) bank = NULL;

    tranche_account_set_id (account, accounts[i].id);
    tranche_account_set_name (account, accounts[i].bank);
    tranche_account_set_base_url (account, url);
    tranche_account_set_shop_id (account, accounts[i].shop_id);
    tranche_account_set_showcase_id (account, accounts[i].showcase_id);
    tranche_account_set_rate (account, RATE);

    connection = tranche_connection_new (account);
    bank = make_bank (account, accounts[i].secret, time_limit);
    tranche_connection_set_bank (connection, bank);
    tranche_connection_set_state (connection, TRANCHE_CONNECTION_READY);
    g_list_store_append (connections, connection);
  }

  return G_LIST_MODEL (connections);
}

static TrancheOrderBook *
open_book (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "orders.db", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheOrderBook *book = NULL;

  tranche_order_book_open_async (path, NULL, NULL, crash_store_result_cb, &result);
  book = tranche_order_book_open_finish (crash_wait (&result), &error);
  crash_expect_no_error (error, "open the book");

  return book;
}

CrashShop *
crash_shop_open (const char *folder,
                 const char *url,
                 guint       time_limit)
{
  static const guint delays[] = { 10, 30, 60 };
  CrashShop *self = g_new0 (CrashShop, 1);
  g_autoptr (GArray) short_delays = g_array_new (FALSE, FALSE, sizeof (guint));

  self->connections = make_connections (url, time_limit);
  self->book = open_book (folder);
  self->operations = tranche_operations_new (self->book, self->connections);
  g_array_append_vals (short_delays, delays, G_N_ELEMENTS (delays));
  tranche_operations_set_delays (self->operations, short_delays);
  self->live_status = tranche_live_status_new (self->book, self->operations);

  return self;
}

void
crash_shop_close (CrashShop *self)
{
  g_autoptr (GAsyncResult) operations_closed = NULL;
  g_autoptr (GAsyncResult) book_closed = NULL;
  g_autoptr (GError) error = NULL;

  tranche_live_status_stop (self->live_status);
  tranche_operations_close_async (self->operations, crash_store_result_cb, &operations_closed);
  tranche_operations_close_finish (self->operations, crash_wait (&operations_closed), &error);
  crash_expect_no_error (error, "close the operations");
  tranche_order_book_close_async (self->book, crash_store_result_cb, &book_closed);
  tranche_order_book_close_finish (self->book, crash_wait (&book_closed), &error);
  crash_expect_no_error (error, "close the book");

  g_clear_object (&self->live_status);
  g_clear_object (&self->operations);
  g_clear_object (&self->connections);
  g_clear_object (&self->book);
  g_free (self);

  /* What the closed connections have left to do. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

GPtrArray *
crash_shop_load_all (CrashShop *self)
{
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_CREATED, FALSE);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GAsyncResult) queried = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (TrancheOrderListing) listing = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *orders = NULL;

  tranche_order_book_query_async (self->book, query, now, 0, NULL, crash_store_result_cb, &queried);
  listing = tranche_order_book_query_finish (self->book, crash_wait (&queried), &error);
  crash_expect_no_error (error, "list the orders");

  tranche_order_book_load_async (self->book, listing->ids, NULL, crash_store_result_cb, &loaded);
  orders = tranche_order_book_load_finish (self->book, crash_wait (&loaded), &error);
  crash_expect_no_error (error, "load the orders");

  return orders;
}
