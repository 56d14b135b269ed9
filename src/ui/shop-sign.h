/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/account.h"

G_BEGIN_DECLS

/**
 * TrancheSlipWidth:
 * @TRANCHE_SLIP_58_MM: of which a printer reaches 48
 * @TRANCHE_SLIP_80_MM: of which a printer reaches 72
 *
 * The two widths of paper that slips are printed on.
 */
typedef enum {
  TRANCHE_SLIP_58_MM,
  TRANCHE_SLIP_80_MM,
} TrancheSlipWidth;

/**
 * TrancheShopSign:
 * @name: of the shop, as customers know it; not empty
 * @address: (nullable): under it on paper
 * @slip_width: of the paper that slips are printed on
 *
 * What stands over what a customer reads.
 */
typedef struct {
  char *name;
  char *address;
  TrancheSlipWidth slip_width;
} TrancheShopSign;

/* From the settings; without a name there, that of @account (nullable) or of the
 * program. */
TrancheShopSign *tranche_shop_sign_new  (TrancheAccount  *account);
void             tranche_shop_sign_free (TrancheShopSign *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheShopSign, tranche_shop_sign_free)

G_END_DECLS
