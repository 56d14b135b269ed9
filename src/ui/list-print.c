/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list-print.h"

#include "ui/print-job.h"
#include "ui/view-words.h"

#define MARGIN_MM 12.0

typedef struct {
  TrancheListOnPaper *list;
  TrancheListPaper *paper; /* (nullable) */
  GtkPrintOperation *operation;
  GtkWindow *parent; /* (nullable) weak */
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->paper);
  g_clear_object (&job->operation);
  g_clear_weak_pointer (&job->parent);
  tranche_list_on_paper_free (job->list);
  g_free (job);
}

GtkPageSetup *
tranche_list_print_make_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_top_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_paper_size_free (size);

  return setup;
}

GHashTable *
tranche_list_print_account_labels (TrancheShop *shop)
{
  GListModel *connections = tranche_shop_get_connections (shop);
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);
    TrancheAccount *account = tranche_connection_get_account (connection);

    g_hash_table_insert (labels, g_strdup (tranche_account_get_id (account)),
                         tranche_account_label (account));
  }

  return labels;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Job *job = g_task_get_task_data (user_data);
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  /* The print dialog begins anew when its preview is shown. */
  g_clear_object (&job->paper);
  job->paper = tranche_list_paper_new (pango, job->list, gtk_print_context_get_width (context),
                                       gtk_print_context_get_height (context));
  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, (int) tranche_list_paper_get_n_pages (job->paper));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Job *job = g_task_get_task_data (user_data);

  tranche_list_paper_draw (job->paper, gtk_print_context_get_cairo_context (context), (guint) page);
}

/* The task belongs to the last signal of the operation, and the operation to the task. */
static void
print (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GtkPageSetup) setup = tranche_list_print_make_page_setup ();

  job->operation = gtk_print_operation_new ();
  tranche_print_job_prepare (job->operation, setup, job->list->title, task);
  g_signal_connect (job->operation, "begin-print", G_CALLBACK (begin_print_cb), task);
  g_signal_connect (job->operation, "draw-page", G_CALLBACK (draw_page_cb), task);
  tranche_print_job_run (job->operation, job->parent);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->list->orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (job->list->orders == NULL)
    g_task_return_error (task, error);
  else
    print (g_steal_pointer (&task));
}

void
tranche_list_print_async (TrancheShop         *shop,
                          GArray              *ids,
                          TrancheListOnPaper  *list,
                          GtkWindow           *parent,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = NULL;
  Job *job = NULL;

  g_return_if_fail (ids->len <= TRANCHE_LIST_PRINT_MAX);

  task = g_task_new (NULL, cancellable, callback, user_data);
  job = g_new0 (Job, 1);
  g_task_set_source_tag (task, tranche_list_print_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  job->list = list;
  g_set_weak_pointer (&job->parent, parent);
  list->now = g_date_time_new_now_local ();
  list->account_labels = tranche_list_print_account_labels (shop);

  tranche_order_book_load_async (tranche_shop_get_book (shop), ids, cancellable, read_cb, task);
}

gboolean
tranche_list_print_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_list_print_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
