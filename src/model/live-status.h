/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "model/operations.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_LIVE_STATUS (tranche_live_status_get_type ())
G_DECLARE_FINAL_TYPE (TrancheLiveStatus, tranche_live_status, TRANCHE, LIVE_STATUS, GObject)

/**
 * TrancheLiveStatus:
 *
 * Keeps the open orders fresh by asking the banks by itself. Properties:
 *
 * - `online` (boolean): the network is there; while it is not, nothing is asked.
 * - `pending` (uint) and `total` (uint): how far a refresh of everything is;
 *   0 of 0 when none runs.
 * - `pace` (double): by how much the intervals between two questions are longer
 *   than tranche_live_status_get_interval() says; 1 unless told otherwise.
 */
TrancheLiveStatus *tranche_live_status_new               (TrancheOrderBook  *book,
                                                          TrancheOperations *operations);
void               tranche_live_status_start             (TrancheLiveStatus *self);
void               tranche_live_status_stop              (TrancheLiveStatus *self);
gboolean           tranche_live_status_get_online        (TrancheLiveStatus *self);
guint              tranche_live_status_get_pending       (TrancheLiveStatus *self);
guint              tranche_live_status_get_total         (TrancheLiveStatus *self);
/* Asks for everything that is watched now; what is under way is not asked twice. */
void               tranche_live_status_refresh_all       (TrancheLiveStatus *self);
void               tranche_live_status_cancel_refresh    (TrancheLiveStatus *self);
/* Puts the orders that somebody is looking at first. (element-type gint64) */
void               tranche_live_status_set_visible       (TrancheLiveStatus *self,
                                                          GArray            *order_ids);

/* Seconds until an order of that stage, whose last change was @age seconds
 * ago, is asked for again; 0 for never. The table in the source is the whole
 * rule; @visible orders are asked for sooner. */
guint              tranche_live_status_get_interval      (TrancheStage       stage,
                                                          gint64             age,
                                                          gboolean           visible);

G_END_DECLS
