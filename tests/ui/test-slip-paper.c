/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ui/counter-mail.h"
#include "ui/slip-paper.h"
#include "ui/slip-print.h"

/* What printers of slips have. */
#define DPI 203.2
#define LONG_LINK "https://forma.example.com/online/5f0c7a52-8f31-4b6e-9a1f-2c1d7a9e0b44?" \
                  "utm_source=shop&return=https%3A%2F%2Fshop.example.com%2Forders%2F1%2Fdone"

static TrancheOrder *
make_order (const char *link)
{
  TrancheOrder *order = tranche_order_new ();
  TrancheMoney sum = tranche_money (123456789, "RUB");

  tranche_order_set_number (order, "T-251203-0042");
  tranche_order_set_amount (order, &sum);
  tranche_order_set_link (order, link);

  return order;
}

static TrancheShopSign *
make_sign (TrancheSlipWidth width)
{
  TrancheShopSign *sign = g_new0 (TrancheShopSign, 1);

  sign->name = g_strdup ("Диваны и кресла «Уют»");
  sign->address = g_strdup ("г. Екатеринбург, ул. Малышева, д. 5, ТЦ «Центральный», 2-й этаж");
  sign->slip_width = width;

  return sign;
}

/* The slip as the printer's dots, on white paper. */
static cairo_surface_t *
render (TrancheSlip  *slip,
        GtkPageSetup *setup)
{
  double scale = DPI / 72;
  double width = gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_page_height (setup, GTK_UNIT_POINTS);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale),
                                                         (int) (height * scale));
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  g_autoptr (TrancheSlipPaper) paper = NULL;

  pango_cairo_context_set_resolution (context, 72);
  paper = tranche_slip_paper_new (context, slip->sign, slip->order, slip->product, width);
  g_assert_cmpfloat (tranche_slip_paper_get_height (paper), <=, height);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  tranche_slip_paper_draw (paper, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);

  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* What a camera reads in the picture. (transfer full) */
static char *
read_code (const char      *zbar,
           cairo_surface_t *surface)
{
  g_autofree char *folder = g_dir_make_tmp ("tranche-slip-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "slip.png", NULL);
  const char *argv[] = { zbar, "-q", "--raw", path, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &text, NULL,
                NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);

  return g_strchomp (text);
}

static void
test_code (gconstpointer data)
{
  TrancheSlipWidth width = GPOINTER_TO_INT (data);
  static const char *const links[] = { "https://bank.example/f/1", LONG_LINK };
  g_autofree char *zbar = g_find_program_in_path ("zbarimg");

  if (zbar == NULL) {
    g_test_skip ("There is no zbarimg to read the code with");
    return;
  }

  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autoptr (TrancheOrder) order = make_order (links[i]);
    g_autoptr (TrancheSlip) slip = tranche_slip_new (make_sign (width), order, "Рассрочка 6 мес.");
    g_autoptr (GtkPageSetup) setup = tranche_slip_make_page_setup (slip);
    cairo_surface_t *surface = render (slip, setup);
    g_autofree char *read = read_code (zbar, surface);

    g_assert_cmpstr (read, ==, links[i]);
    cairo_surface_destroy (surface);
  }
}

static void
test_paper (void)
{
  static const struct {
    TrancheSlipWidth width;
    double paper;
    double reach;
  } rows[] = {
    { TRANCHE_SLIP_58_MM, 58, 48 },
    { TRANCHE_SLIP_80_MM, 80, 72 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheOrder) order = make_order ("https://bank.example/f/1");
    g_autoptr (TrancheSlip) slip = tranche_slip_new (make_sign (rows[i].width), order, "");
    g_autoptr (GtkPageSetup) setup = tranche_slip_make_page_setup (slip);

    g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM),
                                    rows[i].paper, 0.01);
    g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_page_width (setup, GTK_UNIT_MM),
                                    rows[i].reach, 0.01);
    /* No longer than what stands on it. */
    g_assert_cmpfloat (gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM), <, 160);
    g_assert_cmpfloat (gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM), >, 60);
  }
}

/* A long sum takes no more lines than a short one. */
static void
test_long_sum (void)
{
  g_autoptr (TrancheOrder) order = make_order (NULL);
  g_autoptr (TrancheSlip) with_long = tranche_slip_new (make_sign (TRANCHE_SLIP_58_MM), order, "");
  g_autoptr (GtkPageSetup) long_setup = tranche_slip_make_page_setup (with_long);
  TrancheMoney sum = tranche_money (100, "RUB");
  g_autoptr (TrancheSlip) with_short = NULL;
  g_autoptr (GtkPageSetup) short_setup = NULL;

  tranche_order_set_amount (order, &sum);
  with_short = tranche_slip_new (make_sign (TRANCHE_SLIP_58_MM), order, "");
  short_setup = tranche_slip_make_page_setup (with_short);

  g_assert_cmpfloat (gtk_page_setup_get_paper_height (long_setup, GTK_UNIT_MM), <=,
                     gtk_page_setup_get_paper_height (short_setup, GTK_UNIT_MM));
}

/* Without a link there is no code, and nothing is drawn in its place. */
static void
test_no_link (void)
{
  g_autoptr (TrancheOrder) with = make_order ("https://bank.example/f/1");
  g_autoptr (TrancheOrder) without = make_order (NULL);
  g_autoptr (TrancheSlip) slip = tranche_slip_new (make_sign (TRANCHE_SLIP_80_MM), with, "");
  g_autoptr (TrancheSlip) bare = tranche_slip_new (make_sign (TRANCHE_SLIP_80_MM), without, "");
  g_autoptr (GtkPageSetup) setup = tranche_slip_make_page_setup (slip);
  g_autoptr (GtkPageSetup) bare_setup = tranche_slip_make_page_setup (bare);
  cairo_surface_t *surface = render (bare, bare_setup);

  g_assert_cmpfloat (gtk_page_setup_get_paper_height (bare_setup, GTK_UNIT_MM), <,
                     gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM) - 30);
  cairo_surface_destroy (surface);
}

static void
test_mail (void)
{
  g_autoptr (TrancheOrder) order = make_order ("https://bank.example/f/1?a=b&c=d");
  g_autoptr (TrancheShopSign) sign = make_sign (TRANCHE_SLIP_80_MM);
  TrancheCustomer customer = { .email = (char *) "anna&cc=x@example.com" };
  g_autofree char *uri = NULL;
  g_autofree char *query = NULL;
  g_autoptr (GHashTable) fields = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_set_customer (order, &customer);
  uri = tranche_counter_mail_uri (sign, order);
  g_assert_true (g_str_has_prefix (uri, "mailto:anna%26cc%3Dx@example.com?"));

  query = g_strdup (strchr (uri, '?') + 1);
  fields = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (fields), ==, 2);
  g_assert_nonnull (strstr (g_hash_table_lookup (fields, "subject"), "«Уют»"));
  g_assert_nonnull (strstr (g_hash_table_lookup (fields, "body"),
                            "https://bank.example/f/1?a=b&c=d"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/slip-paper/code-58", GINT_TO_POINTER (TRANCHE_SLIP_58_MM), test_code);
  g_test_add_data_func ("/slip-paper/code-80", GINT_TO_POINTER (TRANCHE_SLIP_80_MM), test_code);
  g_test_add_func ("/slip-paper/paper", test_paper);
  g_test_add_func ("/slip-paper/long-sum", test_long_sum);
  g_test_add_func ("/slip-paper/no-link", test_no_link);
  g_test_add_func ("/slip-paper/mail", test_mail);

  return g_test_run ();
}
