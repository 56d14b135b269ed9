/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-change.h"

#include "store/history-table.h"

TrancheOrder *
tranche_order_change_lay (TrancheOrder *before,
                          TrancheOrder *answer,
                          GDateTime    *now,
                          gboolean     *changed)
{
  TrancheOrder *after = tranche_order_copy (before);
  g_autoptr (TrancheOrder) timed = tranche_order_copy (answer);
  GDateTime *known = tranche_order_get_checked_at (before);

  if (!tranche_order_get_checked_at (timed))
    tranche_order_set_checked_at (timed, now);

  /* What was checked in the future was checked before the computer's clock was
   * set back; no answer is late because of that. */
  if (known && g_date_time_compare (known, now) > 0) {
    known = NULL;
    tranche_order_set_checked_at (after, NULL);
  }

  *changed = tranche_order_merge (after, timed);

  /* The bank has answered now, even where it tells of a stage that is past. */
  if (!known || g_date_time_compare (known, tranche_order_get_checked_at (timed)) < 0) {
    *changed |= tranche_order_get_last_error_code (after) != 0;
    tranche_order_set_checked_at (after, tranche_order_get_checked_at (timed));
    tranche_order_set_last_error (after, 0, NULL);
  }

  return after;
}

gboolean
tranche_order_change_is_notable (TrancheOrder *before,
                                 TrancheOrder *after)
{
  return tranche_order_get_stage (before) != tranche_order_get_stage (after) ||
         tranche_order_get_reason (before) != tranche_order_get_reason (after) ||
         g_strcmp0 (tranche_order_get_raw_state (before),
                    tranche_order_get_raw_state (after)) != 0;
}

gboolean
tranche_order_change_note (TrancheSql     *sql,
                           TrancheOrder   *before,
                           TrancheOrder   *after,
                           GDateTime      *now,
                           TrancheOrigin   origin,
                           int             error_code,
                           const char     *detail,
                           const char     *trace_id,
                           GError        **error)
{
  g_autoptr (TrancheHistoryEntry) entry =
    tranche_history_entry_new (now, origin, TRANCHE_OPERATION_NONE, TRANCHE_OUTCOME_DONE,
                               tranche_order_get_stage (before), tranche_order_get_stage (after),
                               error_code, detail, NULL, trace_id);

  return tranche_history_table_add (sql, tranche_order_get_id (after), entry, error);
}
