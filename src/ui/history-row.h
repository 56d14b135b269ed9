/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/history-entry.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_HISTORY_ROW (tranche_history_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheHistoryRow, tranche_history_row, TRANCHE, HISTORY_ROW, AdwActionRow)

/**
 * TrancheHistoryRow:
 *
 * One thing that happened to an order: what, when and by whom, and what the
 * bank said as it came.
 */
GtkWidget *tranche_history_row_new (TrancheHistoryEntry *entry);

G_END_DECLS
