/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/new-order-dialog.h"

#include <glib/gi18n.h>

#include "ui/error-box.h"
#include "ui/last-account.h"
#include "ui/link-view.h"
#include "ui/order-form.h"

struct _TrancheNewOrderDialog {
  AdwDialog parent_instance;

  TrancheShop *shop;
  gint64 draft_id; /* of the draft that is gone on with, or 0 */
  GError *failure; /* (nullable): of the last try */
  gboolean busy;

  AdwNavigationView *navigation;
  GtkScrolledWindow *scroller;
  TrancheErrorBox *error_box;
  TrancheOrderForm *form;
  GtkWidget *warning_box;
  GtkLabel *warning_label;
  GtkLabel *total_label;
  GtkWidget *create_button;
  GtkWidget *done_button;
  TrancheLinkView *link_view;
};

G_DEFINE_FINAL_TYPE (TrancheNewOrderDialog, tranche_new_order_dialog, ADW_TYPE_DIALOG)

enum {
  PROP_0,
  PROP_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
not (gpointer unused,
     gboolean value)
{
  return !value;
}

static void
set_busy (TrancheNewOrderDialog *self,
          gboolean               busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
total_changed_cb (TrancheNewOrderDialog *self)
{
  gtk_label_set_label (self->total_label, tranche_order_form_get_total (self->form));
}

static void
warning_changed_cb (TrancheNewOrderDialog *self)
{
  const char *warning = tranche_order_form_get_warning (self->form);

  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning_box, warning != NULL);
}

static void
show_failure (TrancheNewOrderDialog *self,
              const GError          *error)
{
  GPtrArray *problems = tranche_bank_error_get_problems (error);

  tranche_error_box_show (self->error_box, error, TRANCHE_OPERATION_CREATE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  if (problems != NULL && problems->len > 0)
    tranche_order_form_show_problems (self->form, problems);

  /* Sending again could make a second order: the one in the list resolves
   * itself, and the form is left only to be read. */
  if (tranche_bank_error_is_unknown (error)) {
    gtk_widget_set_visible (self->create_button, FALSE);
    adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  }
}

/* A try that failed has left a draft behind, unless it failed before anything was sent. */
static void
kept_draft_found_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (TrancheNewOrderDialog) self = user_data;
  g_autoptr (TrancheOrder) order =
    tranche_order_book_find_finish (TRANCHE_ORDER_BOOK (source), result, NULL);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (order != NULL && tranche_order_get_stage (order) == TRANCHE_STAGE_DRAFT) {
    self->draft_id = tranche_order_get_id (order);
    tranche_order_form_keep (self->form);
  }
  set_busy (self, FALSE);
  show_failure (self, self->failure);
}

static void
fail (TrancheNewOrderDialog *self,
      GError                *error)
{
  TrancheConnection *connection = tranche_order_form_get_connection (self->form);

  g_clear_error (&self->failure);
  self->failure = error;
  if (connection == NULL ||
      g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CREDENTIALS)) {
    set_busy (self, FALSE);
    show_failure (self, error);
    return;
  }

  tranche_order_book_find_async (tranche_shop_get_book (self->shop),
                                 tranche_account_get_id (tranche_connection_get_account (connection)),
                                 tranche_order_form_get_number (self->form), NULL,
                                 kept_draft_found_cb, g_object_ref (self));
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheNewOrderDialog) self = user_data;
  GError *error = NULL;
  g_autoptr (TrancheOrder) order =
    tranche_operations_create_finish (TRANCHE_OPERATIONS (source), result, &error);

  /* The dialog was closed in the meantime: the list shows the order. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL) {
    g_clear_error (&error);
    return;
  }
  if (order == NULL) {
    fail (self, error);
    return;
  }

  set_busy (self, FALSE);
  tranche_last_account_keep (tranche_order_form_get_connection (self->form));
  tranche_link_view_set_order (self->link_view, self->shop, order);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "created" }, 1);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->done_button);
  gtk_widget_grab_focus (self->done_button);
  g_signal_emit (self, signals[CREATED], 0, order);
}

static void
create_clicked_cb (TrancheNewOrderDialog *self)
{
  g_autoptr (TrancheOrderDraft) draft = NULL;

  if (self->busy)
    return;

  tranche_error_box_clear (self->error_box);
  draft = tranche_order_form_collect (self->form);
  if (draft == NULL)
    return;

  set_busy (self, TRUE);
  tranche_operations_create_async (tranche_shop_get_operations (self->shop),
                                   tranche_order_form_get_connection (self->form),
                                   draft, self->draft_id, NULL, created_cb, g_object_ref (self));
}

static void
close_clicked_cb (TrancheNewOrderDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
discard_cb (TrancheNewOrderDialog *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* What the customer has dictated is not thrown away by a slip of the hand. */
static void
close_attempt_cb (TrancheNewOrderDialog *self)
{
  AdwDialog *question;

  if (self->busy || !tranche_order_form_is_touched (self->form)) {
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }

  question = self->draft_id == 0
             ? adw_alert_dialog_new (_("Discard This Order?"), _("What was typed will be lost."))
             : adw_alert_dialog_new (_("Discard the Changes?"),
                                     _("The order stays among the drafts as it was. What was "
                                       "typed since then will be lost."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question),
                                  "keep", _("_Keep Editing"),
                                  "discard", _("_Discard"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  g_signal_connect_object (question, "response::discard",
                           G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
tranche_new_order_dialog_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  TrancheNewOrderDialog *self = TRANCHE_NEW_ORDER_DIALOG (object);

  switch (prop_id) {
  case PROP_BUSY:
    g_value_set_boolean (value, self->busy);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_new_order_dialog_dispose (GObject *object)
{
  TrancheNewOrderDialog *self = TRANCHE_NEW_ORDER_DIALOG (object);

  g_clear_object (&self->shop);
  g_clear_error (&self->failure);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_NEW_ORDER_DIALOG);

  G_OBJECT_CLASS (tranche_new_order_dialog_parent_class)->dispose (object);
}

static void
tranche_new_order_dialog_class_init (TrancheNewOrderDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_new_order_dialog_get_property;
  object_class->dispose = tranche_new_order_dialog_dispose;

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CREATED] = g_signal_new ("created", TRANCHE_TYPE_NEW_ORDER_DIALOG, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, TRANCHE_TYPE_ORDER);

  g_type_ensure (TRANCHE_TYPE_ERROR_BOX);
  g_type_ensure (TRANCHE_TYPE_LINK_VIEW);
  g_type_ensure (TRANCHE_TYPE_ORDER_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/new-order-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheNewOrderDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, TrancheNewOrderDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrancheNewOrderDialog, error_box);
  gtk_widget_class_bind_template_child (widget_class, TrancheNewOrderDialog, form);
  gtk_widget_class_bind_template_child (widget_class, TrancheNewOrderDialog, warning_box);
  gtk_widget_class_bind_template_child (widget_class, TrancheNewOrderDialog, warning_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheNewOrderDialog, total_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheNewOrderDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheNewOrderDialog, done_button);
  gtk_widget_class_bind_template_child (widget_class, TrancheNewOrderDialog, link_view);
  gtk_widget_class_bind_template_callback (widget_class, not);
  gtk_widget_class_bind_template_callback (widget_class, total_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, warning_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
}

static void
tranche_new_order_dialog_init (TrancheNewOrderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  total_changed_cb (self);
}

AdwDialog *
tranche_new_order_dialog_new (TrancheShop       *shop,
                              TrancheConnection *preferred)
{
  TrancheNewOrderDialog *self = g_object_new (TRANCHE_TYPE_NEW_ORDER_DIALOG, NULL);

  g_set_object (&self->shop, shop);
  if (preferred == NULL)
    preferred = tranche_last_account_find (shop);
  tranche_order_form_set_shop (self->form, shop, preferred);

  return ADW_DIALOG (self);
}

AdwDialog *
tranche_new_order_dialog_new_repeat (TrancheShop  *shop,
                                     TrancheOrder *order)
{
  TrancheConnection *connection =
    tranche_operations_find_connection (tranche_shop_get_operations (shop), order);
  AdwDialog *dialog = tranche_new_order_dialog_new (shop, connection);

  tranche_order_form_repeat (TRANCHE_NEW_ORDER_DIALOG (dialog)->form, order);

  return dialog;
}

AdwDialog *
tranche_new_order_dialog_new_draft (TrancheShop  *shop,
                                    TrancheOrder *order)
{
  TrancheConnection *connection =
    tranche_operations_find_connection (tranche_shop_get_operations (shop), order);
  AdwDialog *dialog = tranche_new_order_dialog_new (shop, connection);
  TrancheNewOrderDialog *self = TRANCHE_NEW_ORDER_DIALOG (dialog);

  self->draft_id = tranche_order_get_id (order);
  tranche_order_form_fill (self->form, order);

  return dialog;
}
