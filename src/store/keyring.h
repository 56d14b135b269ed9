/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/account.h"
#include "store/keyring-error.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_KEYRING (tranche_keyring_get_type ())
G_DECLARE_FINAL_TYPE (TrancheKeyring, tranche_keyring, TRANCHE, KEYRING, GObject)

/**
 * TrancheKeyring:
 *
 * The system's keyring: the one place where passwords and store secrets are.
 *
 * Every call has a time limit of its own, for a locked keyring waits for its
 * prompt without end. @interactive says whether a prompt may be shown:
 * without it a locked keyring is told at once. A prompt that was not answered
 * in time stays open: a secret that was to be stored is stored when somebody
 * answers it later.
 */
/* @prompt_timeout: seconds that a prompt may take; 0 is the default of 120. */
TrancheKeyring *tranche_keyring_new           (guint                prompt_timeout);

void            tranche_keyring_lookup_async  (TrancheKeyring      *self,
                                               const char          *account_id,
                                               gboolean             interactive,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/* (transfer full): to be freed with tranche_keyring_secret_free(), which wipes it. */
char           *tranche_keyring_lookup_finish (TrancheKeyring      *self,
                                               GAsyncResult        *result,
                                               GError             **error);
/* @account gives the attribute and the label that the desktop shows. */
void            tranche_keyring_store_async   (TrancheKeyring      *self,
                                               TrancheAccount      *account,
                                               const char          *secret,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/* The same for what is of no account: looked up and cleared by @id, and called
 * @name by the desktop. Finishes with tranche_keyring_store_finish(). */
void            tranche_keyring_store_item_async
                                              (TrancheKeyring      *self,
                                               const char          *id,
                                               const char          *name,
                                               const char          *secret,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean        tranche_keyring_store_finish  (TrancheKeyring      *self,
                                               GAsyncResult        *result,
                                               GError             **error);
/* Succeeds also where there was none. */
void            tranche_keyring_clear_async   (TrancheKeyring      *self,
                                               const char          *account_id,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean        tranche_keyring_clear_finish  (TrancheKeyring      *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void            tranche_keyring_secret_free   (char                *secret);

G_END_DECLS
