/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fake-shop.h"
#include "ui/order-cell.h"
#include "ui/order-summary-cell.h"
#include "widgets.h"

typedef struct {
  Fixture base;

  TrancheShop *shop;
  TrancheClock *clock;
} CellFixture;

static void
set_up (CellFixture   *fixture,
        gconstpointer  data)
{
  fixture_set_up (&fixture->base, data);

  fixture->shop = fake_shop_new (&fixture->base);
  fixture->clock = tranche_clock_new ();
}

static void
tear_down (CellFixture   *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->clock));
  g_assert_finalize_object (g_steal_pointer (&fixture->shop));

  fixture_tear_down (&fixture->base, data);
}

/* What a screen reader is told when it asks for the text. */
static char *
read_aloud (GtkWidget *cell)
{
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (find_type (cell, GTK_TYPE_INSCRIPTION));
  g_autoptr (GBytes) contents =
    GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_contents (text, 0, G_MAXUINT);

  return g_strndup (g_bytes_get_data (contents, NULL), g_bytes_get_size (contents));
}

/* Rows come before their orders, and a screen reader may be quicker. */
static void
test_read_while_empty (CellFixture   *fixture,
                       gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&fixture->base, "T-1", TRANCHE_STAGE_WAITING);

  for (TrancheOrderField field = 0; field < TRANCHE_N_ORDER_FIELDS; field++) {
    g_autoptr (TrancheOrderRow) row = tranche_order_row_new (tranche_order_get_id (order));
    g_autoptr (GtkWidget) cell =
      g_object_ref_sink (tranche_order_cell_new (field, fixture->shop, fixture->clock));
    g_autofree char *unbound = read_aloud (cell);
    g_autofree char *loading = NULL, *loaded = NULL, *left = NULL;

    g_assert_cmpstr (unbound, ==, "");

    tranche_order_cell_set_row (TRANCHE_ORDER_CELL (cell), row);
    loading = read_aloud (cell);
    g_assert_cmpstr (loading, ==, "");

    tranche_order_row_set_order (row, order);
    loaded = read_aloud (cell);
    if (field == TRANCHE_ORDER_FIELD_NUMBER)
      g_assert_cmpstr (loaded, ==, "T-1");

    tranche_order_cell_set_row (TRANCHE_ORDER_CELL (cell), NULL);
    left = read_aloud (cell);
    g_assert_cmpstr (left, ==, "");
  }
}

/* The narrow list has the same cells in one. */
static void
test_read_summary (CellFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (GtkWidget) summary =
    g_object_ref_sink (tranche_order_summary_cell_new (fixture->shop, fixture->clock));

  for (GtkWidget *cell = gtk_widget_get_first_child (summary); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell)) {
    g_autofree char *unbound = read_aloud (cell);

    g_assert_cmpstr (unbound, ==, "");
  }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test) \
  g_test_add ("/ui/order-cell/" path, CellFixture, NULL, set_up, test, tear_down)

  ADD ("read-while-empty", test_read_while_empty);
  ADD ("read-summary", test_read_summary);

#undef ADD

  return g_test_run ();
}
