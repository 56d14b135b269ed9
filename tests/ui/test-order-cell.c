/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fake-shop.h"
#include "ui/order-cell.h"
#include "ui/order-places.h"

typedef struct {
  Fixture fixture;
  TrancheShop *shop;
  TrancheClock *clock;
  TrancheOrderList *list;
  TrancheOrderPlaces *places;
  GtkWidget *window;
  TrancheOrderCell *cell;
} Cell;

static void
ask (Cell     *cell,
     gboolean  descending)
{
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_NUMBER, descending);

  tranche_order_list_set_query (cell->list, query);
  WAIT_UNTIL (!tranche_order_list_get_loading (cell->list) &&
              g_list_model_get_n_items (G_LIST_MODEL (cell->places)) == 2);
}

static void
set_up (Cell          *cell,
        gconstpointer  data)
{
  g_autoptr (TrancheCellPainter) painter = NULL;
  g_autoptr (TrancheOrderPlace) place = NULL;

  fixture_set_up (&cell->fixture, data);
  g_object_unref (fixture_add_order (&cell->fixture, "C-1", TRANCHE_STAGE_WAITING));
  g_object_unref (fixture_add_order (&cell->fixture, "C-22222222222", TRANCHE_STAGE_REJECTED));
  cell->shop = fake_shop_new (&cell->fixture);
  cell->clock = tranche_clock_new ();
  cell->list = tranche_order_list_new (cell->fixture.book, cell->fixture.operations);
  cell->places = tranche_order_places_new (cell->list);
  ask (cell, FALSE);

  cell->window = gtk_window_new ();
  painter = tranche_cell_painter_new (cell->window);
  cell->cell = TRANCHE_ORDER_CELL (tranche_order_cell_new (GPOINTER_TO_UINT (data), cell->shop,
                                                           cell->clock, painter));
  gtk_window_set_child (GTK_WINDOW (cell->window), GTK_WIDGET (cell->cell));
  place = g_list_model_get_item (G_LIST_MODEL (cell->places), 0);
  tranche_order_cell_set_place (cell->cell, place);
}

static void
tear_down (Cell          *cell,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (cell->window));
  g_assert_finalize_object (cell->places);
  tranche_order_list_set_query (cell->list, NULL);
  g_clear_object (&cell->list);
  g_clear_object (&cell->clock);
  g_clear_object (&cell->shop);
  fixture_tear_down (&cell->fixture, data);
}

static void
assert_says (Cell       *cell,
             const char *text)
{
  g_assert_cmpstr (tranche_order_cell_get_text (cell->cell), ==, text);
  gtk_test_accessible_assert_property (cell->cell, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

/* It says nothing before it is seen, then what the order at its place is, to
 * everybody, and what the next one is. */
static void
test_says (Cell          *cell,
           gconstpointer  data)
{
  gtk_test_accessible_assert_role (cell->cell, GTK_ACCESSIBLE_ROLE_LABEL);
  g_assert_null (tranche_order_cell_get_text (cell->cell));
  gtk_window_present (GTK_WINDOW (cell->window));
  WAIT_UNTIL (tranche_order_cell_get_text (cell->cell) != NULL);
  assert_says (cell, "C-1");

  ask (cell, TRUE);
  WAIT_UNTIL (g_strcmp0 (tranche_order_cell_get_text (cell->cell), "C-1") != 0 &&
              tranche_order_cell_get_text (cell->cell) != NULL);
  assert_says (cell, "C-22222222222");
}

static GBytes *
paint (Cell       *cell,
       const char *text,
       gboolean    keeps_end)
{
  g_autoptr (TrancheCellPainter) painter = tranche_cell_painter_new (cell->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  TrancheCellPaint cell_paint = { .text = text, .keeps_end = keeps_end };
  g_autoptr (GskRenderNode) node = NULL;

  tranche_cell_painter_paint (painter, &cell_paint, GTK_WIDGET (cell->cell), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);

  return gsk_render_node_serialize (node);
}

/* Numbers that a narrow cell cuts short are told apart by their ends. */
static void
test_cut (Cell          *cell,
          gconstpointer  data)
{
  g_autofree char *beginning = g_strnfill (2000, '1');
  g_autofree char *first = g_strconcat (beginning, "-22222", NULL);
  g_autofree char *second = g_strconcat (beginning, "-33333", NULL);
  g_autoptr (GBytes) cut_first = NULL, cut_second = NULL, ended_first = NULL, ended_second = NULL;

  gtk_window_set_default_size (GTK_WINDOW (cell->window), 300, 100);
  gtk_window_present (GTK_WINDOW (cell->window));
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (cell->cell)) > 100);

  cut_first = paint (cell, first, FALSE);
  cut_second = paint (cell, second, FALSE);
  g_assert_true (g_bytes_equal (cut_first, cut_second));
  ended_first = paint (cell, first, TRUE);
  ended_second = paint (cell, second, TRUE);
  g_assert_false (g_bytes_equal (ended_first, ended_second));
}

static gboolean
has_tooltip (Cell *cell)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_assert_true (gtk_widget_get_has_tooltip (GTK_WIDGET (cell->cell)));
  g_signal_emit_by_name (cell->cell, "query-tooltip", 1, 1, FALSE, tooltip, &shown);

  return shown;
}

/* What is cut short is told by a tooltip, and what can be read is not told twice. */
static void
test_tooltip (Cell          *cell,
              gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (cell->cell);

  gtk_window_set_default_size (GTK_WINDOW (cell->window), 400, 100);
  gtk_window_present (GTK_WINDOW (cell->window));
  ask (cell, TRUE);
  WAIT_UNTIL (g_strcmp0 (tranche_order_cell_get_text (cell->cell), "C-22222222222") == 0 &&
              gtk_widget_get_width (widget) > 300);
  g_assert_false (has_tooltip (cell));

  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  WAIT_UNTIL (gtk_widget_get_width (widget) < 100);
  g_assert_true (has_tooltip (cell));
}

/* What it says is coloured, and is not longer so when something else is said. */
static void
test_colour (Cell          *cell,
             gconstpointer  data)
{
  gtk_window_present (GTK_WINDOW (cell->window));
  WAIT_UNTIL (tranche_order_cell_get_text (cell->cell) != NULL);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell->cell), "accent"));

  ask (cell, TRUE);
  WAIT_UNTIL (gtk_widget_has_css_class (GTK_WIDGET (cell->cell), "error"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (cell->cell), "accent"));
}

/* Its size is that of the font, so that thousands of texts are not laid out. */
static void
test_size (Cell          *cell,
           gconstpointer  data)
{
  GtkSettings *settings = gtk_widget_get_settings (cell->window);
  g_autofree char *font = NULL;
  int before, after;

  gtk_window_present (GTK_WINDOW (cell->window));
  WAIT_UNTIL (tranche_order_cell_get_text (cell->cell) != NULL);
  gtk_widget_measure (GTK_WIDGET (cell->cell), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before,
                      NULL, NULL);
  ask (cell, TRUE);
  WAIT_UNTIL (g_strcmp0 (tranche_order_cell_get_text (cell->cell), "C-22222222222") == 0);
  gtk_widget_measure (GTK_WIDGET (cell->cell), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after,
                      NULL, NULL);
  g_assert_cmpint (before, ==, after);

  /* Of any font. */
  gtk_widget_measure (GTK_WIDGET (cell->cell), GTK_ORIENTATION_VERTICAL, -1, NULL, &before,
                      NULL, NULL);
  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Sans 30", NULL);
  after = before;
  WAIT_UNTIL ((gtk_widget_measure (GTK_WIDGET (cell->cell), GTK_ORIENTATION_VERTICAL, -1, NULL,
                                   &after, NULL, NULL), after > before));
  g_object_set (settings, "gtk-font-name", font, NULL);
}

#define ADD(path, field, function) \
  g_test_add ("/ui/order-cell/" path, Cell, GUINT_TO_POINTER (field), set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("says", TRANCHE_ORDER_FIELD_NUMBER, test_says);
  ADD ("cut", TRANCHE_ORDER_FIELD_NUMBER, test_cut);
  ADD ("tooltip", TRANCHE_ORDER_FIELD_NUMBER, test_tooltip);
  ADD ("colour", TRANCHE_ORDER_FIELD_STAGE, test_colour);
  ADD ("size", TRANCHE_ORDER_FIELD_NUMBER, test_size);

  return g_test_run ();
}
