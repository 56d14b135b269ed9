/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/file-choice.h"

#include "ui/portal-check.h"

typedef struct {
  void (*ask) (GtkFileDialog       *dialog,
               GtkWindow           *parent,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data);
  GFile *(*finish) (GtkFileDialog  *dialog,
                    GAsyncResult   *result,
                    GError        **error);
} Question;

static const Question questions[] = {
  [TRANCHE_CHOICE_OPEN] = { gtk_file_dialog_open, gtk_file_dialog_open_finish },
  [TRANCHE_CHOICE_SAVE] = { gtk_file_dialog_save, gtk_file_dialog_save_finish },
  [TRANCHE_CHOICE_FOLDER] = {
    gtk_file_dialog_select_folder,
    gtk_file_dialog_select_folder_finish,
  },
};

static const Question *
get_question (GTask *task)
{
  return &questions[GPOINTER_TO_UINT (g_task_get_task_data (task))];
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = get_question (task)->finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
           g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, error->message);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkFileDialog *dialog = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));
  GError *error = NULL;

  if (tranche_portal_check_finish (result, &error))
    get_question (task)->ask (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                              cancellable, chosen_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
tranche_choose_file_async (GtkFileDialog       *dialog,
                           TrancheChoice        choice,
                           GtkWidget           *parent,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_FILE_DIALOG (dialog));
  g_return_if_fail ((gsize) choice < G_N_ELEMENTS (questions));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  task = g_task_new (dialog, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_choose_file_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (choice), NULL);
  tranche_portal_check_async (parent, TRANCHE_PORTAL_FILES, cancellable, checked_cb, task);
}

GFile *
tranche_choose_file_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_choose_file_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
