/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/operations-private.h"

#include <glib/gstdio.h>

void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **stored = user_data;

  g_assert_null (*stored);
  *stored = g_object_ref (result);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

void
wait_once (void)
{
  guint tick = g_timeout_add (5, tick_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  if (g_main_context_find_source_by_id (NULL, tick) != NULL)
    g_source_remove (tick);
}

void
settle_main_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

void
wait_for_result (GAsyncResult **result)
{
  WAIT_UNTIL (*result != NULL);
}

void
fixture_open (Fixture *fixture)
{
  static const guint delays[] = { 1, 1 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) short_delays = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;

  tranche_order_book_open_async (fixture->path, NULL, NULL, store_result_cb, &result);
  wait_for_result (&result);
  fixture->book = tranche_order_book_open_finish (result, &error);
  g_assert_no_error (error);

  g_array_append_vals (short_delays, delays, G_N_ELEMENTS (delays));
  fixture->operations = tranche_operations_new (fixture->book, G_LIST_MODEL (fixture->connections));
  tranche_operations_set_delays (fixture->operations, short_delays);
}

void
fixture_close (Fixture *fixture)
{
  g_autoptr (GAsyncResult) operations_closed = NULL;
  g_autoptr (GAsyncResult) book_closed = NULL;
  g_autoptr (GError) error = NULL;

  tranche_operations_close_async (fixture->operations, store_result_cb, &operations_closed);
  wait_for_result (&operations_closed);
  tranche_operations_close_finish (fixture->operations, operations_closed, &error);
  g_assert_no_error (error);

  tranche_order_book_close_async (fixture->book, store_result_cb, &book_closed);
  wait_for_result (&book_closed);
  tranche_order_book_close_finish (fixture->book, book_closed, &error);
  g_assert_no_error (error);

  g_clear_object (&operations_closed);
  g_clear_object (&book_closed);
  g_assert_finalize_object (g_steal_pointer (&fixture->operations));
  g_clear_object (&fixture->book);
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tranche-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "book", "orders.db", NULL);

  fixture->account = tranche_account_new ("tbank");
  tranche_account_set_name (fixture->account, "Counter");
  tranche_account_set_base_url (fixture->account, "https://bank.example");
  tranche_account_set_currency (fixture->account, "RUB");

  fixture->bank = fake_bank_new (TRANCHE_CAPABILITY_LINK | TRANCHE_CAPABILITY_IDEMPOTENT_CREATE |
                                 TRANCHE_CAPABILITY_INFO_BY_NUMBER);
  fixture->connection = tranche_connection_new (fixture->account);
  tranche_connection_set_bank (fixture->connection, fake_bank_as_bank (fixture->bank));
  tranche_connection_set_state (fixture->connection, TRANCHE_CONNECTION_READY);
  fixture->connections = g_list_store_new (TRANCHE_TYPE_CONNECTION);
  g_list_store_append (fixture->connections, fixture->connection);

  fixture_open (fixture);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }

  g_remove (path);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  fixture_close (fixture);

  g_clear_object (&fixture->connections);
  g_assert_finalize_object (g_steal_pointer (&fixture->connection));
  g_assert_finalize_object (g_steal_pointer (&fixture->bank));
  g_clear_object (&fixture->account);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

TrancheOrderDraft *
fixture_new_draft (const char *number)
{
  TrancheOrderDraft *draft = tranche_order_draft_new ("RUB");
  TrancheMoney price = tranche_money (FAKE_AMOUNT, "RUB");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Sofa", 1, &price, NULL, NULL);

  tranche_order_draft_set_number (draft, number);
  tranche_order_draft_set_product_code (draft, "default");
  tranche_order_draft_add_item (draft, item);

  return draft;
}

TrancheOrder *
fixture_add_order (Fixture      *fixture,
                   const char   *number,
                   TrancheStage  stage)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheMoney amount = tranche_money (FAKE_AMOUNT, "RUB");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Sofa", 1, &amount, NULL, NULL);
  g_autoptr (GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  TrancheOrder *added = NULL;

  g_ptr_array_add (items, g_steal_pointer (&item));
  tranche_order_set_items (order, items);
  tranche_order_set_account_id (order, tranche_account_get_id (fixture->account));
  tranche_order_set_number (order, number);
  tranche_order_set_amount (order, &amount);
  tranche_order_set_created_at (order, now);
  tranche_order_set_changed_at (order, now);
  tranche_order_set_stage (order, stage);
  if (stage == TRANCHE_STAGE_COMMITTED)
    tranche_order_set_committed_at (order, now);

  tranche_order_book_add_async (fixture->book, order, TRANCHE_ORIGIN_USER, NULL,
                                store_result_cb, &result);
  wait_for_result (&result);
  added = tranche_order_book_add_finish (fixture->book, result, &error);
  g_assert_no_error (error);

  if (stage != TRANCHE_STAGE_DRAFT)
    fake_bank_set_stage (fixture->bank, number, stage);

  return added;
}

TrancheOrder *
fixture_load (Fixture *fixture,
              gint64   id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_val (ids, id);
  tranche_order_book_load_async (fixture->book, ids, NULL, store_result_cb, &result);
  wait_for_result (&result);
  orders = tranche_order_book_load_finish (fixture->book, result, &error);
  g_assert_no_error (error);

  return orders->len == 1 ? g_object_ref (g_ptr_array_index (orders, 0)) : NULL;
}

GArray *
fixture_list_open (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *open = NULL;

  tranche_order_book_open_operations_async (fixture->book, NULL, store_result_cb, &result);
  wait_for_result (&result);
  open = tranche_order_book_open_operations_finish (fixture->book, result, &error);
  g_assert_no_error (error);

  return open;
}

void
fixture_apply_stage (Fixture      *fixture,
                     gint64        id,
                     TrancheStage  stage)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) answer = tranche_order_new ();
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_set_stage (answer, stage);
  tranche_order_book_apply_async (fixture->book, id, answer, TRANCHE_ORIGIN_POLL, NULL,
                                  store_result_cb, &result);
  wait_for_result (&result);
  after = tranche_order_book_apply_finish (fixture->book, result, &error);
  g_assert_no_error (error);
}
