/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/day-check.h"

typedef struct {
  TrancheOrderBook *book;
  char *account_id;
  GDateTime *from;
  GDateTime *until;
  GPtrArray *lines;
} CheckData;

static void
check_data_free (CheckData *data)
{
  g_object_unref (data->book);
  g_free (data->account_id);
  g_date_time_unref (data->from);
  g_date_time_unref (data->until);
  g_clear_pointer (&data->lines, g_ptr_array_unref);
  g_free (data);
}

static void
orders_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) orders = NULL;
  CheckData *data = g_task_get_task_data (task);
  GError *error = NULL;

  orders = tranche_order_book_reported_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (orders == NULL) {
    g_task_return_error (task, error);
    return;
  }

  g_task_return_pointer (task, tranche_day_report_new (data->lines, orders, data->from,
                                                       data->until),
                         (GDestroyNotify) tranche_day_report_free);
}

/* (transfer full) */
static char **
list_bank_ids (GPtrArray *lines)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < lines->len; i++) {
    const TrancheReportLine *line = lines->pdata[i];

    if (line->bank_order_id != NULL)
      g_strv_builder_add (builder, line->bank_order_id);
  }

  return g_strv_builder_end (builder);
}

static void
report_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_auto (GStrv) ids = NULL;
  CheckData *data = g_task_get_task_data (task);
  GError *error = NULL;

  data->lines = tranche_bank_report_finish (TRANCHE_BANK (source), result, &error);
  if (data->lines == NULL) {
    g_task_return_error (task, error);
    return;
  }

  ids = list_bank_ids (data->lines);
  tranche_order_book_reported_async (data->book, data->account_id, data->from, data->until,
                                     (const char * const *) ids, g_task_get_cancellable (task),
                                     orders_cb, g_object_ref (task));
}

static CheckData *
check_data_new (TrancheOrderBook  *book,
                TrancheConnection *connection,
                GDateTime         *day)
{
  TrancheAccount *account = tranche_connection_get_account (connection);
  CheckData *data = g_new0 (CheckData, 1);

  data->book = g_object_ref (book);
  data->account_id = g_strdup (tranche_account_get_id (account));
  data->from = g_date_time_new (g_date_time_get_timezone (day), g_date_time_get_year (day),
                                g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                                0, 0, 0);
  /* A day of a change of the clock has not 24 hours. */
  data->until = g_date_time_add_days (data->from, 1);

  return data;
}

void
tranche_day_check_async (TrancheOrderBook    *book,
                         TrancheConnection   *connection,
                         GDateTime           *day,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *date = NULL;
  TrancheBank *bank;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (book));
  g_return_if_fail (TRANCHE_IS_CONNECTION (connection));
  g_return_if_fail (day != NULL);

  task = g_task_new (book, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_day_check_async);
  g_task_set_task_data (task, check_data_new (book, connection, day),
                        (GDestroyNotify) check_data_free);

  bank = tranche_connection_get_bank (connection);
  if (bank == NULL) {
    g_task_return_error (task, tranche_bank_error_new (TRANCHE_BANK_ERROR_CREDENTIALS, 0,
                                                       "The account is not open"));
    return;
  }

  date = g_date_time_format (day, "%Y-%m-%d");
  tranche_bank_report_async (bank, date, cancellable, report_cb, g_object_ref (task));
}

TrancheDayReport *
tranche_day_check_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_day_check_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
