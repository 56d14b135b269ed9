/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/bulk-item.h"
#include "model/operations.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_BULK_RUN (tranche_bulk_run_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBulkRun, tranche_bulk_run, TRANCHE, BULK_RUN, GObject)

/**
 * TrancheBulkRun:
 *
 * Commits or cancels several orders: a GListModel of TrancheBulkItem. Each of
 * them is an operation like any other, with its own entry in the journal; a few
 * are under way at a time. What was sent goes on when the run is stopped, or
 * nobody holds it any more.
 *
 * An order whose answer was lost is done or failed when the bank has said so,
 * and never sent again before.
 *
 * - `running` (boolean): something is under way that this run has begun
 * - signal `changed ()`: an item, or `running`, is not as it was
 */
/* @operation: COMMIT or CANCEL. @orders: (element-type TrancheOrder) */
TrancheBulkRun   *tranche_bulk_run_new           (TrancheOrderBook  *book,
                                                  TrancheOperations *operations,
                                                  TrancheOperation   operation,
                                                  GPtrArray         *orders);
TrancheOperation  tranche_bulk_run_get_operation (TrancheBulkRun    *self);
gboolean          tranche_bulk_run_get_running   (TrancheBulkRun    *self);
guint             tranche_bulk_run_count         (TrancheBulkRun    *self,
                                                  TrancheBulkState   state);
/* Begins with all that wait. */
void              tranche_bulk_run_start         (TrancheBulkRun    *self);
/* Begins with none any more: what still waits is left. */
void              tranche_bulk_run_stop          (TrancheBulkRun    *self);
/* Begins anew with what failed or was left, and with nothing else. */
void              tranche_bulk_run_retry         (TrancheBulkRun    *self);

G_END_DECLS
