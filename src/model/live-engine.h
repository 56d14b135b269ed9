/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/live-clock.h"
#include "model/operations.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_LIVE_ENGINE (tranche_live_engine_get_type ())
G_DECLARE_FINAL_TYPE (TrancheLiveEngine, tranche_live_engine, TRANCHE, LIVE_ENGINE, GObject)

/**
 * TrancheLiveEngine:
 *
 * What live status does: when to ask for which order, and what to learn from
 * the answer. It is told of orders and of the network, and knows no book.
 *
 * Signal `progress ()`: pending or total of the refresh of everything changed.
 */
TrancheLiveEngine *tranche_live_engine_new            (TrancheOperations      *operations);
/* While it is stopped. */
void               tranche_live_engine_set_clock      (TrancheLiveEngine      *self,
                                                       const TrancheLiveClock *clock);
/* Intervals are as many times as long; 1 unless told otherwise. */
void               tranche_live_engine_set_pace       (TrancheLiveEngine      *self,
                                                       double                  pace);
void               tranche_live_engine_start          (TrancheLiveEngine      *self);
/* Forgets every order, and what is under way. */
void               tranche_live_engine_stop           (TrancheLiveEngine      *self);
/* (nullable) (transfer none): cancelled by the next stop; %NULL while stopped. */
GCancellable      *tranche_live_engine_get_running    (TrancheLiveEngine      *self);

/* @order is as given, and is watched as long as its stage asks for it. */
void               tranche_live_engine_watch          (TrancheLiveEngine      *self,
                                                       TrancheOrder           *order);
gboolean           tranche_live_engine_is_watching    (TrancheLiveEngine      *self,
                                                       gint64                  order_id);
void               tranche_live_engine_drop           (TrancheLiveEngine      *self,
                                                       gint64                  order_id);
/* Its operation began, ended, or lost its answer. */
void               tranche_live_engine_reschedule     (TrancheLiveEngine      *self,
                                                       gint64                  order_id);
/* (element-type gint64) */
void               tranche_live_engine_set_visible    (TrancheLiveEngine      *self,
                                                       GArray                 *order_ids);
void               tranche_live_engine_set_network    (TrancheLiveEngine      *self,
                                                       gboolean                available);
/* A connection came, went, or changed its state. */
void               tranche_live_engine_mind_lanes     (TrancheLiveEngine      *self);

void               tranche_live_engine_refresh_all    (TrancheLiveEngine      *self);
void               tranche_live_engine_cancel_refresh (TrancheLiveEngine      *self);
guint              tranche_live_engine_get_pending    (TrancheLiveEngine      *self);
guint              tranche_live_engine_get_total      (TrancheLiveEngine      *self);

/* Does what is due now, as its timer does. */
void               tranche_live_engine_wake           (TrancheLiveEngine      *self);
/* Monotonic, µs; -1 for an order that is not watched. */
gint64             tranche_live_engine_get_due        (TrancheLiveEngine      *self,
                                                       gint64                  order_id);

G_END_DECLS
