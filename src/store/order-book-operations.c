/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "store/history-table.h"
#include "store/journal-table.h"
#include "store/order-change.h"
#include "store/order-table.h"
#include "store/return-table.h"

typedef struct {
  gint64 order_id;
  TrancheOperation operation;
  TrancheGoodsReturn *goods; /* (nullable): what a return returns */
  char *user;
} BeginData;

static void
begin_data_free (BeginData *data)
{
  g_clear_pointer (&data->goods, tranche_goods_return_free);
  g_free (data->user);
  g_free (data);
}

/* A create turns a draft to "sending"; nothing else may be created. */
static gboolean
begin_create (TrancheSql    *sql,
              TrancheOrder  *before,
              TrancheOrder  *after,
              GDateTime     *now,
              GError       **error)
{
  if (tranche_order_get_stage (before) != TRANCHE_STAGE_DRAFT) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY,
                 "%s: the order was sent to the bank", tranche_sql_get_path (sql));
    return FALSE;
  }

  tranche_order_set_stage (after, TRANCHE_STAGE_SENDING);
  tranche_order_set_changed_at (after, now);
  tranche_order_set_last_error (after, 0, NULL);
  return tranche_order_table_update (sql, after, before, error) &&
         tranche_order_table_set_refused (sql, tranche_order_get_id (after), FALSE, error);
}

/* What the history tells of an operation that begins. (transfer full) (nullable) */
static char *
describe (const BeginData *data)
{
  g_autofree char *amount = NULL;

  if (!data->goods)
    return NULL;

  amount = tranche_money_to_decimal (&data->goods->amount);
  return g_strconcat (amount, " ", data->goods->amount.currency, NULL);
}

static gboolean
begin_return (TrancheSql                *sql,
              TrancheOrder              *order,
              gint64                     operation_id,
              const TrancheGoodsReturn  *goods,
              GError                   **error)
{
  if (g_str_equal (tranche_order_get_amount (order)->currency, goods->amount.currency))
    return tranche_return_table_add (sql, operation_id, goods, error);

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED,
               "%s: a return in another currency than the order's", tranche_sql_get_path (sql));
  return FALSE;
}

/* What is sent now is not planned any more: a plan sends once, however that ends. */
static gboolean
end_plan (TrancheSql    *sql,
          TrancheOrder  *before,
          TrancheOrder  *after,
          GError       **error)
{
  if (!tranche_order_get_commit_planned (before))
    return TRUE;

  tranche_order_set_commit_planned (after, FALSE);
  return tranche_order_table_set_commit_planned (sql, tranche_order_get_id (after), FALSE, error);
}

static gpointer
begin_job (TrancheSql  *sql,
           gpointer     user_data,
           GError     **error)
{
  BeginData *data = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) before = tranche_order_table_load (sql, data->order_id, error);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (TrancheHistoryEntry) entry = NULL;
  g_autofree char *detail = describe (data);
  TrancheBookChange *change;
  gboolean creates = data->operation == TRANCHE_OPERATION_CREATE;
  gboolean changes;
  gint64 id;

  if (!before ||
      !tranche_journal_table_begin (sql, data->order_id, data->operation, data->user, now, &id,
                                    error))
    return NULL;

  after = tranche_order_copy (before);
  if (creates && !begin_create (sql, before, after, now, error))
    return NULL;
  if (!end_plan (sql, before, after, error))
    return NULL;
  changes = creates || tranche_order_get_commit_planned (before);
  if (data->goods && !begin_return (sql, before, id, data->goods, error))
    return NULL;

  entry = tranche_history_entry_new (now, TRANCHE_ORIGIN_USER, data->operation,
                                     TRANCHE_OUTCOME_INTENDED, tranche_order_get_stage (before),
                                     tranche_order_get_stage (after), 0, detail, data->user,
                                     NULL);
  if (!tranche_history_table_add (sql, data->order_id, entry, error))
    return NULL;

  change = tranche_book_change_new (changes ? before : NULL, changes ? after : NULL);
  change->operation_id = id;
  return change;
}

static BeginData *
begin_data_new (gint64            order_id,
                TrancheOperation  operation,
                const char       *user)
{
  BeginData *data = g_new0 (BeginData, 1);

  data->order_id = order_id;
  data->operation = operation;
  data->user = g_strdup (user);
  return data;
}

void
tranche_order_book_begin_async (TrancheOrderBook    *self,
                                gint64               order_id,
                                TrancheOperation     operation,
                                const char          *user,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));
  g_return_if_fail (operation == TRANCHE_OPERATION_CREATE ||
                    operation == TRANCHE_OPERATION_COMMIT ||
                    operation == TRANCHE_OPERATION_CANCEL);

  tranche_order_book_write (self, tranche_order_book_begin_async, begin_job,
                            begin_data_new (order_id, operation, user),
                            (GDestroyNotify) begin_data_free, cancellable, callback, user_data);
}

void
tranche_order_book_begin_return_async (TrancheOrderBook         *self,
                                       gint64                    order_id,
                                       const TrancheGoodsReturn *goods,
                                       const char               *user,
                                       GCancellable             *cancellable,
                                       GAsyncReadyCallback       callback,
                                       gpointer                  user_data)
{
  BeginData *data;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));
  g_return_if_fail (goods != NULL && goods->id != NULL);
  g_return_if_fail (tranche_money_is_set (&goods->amount) && goods->amount.minor > 0);

  data = begin_data_new (order_id, TRANCHE_OPERATION_RETURN, user);
  data->goods = tranche_goods_return_copy (goods);
  tranche_order_book_write (self, tranche_order_book_begin_async, begin_job, data,
                            (GDestroyNotify) begin_data_free, cancellable, callback, user_data);
}

gint64
tranche_order_book_begin_finish (TrancheOrderBook  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_autoptr (TrancheBookChange) change =
    tranche_order_book_write_finish (self, tranche_order_book_begin_async, result, error);

  return change ? change->operation_id : 0;
}

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
  history = tranche_history_entry_new (now, data->origin, entry->operation, data->outcome,
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
