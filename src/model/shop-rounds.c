/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/shop.h"

#include "core/log.h"
#include "model/shop-private.h"

static void
recovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TrancheShop) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_operations_recover_finish (TRANCHE_OPERATIONS (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tranche_warning ("model", "Open operations cannot be settled: %s", error->message);
}

static void
connections_opened_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (TrancheShop) self = user_data;

  tranche_account_keeper_open_finish (TRANCHE_ACCOUNT_KEEPER (source), result, NULL);

  if (g_cancellable_is_cancelled (self->closing))
    return;

  tranche_operations_recover_async (self->operations, self->closing, recovered_cb,
                                    g_object_ref (self));
}

static void
guard_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrancheShop) self = user_data;

  /* Where it is not known yet, whoever needs the PIN is asked for the keyring. */
  tranche_guard_finish (TRANCHE_GUARD (source), result, NULL);
  if (g_cancellable_is_cancelled (self->closing))
    return;

  tranche_account_keeper_open_async (self->keeper, self->closing, connections_opened_cb,
                                     g_object_ref (self));
}

void
tranche_shop_begin_rounds (TrancheShop *self)
{
  g_return_if_fail (TRANCHE_IS_SHOP (self));

  if (self->rounds_id == 0)
    return;

  g_clear_handle_id (&self->rounds_id, g_source_remove);
  tranche_book_keeper_settle_archives (self->book_keeper);
  tranche_commit_plans_start (self->plans);
  tranche_live_status_start (self->live_status);
  tranche_deadline_watch_start (self->deadlines);
  tranche_payout_watch_start (self->payouts);
  tranche_clock_watch_start (self->clock_watch);
  /* Nobody misses what the demo banks made. */
  if (self->demo == NULL)
    tranche_daily_backup_start (self->daily_backup);

  /* One after the other: libsecret makes a keyring file of its own for each of
   * several first calls, and what one of them writes the others do not know. */
  tranche_guard_load_async (self->guard, self->closing, guard_loaded_cb, g_object_ref (self));
}
