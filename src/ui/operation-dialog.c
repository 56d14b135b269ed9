/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/operation-dialog.h"

#include <glib/gi18n.h>

#include "core/bank-error.h"
#include "ui/error-box.h"
#include "ui/order-summary.h"
#include "ui/order-texts.h"
#include "ui/value-row.h"

/* ASKING: it may begin, or begin again after a failure. UNKNOWN: the answer
 * was lost, and the bank is being asked. */
typedef enum {
  STATE_ASKING,
  STATE_RUNNING,
  STATE_UNKNOWN,
  STATE_DONE,
} State;

typedef struct {
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  GtkLabel *explanation_label;
  GtkLabel *warning_label;
  GtkWidget *confirmation_group;
  AdwActionRow *confirmation_row;
  GtkCheckButton *confirmation_check;
  TrancheErrorBox *error_box;
  GtkLabel *not_done_label;
  GtkWidget *progress_box;
  GtkLabel *progress_label;
  GtkLabel *why_not_label;
  GtkButton *close_button;
  GtkButton *run_button;
  GtkLabel *done_title_label;
  GtkLabel *done_text_label;
  TrancheValueRow *raw_state_row;
  TrancheValueRow *payout_row;

  TrancheShop *shop;
  TrancheOrder *order;
  State state;
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

static gboolean
is_confirmed (TrancheOperationDialog *self)
{
  return TRANCHE_OPERATION_DIALOG_GET_CLASS (self)->words->confirmation == NULL
         || gtk_check_button_get_active (get_private (self)->confirmation_check);
}

static const char *
progress_text (TrancheOperationDialog *self)
{
  if (get_private (self)->state == STATE_UNKNOWN)
    return _("Asking the bank how it ended. This goes on when you close the window.");

  return _(TRANCHE_OPERATION_DIALOG_GET_CLASS (self)->words->progress);
}

static void
update (TrancheOperationDialog *self)
{
  TrancheOperationDialogPrivate *priv = get_private (self);
  g_autofree char *why = priv->state == STATE_ASKING ? why_not (self) : NULL;
  g_autofree char *raw_state = tranche_order_text_raw_state (priv->order);
  g_autofree char *payout = tranche_order_text_transfer_amount (priv->order);
  gboolean is_busy = priv->state == STATE_RUNNING || priv->state == STATE_UNKNOWN;
  gboolean is_done = priv->state == STATE_DONE;

  gtk_stack_set_visible_child_name (priv->stack, is_done ? "done" : "ask");
  gtk_widget_set_visible (priv->progress_box, is_busy);
  gtk_label_set_label (priv->progress_label, progress_text (self));
  gtk_label_set_label (priv->why_not_label, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->why_not_label), why != NULL);
  gtk_widget_set_sensitive (priv->confirmation_group, priv->state == STATE_ASKING);
  gtk_widget_set_visible (GTK_WIDGET (priv->run_button), !is_done);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->run_button),
                            priv->state == STATE_ASKING && why == NULL && is_confirmed (self));
  gtk_button_set_label (priv->close_button,
                        priv->state == STATE_ASKING ? _("_Back") : _("_Close"));
  tranche_value_row_set_value (priv->raw_state_row, raw_state);
  tranche_value_row_set_value (priv->payout_row, payout);
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
           State                   state)
{
  TrancheOperationDialogPrivate *priv = get_private (self);
  gboolean is_news = state == STATE_DONE && priv->state != STATE_DONE;

  priv->state = state;
  update (self);

  if (!is_news)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (priv->close_button));
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           _(TRANCHE_OPERATION_DIALOG_GET_CLASS (self)->words->done_title),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* News stands at the top, and the check row that was last used at the bottom. */
static void
scroll_to_top (TrancheOperationDialog *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (get_private (self)->scroller), 0);
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
  if (priv->stack == NULL)
    return;

  if (order != NULL) {
    set_order (self, order);
    set_state (self, STATE_DONE);
    return;
  }

  tranche_error_box_show (priv->error_box, error, klass->operation);
  scroll_to_top (self);
  set_state (self, tranche_bank_error_is_unknown (error) ? STATE_UNKNOWN : STATE_ASKING);
}

static void
run_cb (TrancheOperationDialog *self)
{
  TrancheOperationDialogPrivate *priv = get_private (self);
  g_autofree char *why = NULL;

  /* A double click arrives here twice. */
  if (priv->state != STATE_ASKING || !is_confirmed (self))
    return;

  why = why_not (self);
  if (why != NULL) {
    update (self);
    return;
  }

  tranche_error_box_clear (priv->error_box);
  gtk_widget_set_visible (GTK_WIDGET (priv->not_done_label), FALSE);
  set_state (self, STATE_RUNNING);
  TRANCHE_OPERATION_DIALOG_GET_CLASS (self)->start (get_operations (self), priv->order, NULL,
                                                    finished_cb, g_object_ref (self));
}

/* What the bank said later of an operation whose answer was lost. */
static void
settle (TrancheOperationDialog *self)
{
  TrancheOperationDialogClass *klass = TRANCHE_OPERATION_DIALOG_GET_CLASS (self);
  TrancheOperationDialogPrivate *priv = get_private (self);

  if (priv->state != STATE_UNKNOWN
      || tranche_operations_is_busy (get_operations (self), tranche_order_get_id (priv->order))) {
    update (self);
    return;
  }

  tranche_error_box_clear (priv->error_box);
  if (tranche_order_get_stage (priv->order) == klass->done_stage) {
    set_state (self, STATE_DONE);
    return;
  }

  gtk_widget_set_visible (GTK_WIDGET (priv->not_done_label), TRUE);
  scroll_to_top (self);
  set_state (self, STATE_ASKING);
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

static void
apply_words (TrancheOperationDialog *self)
{
  const TrancheOperationWords *words = TRANCHE_OPERATION_DIALOG_GET_CLASS (self)->words;
  TrancheOperationDialogPrivate *priv = get_private (self);

  adw_dialog_set_title (ADW_DIALOG (self), _(words->title));
  gtk_label_set_label (priv->explanation_label, _(words->explanation));
  gtk_label_set_label (priv->warning_label, _(words->warning));
  gtk_label_set_label (priv->not_done_label, _(words->not_done));
  gtk_button_set_label (priv->run_button, _(words->run_label));
  gtk_widget_add_css_class (GTK_WIDGET (priv->run_button), words->run_css_class);
  gtk_label_set_label (priv->done_title_label, _(words->done_title));
  gtk_label_set_label (priv->done_text_label, _(words->done_text));

  gtk_widget_set_visible (priv->confirmation_group, words->confirmation != NULL);
  if (words->confirmation == NULL)
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (priv->confirmation_row),
                                 _(words->confirmation));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (priv->confirmation_check));
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
  g_type_ensure (TRANCHE_TYPE_ERROR_BOX);
  g_type_ensure (TRANCHE_TYPE_ORDER_SUMMARY);
  g_type_ensure (TRANCHE_TYPE_VALUE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/operation-dialog.ui");
#define BIND(name) \
  gtk_widget_class_bind_template_child_private (widget_class, TrancheOperationDialog, name)
  BIND (scroller);
  BIND (stack);
  BIND (explanation_label);
  BIND (warning_label);
  BIND (confirmation_group);
  BIND (confirmation_row);
  BIND (confirmation_check);
  BIND (error_box);
  BIND (not_done_label);
  BIND (progress_box);
  BIND (progress_label);
  BIND (why_not_label);
  BIND (close_button);
  BIND (run_button);
  BIND (done_title_label);
  BIND (done_text_label);
  BIND (raw_state_row);
  BIND (payout_row);
#undef BIND
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
