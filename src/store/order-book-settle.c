/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "store/history-table.h"
#include "store/journal-table.h"
#include "store/order-change.h"
#include "store/order-table.h"

typedef struct {
  gint64 operation_id;
  TrancheOutcome outcome;
  TrancheOrder *answer;
  int error_code;
  char *detail;
  char *trace_id;
  TrancheOrigin origin;
} SettleData;

static void
settle_data_free (SettleData *data)
{
  g_clear_object (&data->answer);
  g_free (data->detail);
  g_free (data->trace_id);
  g_free (data);
}

/* The order after the outcome. */
static TrancheOrder *
settle_order (TrancheOrder              *before,
              const TrancheJournalEntry *entry,
              const SettleData          *data,
              GDateTime                 *now)
{
  g_autoptr (TrancheOrder) after = tranche_order_copy (before);
  gboolean changed;

  /* The error is that of before, until this operation gives another. */
  tranche_order_set_last_error (after, 0, NULL);
  if (data->answer) {
    g_autoptr (TrancheOrder) plain = g_steal_pointer (&after);

    after = tranche_order_change_lay (plain, data->answer, now, &changed);
  }

  if (data->error_code != 0)
    tranche_order_set_last_error (after, data->error_code, data->detail);
  if (data->error_code != 0 || data->trace_id)
    tranche_order_set_trace_id (after, data->trace_id);

  if (entry->operation == TRANCHE_OPERATION_CREATE && data->outcome == TRANCHE_OUTCOME_REFUSED &&
      tranche_order_get_stage (after) == TRANCHE_STAGE_SENDING) {
    tranche_order_set_stage (after, TRANCHE_STAGE_DRAFT);
    tranche_order_set_changed_at (after, now);
  }

  return g_steal_pointer (&after);
}

/* How far an operation came before the program ended is worth more than that its
 * outcome is unknown, which the error says. */
static TrancheOutcome
get_noted_outcome (const TrancheJournalEntry *entry,
                   const SettleData          *data)
{
  gboolean interrupted = data->outcome == TRANCHE_OUTCOME_UNKNOWN &&
                         data->origin == TRANCHE_ORIGIN_RECOVERY;

  return interrupted ? entry->outcome : data->outcome;
}

/* That an outcome is still unknown is told once. */
static gboolean
note_outcome (TrancheSql                *sql,
              TrancheOrder              *before,
              TrancheOrder              *after,
              const TrancheJournalEntry *entry,
              const SettleData          *data,
              GDateTime                 *now,
              GError                   **error)
{
  g_autoptr (TrancheHistoryEntry) history = NULL;
  const char *detail = data->detail;
  const char *trace_id = data->trace_id;

  if (data->outcome == entry->outcome && data->error_code == entry->error_code &&
      !tranche_order_change_is_notable (before, after))
    return TRUE;

  if (!detail && data->answer)
    detail = tranche_order_get_raw_state (data->answer);
  if (!trace_id && data->answer)
    trace_id = tranche_order_get_trace_id (data->answer);
  history = tranche_history_entry_new (now, data->origin, entry->operation,
                                       get_noted_outcome (entry, data),
                                       tranche_order_get_stage (before),
                                       tranche_order_get_stage (after),
                                       data->error_code, detail, entry->user, trace_id);
  return tranche_history_table_add (sql, entry->order_id, history, error);
}

static gpointer
settle_job (TrancheSql  *sql,
            gpointer     user_data,
            GError     **error)
{
  SettleData *data = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheJournalEntry) entry = NULL;
  g_autoptr (TrancheOrder) before = NULL;
  g_autoptr (TrancheOrder) after = NULL;
  gint64 id;

  entry = tranche_journal_table_load (sql, data->operation_id, error);
  if (!entry)
    return NULL;

  id = entry->order_id;
  before = tranche_order_table_load (sql, id, error);
  if (!before)
    return NULL;

  after = settle_order (before, entry, data, now);
  if (!tranche_journal_table_settle (sql, entry->id, data->outcome, data->error_code,
                                     data->detail, now, error) ||
      !tranche_order_table_update (sql, after, before, error) ||
      !tranche_order_table_set_refused (sql, id, data->outcome == TRANCHE_OUTCOME_REFUSED &&
                                        data->error_code != 0, error) ||
      !tranche_order_table_set_unknown (sql, id, data->outcome == TRANCHE_OUTCOME_UNKNOWN,
                                        error) ||
      !note_outcome (sql, before, after, entry, data, now, error))
    return NULL;

  return tranche_book_change_new (before, after);
}

void
tranche_order_book_settle_async (TrancheOrderBook    *self,
                                 gint64               operation_id,
                                 TrancheOutcome       outcome,
                                 TrancheOrder        *answer,
                                 int                  error_code,
                                 const char          *detail,
                                 const char          *trace_id,
                                 TrancheOrigin        origin,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  SettleData *data;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));
  g_return_if_fail (outcome == TRANCHE_OUTCOME_DONE || outcome == TRANCHE_OUTCOME_REFUSED ||
                    outcome == TRANCHE_OUTCOME_UNKNOWN);

  data = g_new0 (SettleData, 1);
  data->operation_id = operation_id;
  data->outcome = outcome;
  g_set_object (&data->answer, answer);
  data->error_code = error_code;
  data->detail = g_strdup (detail);
  data->trace_id = g_strdup (trace_id);
  data->origin = origin;
  tranche_order_book_write (self, tranche_order_book_settle_async, settle_job, data,
                            (GDestroyNotify) settle_data_free, cancellable, callback, user_data);
}

TrancheOrder *
tranche_order_book_settle_finish (TrancheOrderBook  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  return tranche_order_book_write_finish_order (self, tranche_order_book_settle_async, result,
                                                error);
}
