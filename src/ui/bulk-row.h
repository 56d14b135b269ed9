/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/bulk-run.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_BULK_ROW (tranche_bulk_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBulkRow, tranche_bulk_row, TRANCHE, BULK_ROW, AdwActionRow)

/**
 * TrancheBulkRow:
 *
 * An order in the dialog for several: its number, customer and amount, and how
 * far it is, or why it is not among them.
 */
/* Follows @item of a run of @operation. */
GtkWidget *tranche_bulk_row_new          (TrancheBulkItem  *item,
                                          TrancheOperation  operation);
GtkWidget *tranche_bulk_row_new_excluded (TrancheOrder     *order,
                                          const char       *why_not);

G_END_DECLS
