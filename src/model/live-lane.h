/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/connection.h"
#include "model/watch.h"

G_BEGIN_DECLS

/**
 * TrancheLiveLane:
 * @account_id: whose lane it is
 * @ready: the watches that are due, the most urgent first
 * @n_asking: questions under way
 * @paused_until: monotonic, µs: nothing is asked before
 * @paused_at: when the pause began; an older question's failure is no news
 * @obeying: the bank itself asked for the pause
 * @n_failures: pauses in a row without an answer between them
 *
 * The way to the bank of one account: what is due on it, and whether it is open.
 */
typedef struct {
  char *account_id;
  TrancheWatchHeap *ready;
  guint n_asking;
  gint64 paused_until;
  gint64 paused_at;
  gboolean obeying;
  guint n_failures;
} TrancheLiveLane;

TrancheLiveLane *tranche_live_lane_new       (const char              *account_id);
void             tranche_live_lane_free      (TrancheLiveLane         *self);

/* The bank asks to wait. */
void             tranche_live_lane_obey      (TrancheLiveLane         *self,
                                              gint64                   now,
                                              guint                    seconds);
/* The bank was not reached by a question of @asked_at. @random: in 0 … 1. */
void             tranche_live_lane_back_off  (TrancheLiveLane         *self,
                                              gint64                   now,
                                              gint64                   asked_at,
                                              double                   random);
/* The bank answered. */
void             tranche_live_lane_succeed   (TrancheLiveLane         *self);
/* Ends a pause that the bank has not asked for. */
void             tranche_live_lane_resume    (TrancheLiveLane         *self);

/* Whether there is a bank behind @connection (nullable) to be asked by itself,
 * given whether the network is there. A bank on this computer needs none. */
gboolean         tranche_live_lane_is_usable (TrancheConnection       *connection,
                                              gboolean                 network);
/* Whether the bank of @account is on this computer. */
gboolean         tranche_live_lane_is_local  (TrancheAccount          *account);

G_END_DECLS
