/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-summary-cell.h"

static const struct {
  TrancheOrderField field;
  int column;
  int row;
} layout[] = {
  { TRANCHE_ORDER_FIELD_CUSTOMER, 0, 0 },
  { TRANCHE_ORDER_FIELD_AMOUNT, 1, 0 },
  { TRANCHE_ORDER_FIELD_STANDING, 0, 1 },
  { TRANCHE_ORDER_FIELD_NUMBER, 1, 1 },
};

/* What an amount with kopecks takes, and a generated number. */
#define END_CHARS 13

struct _TrancheOrderSummaryCell {
  GtkWidget parent_instance;

  GtkWidget *cells[G_N_ELEMENTS (layout)];
};

G_DEFINE_FINAL_TYPE (TrancheOrderSummaryCell, tranche_order_summary_cell, GTK_TYPE_WIDGET)

static void
tranche_order_summary_cell_dispose (GObject *object)
{
  TrancheOrderSummaryCell *self = TRANCHE_ORDER_SUMMARY_CELL (object);

  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);

  G_OBJECT_CLASS (tranche_order_summary_cell_parent_class)->dispose (object);
}

static void
tranche_order_summary_cell_class_init (TrancheOrderSummaryCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_order_summary_cell_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "order-summary-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
tranche_order_summary_cell_init (TrancheOrderSummaryCell *self)
{
  GtkLayoutManager *manager = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_grid_layout_set_column_spacing (GTK_GRID_LAYOUT (manager), 12);
  gtk_grid_layout_set_row_spacing (GTK_GRID_LAYOUT (manager), 4);
}

GtkWidget *
tranche_order_summary_cell_new (TrancheShop        *shop,
                                TrancheClock       *clock,
                                TrancheCellPainter *painter)
{
  TrancheOrderSummaryCell *self = g_object_new (TRANCHE_TYPE_ORDER_SUMMARY_CELL, NULL);
  GtkLayoutManager *manager = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (layout); i++) {
    GtkWidget *cell = tranche_order_cell_new (layout[i].field, shop, clock, painter);
    GtkLayoutChild *child;

    gtk_widget_set_parent (cell, GTK_WIDGET (self));
    gtk_widget_set_hexpand (cell, layout[i].column == 0);
    if (layout[i].column > 0)
      tranche_order_cell_set_end (TRANCHE_ORDER_CELL (cell), END_CHARS);
    child = gtk_layout_manager_get_layout_child (manager, cell);
    gtk_grid_layout_child_set_column (GTK_GRID_LAYOUT_CHILD (child), layout[i].column);
    gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (child), layout[i].row);
    self->cells[i] = cell;
  }

  return GTK_WIDGET (self);
}

void
tranche_order_summary_cell_set_place (TrancheOrderSummaryCell *self,
                                      TrancheOrderPlace       *place)
{
  g_return_if_fail (TRANCHE_IS_ORDER_SUMMARY_CELL (self));

  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    tranche_order_cell_set_place (TRANCHE_ORDER_CELL (self->cells[i]), place);
}
