/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/account-keeper.h"
#include "model/demo-session.h"

G_BEGIN_DECLS

/* Saves the accounts of @session and puts the orders that they have so far
 * into @book, one account after the other. */
void     tranche_demo_import_async  (TrancheDemoSession    *session,
                                     TrancheAccountKeeper  *keeper,
                                     TrancheOrderBook      *book,
                                     GAsyncReadyCallback    callback,
                                     gpointer               user_data);
gboolean tranche_demo_import_finish (TrancheDemoSession    *session,
                                     GAsyncResult          *result,
                                     GError               **error);

G_END_DECLS
