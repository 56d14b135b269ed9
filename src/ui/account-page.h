/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ACCOUNT_PAGE (tranche_account_page_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAccountPage, tranche_account_page, TRANCHE, ACCOUNT_PAGE, AdwNavigationPage)

/**
 * TrancheAccountPage:
 *
 * Adds or edits a bank account: its fields, a test of the connection, and the
 * removal of one that exists. Signals `saved ()` and `removed ()`.
 */
/* @account: (nullable): the one to edit; NULL adds one. */
AdwNavigationPage *tranche_account_page_new (TrancheShop    *shop,
                                             TrancheAccount *account);

G_END_DECLS
