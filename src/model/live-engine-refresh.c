/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-engine-private.h"

/* What cannot be asked for any more does not hold up a refresh of everything. */
void
tranche_live_engine_mind_lanes (TrancheLiveEngine *self)
{
  g_autoptr (GPtrArray) watches = g_hash_table_get_values_as_ptr_array (self->watches);

  for (guint i = 0; self->pending > 0 && i < watches->len; i++) {
    TrancheWatch *watch = g_ptr_array_index (watches, i);

    if (watch->refreshing && !watch->asking && !tranche_live_engine_is_usable (self, watch))
      tranche_live_engine_leave_refresh (self, watch);
  }

  tranche_live_engine_resume_lanes (self);
}

void
tranche_live_engine_refresh_all (TrancheLiveEngine *self)
{
  g_autoptr (GPtrArray) watches = g_hash_table_get_values_as_ptr_array (self->watches);
  guint n_members = 0;

  for (guint i = 0; i < watches->len; i++) {
    TrancheWatch *watch = g_ptr_array_index (watches, i);

    watch->refreshing = tranche_live_engine_is_usable (self, watch);
    if (!watch->refreshing)
      continue;

    tranche_live_lane_resume (tranche_live_engine_get_lane (self, watch));
    watch->n_failures = 0;
    tranche_live_engine_schedule (self, watch);
    n_members += watch->refreshing;
  }

  tranche_live_engine_set_progress (self, n_members, n_members);
}

void
tranche_live_engine_cancel_refresh (TrancheLiveEngine *self)
{
  g_autoptr (GPtrArray) watches = g_hash_table_get_values_as_ptr_array (self->watches);
  for (guint i = 0; i < watches->len; i++) {
    TrancheWatch *watch = g_ptr_array_index (watches, i);

    if (watch->refreshing) {
      watch->refreshing = FALSE;
      tranche_live_engine_schedule (self, watch);
    }
  }

  tranche_live_engine_set_progress (self, 0, 0);
}
