/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/shop.h"

#include "model/demo-import.h"
#include "model/shop-private.h"

/* ms. So long whoever opened the shop may keep the book to itself. */
#define GRACE 1000

static gboolean
rounds_cb (gpointer user_data)
{
  tranche_shop_begin_rounds (user_data);

  return G_SOURCE_REMOVE;
}

/* The shop is open with its book. What reads much of it, and what asks keyring and
 * banks, goes on behind it: neither may be there, and each tells so where it is seen.
 * It would take the first rows from whoever waits for them, so it begins when they
 * are drawn, and soon where nobody sees any. */
static void
return_shop (GTask *task)
{
  TrancheShop *self = g_task_get_task_data (task);

  if (!self->archive)
    self->rounds_id = g_timeout_add (GRACE, rounds_cb, self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
demo_imported_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tranche_demo_import_finish (TRANCHE_DEMO_SESSION (source), result, &error))
    return_shop (task);
  else
    g_task_return_error (task, error);
}

static void
accounts_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheShop *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!tranche_account_keeper_load_finish (TRANCHE_ACCOUNT_KEEPER (source), result, &error)) {
    g_task_return_error (task, error);
  } else if (self->demo != NULL) {
    tranche_demo_import_async (self->demo, self->keeper, self->book, demo_imported_cb,
                               g_steal_pointer (&task));
  } else {
    return_shop (task);
  }
}

static void
book_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  TrancheShop *self = g_task_get_task_data (task);
  g_autoptr (TrancheAccountBook) accounts = NULL;
  GError *error = NULL;

  self->book = tranche_order_book_open_finish (result, &error);
  if (self->book == NULL) {
    g_task_return_error (task, error);
    return;
  }

  accounts = tranche_account_book_new (self->book);
  self->keeper = tranche_account_keeper_new (accounts, self->secrets);
  self->guard = tranche_guard_new (self->secrets);
  self->operations = tranche_operations_new (self->book,
                                             tranche_account_keeper_get_connections (self->keeper));
  self->live_status = tranche_live_status_new (self->book, self->operations);
  self->plans = tranche_commit_plans_new (self->book, self->operations);
  self->deadlines = tranche_deadline_watch_new (self->book);
  self->clock_watch = tranche_clock_watch_new (self->book);
  self->payouts = tranche_payout_watch_new (self->book, self->operations);
  self->callbacks = tranche_callback_desk_new (self->book, self->operations, self->secrets);
  self->book_keeper = tranche_book_keeper_new (self->book);
  self->daily_backup = tranche_daily_backup_new (self->book, self->book_keeper);

  tranche_account_keeper_load_async (self->keeper, cancellable, accounts_loaded_cb,
                                     g_steal_pointer (&task));
}

void
tranche_shop_open_async (const char          *path,
                         TrancheBookUpgrade  *upgrade,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (TrancheKeyring) keyring = NULL;
  TrancheShop *self = NULL;

  g_return_if_fail (path != NULL);

  keyring = tranche_keyring_new (0);
  self = g_object_new (TRANCHE_TYPE_SHOP, NULL);
  self->secrets = tranche_secrets_new (keyring);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_shop_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  tranche_order_book_open_async (path, upgrade, cancellable, book_opened_cb,
                                 g_steal_pointer (&task));
}

void
tranche_shop_open_archive_async (const char          *path,
                                 TrancheBookUpgrade  *upgrade,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  TrancheShop *self = g_object_new (TRANCHE_TYPE_SHOP, NULL);

  g_return_if_fail (path != NULL);

  self->archive = TRUE;
  self->secrets = tranche_secrets_new (NULL);
  g_task_set_source_tag (task, tranche_shop_open_archive_async);
  g_task_set_task_data (task, self, g_object_unref);
  tranche_order_book_open_archive_async (path, upgrade, cancellable, book_opened_cb,
                                         g_steal_pointer (&task));
}

TrancheShop *
tranche_shop_open_archive_finish (GAsyncResult  *result,
                                  GError       **error)
{
  return tranche_shop_open_finish (result, error);
}

TrancheShop *
tranche_shop_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tranche_shop_open_demo_async (GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  TrancheShop *self = g_object_new (TRANCHE_TYPE_SHOP, NULL);
  GError *error = NULL;

  g_task_set_source_tag (task, tranche_shop_open_demo_async);
  g_task_set_task_data (task, self, g_object_unref);

  self->secrets = tranche_secrets_new (NULL);
  self->demo = tranche_demo_session_new (&error);
  if (self->demo == NULL)
    g_task_return_error (task, error);
  else
    tranche_order_book_open_async (tranche_demo_session_get_path (self->demo), NULL, cancellable,
                                   book_opened_cb, g_steal_pointer (&task));
}

TrancheShop *
tranche_shop_open_demo_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
