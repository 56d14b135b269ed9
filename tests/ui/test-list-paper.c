/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>

#include "ui/list-paper.h"

/* A4 across within its margins. */
#define WIDTH 774.0
#define HEIGHT 527.0

static const TrancheOrderField all_fields[TRANCHE_N_ORDER_FIELDS] = {
  TRANCHE_ORDER_FIELD_STAGE,   TRANCHE_ORDER_FIELD_NUMBER,   TRANCHE_ORDER_FIELD_CUSTOMER,
  TRANCHE_ORDER_FIELD_GOODS,   TRANCHE_ORDER_FIELD_AMOUNT,   TRANCHE_ORDER_FIELD_ACCOUNT,
  TRANCHE_ORDER_FIELD_CREATED, TRANCHE_ORDER_FIELD_DEADLINE, TRANCHE_ORDER_FIELD_CHECKED,
};

static TrancheOrder *
make_order (guint index)
{
  TrancheOrder *order = tranche_order_new ();
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 11, 20, 9, 15, 0);
  g_autofree char *number = g_strdup_printf ("T-%u", index);
  TrancheMoney amount = tranche_money (100000 + index, index % 5 == 0 ? "UAH" : "RUB");

  customer->last_name = g_strdup (index % 2 ? "Константинопольская" : "Ким");
  customer->first_name = g_strdup ("Александра");
  tranche_order_set_number (order, number);
  tranche_order_set_account_id (order, index % 7 == 0 ? "gone" : "shop");
  tranche_order_set_stage (order, TRANCHE_STAGE_COMMITTED);
  tranche_order_set_amount (order, &amount);
  tranche_order_set_customer (order, customer);
  tranche_order_set_created_at (order, created);

  return order;
}

static TrancheListOnPaper *
make_list (guint n_orders,
           guint n_fields)
{
  TrancheListOnPaper *list = g_new0 (TrancheListOnPaper, 1);

  list->title = g_strdup ("Needs action");
  list->subtitle = g_strdup ("This week · with “Ким”");
  list->fields = g_array_new (FALSE, FALSE, sizeof (TrancheOrderField));
  g_array_append_vals (list->fields, all_fields, n_fields);
  list->orders = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 1; i <= n_orders; i++)
    g_ptr_array_add (list->orders, make_order (i));
  list->account_labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (list->account_labels, g_strdup ("shop"), g_strdup ("Shop at the corner"));
  list->now = g_date_time_new_utc (2026, 11, 22, 14, 5, 0);

  return list;
}

static TrancheListPaper *
lay_out (TrancheListOnPaper *list)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  TrancheListPaper *paper;

  pango_cairo_context_set_resolution (context, 72);
  paper = tranche_list_paper_new (context, list, WIDTH, HEIGHT);
  g_object_unref (context);

  return paper;
}

/* Paper is read on other days: it has the day where the window has a word for it. */
static void
test_cells (void)
{
  g_autoptr (TrancheListOnPaper) list = make_list (7, TRANCHE_N_ORDER_FIELDS);
  g_autofree char *number = tranche_list_paper_cell_text (list, 0, TRANCHE_ORDER_FIELD_NUMBER);
  g_autofree char *account = tranche_list_paper_cell_text (list, 0, TRANCHE_ORDER_FIELD_ACCOUNT);
  g_autofree char *gone = tranche_list_paper_cell_text (list, 6, TRANCHE_ORDER_FIELD_ACCOUNT);
  g_autofree char *created = tranche_list_paper_cell_text (list, 0, TRANCHE_ORDER_FIELD_CREATED);
  g_autofree char *checked = tranche_list_paper_cell_text (list, 0, TRANCHE_ORDER_FIELD_CHECKED);

  g_assert_cmpstr (number, ==, "T-1");
  g_assert_cmpstr (account, ==, "Shop at the corner");
  g_assert_cmpstr (gone, ==, "Removed account");
  g_assert_cmpstr (created, ==, "11/20/26 09:15");
  g_assert_cmpstr (checked, ==, "");
}

static void
test_total (void)
{
  g_autoptr (TrancheListOnPaper) one = make_list (1, 1);
  g_autoptr (TrancheListOnPaper) five = make_list (5, 1);
  g_autoptr (TrancheListOnPaper) none = make_list (0, 1);
  g_autofree char *of_one = tranche_list_paper_total_text (one);
  g_autofree char *of_five = tranche_list_paper_total_text (five);
  g_autofree char *of_none = tranche_list_paper_total_text (none);

  g_assert_cmpstr (of_one, ==, "1 order · 1,000.01\u00a0₽");
  g_assert_cmpstr (of_five, ==, "5 orders · 4,000.10\u00a0₽ · 1,000.05\u00a0₴");
  g_assert_cmpstr (of_none, ==, "0 orders");
}

/* Each order has its line, and the total one more: there is a next page exactly when
 * the one before is full. */
static void
test_pages (void)
{
  guint before = 1;
  guint first = 0, second = 0;

  for (guint n = 0; n < 200; n++) {
    g_autoptr (TrancheListOnPaper) list = make_list (n, 1);
    g_autoptr (TrancheListPaper) paper = lay_out (list);
    guint n_pages = tranche_list_paper_get_n_pages (paper);

    g_assert_cmpuint (n_pages, >=, before);
    g_assert_cmpuint (n_pages, <=, before + 1);
    if (n_pages == 2 && before == 1)
      first = n;
    if (n_pages == 3 && before == 2)
      second = n;
    before = n_pages;
  }

  /* The first has the title. */
  g_assert_cmpuint (first, >, 20);
  g_assert_cmpuint (second - first, >, first);
}

/* Sums and days are of no use when they are cut off, however many columns there are. */
static void
test_figures (void)
{
  static const TrancheOrderField figures[] = { TRANCHE_ORDER_FIELD_AMOUNT,
                                               TRANCHE_ORDER_FIELD_CREATED };
  g_autoptr (TrancheListOnPaper) list = make_list (9, TRANCHE_N_ORDER_FIELDS);
  g_autoptr (TrancheListPaper) paper = lay_out (list);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  double all = 0;

  pango_cairo_context_set_resolution (context, 72);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    g_autofree char *text = tranche_list_paper_cell_text (list, 8, figures[i]);
    g_autoptr (PangoLayout) layout = pango_layout_new (context);
    PangoFontDescription *font = pango_font_description_from_string ("Sans 8");
    int width;

    pango_layout_set_font_description (layout, font);
    pango_layout_set_text (layout, text, -1);
    pango_layout_get_size (layout, &width, NULL);
    g_assert_cmpfloat (tranche_list_paper_get_column_width (paper, figures[i]), >=,
                       (double) width / PANGO_SCALE);
    pango_font_description_free (font);
  }

  for (TrancheOrderField field = 0; field < TRANCHE_N_ORDER_FIELDS; field++) {
    g_assert_cmpfloat (tranche_list_paper_get_column_width (paper, field), >, 20);
    all += tranche_list_paper_get_column_width (paper, field);
  }
  g_assert_cmpfloat (all, <, WIDTH);
  g_object_unref (context);
}

/* Draws it on one page after the other, and looks where there is ink. */
static void
test_within_page (void)
{
  g_autoptr (TrancheListOnPaper) list = make_list (100, TRANCHE_N_ORDER_FIELDS);
  g_autoptr (TrancheListPaper) paper = NULL;
  const int edge = 20;

  g_free (list->subtitle);
  list->subtitle = g_strnfill (500, 'W');
  paper = lay_out (list);
  g_assert_cmpuint (tranche_list_paper_get_n_pages (paper), >, 2);

  for (guint i = 0; i < tranche_list_paper_get_n_pages (paper); i++) {
    cairo_rectangle_t everything = { -edge, -edge, WIDTH + 2 * edge, HEIGHT + 2 * edge };
    cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, &everything);
    cairo_t *cr = cairo_create (surface);
    double x, y, width, height;

    tranche_list_paper_draw (paper, cr, i);
    cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
    g_assert_cmpfloat (x, >=, -2);
    g_assert_cmpfloat (y, >=, -2);
    g_assert_cmpfloat (x + width, <=, WIDTH + 2);
    g_assert_cmpfloat (y + height, <=, HEIGHT + 2);
    g_assert_cmpfloat (height, >, HEIGHT * 0.8);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
  }
}

/* For whoever wants to look at it. */
static void
test_pdf (void)
{
  const char *path = g_getenv ("TRANCHE_LIST_PDF");
  g_autoptr (TrancheListOnPaper) list = make_list (70, 7);
  g_autoptr (TrancheListPaper) paper = lay_out (list);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WIDTH + 68, HEIGHT + 68);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < tranche_list_paper_get_n_pages (paper); i++) {
    cairo_save (cr);
    cairo_translate (cr, 34, 34);
    tranche_list_paper_draw (paper, cr, i);
    cairo_restore (cr);
    cairo_show_page (cr);
  }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-paper/cells", test_cells);
  g_test_add_func ("/list-paper/total", test_total);
  g_test_add_func ("/list-paper/pages", test_pages);
  g_test_add_func ("/list-paper/figures", test_figures);
  g_test_add_func ("/list-paper/within-page", test_within_page);
  g_test_add_func ("/list-paper/pdf", test_pdf);

  return g_test_run ();
}
