/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/keyring.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SECRETS (tranche_secrets_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSecrets, tranche_secrets, TRANCHE, SECRETS, GObject)

/**
 * TrancheSecrets:
 *
 * Where the shop's secrets are: in the keyring or, for the demo shop, whose
 * secrets are public, in memory until it closes. Errors are of
 * %TRANCHE_KEYRING_ERROR.
 */
/* @keyring: (nullable): without it, in memory. */
TrancheSecrets *tranche_secrets_new           (TrancheKeyring      *keyring);

void            tranche_secrets_lookup_async  (TrancheSecrets      *self,
                                               const char          *account_id,
                                               gboolean             interactive,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/* (transfer full): to be freed with tranche_keyring_secret_free(). */
char           *tranche_secrets_lookup_finish (TrancheSecrets      *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void            tranche_secrets_store_async   (TrancheSecrets      *self,
                                               TrancheAccount      *account,
                                               const char          *secret,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/* See tranche_keyring_store_item_async(). */
void            tranche_secrets_store_item_async
                                              (TrancheSecrets      *self,
                                               const char          *id,
                                               const char          *name,
                                               const char          *secret,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean        tranche_secrets_store_finish  (TrancheSecrets      *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void            tranche_secrets_clear_async   (TrancheSecrets      *self,
                                               const char          *account_id,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean        tranche_secrets_clear_finish  (TrancheSecrets      *self,
                                               GAsyncResult        *result,
                                               GError             **error);

G_END_DECLS
