/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/shop.h"

#include "model/bank-registry.h"
#include "model/shop-private.h"

G_DEFINE_FINAL_TYPE (TrancheShop, tranche_shop, G_TYPE_OBJECT)

static void
tranche_shop_dispose (GObject *object)
{
  TrancheShop *self = TRANCHE_SHOP (object);

  g_clear_handle_id (&self->rounds_id, g_source_remove);
  g_cancellable_cancel (self->closing);
  if (self->live_status != NULL)
    tranche_live_status_stop (self->live_status);
  if (self->callbacks != NULL)
    tranche_callback_desk_stop (self->callbacks);
  if (self->plans != NULL)
    tranche_commit_plans_stop (self->plans);
  if (self->deadlines != NULL)
    tranche_deadline_watch_stop (self->deadlines);
  if (self->clock_watch != NULL)
    tranche_clock_watch_stop (self->clock_watch);
  if (self->payouts != NULL)
    tranche_payout_watch_stop (self->payouts);
  if (self->daily_backup != NULL)
    tranche_daily_backup_stop (self->daily_backup);

  g_clear_object (&self->daily_backup);
  g_clear_object (&self->book_keeper);
  g_clear_object (&self->payouts);
  g_clear_object (&self->deadlines);
  g_clear_object (&self->clock_watch);
  g_clear_object (&self->plans);
  g_clear_object (&self->callbacks);
  g_clear_object (&self->live_status);
  g_clear_object (&self->operations);
  g_clear_object (&self->keeper);
  g_clear_object (&self->guard);
  g_clear_object (&self->secrets);
  g_clear_object (&self->book);
  g_clear_object (&self->demo);

  G_OBJECT_CLASS (tranche_shop_parent_class)->dispose (object);
}

static void
tranche_shop_finalize (GObject *object)
{
  TrancheShop *self = TRANCHE_SHOP (object);

  g_clear_object (&self->closing);

  G_OBJECT_CLASS (tranche_shop_parent_class)->finalize (object);
}

static void
tranche_shop_class_init (TrancheShopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_shop_dispose;
  object_class->finalize = tranche_shop_finalize;
}

static void
tranche_shop_init (TrancheShop *self)
{
  self->closing = g_cancellable_new ();
}

TrancheOrderBook *
tranche_shop_get_book (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->book;
}

TrancheOperations *
tranche_shop_get_operations (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->operations;
}

TrancheGuard *
tranche_shop_get_guard (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->guard;
}

TrancheLiveStatus *
tranche_shop_get_live_status (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->live_status;
}

TrancheCommitPlans *
tranche_shop_get_commit_plans (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->plans;
}

TrancheDeadlineWatch *
tranche_shop_get_deadline_watch (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->deadlines;
}

TranchePayoutWatch *
tranche_shop_get_payout_watch (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->payouts;
}

TrancheClockWatch *
tranche_shop_get_clock_watch (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->clock_watch;
}

TrancheBookKeeper *
tranche_shop_get_book_keeper (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->book_keeper;
}

TrancheDailyBackup *
tranche_shop_get_daily_backup (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->daily_backup;
}

GListModel *
tranche_shop_get_connections (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return tranche_account_keeper_get_connections (self->keeper);
}

TrancheConnection *
tranche_shop_find_connection (TrancheShop *self,
                              const char  *account_id)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return tranche_account_keeper_find (self->keeper, account_id);
}

gboolean
tranche_shop_get_archive (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), FALSE);

  return self->archive;
}

gboolean
tranche_shop_get_demo (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), FALSE);

  return self->demo != NULL;
}

const TrancheBankInfo *
tranche_shop_list_banks (guint *n_banks)
{
  g_return_val_if_fail (n_banks != NULL, NULL);

  return tranche_bank_registry_list (n_banks);
}

const TrancheBankInfo *
tranche_shop_find_bank (const char *bank_id)
{
  return tranche_bank_registry_find (bank_id);
}

TrancheAccount *
tranche_shop_new_account (const char *bank_id)
{
  return tranche_bank_registry_new_account (bank_id);
}

static void
book_closed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheShop *self = g_task_get_source_object (task);
  GError *error = NULL;

  /* The demo's folder goes with its session, which nothing uses any more. */
  g_clear_object (&self->demo);

  if (tranche_order_book_close_finish (TRANCHE_ORDER_BOOK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
book_keeper_closed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheShop *self = g_task_get_source_object (task);

  tranche_book_keeper_close_finish (TRANCHE_BOOK_KEEPER (source), result, NULL);
  tranche_order_book_close_async (self->book, book_closed_cb, g_steal_pointer (&task));
}

static void
operations_closed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheShop *self = g_task_get_source_object (task);

  tranche_operations_close_finish (TRANCHE_OPERATIONS (source), result, NULL);
  tranche_book_keeper_close_async (self->book_keeper, book_keeper_closed_cb,
                                   g_steal_pointer (&task));
}

void
tranche_shop_close_async (TrancheShop         *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (TRANCHE_IS_SHOP (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tranche_shop_close_async);

  g_clear_handle_id (&self->rounds_id, g_source_remove);
  g_cancellable_cancel (self->closing);
  tranche_live_status_stop (self->live_status);
  tranche_commit_plans_stop (self->plans);
  tranche_deadline_watch_stop (self->deadlines);
  tranche_clock_watch_stop (self->clock_watch);
  tranche_payout_watch_stop (self->payouts);
  tranche_callback_desk_stop (self->callbacks);
  tranche_daily_backup_stop (self->daily_backup);
  tranche_operations_close_async (self->operations, operations_closed_cb, task);
}

gboolean
tranche_shop_close_finish (TrancheShop   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
