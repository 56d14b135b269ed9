/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/account.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_PRODUCT_ROW (tranche_product_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheProductRow, tranche_product_row, TRANCHE, PRODUCT_ROW, AdwExpanderRow)

/**
 * TrancheProductRow:
 *
 * A product of an account while it is edited. Signal `remove ()`: the button
 * was used.
 */
/* @product: (nullable): what to begin with. */
GtkWidget      *tranche_product_row_new         (const TrancheProduct *product);
/* What was typed; NULL, with the field marked, when there is no code. The name
 * is the code when it was left empty. (transfer full) (nullable) */
TrancheProduct *tranche_product_row_dup_product (TrancheProductRow    *self);

G_END_DECLS
