/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/letter-print.h"

#include <cairo-pdf.h>

#include "ui/letter-paper.h"
#include "ui/print-job.h"

/* ISO A4 in points, with the margins of an office letter. */
#define A4_WIDTH 595.276
#define A4_HEIGHT 841.890
#define MARGIN 56.0
#define DPI 72.0

TrancheLetter *
tranche_letter_new (const char *title,
                    const char *subtitle,
                    GPtrArray  *sections)
{
  TrancheLetter *self = g_new0 (TrancheLetter, 1);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->sections = g_ptr_array_ref (sections);

  return self;
}

void
tranche_letter_free (TrancheLetter *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

/* Takes @context. */
static TrancheLetterPaper *
make_paper (TrancheLetter *letter,
            PangoContext  *context,
            double         width,
            double         height)
{
  TrancheLetterPaper *paper
    = tranche_letter_paper_new (context, letter->title, letter->subtitle, letter->sections,
                                width, height);

  g_object_unref (context);

  return paper;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
draw_pages (TrancheLetter *letter,
            cairo_t       *cr)
{
  PangoContext *context = pango_cairo_create_context (cr);
  g_autoptr (TrancheLetterPaper) paper = NULL;

  pango_cairo_context_set_resolution (context, DPI);
  paper = make_paper (letter, context, A4_WIDTH - 2 * MARGIN, A4_HEIGHT - 2 * MARGIN);
  for (guint i = 0; i < tranche_letter_paper_get_n_pages (paper); i++) {
    cairo_save (cr);
    cairo_translate (cr, MARGIN, MARGIN);
    tranche_letter_paper_draw (paper, cr, i);
    cairo_restore (cr);
    cairo_show_page (cr);
  }
}

GBytes *
tranche_letter_to_pdf (TrancheLetter  *letter,
                       GError        **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (letter != NULL, NULL);

  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, A4_WIDTH, A4_HEIGHT);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, letter->title);
  cr = cairo_create (surface);
  draw_pages (letter, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
    return NULL;
  }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

typedef struct {
  TrancheLetter *letter;
  TrancheLetterPaper *paper;
} PrintData;

static void
print_data_free (PrintData *data)
{
  g_clear_object (&data->paper);
  tranche_letter_free (data->letter);
  g_free (data);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  PrintData *data = g_task_get_task_data (user_data);
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  /* The print dialog begins anew when its preview is shown. */
  g_clear_object (&data->paper);
  data->paper = make_paper (data->letter, pango, gtk_print_context_get_width (context),
                            gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) tranche_letter_paper_get_n_pages (data->paper));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  PrintData *data = g_task_get_task_data (user_data);

  tranche_letter_paper_draw (data->paper, gtk_print_context_get_cairo_context (context),
                             (guint) page);
}

static GtkPageSetup *
make_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_paper_size_free (size);

  return setup;
}

void
tranche_letter_print_async (TrancheLetter       *letter,
                            GtkWindow           *parent,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup ();
  /* The task belongs to the last signal, and the operation to the task. */
  GTask *task = g_task_new (operation, NULL, callback, user_data);
  PrintData *data = g_new0 (PrintData, 1);

  g_task_set_source_tag (task, tranche_letter_print_async);
  data->letter = letter;
  g_task_set_task_data (task, data, (GDestroyNotify) print_data_free);

  tranche_print_job_prepare (operation, setup, letter->title, task);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), task);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), task);

  tranche_print_job_run (operation, parent);
}

gboolean
tranche_letter_print_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_letter_print_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
