/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/file-saver.h"

#include "ui/file-choice.h"

/* What one of the usual file systems does not take. */
#define FORBIDDEN "/\\:*?\"<>|"

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Takes @task, whose data is the content. */
static void
write_file (GTask *task,
            GFile *file)
{
  g_file_replace_contents_bytes_async (file, g_task_get_task_data (task), NULL, FALSE,
                                       G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                       g_task_get_cancellable (task), written_cb, task);
}

static GTask *
make_task (GBytes              *content,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tranche_save_file_async);
  g_task_set_task_data (task, g_bytes_ref (content), (GDestroyNotify) g_bytes_unref);

  return task;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file = NULL;
  GError *error = NULL;

  file = tranche_choose_file_finish (result, &error);
  if (file != NULL)
    write_file (g_steal_pointer (&task), file);
  else
    g_task_return_error (task, error);
}

static GListModel *
make_filters (const char *mime_type)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_mime_type (filter, mime_type);
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

void
tranche_save_file_async (GtkWidget           *parent,
                         const char          *name,
                         const char          *mime_type,
                         GBytes              *content,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters (mime_type);
  g_autofree char *file_name = tranche_file_name (name);
  GTask *task = make_task (content, cancellable, callback, user_data);

  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_set_filters (dialog, filters);
  tranche_choose_file_async (dialog, TRANCHE_CHOICE_SAVE, parent, cancellable, chosen_cb, task);
}

GFile *
tranche_save_file_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_save_file_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tranche_write_file_async (GFile               *file,
                          GBytes              *content,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  write_file (make_task (content, cancellable, callback, user_data), file);
}

char *
tranche_file_name (const char *text)
{
  char *name = g_strdup (text);

  for (char *c = name; *c != '\0'; c++) {
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  }

  return g_strdelimit (name, FORBIDDEN, '-');
}
