/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/history-entry.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_HISTORY_ROW (tranche_history_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheHistoryRow, tranche_history_row, TRANCHE, HISTORY_ROW, AdwExpanderRow)

/**
 * TrancheHistoryRow:
 *
 * One thing that happened to an order: what, when and by whom. Opened, it tells
 * what was asked and answered; those rows are made when it is first opened.
 */
GtkWidget *tranche_history_row_new (TrancheHistoryEntry *entry);

G_END_DECLS
