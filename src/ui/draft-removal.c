/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/draft-removal.h"

#include <glib/gi18n.h>

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tranche_operations_delete_finish (TRANCHE_OPERATIONS (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  TrancheShop *shop = g_task_get_source_object (task);
  TrancheOrder *order = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (g_str_equal (answer, "delete"))
    tranche_operations_delete_async (tranche_shop_get_operations (shop), order, NULL, deleted_cb,
                                     g_steal_pointer (&task));
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
}

void
tranche_draft_removal_ask_async (TrancheShop         *shop,
                                 TrancheOrder        *order,
                                 GtkWidget           *parent,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task;
  AdwDialog *question;

  g_return_if_fail (TRANCHE_IS_SHOP (shop));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  task = g_task_new (shop, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_draft_removal_ask_async);
  g_task_set_task_data (task, g_object_ref (order), g_object_unref);

  question = adw_alert_dialog_new (_("Delete This Draft?"), NULL);
  /* Translators: %s is the number of an order. */
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (question),
                                _("The bank has no order %s. What was typed will be lost."),
                                tranche_order_get_number (order));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question),
                                  "keep", _("_Keep"),
                                  "delete", _("_Delete"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "delete",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), parent, cancellable, answered_cb, task);
}

gboolean
tranche_draft_removal_ask_finish (TrancheShop   *shop,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, shop), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
