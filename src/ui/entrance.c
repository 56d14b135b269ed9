/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entrance.h"

#include <glib/gi18n.h>

#include "core/order-uri.h"
#include "ui/window.h"

static void
new_order_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  tranche_window_run (tranche_application_present (user_data), "new-order", NULL);
}

static void
needs_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  tranche_window_run (tranche_application_present (user_data), "look-around", NULL);
}

static void
open_order_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  tranche_window_run (tranche_application_present (user_data), "open-order", parameter);
}

static void
commit_order_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  tranche_window_run (tranche_application_present (user_data), "commit-order", parameter);
}

static void
missed_plans_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  tranche_window_run (tranche_application_present (user_data), "missed-plans", NULL);
}

static void
fix_account_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tranche_window_run (tranche_application_present (user_data), "fix-account", parameter);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  tranche_window_run (tranche_application_present (user_data), "find", parameter);
}

static const GActionEntry entries[] = {
  { .name = "new-order", .activate = new_order_cb },
  { .name = "needs-action", .activate = needs_action_cb },
  { .name = "open-order", .activate = open_order_cb, .parameter_type = "x" },
  { .name = "commit-order", .activate = commit_order_cb, .parameter_type = "x" },
  { .name = "missed-plans", .activate = missed_plans_cb },
  { .name = "fix-account", .activate = fix_account_cb, .parameter_type = "s" },
  { .name = "search", .activate = search_cb, .parameter_type = "s" },
};

void
tranche_entrance_install (TrancheApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application),
                                   entries, G_N_ELEMENTS (entries), application);
}

static void
refuse (TrancheWindow *window)
{
  AdwDialog *dialog = adw_alert_dialog_new (
    _("The Link Leads to No Order"),
    _("A link to an order is “tranche:order/” and the number of the order."));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

void
tranche_entrance_open (TrancheApplication  *application,
                       GFile              **files,
                       int                  n_files)
{
  TrancheWindow *window = tranche_application_present (application);
  g_autofree char *uri = NULL;
  g_autofree char *number = NULL;

  if (n_files == 0)
    return;

  /* One window shows one order: the last that was asked for. */
  uri = g_file_get_uri (files[n_files - 1]);
  number = tranche_order_uri_parse (uri);
  if (number != NULL)
    tranche_window_run (window, "open-number", g_variant_new_string (number));
  else
    refuse (window);
}
