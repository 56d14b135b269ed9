/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/print-job.h"

#include "ui/portal-check.h"

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  switch (result) {
  case GTK_PRINT_OPERATION_RESULT_ERROR:
    gtk_print_operation_get_error (operation, &error);
    g_task_return_error (task, error);
    break;
  case GTK_PRINT_OPERATION_RESULT_CANCEL:
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
    break;
  case GTK_PRINT_OPERATION_RESULT_APPLY:
  case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
  default:
    g_task_return_boolean (task, TRUE);
  }
}

void
tranche_print_job_prepare (GtkPrintOperation *operation,
                           GtkPageSetup      *setup,
                           const char        *name,
                           GTask             *task)
{
  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), task);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkPrintOperation) operation = user_data;

  if (tranche_portal_check_finish (result, NULL))
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                             GTK_WINDOW (source), NULL);
  else
    g_signal_emit_by_name (operation, "done", GTK_PRINT_OPERATION_RESULT_CANCEL);
}

void
tranche_print_job_run (GtkPrintOperation *operation,
                       GtkWindow         *parent)
{
  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  /* A view that was closed meanwhile has no window any more. */
  if (parent != NULL)
    tranche_portal_check_async (GTK_WIDGET (parent), TRANCHE_PORTAL_PRINT, NULL, checked_cb,
                                g_object_ref (operation));
  else
    g_signal_emit_by_name (operation, "done", GTK_PRINT_OPERATION_RESULT_CANCEL);
}
