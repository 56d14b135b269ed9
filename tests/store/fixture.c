/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <glib/gstdio.h>

/* Far more than any of it takes, so that a hang is told as such. */
#define PATIENCE_SECONDS 60

void
ready_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **out = user_data;

  g_assert_null (*out);
  *out = g_object_ref (result);
}

G_NORETURN static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("Waited for %d seconds in vain", PATIENCE_SECONDS);
}

void
await (GAsyncResult **result)
{
  guint limit = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

TrancheOrderBook *
open_book (const char  *path,
           GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_book_open_async (path, NULL, NULL, ready_cb, &result);
  await (&result);
  return tranche_order_book_open_finish (result, error);
}

void
fixture_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->book = open_book (self->path, &error);
  g_assert_no_error (error);
}

void
fixture_close (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_close_async (self->book, ready_cb, &result);
  await (&result);
  g_assert_true (tranche_order_book_close_finish (self->book, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_finalize_object (g_steal_pointer (&self->book));
}

void
fixture_set_up (Fixture       *self,
                gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("tranche-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "data", "orders.db", NULL);
  fixture_open (self);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

void
fixture_tear_down (Fixture       *self,
                   gconstpointer  unused)
{
  if (self->book)
    fixture_close (self);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

TrancheOrder *
make_order (const char *number)
{
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 3, 14, 9, 30, 15.25);
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();
  g_autoptr (GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  TrancheMoney price = tranche_money (1250050, "RUB");
  TrancheMoney amount = tranche_money (2500100, "RUB");
  TrancheOrder *order = tranche_order_new ();

  customer->last_name = g_strdup ("Иванова");
  customer->first_name = g_strdup ("Алёна");
  customer->phone = g_strdup ("+7 (999) 888-77-66");
  g_ptr_array_add (items, tranche_order_item_new ("Диван", 2, &price, "Мебель", "D-1"));

  tranche_order_set_account_id (order, FIXTURE_ACCOUNT);
  tranche_order_set_number (order, number);
  tranche_order_set_amount (order, &amount);
  tranche_order_set_customer (order, customer);
  tranche_order_set_items (order, items);
  tranche_order_set_created_at (order, created);
  return order;
}

TrancheOrder *
make_answer (TrancheStage  stage,
             const char   *raw_state)
{
  TrancheOrder *answer = tranche_order_new ();

  tranche_order_set_stage (answer, stage);
  tranche_order_set_raw_state (answer, raw_state);
  return answer;
}
