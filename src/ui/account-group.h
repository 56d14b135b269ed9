/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ACCOUNT_GROUP (tranche_account_group_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAccountGroup, tranche_account_group, TRANCHE, ACCOUNT_GROUP, AdwPreferencesGroup)

/**
 * TrancheAccountGroup:
 *
 * The account that a new order is for, and the bank's product. What keeps the
 * account from being used is told below it, with the button that unlocks it.
 *
 * Signals:
 *
 * - `account-changed ()`: another account was chosen.
 * - `bank-changed ()`: the chosen account has come to its bank, or lost it.
 * - `product-changed ()`: another product was chosen.
 */
/* Fills the choice of accounts; once, after construction. @preferred: (nullable). */
void                  tranche_account_group_set_shop       (TrancheAccountGroup *self,
                                                            TrancheShop         *shop,
                                                            TrancheConnection   *preferred);
/* The chosen account. (nullable) (transfer none) */
TrancheConnection    *tranche_account_group_get_connection (TrancheAccountGroup *self);
/* (nullable): where the account has none. */
const TrancheProduct *tranche_account_group_get_product    (TrancheAccountGroup *self);
/* Chooses the product of @code, where the account has it. @code: (nullable). */
void                  tranche_account_group_select_product (TrancheAccountGroup *self,
                                                            const char          *code);

G_END_DECLS
