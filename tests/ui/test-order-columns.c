/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fake-shop.h"
#include "ui/format.h"
#include "ui/order-columns.h"

/* In 1024ths of a dot per inch. */
#define USUAL_DPI (96 * 1024)
#define LARGE_DPI (120 * 1024)

/* Pixels on both sides of what stands in a cell. */
#define CELL_PADDING 18

typedef struct {
  Fixture base;

  TrancheShop *shop;
  TrancheClock *clock;
  GtkColumnView *view;
  TrancheOrderColumns *columns;
} ColumnsFixture;

static void
set_up (ColumnsFixture *fixture,
        gconstpointer   data)
{
  fixture_set_up (&fixture->base, data);

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", GPOINTER_TO_INT (data), NULL);
  fixture->shop = fake_shop_new (&fixture->base);
  fixture->clock = tranche_clock_new ();
  fixture->view = g_object_ref_sink (GTK_COLUMN_VIEW (gtk_column_view_new (NULL)));
  fixture->columns = tranche_order_columns_new (fixture->view, fixture->shop, fixture->clock);
}

static void
tear_down (ColumnsFixture *fixture,
           gconstpointer   data)
{
  g_clear_object (&fixture->columns);
  g_clear_object (&fixture->view);
  g_clear_object (&fixture->clock);
  settle_main_loop ();
  g_assert_finalize_object (g_steal_pointer (&fixture->shop));

  fixture_tear_down (&fixture->base, data);
}

static int
get_width (ColumnsFixture    *fixture,
           TrancheOrderField  field)
{
  return gtk_column_view_column_get_fixed_width (
    tranche_order_columns_get_column (fixture->columns, field));
}

static gboolean
shows (ColumnsFixture    *fixture,
       TrancheOrderField  field)
{
  return gtk_column_view_column_get_visible (
    tranche_order_columns_get_column (fixture->columns, field));
}

/* Whatever the size of the text, an amount is not cut off. */
static void
assert_amounts_fit (ColumnsFixture *fixture)
{
  TrancheMoney amount = tranche_money (12499050, "RUB");
  g_autofree char *words = tranche_format_money_short (&amount);
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (fixture->view), words);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  g_assert_cmpint (get_width (fixture, TRANCHE_ORDER_FIELD_AMOUNT), >=, width + CELL_PADDING);
}

static void
test_usual_text (ColumnsFixture *fixture,
                 gconstpointer   data)
{
  g_assert_cmpint (get_width (fixture, TRANCHE_ORDER_FIELD_NUMBER), ==, 95);
  /* A number with date and prefix is longer, and is whole where there is room. */
  g_assert_true (gtk_column_view_column_get_expand (
    tranche_order_columns_get_column (fixture->columns, TRANCHE_ORDER_FIELD_NUMBER)));
  assert_amounts_fit (fixture);

  tranche_order_columns_set_width (fixture->columns, 580);
  g_assert_false (tranche_order_columns_get_narrow (fixture->columns));
  g_assert_true (shows (fixture, TRANCHE_ORDER_FIELD_NUMBER));
  /* Beside an order in a window of the usual width. */
  tranche_order_columns_set_width (fixture->columns, 696);
  g_assert_true (shows (fixture, TRANCHE_ORDER_FIELD_DEADLINE));
  tranche_order_columns_set_width (fixture->columns, 499);
  g_assert_true (tranche_order_columns_get_narrow (fixture->columns));
}

/* Larger text needs wider columns, and room for them. */
static void
test_large_text (ColumnsFixture *fixture,
                 gconstpointer   data)
{
  g_assert_cmpint (get_width (fixture, TRANCHE_ORDER_FIELD_NUMBER), ==, 119);
  assert_amounts_fit (fixture);

  tranche_order_columns_set_width (fixture->columns, 560);
  g_assert_true (tranche_order_columns_get_narrow (fixture->columns));
  tranche_order_columns_set_width (fixture->columns, 640);
  g_assert_false (tranche_order_columns_get_narrow (fixture->columns));
  g_assert_false (shows (fixture, TRANCHE_ORDER_FIELD_NUMBER));
  tranche_order_columns_set_width (fixture->columns, 730);
  g_assert_true (shows (fixture, TRANCHE_ORDER_FIELD_NUMBER));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/order-columns/usual-text", ColumnsFixture, GINT_TO_POINTER (USUAL_DPI),
              set_up, test_usual_text, tear_down);
  g_test_add ("/order-columns/large-text", ColumnsFixture, GINT_TO_POINTER (LARGE_DPI),
              set_up, test_large_text, tear_down);

  return g_test_run ();
}
