/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/live-engine.h"
#include "model/live-lane.h"
#include "model/watch.h"

G_BEGIN_DECLS

/* What the files of the engine share: when to ask is in live-engine.c, the questions
 * are in live-engine-ask.c, the timer in live-engine-wake.c, and the refresh of
 * everything in live-engine-refresh.c. */

struct _TrancheLiveEngine {
  GObject parent_instance;

  TrancheOperations *operations;
  TrancheLiveClock clock;
  gboolean network;
  double pace;

  GCancellable *running;    /* (nullable): while it runs */
  GHashTable *watches;      /* order id → TrancheWatch */
  GHashTable *lanes;        /* account id → TrancheLiveLane */
  TrancheWatchHeap *asleep; /* those that are not due */
  GHashTable *visible;      /* set of order ids */
  gint64 clock_offset;      /* real minus monotonic, when last awake */
  guint wake_id;
  guint pending;
  guint total;
};

gint64           tranche_live_engine_get_now       (TrancheLiveEngine *self);
gint64           tranche_live_engine_get_real      (TrancheLiveEngine *self);
/* Puts the watch where it belongs, after anything about it has changed. */
void             tranche_live_engine_schedule      (TrancheLiveEngine *self,
                                                    TrancheWatch      *watch);
/* Looks soon at what is due. */
void             tranche_live_engine_queue_wake    (TrancheLiveEngine *self);

TrancheLiveLane *tranche_live_engine_get_lane      (TrancheLiveEngine *self,
                                                    TrancheWatch      *watch);
/* Whether the account of the watch can be asked. */
gboolean         tranche_live_engine_is_usable     (TrancheLiveEngine *self,
                                                    TrancheWatch      *watch);
/* Asks what is ready on the lane, as much as may be under way. */
void             tranche_live_engine_serve_lane    (TrancheLiveEngine *self,
                                                    TrancheLiveLane   *lane,
                                                    gint64             now);
void             tranche_live_engine_resume_lanes  (TrancheLiveEngine *self);

void             tranche_live_engine_set_progress  (TrancheLiveEngine *self,
                                                    guint              pending,
                                                    guint              total);
/* The watch is done with, where it was part of a refresh of everything. */
void             tranche_live_engine_leave_refresh (TrancheLiveEngine *self,
                                                    TrancheWatch      *watch);

G_END_DECLS
