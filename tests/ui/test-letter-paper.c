/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "service-bank.h"
#include "ui/contract-sections.h"
#include "ui/file-saver.h"
#include "ui/letter-paper.h"
#include "ui/letter-print.h"

#define WIDTH 480.0
#define HEIGHT 730.0

static GPtrArray *
make_sections (TrancheContract *contract)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();

  tranche_order_set_number (order, "T-1");

  return tranche_contract_sections (contract, order);
}

static const TrancheContractFact *
find_fact (GPtrArray  *sections,
           const char *title,
           const char *label)
{
  for (guint i = 0; i < sections->len; i++) {
    TrancheContractSection *section = sections->pdata[i];

    for (guint j = 0; g_str_equal (section->title, title) && j < section->facts->len; j++) {
      TrancheContractFact *fact = section->facts->pdata[j];

      if (g_str_equal (fact->label, label))
        return fact;
    }
  }

  return NULL;
}

static void
test_sections (void)
{
  g_autoptr (TrancheContract) contract = service_bank_new_contract ();
  g_autoptr (GPtrArray) sections = make_sections (contract);

  g_assert_cmpstr (find_fact (sections, "Contract", "Contract number")->value, ==, "КД-0001");
  g_assert_cmpstr (find_fact (sections, "Contract", "Number of payments")->value, ==, "7");
  g_assert_cmpstr (find_fact (sections, "Passport", "Document number")->value, ==, "АК 548967");
  g_assert_cmpstr (find_fact (sections, "ID Card", "Document number")->value, ==, "123456789");
  g_assert_null (find_fact (sections, "ID Card", "Issued by"));
  g_assert_true (find_fact (sections, "Bank", "Electronic stamp")->code);
}

/* A bank may tell next to nothing; no section stands without facts. */
static void
test_empty (void)
{
  g_autoptr (TrancheContract) contract = tranche_contract_new ();
  g_autoptr (GPtrArray) sections = NULL;

  g_ptr_array_add (contract->documents, tranche_document_new (TRANCHE_DOCUMENT_PASSPORT));
  sections = make_sections (contract);
  g_assert_cmpuint (sections->len, ==, 0);
}

static TrancheLetterPaper *
lay_out (TrancheContract *contract)
{
  g_autoptr (GPtrArray) sections = make_sections (contract);
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (fonts);
  TrancheLetterPaper *paper;

  pango_cairo_context_set_resolution (context, 72);
  paper = tranche_letter_paper_new (context, "Letter", "Order T-1", sections, WIDTH, HEIGHT);
  g_object_unref (context);

  return paper;
}

static void
test_pages (void)
{
  g_autoptr (TrancheContract) contract = service_bank_new_contract ();
  g_autoptr (TrancheLetterPaper) short_paper = NULL;
  g_autoptr (TrancheLetterPaper) long_paper = NULL;

  /* With one document, as it is as a rule, it is one page. */
  g_ptr_array_remove_index (contract->documents, 1);
  short_paper = lay_out (contract);
  g_assert_cmpuint (tranche_letter_paper_get_n_pages (short_paper), ==, 1);

  /* Far longer than a page: it goes on, and it ends. */
  g_free (contract->sign);
  contract->sign = g_strnfill (60000, 'A');
  long_paper = lay_out (contract);
  g_assert_cmpuint (tranche_letter_paper_get_n_pages (long_paper), >, 2);
  g_assert_cmpuint (tranche_letter_paper_get_n_pages (long_paper), <, 30);
}

/* The lowest and the rightmost dark point of a page stay within the margins. */
static void
test_within_page (void)
{
  g_autoptr (TrancheContract) contract = service_bank_new_contract ();
  g_autoptr (TrancheLetterPaper) paper = NULL;
  const int edge = 20;

  g_free (contract->sign);
  contract->sign = g_strnfill (20000, 'A');
  g_free (contract->payee_name);
  contract->payee_name = g_strnfill (300, 'W');
  paper = lay_out (contract);

  for (guint i = 0; i < tranche_letter_paper_get_n_pages (paper); i++) {
    cairo_rectangle_t everything = { -edge, -edge, WIDTH + 2 * edge, HEIGHT + 2 * edge };
    cairo_surface_t *surface
      = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, &everything);
    cairo_t *cr = cairo_create (surface);
    double x, y, width, height;

    tranche_letter_paper_draw (paper, cr, i);
    cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
    g_assert_cmpfloat (x, >=, -2);
    g_assert_cmpfloat (y, >=, -2);
    g_assert_cmpfloat (x + width, <=, WIDTH + 2);
    g_assert_cmpfloat (y + height, <=, HEIGHT + 2);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
  }
}

static void
test_pdf (void)
{
  g_autoptr (TrancheContract) contract = service_bank_new_contract ();
  g_autoptr (GPtrArray) sections = make_sections (contract);
  g_autoptr (TrancheLetter) letter = tranche_letter_new ("Letter", "Order T-1", sections);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tranche_letter_to_pdf (letter, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 2000);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);

  /* For whoever wants to look at it. */
  if (g_getenv ("TRANCHE_LETTER_PDF") != NULL)
    g_file_set_contents (g_getenv ("TRANCHE_LETTER_PDF"), g_bytes_get_data (pdf, NULL),
                         (gssize) g_bytes_get_size (pdf), NULL);
}

static void
test_shorten (void)
{
  g_autofree char *whole = tranche_contract_shorten ("1199A0F5E7C4A212");
  g_autofree char *shortened = tranche_contract_shorten ("ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ12345678");

  g_assert_cmpstr (whole, ==, "1199A0F5E7C4A212");
  g_assert_cmpstr (shortened, ==, "ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ…12345678");
}

static void
test_file_name (void)
{
  g_autofree char *name = tranche_file_name ("Letter 12/34: \"a\"\n.pdf");

  g_assert_cmpstr (name, ==, "Letter 12-34- -a- .pdf");
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GFile *
write_file (GFile       *file,
            const char  *text,
            GError     **error)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
  g_autoptr (GAsyncResult) result = NULL;

  tranche_write_file_async (file, content, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return tranche_save_file_finish (result, error);
}

static void
test_write_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tranche-saver-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "letter.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "letter.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path (nowhere);
  g_autoptr (GFile) written = NULL;
  g_autoptr (GFile) again = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  written = write_file (file, "first and longer", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (written, file));
  again = write_file (file, "second", &error);
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "second");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  g_assert_null (write_file (missing, "text", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letter-paper/sections", test_sections);
  g_test_add_func ("/letter-paper/empty", test_empty);
  g_test_add_func ("/letter-paper/pages", test_pages);
  g_test_add_func ("/letter-paper/within-page", test_within_page);
  g_test_add_func ("/letter-paper/pdf", test_pdf);
  g_test_add_func ("/letter-paper/shorten", test_shorten);
  g_test_add_func ("/letter-paper/file-name", test_file_name);
  g_test_add_func ("/letter-paper/write-file", test_write_file);

  return g_test_run ();
}
