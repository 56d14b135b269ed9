/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crash-clerk.h"

#include "core/json-writer.h"
#include "core/return-entry.h"
#include "core/stage.h"

#include <stdio.h>
#include <stdlib.h>

/* crash-worker work FOLDER URL LIMIT SEED: says "ready", then works until it is
 * killed. crash-worker settle FOLDER URL LIMIT: settles what is open and writes
 * the book, as JSON, to the standard output. LIMIT are the milliseconds that a
 * request may take. */

static void
recovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  tranche_operations_recover_finish (TRANCHE_OPERATIONS (source), result, &error);
  crash_expect_no_error (error, "recover");
}

/* As a shop starts: whoever is quick works while old things are being settled. */
static int
work (CrashShop *shop,
      guint32    seed)
{
  CrashClerk *clerk = crash_clerk_new (shop, seed);

  tranche_live_status_start (shop->live_status);
  tranche_operations_recover_async (shop->operations, NULL, recovered_cb, NULL);
  printf ("ready\n");
  fflush (stdout);
  crash_clerk_work (clerk);
  crash_clerk_free (clerk);

  return EXIT_SUCCESS;
}

static void
refresh (CrashShop    *shop,
         TrancheOrder *order)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) fresh = NULL;
  g_autoptr (GError) error = NULL;

  if (tranche_order_get_stage (order) == TRANCHE_STAGE_DRAFT)
    return;

  tranche_operations_refresh_async (shop->operations, order, TRANCHE_PRIORITY_USER, NULL,
                                    crash_store_result_cb, &result);
  fresh = tranche_operations_refresh_finish (shop->operations, crash_wait (&result), &error);
  crash_expect_no_error (error, tranche_order_get_number (order));
}

static void
add_member (TrancheJsonWriter *writer,
            const char        *name,
            const char        *value)
{
  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_string (writer, value);
}

static void
add_number (TrancheJsonWriter *writer,
            const char        *name,
            gint64             value)
{
  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_integer (writer, value);
}

static void
write_history (CrashShop         *shop,
               TrancheOrder      *order,
               TrancheJsonWriter *writer)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_history_async (shop->book, tranche_order_get_id (order), NULL,
                                    crash_store_result_cb, &result);
  history = tranche_order_book_history_finish (shop->book, crash_wait (&result), &error);
  crash_expect_no_error (error, "read the history");

  tranche_json_writer_add_name (writer, "history");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < history->len; i++) {
    TrancheHistoryEntry *entry = g_ptr_array_index (history, i);

    tranche_json_writer_begin_object (writer);
    add_number (writer, "operation", tranche_history_entry_get_operation (entry));
    add_number (writer, "outcome", tranche_history_entry_get_outcome (entry));
    add_number (writer, "origin", tranche_history_entry_get_origin (entry));
    add_member (writer, "from", tranche_stage_to_nick (tranche_history_entry_get_from (entry)));
    add_member (writer, "to", tranche_stage_to_nick (tranche_history_entry_get_to (entry)));
    add_member (writer, "detail", tranche_history_entry_get_detail (entry));
    tranche_json_writer_end_object (writer);
  }
  tranche_json_writer_end_array (writer);
}

/* The ids of the returns that were done. */
static void
write_returns (CrashShop         *shop,
               TrancheOrder      *order,
               TrancheJsonWriter *writer)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) returns = NULL;
  g_autoptr (GError) error = NULL;

  tranche_operations_list_returns_async (shop->operations, order, NULL,
                                         crash_store_result_cb, &result);
  returns = tranche_operations_list_returns_finish (shop->operations, crash_wait (&result), &error);
  crash_expect_no_error (error, "list the returns");

  tranche_json_writer_add_name (writer, "returns");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < returns->len; i++) {
    TrancheReturnEntry *entry = g_ptr_array_index (returns, i);

    if (entry->outcome == TRANCHE_OUTCOME_DONE)
      tranche_json_writer_add_string (writer, entry->goods->id);
  }
  tranche_json_writer_end_array (writer);
}

static void
write_orders (CrashShop         *shop,
              TrancheJsonWriter *writer)
{
  g_autoptr (GPtrArray) orders = crash_shop_load_all (shop);

  tranche_json_writer_add_name (writer, "orders");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);

    tranche_json_writer_begin_object (writer);
    add_number (writer, "id", tranche_order_get_id (order));
    add_member (writer, "number", tranche_order_get_number (order));
    add_member (writer, "stage", tranche_stage_to_nick (tranche_order_get_stage (order)));
    add_member (writer, "link", tranche_order_get_link (order));
    write_returns (shop, order, writer);
    write_history (shop, order, writer);
    tranche_json_writer_end_object (writer);
  }
  tranche_json_writer_end_array (writer);
}

static void
write_open (CrashShop         *shop,
            TrancheJsonWriter *writer)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_open_operations_async (shop->book, NULL, crash_store_result_cb, &result);
  open = tranche_order_book_open_operations_finish (shop->book, crash_wait (&result), &error);
  crash_expect_no_error (error, "list what is open");

  tranche_json_writer_add_name (writer, "open");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < open->len; i++)
    tranche_json_writer_add_integer (writer,
                                     g_array_index (open, TrancheOpenOperation, i).order_id);
  tranche_json_writer_end_array (writer);
}

/* A return that the bank does not show waits for somebody to send it again. */
static void
repeat_return (CrashShop    *shop,
               TrancheOrder *order)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) fresh = NULL;
  g_autoptr (GError) error = NULL;

  if (tranche_operations_get_current (shop->operations, tranche_order_get_id (order)) !=
      TRANCHE_OPERATION_RETURN)
    return;

  tranche_operations_repeat_return_async (shop->operations, order, NULL,
                                          crash_store_result_cb, &result);
  fresh = tranche_operations_repeat_return_finish (shop->operations, crash_wait (&result), &error);
  if (error != NULL)
    g_printerr ("%s: %s\n", tranche_order_get_number (order), error->message);
}

/* What else is open must be settled by one recovery, for the bank can answer. */
static int
settle (CrashShop *shop)
{
  g_autoptr (TrancheJsonWriter) writer = tranche_json_writer_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  tranche_operations_recover_async (shop->operations, NULL, crash_store_result_cb, &result);
  tranche_operations_recover_finish (shop->operations, crash_wait (&result), &error);
  crash_expect_no_error (error, "recover");

  tranche_json_writer_begin_object (writer);
  orders = crash_shop_load_all (shop);
  for (guint i = 0; i < orders->len; i++)
    repeat_return (shop, g_ptr_array_index (orders, i));
  write_open (shop, writer);
  for (guint i = 0; i < orders->len; i++)
    refresh (shop, g_ptr_array_index (orders, i));
  write_orders (shop, writer);
  tranche_json_writer_end_object (writer);

  json = tranche_json_writer_finish (g_steal_pointer (&writer));
  printf ("%s\n", json);

  return EXIT_SUCCESS;
}

int
main (int   argc,
      char *argv[])
{
  CrashShop *shop = NULL;
  int status;

  if (argc < 5 || (argc < 6 && g_str_equal (argv[1], "work"))) {
    g_printerr ("usage: %s work FOLDER URL LIMIT SEED | settle FOLDER URL LIMIT\n", argv[0]);
    return EXIT_FAILURE;
  }

  shop = crash_shop_open (argv[2], argv[3], (guint) g_ascii_strtoull (argv[4], NULL, 10));
  if (g_str_equal (argv[1], "work"))
    status = work (shop, (guint32) g_ascii_strtoull (argv[5], NULL, 10));
  else
    status = settle (shop);
  crash_shop_close (shop);

  return status;
}
