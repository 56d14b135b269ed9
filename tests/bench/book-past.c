/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-past.h"

#include "store/history-table.h"
#include "store/journal-table.h"
#include "store/return-table.h"

/* How long a bank takes to answer. */
#define ANSWER (700 * G_TIME_SPAN_MILLISECOND)

typedef struct {
  TrancheSql *sql;
  gint64 order_id;
  const char *user;
} Past;

static gboolean
add_entry (Past              *past,
           gint64             time,
           TrancheOrigin      origin,
           TrancheOperation   operation,
           TrancheOutcome     outcome,
           TrancheStage       from,
           TrancheStage       to,
           const char        *detail,
           GError           **error)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (time);
  g_autoptr (TrancheHistoryEntry) entry =
    tranche_history_entry_new (moment, origin, operation, outcome, from, to, 0, detail,
                               operation != TRANCHE_OPERATION_NONE ? past->user : NULL, NULL);

  return tranche_history_table_add (past->sql, past->order_id, entry, error);
}

/* Writes that @operation was begun; it is settled too where @settled. */
static gboolean
add_operation (Past              *past,
               TrancheOperation   operation,
               gint64             time,
               gboolean           settled,
               gint64            *id,
               GError           **error)
{
  g_autoptr (GDateTime) begun = g_date_time_new_from_unix_utc_usec (time - ANSWER);
  g_autoptr (GDateTime) answered = g_date_time_new_from_unix_utc_usec (time);

  return tranche_journal_table_begin (past->sql, past->order_id, operation, past->user, begun, id,
                                      error) &&
         (!settled ||
          tranche_journal_table_settle (past->sql, *id, TRANCHE_OUTCOME_DONE, 0, NULL, answered,
                                        error));
}

static gboolean
add_return (Past          *past,
            TrancheOrder  *order,
            gint64         operation_id,
            GError       **error)
{
  g_autofree char *id = g_strdup_printf ("%s-R1", tranche_order_get_number (order));
  g_autofree char *unique = g_strdup_printf ("%s-%" G_GINT64_FORMAT, id, past->order_id);
  g_autoptr (TrancheGoodsReturn) goods =
    tranche_goods_return_new (unique, tranche_order_get_amount (order), FALSE, NULL);

  return tranche_return_table_add (past->sql, operation_id, goods, error);
}

static gboolean
add_step (Past            *past,
          TrancheOrder    *order,
          TrancheStage     from,
          const BookStep  *step,
          GError         **error)
{
  gboolean creates = step->operation == TRANCHE_OPERATION_CREATE;
  TrancheStage between = creates ? TRANCHE_STAGE_SENDING : from;
  gint64 id;

  if (step->operation == TRANCHE_OPERATION_NONE)
    return add_entry (past, step->time, TRANCHE_ORIGIN_POLL, TRANCHE_OPERATION_NONE,
                      TRANCHE_OUTCOME_DONE, from, step->stage, step->raw_state, error);

  return add_operation (past, step->operation, step->time, TRUE, &id, error) &&
         (step->operation != TRANCHE_OPERATION_RETURN || add_return (past, order, id, error)) &&
         add_entry (past, step->time - ANSWER, TRANCHE_ORIGIN_USER, step->operation,
                    TRANCHE_OUTCOME_INTENDED, from, between, NULL, error) &&
         add_entry (past, step->time, TRANCHE_ORIGIN_BANK, step->operation, TRANCHE_OUTCOME_DONE,
                    between, step->stage, step->raw_state, error);
}

gboolean
book_past_write (TrancheSql    *sql,
                 TrancheOrder  *order,
                 BookLife      *life,
                 GError       **error)
{
  static const char *const users[] = { "olga@kassa-1", "marina@kassa-2", "taras@kasa-3" };
  gint64 order_id = tranche_order_get_id (order);
  Past past = { sql, order_id, users[order_id % G_N_ELEMENTS (users)] };
  TrancheStage stage = TRANCHE_STAGE_DRAFT;
  gint64 created_at = g_array_index (life->steps, BookStep, 0).time;
  gint64 id;

  if (!add_entry (&past, created_at - ANSWER, TRANCHE_ORIGIN_USER, TRANCHE_OPERATION_NONE,
                  TRANCHE_OUTCOME_DONE, stage, stage, NULL, error))
    return FALSE;

  /* A draft has no more past, and what is being sent is not answered. */
  if (book_life_get_last (life)->stage == TRANCHE_STAGE_DRAFT)
    return TRUE;
  if (book_life_get_last (life)->stage == TRANCHE_STAGE_SENDING)
    return add_operation (&past, TRANCHE_OPERATION_CREATE, created_at, FALSE, &id, error);

  for (guint i = 0; i < life->steps->len; i++) {
    const BookStep *step = &g_array_index (life->steps, BookStep, i);

    if (!add_step (&past, order, stage, step, error))
      return FALSE;
    stage = step->stage;
  }

  return TRUE;
}
