/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/missed-plans-dialog.h"

#include <glib/gi18n.h>

#include "ui/format.h"

/* Orders that are named; a longer list would not fit a window. */
#define MAX_NAMED 8

static char *
describe (GPtrArray *orders)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (orders->len, MAX_NAMED); i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);
    g_autofree char *sum = tranche_format_money (tranche_order_get_amount (order));

    g_string_append_printf (text, "%s · %s\n", tranche_order_get_number (order), sum);
  }

  if (orders->len > MAX_NAMED) {
    guint left = orders->len - MAX_NAMED;

    g_string_append_printf (text, ngettext ("and %u more", "and %u more", left), left);
    g_string_append_c (text, '\n');
  }

  g_string_append_c (text, '\n');
  g_string_append (text, _("Each was to be committed when its cooling-off ends, which was while the "
                           "program was not running. The bank is asked again for each of them "
                           "before it is committed."));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
responded_cb (TrancheCommitPlans *plans,
              const char         *response)
{
  if (g_str_equal (response, "commit"))
    tranche_commit_plans_commit_missed (plans);
  else if (g_str_equal (response, "drop"))
    tranche_commit_plans_drop_missed (plans);
}

AdwDialog *
tranche_missed_plans_dialog_new (TrancheCommitPlans *plans)
{
  g_autoptr (GPtrArray) orders = tranche_commit_plans_list_missed (plans);
  g_autofree char *heading = NULL;
  g_autofree char *body = describe (orders);
  AdwDialog *dialog = NULL;

  heading = g_strdup_printf (ngettext ("Commit %u order?", "Commit %u orders?", orders->len),
                             orders->len);
  dialog = adw_alert_dialog_new (heading, body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "later", _("_Later"),
                                  "drop", _("_Do Not Commit"),
                                  "commit", _("_Commit"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "commit",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "later");
  g_signal_connect_object (dialog, "response", G_CALLBACK (responded_cb), plans,
                           G_CONNECT_SWAPPED);

  return dialog;
}
