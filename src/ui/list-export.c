/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list-export.h"

#include <glib/gi18n.h>

#include "sheet/sheet.h"
#include "ui/stage-words.h"
#include "ui/view-words.h"

/* Orders that are read at once. */
#define CHUNK 500

typedef struct {
  TrancheShop *shop;
  GArray *ids;
  guint n_read;
  TrancheExportFormat format;
  gboolean phones;
  TrancheSheet *sheet;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->shop);
  g_array_unref (export->ids);
  tranche_sheet_free (export->sheet);
  g_free (export);
}

static void read_chunk (GTask *task);

static TrancheSheet *
new_sheet (gboolean phones)
{
  TrancheSheet *sheet = tranche_sheet_new (_("Orders"));

  tranche_sheet_add_column (sheet, _("Number"), TRANCHE_SHEET_TEXT);
  tranche_sheet_add_column (sheet, _("Account"), TRANCHE_SHEET_TEXT);
  tranche_sheet_add_column (sheet, _("Stage"), TRANCHE_SHEET_TEXT);
  tranche_sheet_add_column (sheet, _("Customer"), TRANCHE_SHEET_TEXT);
  if (phones)
    tranche_sheet_add_column (sheet, _("Phone"), TRANCHE_SHEET_TEXT);
  tranche_sheet_add_column (sheet, _("Goods"), TRANCHE_SHEET_TEXT);
  tranche_sheet_add_column (sheet, _("Amount"), TRANCHE_SHEET_AMOUNT);
  tranche_sheet_add_column (sheet, _("Payout to the shop"), TRANCHE_SHEET_AMOUNT);
  tranche_sheet_add_column (sheet, _("Currency"), TRANCHE_SHEET_TEXT);
  tranche_sheet_add_column (sheet, _("Created"), TRANCHE_SHEET_TIME);
  tranche_sheet_add_column (sheet, _("Signed"), TRANCHE_SHEET_TIME);
  tranche_sheet_add_column (sheet, _("Committed"), TRANCHE_SHEET_TIME);
  tranche_sheet_add_column (sheet, _("Contract"), TRANCHE_SHEET_TEXT);

  return sheet;
}

/* In the zone of this computer. */
static void
add_time (TrancheSheet *sheet,
          GDateTime    *time)
{
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  tranche_sheet_add_time (sheet, local);
}

static void
add_order (Export       *export,
           TrancheOrder *order)
{
  TrancheSheet *sheet = export->sheet;
  TrancheConnection *connection =
    tranche_shop_find_connection (export->shop, tranche_order_get_account_id (order));
  const TrancheCustomer *customer = tranche_order_get_customer (order);
  const TrancheMoney *amount = tranche_order_get_amount (order);
  g_autofree char *account = NULL;
  g_autofree char *name = customer != NULL ? tranche_customer_get_full_name (customer) : NULL;
  g_autofree char *goods = tranche_order_get_goods_summary (order);

  if (connection != NULL)
    account = tranche_account_label (tranche_connection_get_account (connection));

  tranche_sheet_add_text (sheet, tranche_order_get_number (order));
  tranche_sheet_add_text (sheet, account);
  tranche_sheet_add_text (sheet, tranche_stage_label (tranche_order_get_stage (order)));
  tranche_sheet_add_text (sheet, name);
  if (export->phones)
    tranche_sheet_add_text (sheet, customer != NULL ? customer->phone : NULL);
  tranche_sheet_add_text (sheet, goods);
  tranche_sheet_add_amount (sheet, amount);
  tranche_sheet_add_amount (sheet, tranche_order_get_transfer_amount (order));
  tranche_sheet_add_text (sheet, tranche_money_is_set (amount) ? amount->currency : NULL);
  add_time (sheet, tranche_order_get_created_at (order));
  add_time (sheet, tranche_order_get_signed_at (order));
  add_time (sheet, tranche_order_get_committed_at (order));
  tranche_sheet_add_text (sheet, tranche_order_get_loan_number (order));
}

static void
encode (GTask        *task,
        gpointer      source,
        gpointer      task_data,
        GCancellable *cancellable)
{
  Export *export = task_data;
  GBytes *bytes = NULL;
  GError *error = NULL;

  if (export->format == TRANCHE_EXPORT_CSV)
    bytes = tranche_sheet_to_csv (export->sheet);
  else
    bytes = tranche_sheet_to_xlsx (export->sheet, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *export = g_task_get_task_data (task);
  g_autoptr (GPtrArray) orders = NULL;
  GError *error = NULL;

  orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (orders == NULL) {
    g_task_return_error (task, error);
    return;
  }

  for (guint i = 0; i < orders->len; i++)
    add_order (export, g_ptr_array_index (orders, i));
  read_chunk (g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_chunk (GTask *task)
{
  Export *export = g_task_get_task_data (task);
  guint n = MIN (CHUNK, export->ids->len - export->n_read);
  g_autoptr (GArray) chunk = NULL;

  if (n == 0) {
    g_task_run_in_thread (task, encode);
    g_object_unref (task);
    return;
  }

  chunk = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (chunk, &g_array_index (export->ids, gint64, export->n_read), n);
  export->n_read += n;
  tranche_order_book_load_async (tranche_shop_get_book (export->shop), chunk,
                                 g_task_get_cancellable (task), read_cb, task);
}

void
tranche_list_export_async (TrancheShop         *shop,
                           GArray              *ids,
                           TrancheExportFormat  format,
                           gboolean             phones,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);

  g_task_set_source_tag (task, tranche_list_export_async);
  export->shop = g_object_ref (shop);
  export->ids = g_array_ref (ids);
  export->format = format;
  export->phones = phones;
  export->sheet = new_sheet (phones);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  read_chunk (task);
}

GBytes *
tranche_list_export_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_list_export_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
