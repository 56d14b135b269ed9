/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/connection.h"
#include "model/secrets.h"
#include "store/account-book.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ACCOUNT_KEEPER (tranche_account_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAccountKeeper, tranche_account_keeper, TRANCHE, ACCOUNT_KEEPER, GObject)

/**
 * TrancheAccountKeeper:
 *
 * The accounts of the shop: their records in the book, their secrets, and the
 * connections that are made of both.
 */
TrancheAccountKeeper *tranche_account_keeper_new             (TrancheAccountBook   *accounts,
                                                              TrancheSecrets       *secrets);
/* By name. (element-type TrancheConnection) (transfer none) */
GListModel           *tranche_account_keeper_get_connections (TrancheAccountKeeper *self);
/* (nullable) (transfer none) */
TrancheConnection    *tranche_account_keeper_find            (TrancheAccountKeeper *self,
                                                              const char           *account_id);

/* The client for @account with @secret, which keeps to the limit that it has
 * together with all accounts at the same host. (transfer full) (nullable) */
TrancheBank          *tranche_account_keeper_build_bank      (TrancheAccountKeeper *self,
                                                              TrancheAccount       *account,
                                                              const char           *secret);

/* Reads the accounts; their connections are opening then. */
void                  tranche_account_keeper_load_async      (TrancheAccountKeeper *self,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
gboolean              tranche_account_keeper_load_finish     (TrancheAccountKeeper *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);
/* Fetches the secret of every connection that is opening or whose keyring was
 * locked, without a prompt. What cannot be had is told by the states. */
void                  tranche_account_keeper_open_async      (TrancheAccountKeeper *self,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
gboolean              tranche_account_keeper_open_finish     (TrancheAccountKeeper *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);

/* See tranche_shop_save_account_async(), and so on. */
void                  tranche_account_keeper_save_async      (TrancheAccountKeeper *self,
                                                              TrancheAccount       *account,
                                                              const char           *secret,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
gboolean              tranche_account_keeper_save_finish     (TrancheAccountKeeper *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);
void                  tranche_account_keeper_remove_async    (TrancheAccountKeeper *self,
                                                              const char           *account_id,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
gboolean              tranche_account_keeper_remove_finish   (TrancheAccountKeeper *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);
void                  tranche_account_keeper_unlock_async    (TrancheAccountKeeper *self,
                                                              TrancheConnection    *connection,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
gboolean              tranche_account_keeper_unlock_finish   (TrancheAccountKeeper *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);

G_END_DECLS
