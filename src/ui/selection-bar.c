/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/selection-bar.h"

#include <glib/gi18n.h>

#include "ui/order-sums.h"

struct _TrancheSelectionBar {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *count_label;
  GtkLabel *sums_label;

  TrancheOrderSelection *selection;
  TrancheSelectedOrders *selected;
};

G_DEFINE_FINAL_TYPE (TrancheSelectionBar, tranche_selection_bar, ADW_TYPE_BIN)

char *
tranche_selection_count_text (guint n_orders)
{
  if (n_orders == 0)
    return g_strdup (_("Select orders"));

  return g_strdup_printf (ngettext ("%u order selected", "%u orders selected", n_orders), n_orders);
}

static void
update (TrancheSelectionBar *self)
{
  guint n = tranche_selected_orders_get_n (self->selected);
  GPtrArray *orders = tranche_selected_orders_get_orders (self->selected);
  g_autofree char *count = tranche_selection_count_text (n);
  g_autofree char *sums = orders != NULL ? tranche_order_sums (orders) : NULL;

  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->sums_label, sums != NULL ? sums : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sums_label), sums != NULL && *sums != '\0');
  gtk_revealer_set_reveal_child (self->revealer,
                                 n > 1 || tranche_order_selection_get_gathering (self->selection));
}

static void
tranche_selection_bar_dispose (GObject *object)
{
  TrancheSelectionBar *self = TRANCHE_SELECTION_BAR (object);

  g_clear_object (&self->selected);
  g_clear_object (&self->selection);
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_SELECTION_BAR);

  G_OBJECT_CLASS (tranche_selection_bar_parent_class)->dispose (object);
}

static void
tranche_selection_bar_class_init (TrancheSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_selection_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheSelectionBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, TrancheSelectionBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheSelectionBar, sums_label);
}

static void
tranche_selection_bar_init (TrancheSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_selection_bar_follow (TrancheSelectionBar   *self,
                              TrancheOrderSelection *selection,
                              TrancheSelectedOrders *selected)
{
  g_return_if_fail (TRANCHE_IS_SELECTION_BAR (self));
  g_return_if_fail (self->selection == NULL);

  self->selection = g_object_ref (selection);
  self->selected = g_object_ref (selected);
  g_signal_connect_object (selection, "notify::gathering",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selected, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
