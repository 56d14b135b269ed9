/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/payout-dialog.h"

#include "ui/error-box.h"
#include "ui/format.h"
#include "ui/order-summary.h"
#include "ui/order-texts.h"
#include "ui/payout-words.h"
#include "ui/raw-row.h"
#include "ui/value-row.h"

struct _TranchePayoutDialog {
  AdwDialog parent_instance;

  GtkStack *stack;
  TrancheErrorBox *error_box;
  GtkLabel *title_label;
  GtkLabel *advice_label;
  TrancheValueRow *committed_row;
  TrancheValueRow *amount_row;
  TrancheValueRow *fully_paid_row;
  TrancheValueRow *return_to_card_row;
  TrancheRawRow *raw_row;
  GtkWidget *check_button;

  TrancheShop *shop;
  TrancheOrder *order;
  /* Of the question under way; NULL where there is none. */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TranchePayoutDialog, tranche_payout_dialog, ADW_TYPE_DIALOG)

enum {
  PROP_0,
  PROP_SHOP,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
show_page (TranchePayoutDialog *self,
           const char          *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_sensitive (self->check_button, self->cancellable == NULL);
}

static void
show_payout (TranchePayoutDialog *self,
             TranchePayout       *payout)
{
  TrancheOrder *answer = tranche_payout_get_order (payout);
  TrancheOrder *told = answer != NULL ? answer : self->order;
  g_autofree char *title = tranche_payout_title (payout);
  g_autofree char *committed = tranche_payout_committed (payout, self->order);
  g_autofree char *amount = tranche_format_money (tranche_payout_get_amount (payout));
  g_autofree char *raw_state = tranche_order_text_raw_state (told);
  g_autofree char *raw_answer = tranche_order_text_raw_answer (told);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->advice_label,
                       tranche_payout_advice (tranche_payout_get_state (payout)));
  tranche_value_row_set_value (self->committed_row, committed);
  tranche_value_row_set_value (self->amount_row, amount);
  tranche_value_row_set_value (self->fully_paid_row,
                               tranche_payout_word (tranche_payout_get_fully_paid (payout)));
  tranche_value_row_set_value (self->return_to_card_row,
                               tranche_payout_word (tranche_payout_get_return_to_card (payout)));
  tranche_raw_row_set_state (self->raw_row, raw_state);
  tranche_raw_row_set_answer (self->raw_row, raw_answer);
  show_page (self, "answer");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TranchePayoutDialog) self = user_data;
  g_autoptr (TranchePayout) payout = NULL;
  g_autoptr (GError) error = NULL;

  payout = tranche_operations_check_payout_finish (TRANCHE_OPERATIONS (source), result, &error);
  /* Only closing the dialog cancels. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  g_clear_object (&self->cancellable);
  if (payout != NULL) {
    show_payout (self, payout);
    return;
  }

  tranche_error_box_show (self->error_box, error, TRANCHE_OPERATION_NONE);
  show_page (self, "failed");
}

static void
check (TranchePayoutDialog *self)
{
  if (self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  tranche_error_box_clear (self->error_box);
  show_page (self, "asking");
  tranche_operations_check_payout_async (tranche_shop_get_operations (self->shop), self->order,
                                         self->cancellable, checked_cb, g_object_ref (self));
}

static void
check_cb (TranchePayoutDialog *self)
{
  check (self);
}

static void
close_cb (TranchePayoutDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
book_changed_cb (TranchePayoutDialog *self,
                 TrancheOrder        *after)
{
  if (tranche_order_get_id (after) != tranche_order_get_id (self->order))
    return;

  g_set_object (&self->order, after);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
tranche_payout_dialog_closed (AdwDialog *dialog)
{
  TranchePayoutDialog *self = TRANCHE_PAYOUT_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
}

static void
tranche_payout_dialog_constructed (GObject *object)
{
  TranchePayoutDialog *self = TRANCHE_PAYOUT_DIALOG (object);

  G_OBJECT_CLASS (tranche_payout_dialog_parent_class)->constructed (object);

  g_signal_connect_object (tranche_shop_get_book (self->shop), "changed",
                           G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  check (self);
}

static void
tranche_payout_dialog_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TranchePayoutDialog *self = TRANCHE_PAYOUT_DIALOG (object);

  switch (prop_id) {
  case PROP_SHOP:
    g_value_set_object (value, self->shop);
    break;
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_payout_dialog_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TranchePayoutDialog *self = TRANCHE_PAYOUT_DIALOG (object);

  switch (prop_id) {
  case PROP_SHOP:
    self->shop = g_value_dup_object (value);
    break;
  case PROP_ORDER:
    self->order = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_payout_dialog_dispose (GObject *object)
{
  TranchePayoutDialog *self = TRANCHE_PAYOUT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_PAYOUT_DIALOG);

  G_OBJECT_CLASS (tranche_payout_dialog_parent_class)->dispose (object);
}

static void
tranche_payout_dialog_finalize (GObject *object)
{
  TranchePayoutDialog *self = TRANCHE_PAYOUT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->shop);
  g_clear_object (&self->order);

  G_OBJECT_CLASS (tranche_payout_dialog_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRANCHE_TYPE_ERROR_BOX);
  g_type_ensure (TRANCHE_TYPE_ORDER_SUMMARY);
  g_type_ensure (TRANCHE_TYPE_RAW_ROW);
  g_type_ensure (TRANCHE_TYPE_VALUE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/payout-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TranchePayoutDialog, name)
  BIND (stack);
  BIND (error_box);
  BIND (title_label);
  BIND (advice_label);
  BIND (committed_row);
  BIND (amount_row);
  BIND (fully_paid_row);
  BIND (return_to_card_row);
  BIND (raw_row);
  BIND (check_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
tranche_payout_dialog_class_init (TranchePayoutDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = tranche_payout_dialog_constructed;
  object_class->get_property = tranche_payout_dialog_get_property;
  object_class->set_property = tranche_payout_dialog_set_property;
  object_class->dispose = tranche_payout_dialog_dispose;
  object_class->finalize = tranche_payout_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tranche_payout_dialog_closed;

  properties[PROP_SHOP] =
    g_param_spec_object ("shop", NULL, NULL, TRANCHE_TYPE_SHOP, flags);
  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_template (GTK_WIDGET_CLASS (klass));
}

static void
tranche_payout_dialog_init (TranchePayoutDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
tranche_payout_dialog_new (TrancheShop  *shop,
                           TrancheOrder *order)
{
  return g_object_new (TRANCHE_TYPE_PAYOUT_DIALOG,
                       "shop", shop,
                       "order", order,
                       NULL);
}
