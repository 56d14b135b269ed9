/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/lost-return.h"

#include <glib/gi18n.h>

#include "core/bank-error.h"
#include "ui/return-words.h"

struct _TrancheLostReturn {
  AdwBin parent_instance;

  GtkLabel *text_label;
  GtkWidget *disown_box;
  GtkLabel *disown_label;

  TrancheOperations *operations;
  TrancheOrder *order;
  TrancheMoney amount;
  gboolean busy;
  /* Of the questions only: what was sent goes on. */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrancheLostReturn, tranche_lost_return, ADW_TYPE_BIN)

enum {
  SIGNAL_BEGUN,
  SIGNAL_ASKED,
  SIGNAL_REPEATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
begin (TrancheLostReturn *self,
       gboolean           sends)
{
  self->busy = TRUE;
  g_signal_emit (self, signals[SIGNAL_BEGUN], 0, sends);
}

/* The bank does not show the return. Only who knows more can end it now, as where it
 * refuses what is sent again. */
static void
offer_disowning (TrancheLostReturn *self,
                 const GError      *error)
{
  if (error != NULL)
    gtk_widget_set_visible (self->disown_box, tranche_bank_error_is_unknown (error));
}

static void
end_asking (TrancheLostReturn *self,
            const GError      *error)
{
  self->busy = FALSE;
  offer_disowning (self, error);
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, error);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrancheLostReturn) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order =
    tranche_operations_refresh_finish (TRANCHE_OPERATIONS (source), result, &error);

  end_asking (self, error);
}

static void
disowned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheLostReturn) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order =
    tranche_operations_disown_return_finish (TRANCHE_OPERATIONS (source), result, &error);

  end_asking (self, error);
}

static void
disown_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (TrancheLostReturn) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_strcmp0 (answer, "mark") != 0 || !tranche_lost_return_can_act (self))
    return;

  begin (self, FALSE);
  tranche_operations_disown_return_async (self->operations, self->order, NULL, disowned_cb,
                                          g_object_ref (self));
}

static void
disown_cb (TrancheLostReturn *self)
{
  AdwAlertDialog *question = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (_("Mark as Not Carried Out?"), NULL));
  g_autofree char *text = tranche_return_disown_question (&self->amount);

  adw_alert_dialog_set_body (question, text);
  adw_alert_dialog_add_responses (question, "back", _("_Back"), "mark", _("_Mark"), NULL);
  adw_alert_dialog_set_response_appearance (question, "mark", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "back");
  adw_alert_dialog_set_close_response (question, "back");
  adw_alert_dialog_choose (question, GTK_WIDGET (self), self->cancellable, disown_answered_cb,
                           g_object_ref (self));
}

static void
repeated_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheLostReturn) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order =
    tranche_operations_repeat_return_finish (TRANCHE_OPERATIONS (source), result, &error);

  self->busy = FALSE;
  offer_disowning (self, error);
  g_signal_emit (self, signals[SIGNAL_REPEATED], 0, order, error);
}

static void
tranche_lost_return_dispose (GObject *object)
{
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_LOST_RETURN);

  G_OBJECT_CLASS (tranche_lost_return_parent_class)->dispose (object);
}

static void
tranche_lost_return_finalize (GObject *object)
{
  TrancheLostReturn *self = TRANCHE_LOST_RETURN (object);

  g_clear_object (&self->operations);
  g_clear_object (&self->order);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tranche_lost_return_parent_class)->finalize (object);
}

static void
tranche_lost_return_class_init (TrancheLostReturnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_lost_return_dispose;
  object_class->finalize = tranche_lost_return_finalize;

  signals[SIGNAL_BEGUN] =
    g_signal_new ("begun", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_ASKED] =
    g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_REPEATED] =
    g_signal_new ("repeated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, TRANCHE_TYPE_ORDER, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/lost-return.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheLostReturn, text_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheLostReturn, disown_box);
  gtk_widget_class_bind_template_child (widget_class, TrancheLostReturn, disown_label);
  gtk_widget_class_bind_template_callback (widget_class, disown_cb);
}

static void
tranche_lost_return_init (TrancheLostReturn *self)
{
  self->amount = (TrancheMoney) TRANCHE_MONEY_UNSET;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_lost_return_set_operations (TrancheLostReturn *self,
                                    TrancheOperations *operations,
                                    GCancellable      *cancellable)
{
  g_return_if_fail (TRANCHE_IS_LOST_RETURN (self));
  g_return_if_fail (TRANCHE_IS_OPERATIONS (operations));
  g_return_if_fail (self->operations == NULL);

  self->operations = g_object_ref (operations);
  self->cancellable = g_object_ref (cancellable);
}

void
tranche_lost_return_set_order (TrancheLostReturn *self,
                               TrancheOrder      *order)
{
  g_return_if_fail (TRANCHE_IS_LOST_RETURN (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  g_set_object (&self->order, order);
}

/* Whether the bank tells of each return, and not only of the last one. */
static gboolean
lists_returns (TrancheLostReturn *self)
{
  TrancheConnection *connection =
    tranche_operations_find_connection (self->operations, self->order);
  TrancheBank *bank = connection != NULL ? tranche_connection_get_bank (connection) : NULL;

  return bank != NULL &&
         (tranche_bank_get_capabilities (bank) & TRANCHE_CAPABILITY_DETAILS) != 0;
}

void
tranche_lost_return_set_amount (TrancheLostReturn  *self,
                                const TrancheMoney *amount)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TRANCHE_IS_LOST_RETURN (self));

  self->amount = *amount;
  text = tranche_return_unknown_text (amount);
  gtk_label_set_label (self->text_label, text);
  gtk_label_set_label (self->disown_label, tranche_return_disown_text (lists_returns (self)));
}

gboolean
tranche_lost_return_can_act (TrancheLostReturn *self)
{
  g_return_val_if_fail (TRANCHE_IS_LOST_RETURN (self), FALSE);

  return !self->busy && tranche_money_is_set (&self->amount)
         && tranche_operations_is_unsettled (self->operations, tranche_order_get_id (self->order));
}

void
tranche_lost_return_ask (TrancheLostReturn *self)
{
  g_return_if_fail (TRANCHE_IS_LOST_RETURN (self));

  if (!tranche_lost_return_can_act (self))
    return;

  begin (self, FALSE);
  tranche_operations_refresh_async (self->operations, self->order, TRANCHE_PRIORITY_USER, NULL,
                                    asked_cb, g_object_ref (self));
}

void
tranche_lost_return_repeat (TrancheLostReturn *self)
{
  g_return_if_fail (TRANCHE_IS_LOST_RETURN (self));

  if (!tranche_lost_return_can_act (self))
    return;

  begin (self, TRUE);
  tranche_operations_repeat_return_async (self->operations, self->order, NULL, repeated_cb,
                                          g_object_ref (self));
}
