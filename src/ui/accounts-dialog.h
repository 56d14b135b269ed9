/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ACCOUNTS_DIALOG (tranche_accounts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAccountsDialog, tranche_accounts_dialog, TRANCHE, ACCOUNTS_DIALOG, AdwDialog)

/**
 * TrancheAccountsDialog:
 *
 * The bank accounts: their list, and a page to add or edit one.
 */
AdwDialog *tranche_accounts_dialog_new  (TrancheShop           *shop);
/* Begins with the page for a new account; closing that closes the dialog. */
void       tranche_accounts_dialog_add  (TrancheAccountsDialog *self);
/* Begins with the page of @connection's account; closing that closes the dialog. */
void       tranche_accounts_dialog_edit (TrancheAccountsDialog *self,
                                         TrancheConnection     *connection);

G_END_DECLS
