/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-factories.h"

#include "ui/order-cell.h"
#include "ui/order-summary-cell.h"

typedef struct {
  TrancheOrderField field;
  TrancheShop *shop;
  TrancheClock *clock;
  TrancheCellPainter *painter;
} CellData;

static CellData *
cell_data_new (TrancheOrderField   field,
               TrancheShop        *shop,
               TrancheClock       *clock,
               TrancheCellPainter *painter)
{
  CellData *data = g_new0 (CellData, 1);

  data->field = field;
  data->shop = g_object_ref (shop);
  data->clock = g_object_ref (clock);
  data->painter = g_object_ref (painter);

  return data;
}

static void
cell_data_free (gpointer  user_data,
                GClosure *closure)
{
  CellData *data = user_data;

  g_object_unref (data->shop);
  g_object_unref (data->clock);
  g_object_unref (data->painter);
  g_free (data);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkColumnViewCell        *cell,
               CellData                 *data)
{
  gtk_column_view_cell_set_child (cell, tranche_order_cell_new (data->field, data->shop, data->clock,
                                                                data->painter));
}

/* It is not unbound: what is, gets another place at once or is done with. */
static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkColumnViewCell        *cell)
{
  tranche_order_cell_set_place (TRANCHE_ORDER_CELL (gtk_column_view_cell_get_child (cell)),
                                gtk_column_view_cell_get_item (cell));
}

static void
setup_summary_cb (GtkSignalListItemFactory *factory,
                  GtkColumnViewCell        *cell,
                  CellData                 *data)
{
  gtk_column_view_cell_set_child (cell, tranche_order_summary_cell_new (data->shop, data->clock,
                                                                        data->painter));
}

static void
bind_summary_cb (GtkSignalListItemFactory *factory,
                 GtkColumnViewCell        *cell)
{
  GtkWidget *child = gtk_column_view_cell_get_child (cell);

  tranche_order_summary_cell_set_place (TRANCHE_ORDER_SUMMARY_CELL (child),
                                        gtk_column_view_cell_get_item (cell));
}

GtkListItemFactory *
tranche_order_cell_factory_new (TrancheOrderField   field,
                                TrancheShop        *shop,
                                TrancheClock       *clock,
                                TrancheCellPainter *painter)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cell_cb),
                         cell_data_new (field, shop, clock, painter), cell_data_free,
                         G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);

  return factory;
}

GtkListItemFactory *
tranche_order_summary_factory_new (TrancheShop        *shop,
                                   TrancheClock       *clock,
                                   TrancheCellPainter *painter)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_summary_cb),
                         cell_data_new (0, shop, clock, painter), cell_data_free,
                         G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_summary_cb), NULL);

  return factory;
}
