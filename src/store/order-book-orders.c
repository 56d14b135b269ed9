/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "core/bank-error.h"
#include "store/history-table.h"
#include "store/journal-table.h"
#include "store/order-change.h"
#include "store/order-table.h"

/**
 * OrderData:
 *
 * What a change of an order consists of: each job uses the fields that its
 * method has.
 */
typedef struct {
  gint64 id;
  TrancheOrder *order;
  TrancheOrigin origin;
  int error_code;
  char *text;
  char *trace_id;
} OrderData;

static OrderData *
order_data_new (gint64        id,
                TrancheOrder *order)
{
  OrderData *self = g_new0 (OrderData, 1);

  self->id = id;
  g_set_object (&self->order, order);
  return self;
}

static void
order_data_free (OrderData *self)
{
  g_clear_object (&self->order);
  g_free (self->text);
  g_free (self->trace_id);
  g_free (self);
}

static gpointer
add_job (TrancheSql  *sql,
         gpointer     user_data,
         GError     **error)
{
  OrderData *data = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) order = tranche_order_copy (data->order);
  gint64 id;

  if (!tranche_order_get_changed_at (order))
    tranche_order_set_changed_at (order, tranche_order_get_created_at (order));
  if (!tranche_order_table_insert (sql, order, &id, error))
    return NULL;

  tranche_order_set_id (order, id);
  if (!tranche_order_change_note (sql, order, order, now, data->origin, 0, NULL,
                                  tranche_order_get_trace_id (order), error))
    return NULL;

  return tranche_book_change_new (NULL, order);
}

void
tranche_order_book_add_async (TrancheOrderBook    *self,
                              TrancheOrder        *order,
                              TrancheOrigin        origin,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  OrderData *data;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));
  g_return_if_fail (tranche_order_get_account_id (order) != NULL);
  g_return_if_fail (tranche_order_get_number (order) != NULL);
  g_return_if_fail (tranche_money_is_set (tranche_order_get_amount (order)));
  g_return_if_fail (tranche_order_get_created_at (order) != NULL);

  data = order_data_new (0, order);
  data->origin = origin;
  tranche_order_book_write (self, tranche_order_book_add_async, add_job, data,
                            (GDestroyNotify) order_data_free, cancellable, callback, user_data);
}

TrancheOrder *
tranche_order_book_add_finish (TrancheOrderBook  *self,
                               GAsyncResult      *result,
                               GError           **error)
{
  return tranche_order_book_write_finish_order (self, tranche_order_book_add_async, result, error);
}

/* The order @id, which must be a draft that the bank does not know. */
static TrancheOrder *
load_draft (TrancheSql  *sql,
            gint64       id,
            GError     **error)
{
  g_autoptr (TrancheOrder) draft = tranche_order_table_load (sql, id, error);
  gboolean open;

  if (!draft || !tranche_journal_table_is_open (sql, id, &open, error))
    return NULL;
  if (!open && tranche_order_get_stage (draft) == TRANCHE_STAGE_DRAFT)
    return g_steal_pointer (&draft);

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY,
               "%s: the order was sent to the bank", tranche_sql_get_path (sql));
  return NULL;
}

static gpointer
edit_job (TrancheSql  *sql,
          gpointer     user_data,
          GError     **error)
{
  OrderData *data = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) before = load_draft (sql, data->id, error);
  g_autoptr (TrancheOrder) after = tranche_order_copy (data->order);

  if (!before)
    return NULL;

  /* A draft stays one, made when it was; what was refused is not its state any more. */
  tranche_order_set_stage (after, TRANCHE_STAGE_DRAFT);
  tranche_order_set_created_at (after, tranche_order_get_created_at (before));
  tranche_order_set_changed_at (after, now);
  tranche_order_set_last_error (after, 0, NULL);
  if (!tranche_order_table_update (sql, after, before, error) ||
      !tranche_order_table_set_refused (sql, data->id, FALSE, error) ||
      !tranche_order_change_note (sql, before, after, now, TRANCHE_ORIGIN_USER, 0, NULL, NULL,
                                  error))
    return NULL;

  return tranche_book_change_new (before, after);
}

void
tranche_order_book_edit_async (TrancheOrderBook    *self,
                               TrancheOrder        *draft,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));
  g_return_if_fail (tranche_order_get_account_id (draft) != NULL);
  g_return_if_fail (tranche_order_get_number (draft) != NULL);
  g_return_if_fail (tranche_money_is_set (tranche_order_get_amount (draft)));

  tranche_order_book_write (self, tranche_order_book_edit_async, edit_job,
                            order_data_new (tranche_order_get_id (draft), draft),
                            (GDestroyNotify) order_data_free, cancellable, callback, user_data);
}

TrancheOrder *
tranche_order_book_edit_finish (TrancheOrderBook  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  return tranche_order_book_write_finish_order (self, tranche_order_book_edit_async, result, error);
}

static gpointer
remove_job (TrancheSql  *sql,
            gpointer     user_data,
            GError     **error)
{
  OrderData *data = user_data;
  g_autoptr (TrancheOrder) before = load_draft (sql, data->id, error);

  if (!before || !tranche_order_table_remove (sql, data->id, error))
    return NULL;

  return tranche_book_change_new (before, NULL);
}

void
tranche_order_book_remove_async (TrancheOrderBook    *self,
                                 gint64               id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  tranche_order_book_write (self, tranche_order_book_remove_async, remove_job,
                            order_data_new (id, NULL), (GDestroyNotify) order_data_free,
                            cancellable, callback, user_data);
}

gboolean
tranche_order_book_remove_finish (TrancheOrderBook  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  g_autoptr (TrancheBookChange) change =
    tranche_order_book_write_finish (self, tranche_order_book_remove_async, result, error);

  return change != NULL;
}

static gpointer
apply_job (TrancheSql  *sql,
           gpointer     user_data,
           GError     **error)
{
  OrderData *data = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) before = tranche_order_table_load (sql, data->id, error);
  g_autoptr (TrancheOrder) after = NULL;
  gboolean changed;

  if (!before)
    return NULL;

  after = tranche_order_change_lay (before, data->order, now, &changed);
  if (!changed) {
    /* By far the most of what live status hears. */
    if (!tranche_order_table_set_checked (sql, after, error))
      return NULL;
  } else if (!tranche_order_table_update (sql, after, before, error) ||
           (tranche_order_get_last_error_code (after) == 0 &&
            !tranche_order_table_set_refused (sql, data->id, FALSE, error)) ||
           (tranche_order_change_is_notable (before, after) &&
            !tranche_order_change_note (sql, before, after, now, data->origin, 0,
                                        tranche_order_get_raw_state (after),
                                        tranche_order_get_trace_id (data->order), error))) {
    return NULL;
  }

  return tranche_book_change_new (before, after);
}

void
tranche_order_book_apply_async (TrancheOrderBook    *self,
                                gint64               id,
                                TrancheOrder        *answer,
                                TrancheOrigin        origin,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  OrderData *data;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));
  g_return_if_fail (TRANCHE_IS_ORDER (answer));

  data = order_data_new (id, answer);
  data->origin = origin;
  tranche_order_book_write (self, tranche_order_book_apply_async, apply_job, data,
                            (GDestroyNotify) order_data_free, cancellable, callback, user_data);
}

TrancheOrder *
tranche_order_book_apply_finish (TrancheOrderBook  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  return tranche_order_book_write_finish_order (self, tranche_order_book_apply_async, result, error);
}

/* What the bank says of this order, and not that it could not be reached,
 * which would fill every history with each break of the connection. */
static gboolean
concerns_order (int error_code)
{
  return error_code == TRANCHE_BANK_ERROR_FORBIDDEN ||
         error_code == TRANCHE_BANK_ERROR_NOT_FOUND ||
         error_code == TRANCHE_BANK_ERROR_CONFLICT ||
         error_code == TRANCHE_BANK_ERROR_VALIDATION ||
         error_code == TRANCHE_BANK_ERROR_PROTOCOL;
}

static gpointer
fail_job (TrancheSql  *sql,
          gpointer     user_data,
          GError     **error)
{
  OrderData *data = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) before = tranche_order_table_load (sql, data->id, error);
  g_autoptr (TrancheOrder) after = NULL;
  gboolean news;

  if (!before)
    return NULL;

  after = tranche_order_copy (before);
  tranche_order_set_last_error (after, data->error_code, data->text);
  tranche_order_set_trace_id (after, data->trace_id);
  news = tranche_order_get_last_error_code (before) != data->error_code &&
         concerns_order (data->error_code);
  if (!tranche_order_table_update (sql, after, before, error) ||
      (news && !tranche_order_change_note (sql, before, after, now, TRANCHE_ORIGIN_POLL,
                                           data->error_code, data->text, data->trace_id,
                                           error)))
    return NULL;

  return tranche_book_change_new (before, after);
}

void
tranche_order_book_fail_async (TrancheOrderBook    *self,
                               gint64               id,
                               int                  error_code,
                               const char          *text,
                               const char          *trace_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  OrderData *data;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  data = order_data_new (id, NULL);
  data->error_code = error_code;
  data->text = g_strdup (text);
  data->trace_id = g_strdup (trace_id);
  tranche_order_book_write (self, tranche_order_book_fail_async, fail_job, data,
                            (GDestroyNotify) order_data_free, cancellable, callback, user_data);
}

TrancheOrder *
tranche_order_book_fail_finish (TrancheOrderBook  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  return tranche_order_book_write_finish_order (self, tranche_order_book_fail_async, result, error);
}
