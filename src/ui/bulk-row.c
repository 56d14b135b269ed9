/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/bulk-row.h"

#include "ui/bulk-words.h"
#include "ui/format.h"

struct _TrancheBulkRow {
  AdwActionRow parent_instance;

  GtkLabel *amount_label;
  GtkStack *state_stack;
  GtkImage *state_image;

  TrancheOperation operation;
};

G_DEFINE_FINAL_TYPE (TrancheBulkRow, tranche_bulk_row, ADW_TYPE_ACTION_ROW)

static const struct {
  const char *icon_name;
  const char *css_class;
} looks[TRANCHE_N_BULK_STATES] = {
  [TRANCHE_BULK_DONE] = { "object-select-symbolic", "success" },
  [TRANCHE_BULK_FAILED] = { "dialog-error-symbolic", "error" },
  [TRANCHE_BULK_UNKNOWN] = { "dialog-question-symbolic", "warning" },
  [TRANCHE_BULK_LEFT] = { "media-playback-pause-symbolic", "dimmed" },
};

static void
show_order (TrancheBulkRow *self,
            TrancheOrder   *order)
{
  const TrancheCustomer *customer = tranche_order_get_customer (order);
  g_autofree char *name = customer != NULL ? tranche_customer_get_full_name (customer) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *amount = tranche_format_money (tranche_order_get_amount (order));

  if (name != NULL && *name != '\0')
    title = g_strdup_printf ("%s · %s", tranche_order_get_number (order), name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 title != NULL ? title : tranche_order_get_number (order));
  gtk_label_set_label (self->amount_label, amount);
}

static void
show_state (TrancheBulkRow  *self,
            TrancheBulkItem *item)
{
  TrancheBulkState state = tranche_bulk_item_get_state (item);
  g_autofree char *text = tranche_bulk_state_text (self->operation, state,
                                                   tranche_bulk_item_get_error (item));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_visible (GTK_WIDGET (self->state_stack), state != TRANCHE_BULK_WAITING);
  gtk_stack_set_visible_child_name (self->state_stack,
                                    state == TRANCHE_BULK_RUNNING ? "spinner" : "icon");

  for (guint i = 0; i < TRANCHE_N_BULK_STATES; i++) {
    if (looks[i].css_class != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (self->state_image), looks[i].css_class);
  }
  gtk_image_set_from_icon_name (self->state_image, looks[state].icon_name);
  if (looks[state].css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->state_image), looks[state].css_class);
}

static void
item_changed_cb (TrancheBulkRow  *self,
                 GParamSpec      *pspec,
                 TrancheBulkItem *item)
{
  show_state (self, item);
}

static void
tranche_bulk_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_BULK_ROW);

  G_OBJECT_CLASS (tranche_bulk_row_parent_class)->dispose (object);
}

static void
tranche_bulk_row_class_init (TrancheBulkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_bulk_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/bulk-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheBulkRow, amount_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheBulkRow, state_stack);
  gtk_widget_class_bind_template_child (widget_class, TrancheBulkRow, state_image);
}

static void
tranche_bulk_row_init (TrancheBulkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tranche_bulk_row_new (TrancheBulkItem  *item,
                      TrancheOperation  operation)
{
  TrancheBulkRow *self = g_object_new (TRANCHE_TYPE_BULK_ROW, NULL);

  self->operation = operation;
  show_order (self, tranche_bulk_item_get_order (item));
  show_state (self, item);
  g_signal_connect_object (item, "notify", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

GtkWidget *
tranche_bulk_row_new_excluded (TrancheOrder *order,
                               const char   *why_not)
{
  TrancheBulkRow *self = g_object_new (TRANCHE_TYPE_BULK_ROW, NULL);

  show_order (self, order);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), why_not);

  return GTK_WIDGET (self);
}
