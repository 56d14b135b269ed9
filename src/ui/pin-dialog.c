/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pin-dialog.h"

#include <glib/gi18n.h>

#include "ui/pin-words.h"

struct _TranchePinDialog {
  AdwDialog parent_instance;

  GtkLabel *body_label;
  GtkEditable *pin_row;
  GtkEditable *new_row;
  GtkEditable *again_row;
  GtkLabel *error_label;
  GtkLabel *lost_label;
  GtkButton *run_button;

  TrancheGuard *guard;
  TranchePinPurpose purpose;
  GTask *task; /* (nullable): of whoever asks */
  guint wait_id;
  gboolean running;
};

G_DEFINE_FINAL_TYPE (TranchePinDialog, tranche_pin_dialog, ADW_TYPE_DIALOG)

static gboolean
is_complete (TranchePinDialog *self)
{
  if (tranche_guard_get_has_pin (self->guard) && *gtk_editable_get_text (self->pin_row) == '\0')
    return FALSE;

  return self->purpose != TRANCHE_PIN_CHANGE || (*gtk_editable_get_text (self->new_row) != '\0' &&
                                                 *gtk_editable_get_text (self->again_row) != '\0');
}

static void
show_error (TranchePinDialog *self,
            const char       *text)
{
  gtk_label_set_label (self->error_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), *text != '\0');
}

static void
update (TranchePinDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->run_button),
                            !self->running && self->wait_id == 0 && is_complete (self));
}

static gboolean
wait_cb (gpointer user_data)
{
  TranchePinDialog *self = user_data;
  guint seconds = tranche_guard_get_wait (self->guard);
  g_autofree char *text = NULL;

  if (seconds == 0) {
    self->wait_id = 0;
    show_error (self, "");
    update (self);
    return G_SOURCE_REMOVE;
  }

  text = tranche_pin_wait_text (seconds);
  show_error (self, text);

  return G_SOURCE_CONTINUE;
}

static void
wait_if_needed (TranchePinDialog *self)
{
  if (self->wait_id != 0 || tranche_guard_get_wait (self->guard) == 0)
    return;

  self->wait_id = g_timeout_add_seconds (1, wait_cb, self);
  wait_cb (self);
  update (self);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TranchePinDialog) self = user_data;
  g_autoptr (GTask) task = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = tranche_guard_finish (TRANCHE_GUARD (source), result, &error);

  /* A closed dialog has asked for nothing. */
  if (self->error_label == NULL)
    return;

  self->running = FALSE;
  if (done) {
    task = g_steal_pointer (&self->task);
    adw_dialog_force_close (ADW_DIALOG (self));
    if (task != NULL)
      g_task_return_boolean (task, TRUE);
    return;
  }

  text = tranche_pin_error_text (error);
  show_error (self, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_editable_set_text (self->pin_row, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->pin_row));
  wait_if_needed (self);
  update (self);
}

static gboolean
check_new_pin (TranchePinDialog *self)
{
  const char *pin = gtk_editable_get_text (self->new_row);

  if (!tranche_guard_is_pin (pin)) {
    show_error (self, _("A PIN has 4 to 12 digits"));
    gtk_widget_grab_focus (GTK_WIDGET (self->new_row));
    return FALSE;
  }
  if (!g_str_equal (pin, gtk_editable_get_text (self->again_row))) {
    show_error (self, _("The two new PINs differ"));
    gtk_widget_grab_focus (GTK_WIDGET (self->again_row));
    return FALSE;
  }

  return TRUE;
}

static void
run_cb (TranchePinDialog *self)
{
  const char *pin = gtk_editable_get_text (self->pin_row);

  if (self->running || self->wait_id != 0 || !is_complete (self) ||
      (self->purpose == TRANCHE_PIN_CHANGE && !check_new_pin (self)))
    return;

  self->running = TRUE;
  show_error (self, "");
  update (self);
  switch (self->purpose) {
  case TRANCHE_PIN_UNLOCK:
    tranche_guard_unlock_async (self->guard, pin, NULL, done_cb, g_object_ref (self));
    break;
  case TRANCHE_PIN_CHANGE:
    tranche_guard_change_async (self->guard, pin, gtk_editable_get_text (self->new_row), NULL,
                                done_cb, g_object_ref (self));
    break;
  case TRANCHE_PIN_REMOVE:
    tranche_guard_change_async (self->guard, pin, NULL, NULL, done_cb, g_object_ref (self));
    break;
  case TRANCHE_PIN_ASK:
  default:
    tranche_guard_check_async (self->guard, pin, NULL, done_cb, g_object_ref (self));
  }
}

static void
changed_cb (TranchePinDialog *self)
{
  update (self);
}

static void
close_cb (TranchePinDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tranche_pin_dialog_closed (AdwDialog *dialog)
{
  TranchePinDialog *self = TRANCHE_PIN_DIALOG (dialog);
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
}

static void
tranche_pin_dialog_dispose (GObject *object)
{
  TranchePinDialog *self = TRANCHE_PIN_DIALOG (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_PIN_DIALOG);

  G_OBJECT_CLASS (tranche_pin_dialog_parent_class)->dispose (object);
}

static void
tranche_pin_dialog_finalize (GObject *object)
{
  TranchePinDialog *self = TRANCHE_PIN_DIALOG (object);

  g_clear_object (&self->guard);
  g_clear_object (&self->task);

  G_OBJECT_CLASS (tranche_pin_dialog_parent_class)->finalize (object);
}

static void
tranche_pin_dialog_class_init (TranchePinDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_pin_dialog_dispose;
  object_class->finalize = tranche_pin_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tranche_pin_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/pin-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TranchePinDialog, body_label);
  gtk_widget_class_bind_template_child (widget_class, TranchePinDialog, pin_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePinDialog, new_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePinDialog, again_row);
  gtk_widget_class_bind_template_child (widget_class, TranchePinDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, TranchePinDialog, lost_label);
  gtk_widget_class_bind_template_child (widget_class, TranchePinDialog, run_button);
  gtk_widget_class_bind_template_callback (widget_class, run_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
tranche_pin_dialog_init (TranchePinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TranchePinDialog *
tranche_pin_dialog_new (TrancheGuard      *guard,
                        TranchePinPurpose  purpose)
{
  TranchePinDialog *self = g_object_new (TRANCHE_TYPE_PIN_DIALOG, NULL);
  gboolean has_pin = tranche_guard_get_has_pin (guard);
  gboolean changes = purpose == TRANCHE_PIN_CHANGE;

  self->guard = g_object_ref (guard);
  self->purpose = purpose;

  adw_dialog_set_title (ADW_DIALOG (self), tranche_pin_title (purpose));
  gtk_label_set_label (self->body_label, tranche_pin_body (purpose));
  gtk_button_set_label (self->run_button, tranche_pin_run_label (purpose));
  if (changes && has_pin)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pin_row), _("Present PIN"));
  gtk_widget_set_visible (GTK_WIDGET (self->pin_row), has_pin);
  gtk_widget_set_visible (GTK_WIDGET (self->new_row), changes);
  gtk_widget_set_visible (GTK_WIDGET (self->again_row), changes);
  gtk_widget_set_visible (GTK_WIDGET (self->lost_label), has_pin);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (has_pin ? self->pin_row : self->new_row));
  wait_if_needed (self);
  update (self);

  return self;
}

void
tranche_pin_dialog_present (TrancheGuard      *guard,
                            TranchePinPurpose  purpose,
                            GtkWidget         *parent)
{
  g_return_if_fail (TRANCHE_IS_GUARD (guard));

  adw_dialog_present (ADW_DIALOG (tranche_pin_dialog_new (guard, purpose)), parent);
}

void
tranche_pin_dialog_ask_async (TrancheGuard        *guard,
                              GtkWidget           *parent,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  TranchePinDialog *self;

  g_return_if_fail (TRANCHE_IS_GUARD (guard));

  task = g_task_new (guard, NULL, callback, user_data);
  g_task_set_source_tag (task, tranche_pin_dialog_ask_async);
  if (!tranche_guard_get_has_pin (guard)) {
    g_task_return_boolean (task, TRUE);
    return;
  }

  self = tranche_pin_dialog_new (guard, TRANCHE_PIN_ASK);
  self->task = g_steal_pointer (&task);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

gboolean
tranche_pin_dialog_ask_finish (TrancheGuard  *guard,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, guard), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
