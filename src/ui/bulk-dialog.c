/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/bulk-dialog.h"

#include <glib/gi18n.h>

#include "model/bulk-run.h"
#include "ui/bulk-row.h"
#include "ui/bulk-words.h"
#include "ui/order-actions.h"
#include "ui/order-sums.h"

struct _TrancheBulkDialog {
  AdwDialog parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *result_label;
  GtkLabel *explanation_label;
  AdwPreferencesGroup *included_group;
  GtkListBox *included_list;
  AdwPreferencesGroup *excluded_group;
  GtkListBox *excluded_list;
  GtkWidget *warning_box;
  GtkLabel *warning_label;
  GtkWidget *confirmation_group;
  GtkCheckButton *confirmation_check;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkButton *close_button;
  GtkWidget *stop_button;
  GtkButton *run_button;
  GtkWidget *retry_button;

  TrancheShop *shop;
  TrancheBulkRun *run;
  gboolean ask_handover;
  gboolean begun;
  gboolean over;
};

G_DEFINE_FINAL_TYPE (TrancheBulkDialog, tranche_bulk_dialog, ADW_TYPE_DIALOG)

static guint
get_n_orders (TrancheBulkDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->run));
}

static gboolean
is_confirmed (TrancheBulkDialog *self)
{
  return !self->ask_handover || gtk_check_button_get_active (self->confirmation_check);
}

static void
update_question (TrancheBulkDialog *self)
{
  gboolean any = get_n_orders (self) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->explanation_label), !self->begun && any);
  gtk_widget_set_visible (self->warning_box, !self->begun && any);
  gtk_widget_set_visible (self->confirmation_group, !self->begun && any && self->ask_handover);
  gtk_widget_set_visible (GTK_WIDGET (self->run_button), !self->begun && any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->run_button), any && is_confirmed (self));
  gtk_button_set_label (self->close_button, self->begun ? _("_Close") : _("_Back"));
}

static void
update_progress (TrancheBulkDialog *self)
{
  gboolean running = tranche_bulk_run_get_running (self->run);
  guint n_waiting = tranche_bulk_run_count (self->run, TRANCHE_BULK_WAITING);
  guint n_open = n_waiting + tranche_bulk_run_count (self->run, TRANCHE_BULK_RUNNING);
  guint n_again = tranche_bulk_run_count (self->run, TRANCHE_BULK_FAILED) +
                  tranche_bulk_run_count (self->run, TRANCHE_BULK_LEFT);
  guint n_orders = get_n_orders (self);

  gtk_widget_set_visible (GTK_WIDGET (self->progress_label), running);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), running);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 n_orders > 0 ? (double) (n_orders - n_open) / n_orders : 0);
  gtk_widget_set_visible (self->stop_button, running);
  gtk_widget_set_sensitive (self->stop_button, n_waiting > 0);
  gtk_widget_set_visible (self->retry_button, self->begun && !running && n_again > 0);
}

/* It is told once, when the last order is done. */
static void
update_result (TrancheBulkDialog *self)
{
  gboolean over = self->begun && !tranche_bulk_run_get_running (self->run);
  g_autofree char *text = tranche_bulk_result (tranche_bulk_run_get_operation (self->run),
                                               tranche_bulk_run_count (self->run, TRANCHE_BULK_DONE),
                                               get_n_orders (self));

  gtk_label_set_label (self->result_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->result_label), over);
  if (self->over == over)
    return;

  self->over = over;
  if (!over)
    return;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
update (TrancheBulkDialog *self)
{
  update_question (self);
  update_progress (self);
  update_result (self);
}

static void
run_cb (TrancheBulkDialog *self)
{
  /* A double click arrives here twice. */
  if (self->begun || !is_confirmed (self))
    return;

  self->begun = TRUE;
  tranche_bulk_run_start (self->run);
}

static void
stop_cb (TrancheBulkDialog *self)
{
  tranche_bulk_run_stop (self->run);
}

static void
retry_cb (TrancheBulkDialog *self)
{
  if (!tranche_bulk_run_get_running (self->run))
    tranche_bulk_run_retry (self->run);
}

static void
confirmed_cb (TrancheBulkDialog *self)
{
  if (self->run != NULL)
    update (self);
}

static void
close_cb (TrancheBulkDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tranche_bulk_dialog_dispose (GObject *object)
{
  TrancheBulkDialog *self = TRANCHE_BULK_DIALOG (object);

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  g_clear_object (&self->shop);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_BULK_DIALOG);

  G_OBJECT_CLASS (tranche_bulk_dialog_parent_class)->dispose (object);
}

static void
tranche_bulk_dialog_class_init (TrancheBulkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_bulk_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/bulk-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TrancheBulkDialog, name)
  BIND (scroller);
  BIND (result_label);
  BIND (explanation_label);
  BIND (included_group);
  BIND (included_list);
  BIND (excluded_group);
  BIND (excluded_list);
  BIND (warning_box);
  BIND (warning_label);
  BIND (confirmation_group);
  BIND (confirmation_check);
  BIND (progress_label);
  BIND (progress_bar);
  BIND (close_button);
  BIND (stop_button);
  BIND (run_button);
  BIND (retry_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, run_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
tranche_bulk_dialog_init (TrancheBulkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows those apart that it cannot be, and returns the others.
 * (element-type TrancheOrder) (transfer full) */
static GPtrArray *
sort_out (TrancheBulkDialog *self,
          TrancheOperation   operation,
          GPtrArray         *orders)
{
  TrancheOperations *operations = tranche_shop_get_operations (self->shop);
  TrancheOrderAction action = operation == TRANCHE_OPERATION_COMMIT ? TRANCHE_ORDER_ACTION_COMMIT
                                                                    : TRANCHE_ORDER_ACTION_CANCEL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GPtrArray *included = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);
    TrancheOperation current = tranche_operations_get_current (operations,
                                                               tranche_order_get_id (order));
    TrancheConnection *connection = tranche_operations_find_connection (operations, order);
    g_autofree char *why_not = tranche_order_why_not (action, order, current, connection, now);

    if (why_not != NULL) {
      gtk_list_box_append (self->excluded_list, tranche_bulk_row_new_excluded (order, why_not));
      continue;
    }

    if (operation == TRANCHE_OPERATION_COMMIT && connection != NULL &&
        tranche_account_get_ask_handover (tranche_connection_get_account (connection)))
      self->ask_handover = TRUE;
    g_ptr_array_add (included, g_object_ref (order));
  }

  gtk_widget_set_visible (GTK_WIDGET (self->excluded_group), included->len < orders->len);

  return included;
}

static void
set_words (TrancheBulkDialog *self,
           TrancheOperation   operation,
           GPtrArray         *included)
{
  g_autofree char *run_label = tranche_bulk_run_label (operation, included->len);
  g_autofree char *count = g_strdup_printf (ngettext ("%u order", "%u orders", included->len),
                                            included->len);
  g_autofree char *sums = tranche_order_sums (included);

  adw_preferences_group_set_title (self->excluded_group, tranche_bulk_excluded (operation));
  adw_dialog_set_title (ADW_DIALOG (self), tranche_bulk_title (operation));
  gtk_label_set_label (self->explanation_label,
                       included->len > 0 ? tranche_bulk_explanation (operation) : "");
  gtk_label_set_label (self->warning_label, tranche_bulk_warning (operation));
  gtk_label_set_label (self->progress_label, tranche_bulk_progress (operation));
  gtk_button_set_label (self->run_button, run_label);
  gtk_widget_add_css_class (GTK_WIDGET (self->run_button),
                            operation == TRANCHE_OPERATION_COMMIT ? "suggested-action"
                                                                  : "destructive-action");
  adw_preferences_group_set_title (self->included_group, count);
  adw_preferences_group_set_description (self->included_group, sums);
  gtk_widget_set_visible (GTK_WIDGET (self->included_group), included->len > 0);
}

AdwDialog *
tranche_bulk_dialog_new (TrancheShop      *shop,
                         TrancheOperation  operation,
                         GPtrArray        *orders)
{
  TrancheBulkDialog *self;
  g_autoptr (GPtrArray) included = NULL;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  self = g_object_new (TRANCHE_TYPE_BULK_DIALOG, NULL);
  self->shop = g_object_ref (shop);
  included = sort_out (self, operation, orders);
  self->run = tranche_bulk_run_new (tranche_shop_get_book (shop), tranche_shop_get_operations (shop),
                                    operation, included);
  for (guint i = 0; i < included->len; i++) {
    g_autoptr (TrancheBulkItem) item = g_list_model_get_item (G_LIST_MODEL (self->run), i);

    gtk_list_box_append (self->included_list, tranche_bulk_row_new (item, operation));
  }
  g_signal_connect_object (self->run, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  set_words (self, operation, included);
  update (self);

  return ADW_DIALOG (self);
}
