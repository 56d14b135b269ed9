/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/**
 * TrancheBulkState:
 * @TRANCHE_BULK_WAITING: its turn has not come
 * @TRANCHE_BULK_RUNNING: it was sent
 * @TRANCHE_BULK_DONE: the bank has done it
 * @TRANCHE_BULK_FAILED: surely not done
 * @TRANCHE_BULK_UNKNOWN: the answer was lost, and the bank is being asked
 * @TRANCHE_BULK_LEFT: the run was stopped before its turn came
 */
typedef enum {
  TRANCHE_BULK_WAITING,
  TRANCHE_BULK_RUNNING,
  TRANCHE_BULK_DONE,
  TRANCHE_BULK_FAILED,
  TRANCHE_BULK_UNKNOWN,
  TRANCHE_BULK_LEFT,
} TrancheBulkState;

#define TRANCHE_N_BULK_STATES 6
#define TRANCHE_TYPE_BULK_STATE (tranche_bulk_state_get_type ())
GType tranche_bulk_state_get_type (void);

#define TRANCHE_TYPE_BULK_ITEM (tranche_bulk_item_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBulkItem, tranche_bulk_item, TRANCHE, BULK_ITEM, GObject)

/**
 * TrancheBulkItem:
 *
 * One order of a TrancheBulkRun and how far it is. Properties, which notify:
 *
 * - `order` (TrancheOrder): as it is now
 * - `state` (TrancheBulkState), which notifies last
 * - `error` (GError boxed, nullable): why it failed, or why nobody knows; NULL
 *   in a failed one of which the bank said later that it was not done
 */
TrancheBulkItem  *tranche_bulk_item_new       (TrancheOrder     *order);
TrancheOrder     *tranche_bulk_item_get_order (TrancheBulkItem  *self);
void              tranche_bulk_item_set_order (TrancheBulkItem  *self,
                                               TrancheOrder     *order);
TrancheBulkState  tranche_bulk_item_get_state (TrancheBulkItem  *self);
/* (nullable) (transfer none) */
const GError     *tranche_bulk_item_get_error (TrancheBulkItem  *self);
/* @error: (nullable) (transfer full) */
void              tranche_bulk_item_set_state (TrancheBulkItem  *self,
                                               TrancheBulkState  state,
                                               GError           *error);

G_END_DECLS
