/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/operation-dialog.h"

#include <glib/gi18n.h>

#include "core/bank-error.h"
#include "ui/operation-view.h"

typedef struct {
  TrancheOperationView *view;

  TrancheShop *shop;
  TrancheOrder *order;
  TrancheOperationState state;
} TrancheOperationDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrancheOperationDialog, tranche_operation_dialog,
                                     ADW_TYPE_DIALOG)

enum {
  PROP_0,
  PROP_SHOP,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static TrancheOperationDialogPrivate *
get_private (TrancheOperationDialog *self)
{
  return tranche_operation_dialog_get_instance_private (self);
}

static TrancheOperations *
get_operations (TrancheOperationDialog *self)
{
  return tranche_shop_get_operations (get_private (self)->shop);
}

/* Why it may not begin, whatever the dialog itself waits for. */
static char *
why_not (TrancheOperationDialog *self)
{
  TrancheOperationDialogPrivate *priv = get_private (self);
  TrancheOperations *operations = get_operations (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  TrancheOperation current
    = tranche_operations_get_current (operations, tranche_order_get_id (priv->order));

  if (tranche_guard_get_locked (tranche_shop_get_guard (priv->shop)))
    return g_strdup (_("The window is locked"));

  return tranche_order_why_not (TRANCHE_OPERATION_DIALOG_GET_CLASS (self)->action, priv->order,
                                current, tranche_operations_find_connection (operations, priv->order),
                                now);
}

static void
update (TrancheOperationDialog *self)
{
  TrancheOperationDialogPrivate *priv = get_private (self);
  g_autofree char *why = priv->state == TRANCHE_OPERATION_STATE_ASKING ? why_not (self) : NULL;

  tranche_operation_view_show (priv->view, priv->order, priv->state, why);
}

static void
set_order (TrancheOperationDialog *self,
           TrancheOrder           *order)
{
  if (g_set_object (&get_private (self)->order, order))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
set_state (TrancheOperationDialog *self,
           TrancheOperationState   state)
{
  get_private (self)->state = state;
  update (self);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheOperationDialog) self = user_data;
  TrancheOperationDialogClass *klass = TRANCHE_OPERATION_DIALOG_GET_CLASS (self);
  TrancheOperationDialogPrivate *priv = get_private (self);
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  order = klass->finish (TRANCHE_OPERATIONS (source), result, &error);
  /* A closed dialog has nothing left to show it in. */
  if (priv->view == NULL)
    return;

  if (order != NULL) {
    set_order (self, order);
    set_state (self, TRANCHE_OPERATION_STATE_DONE);
    return;
  }

  tranche_operation_view_show_error (priv->view, error, klass->operation);
  set_state (self, tranche_bank_error_is_unknown (error) ? TRANCHE_OPERATION_STATE_UNKNOWN : TRANCHE_OPERATION_STATE_ASKING);
}

static void
run_cb (TrancheOperationDialog *self)
{
  TrancheOperationDialogPrivate *priv = get_private (self);
  g_autofree char *why = NULL;

  /* A double click arrives here twice. */
  if (priv->state != TRANCHE_OPERATION_STATE_ASKING || !tranche_operation_view_is_confirmed (priv->view))
    return;

  why = why_not (self);
  if (why != NULL) {
    update (self);
    return;
  }

  tranche_operation_view_show_error (priv->view, NULL, TRANCHE_OPERATION_NONE);
  tranche_operation_view_show_not_done (priv->view, FALSE);
  set_state (self, TRANCHE_OPERATION_STATE_RUNNING);
  TRANCHE_OPERATION_DIALOG_GET_CLASS (self)->start (get_operations (self), priv->order, NULL,
                                                    finished_cb, g_object_ref (self));
}

/* What the bank said later of an operation whose answer was lost. */
static void
settle (TrancheOperationDialog *self)
{
  TrancheOperationDialogClass *klass = TRANCHE_OPERATION_DIALOG_GET_CLASS (self);
  TrancheOperationDialogPrivate *priv = get_private (self);

  if (priv->state != TRANCHE_OPERATION_STATE_UNKNOWN
      || tranche_operations_is_busy (get_operations (self), tranche_order_get_id (priv->order))) {
    update (self);
    return;
  }

  tranche_operation_view_show_error (priv->view, NULL, TRANCHE_OPERATION_NONE);
  if (tranche_order_get_stage (priv->order) == klass->done_stage) {
    set_state (self, TRANCHE_OPERATION_STATE_DONE);
    return;
  }

  tranche_operation_view_show_not_done (priv->view, TRUE);
  set_state (self, TRANCHE_OPERATION_STATE_ASKING);
}

static void
book_changed_cb (TrancheOperationDialog *self,
                 TrancheOrder           *after)
{
  if (tranche_order_get_id (after) != tranche_order_get_id (get_private (self)->order))
    return;

  set_order (self, after);
  settle (self);
}

static void
busy_changed_cb (TrancheOperationDialog *self,
                 gint64                  order_id)
{
  if (order_id == tranche_order_get_id (get_private (self)->order))
    settle (self);
}

static void
confirmed_cb (TrancheOperationDialog *self)
{
  update (self);
}

static void
close_cb (TrancheOperationDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* The account says whether the goods have to be ticked. */
static gboolean
asks (TrancheOperationDialog *self)
{
  TrancheConnection *connection =
    tranche_operations_find_connection (get_operations (self), get_private (self)->order);

  return connection == NULL ||
         tranche_account_get_ask_handover (tranche_connection_get_account (connection));
}

static void
apply_words (TrancheOperationDialog *self)
{
  const TrancheOperationWords *words = TRANCHE_OPERATION_DIALOG_GET_CLASS (self)->words;
  TrancheOperationView *view = get_private (self)->view;

  tranche_operation_view_set_words (view, words, asks (self));
  adw_dialog_set_title (ADW_DIALOG (self), _(words->title));
  adw_dialog_set_default_widget (ADW_DIALOG (self), tranche_operation_view_get_close_button (view));
  adw_dialog_set_focus (ADW_DIALOG (self), tranche_operation_view_get_first_focus (view));
}

static void
tranche_operation_dialog_constructed (GObject *object)
{
  TrancheOperationDialog *self = TRANCHE_OPERATION_DIALOG (object);
  TrancheOperationDialogPrivate *priv = get_private (self);

  G_OBJECT_CLASS (tranche_operation_dialog_parent_class)->constructed (object);

  g_signal_connect_object (tranche_shop_get_book (priv->shop), "changed",
                           G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_operations (self), "busy-changed",
                           G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  apply_words (self);
  update (self);
}

static void
tranche_operation_dialog_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  TrancheOperationDialogPrivate *priv = get_private (TRANCHE_OPERATION_DIALOG (object));

  switch (prop_id) {
  case PROP_SHOP:
    g_value_set_object (value, priv->shop);
    break;
  case PROP_ORDER:
    g_value_set_object (value, priv->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_operation_dialog_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  TrancheOperationDialogPrivate *priv = get_private (TRANCHE_OPERATION_DIALOG (object));

  switch (prop_id) {
  case PROP_SHOP:
    priv->shop = g_value_dup_object (value);
    break;
  case PROP_ORDER:
    priv->order = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_operation_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_OPERATION_DIALOG);

  G_OBJECT_CLASS (tranche_operation_dialog_parent_class)->dispose (object);
}

static void
tranche_operation_dialog_finalize (GObject *object)
{
  TrancheOperationDialogPrivate *priv = get_private (TRANCHE_OPERATION_DIALOG (object));

  g_clear_object (&priv->shop);
  g_clear_object (&priv->order);

  G_OBJECT_CLASS (tranche_operation_dialog_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRANCHE_TYPE_OPERATION_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/operation-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TrancheOperationDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, run_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
tranche_operation_dialog_class_init (TrancheOperationDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = tranche_operation_dialog_constructed;
  object_class->get_property = tranche_operation_dialog_get_property;
  object_class->set_property = tranche_operation_dialog_set_property;
  object_class->dispose = tranche_operation_dialog_dispose;
  object_class->finalize = tranche_operation_dialog_finalize;

  properties[PROP_SHOP] =
    g_param_spec_object ("shop", NULL, NULL, TRANCHE_TYPE_SHOP, flags);
  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_template (GTK_WIDGET_CLASS (klass));
}

static void
tranche_operation_dialog_init (TrancheOperationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
