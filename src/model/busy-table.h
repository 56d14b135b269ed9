/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/history-entry.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_BUSY_TABLE (tranche_busy_table_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBusyTable, tranche_busy_table, TRANCHE, BUSY_TABLE, GObject)

/**
 * TrancheBusyTable:
 *
 * Which orders have an operation under way or of unknown outcome. Signal
 * `changed (gint64 order_id)`.
 */
TrancheBusyTable *tranche_busy_table_new            (void);

/* Takes the order for an operation that begins; %FALSE where it has one. */
gboolean          tranche_busy_table_claim          (TrancheBusyTable *self,
                                                     gint64            order_id,
                                                     TrancheOperation  operation);
/* Takes an unsettled order to settle it. Returns its journal entry, or 0 where
 * it is not unsettled. */
gint64            tranche_busy_table_claim_settling (TrancheBusyTable *self,
                                                     gint64            order_id);
/* Gives a taken order back: free, or unsettled with its @open_entry. */
void              tranche_busy_table_release        (TrancheBusyTable *self,
                                                     gint64            order_id,
                                                     gint64            open_entry);
/* Notes what a former run left open; %FALSE, and no change, for an order that is
 * known. */
gboolean          tranche_busy_table_add_unsettled  (TrancheBusyTable *self,
                                                     gint64            order_id,
                                                     TrancheOperation  operation,
                                                     gint64            open_entry);

/* NONE for an order that is free. */
TrancheOperation  tranche_busy_table_get_operation  (TrancheBusyTable *self,
                                                     gint64            order_id);
gboolean          tranche_busy_table_is_running     (TrancheBusyTable *self,
                                                     gint64            order_id);
gboolean          tranche_busy_table_is_unsettled   (TrancheBusyTable *self,
                                                     gint64            order_id);
/* (element-type gint64) (transfer full) */
GArray           *tranche_busy_table_list_unsettled (TrancheBusyTable *self);

G_END_DECLS
