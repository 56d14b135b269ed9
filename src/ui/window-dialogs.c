/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window-private.h"

static AdwDialog *
get_visible_dialog (TrancheWindow *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
}

/* The dialog that holds what somebody typed. (nullable) (transfer none) */
static AdwDialog *
find_asking (TrancheWindow *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->dialogs); i++) {
    g_autoptr (AdwDialog) dialog = g_list_model_get_item (self->dialogs, i);

    if (!adw_dialog_get_can_close (dialog))
      return dialog;
  }

  return NULL;
}

static void
forget_asked (TrancheWindow *self)
{
  if (self->asked != NULL)
    g_signal_handlers_disconnect_by_data (self->asked, self);
  g_clear_object (&self->asked);
}

/* What was typed may go: the program ends after all. */
static void
asked_closed_cb (TrancheWindow *self)
{
  forget_asked (self);
  tranche_window_finish (self);
}

/* The question is gone and its dialog is there: it was answered with staying. */
static void
answered_cb (gpointer user_data)
{
  g_autoptr (TrancheWindow) self = user_data;

  if (self->asked != NULL && get_visible_dialog (self) == self->asked)
    forget_asked (self);
}

void
tranche_window_dialog_changed (TrancheWindow *self)
{
  /* A question goes before it tells its answer. */
  if (self->asked != NULL)
    g_idle_add_once (answered_cb, g_object_ref (self));
}

gboolean
tranche_window_asks_first (TrancheWindow *self)
{
  AdwDialog *asking = find_asking (self);

  if (asking == NULL)
    return FALSE;

  /* It asks already. */
  if (self->asked == asking)
    return TRUE;

  forget_asked (self);
  self->asked = g_object_ref (asking);
  g_signal_connect_object (asking, "closed", G_CALLBACK (asked_closed_cb), self,
                           G_CONNECT_SWAPPED);
  if (get_visible_dialog (self) == asking)
    adw_dialog_close (asking);

  return TRUE;
}

static gboolean
close_dialog_cb (GtkWidget *widget,
                 GVariant  *parameters,
                 gpointer   unused)
{
  adw_dialog_close (ADW_DIALOG (widget));

  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *keys,
         const char         *trigger,
         GtkShortcutAction  *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                          action));
}

/* While a dialog is open no key reaches the window, so that none acts on what is
 * below. These two are meant all the same. */
static void
dialogs_changed_cb (GListModel *dialogs,
                    guint       position,
                    guint       n_removed,
                    guint       n_added)
{
  for (guint i = position; i < position + n_added; i++) {
    g_autoptr (GtkWidget) dialog = g_list_model_get_item (dialogs, i);
    GtkEventController *keys = gtk_shortcut_controller_new ();

    add_key (keys, "<Control>q", gtk_named_action_new ("app.quit"));
    add_key (keys, "<Control>w", gtk_callback_action_new (close_dialog_cb, NULL, NULL));
    gtk_widget_add_controller (dialog, keys);
  }
}

void
tranche_window_watch_dialogs (TrancheWindow *self)
{
  self->dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));
  g_signal_connect (self->dialogs, "items-changed", G_CALLBACK (dialogs_changed_cb), NULL);
}

void
tranche_window_drop_dialogs (TrancheWindow *self)
{
  AdwDialog *dialog;

  g_return_if_fail (TRANCHE_IS_WINDOW (self));

  forget_asked (self);
  while ((dialog = get_visible_dialog (self)) != NULL)
    adw_dialog_force_close (dialog);
}
