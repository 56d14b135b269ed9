/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/link-launcher.h"

#include "ui/portal-check.h"

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
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
  GtkUriLauncher *launcher = g_task_get_task_data (task);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));
  GError *error = NULL;

  if (tranche_portal_check_finish (result, &error))
    gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                             launched_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
tranche_launch_link_async (GtkWidget           *parent,
                           const char          *uri,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (uri != NULL);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, tranche_launch_link_async);
  g_task_set_task_data (task, gtk_uri_launcher_new (uri), g_object_unref);
  tranche_portal_check_async (parent, TRANCHE_PORTAL_LINKS, NULL, checked_cb, task);
}

gboolean
tranche_launch_link_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_launch_link_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
