/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/portal-check.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const struct {
  const char *title;
  const char *reason;
} words[] = {
  [TRANCHE_PORTAL_FILES] = {
    N_("This Desktop Cannot Choose Files"),
    N_("The program runs in a sandbox and sees only the files that you choose."),
  },
  [TRANCHE_PORTAL_PRINT] = {
    N_("This Desktop Cannot Print"),
    N_("The program runs in a sandbox and reaches no printer by itself."),
  },
  [TRANCHE_PORTAL_LINKS] = {
    N_("This Desktop Cannot Open Links"),
    N_("The program runs in a sandbox and starts no other program by itself."),
  },
};

static void
tell (GtkWidget     *parent,
      TranchePortal  portal)
{
  g_autofree char *body =
    g_strdup_printf ("%s %s", _(words[portal].reason), tranche_portal_get_advice ());
  AdwDialog *dialog = adw_alert_dialog_new (_(words[portal].title), body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, parent);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *parent = g_task_get_source_object (task);
  gboolean found = tranche_portal_find_finish (result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;

  /* A dialog or a window that was closed meanwhile is held by the task alone. */
  if (found && gtk_widget_get_mapped (parent)) {
    g_task_return_boolean (task, TRUE);
    return;
  }

  if (!found && gtk_widget_get_mapped (parent))
    tell (parent, GPOINTER_TO_UINT (g_task_get_task_data (task)));
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                   found ? "nobody waits for this any more" : error->message);
}

void
tranche_portal_check_async (GtkWidget           *parent,
                            TranchePortal        portal,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail ((gsize) portal < G_N_ELEMENTS (words));

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_portal_check_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (portal), NULL);
  tranche_portal_find_async (portal, cancellable, found_cb, task);
}

gboolean
tranche_portal_check_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_portal_check_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
