/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/slip-print.h"

#include <glib/gi18n.h>

#include "ui/order-texts.h"
#include "ui/print-job.h"
#include "ui/slip-paper.h"

#define POINTS_PER_MM (72.0 / 25.4)
/* Above and below: the knife and the teeth take some of it. */
#define END_MARGIN_MM 4.0

static const struct {
  const char *name;
  double paper;
  double reach;
} widths[] = {
  [TRANCHE_SLIP_58_MM] = { "tranche_slip_58mm", 58, 48 },
  [TRANCHE_SLIP_80_MM] = { "tranche_slip_80mm", 80, 72 },
};

TrancheSlip *
tranche_slip_new (TrancheShopSign *sign,
                  TrancheOrder    *order,
                  const char      *product)
{
  TrancheSlip *self = g_new0 (TrancheSlip, 1);

  self->sign = sign;
  self->order = g_object_ref (order);
  self->product = g_strdup (product);

  return self;
}

TrancheSlip *
tranche_slip_new_for_order (TrancheOrder   *order,
                            TrancheAccount *account)
{
  g_autofree char *product = tranche_order_text_product (order, account);

  return tranche_slip_new (tranche_shop_sign_new (account), order, product);
}

void
tranche_slip_free (TrancheSlip *self)
{
  g_return_if_fail (self != NULL);

  tranche_shop_sign_free (self->sign);
  g_object_unref (self->order);
  g_free (self->product);
  g_free (self);
}

/* Takes @context. */
static TrancheSlipPaper *
make_paper (TrancheSlip  *self,
            PangoContext *context)
{
  TrancheSlipPaper *paper;

  pango_cairo_context_set_resolution (context, 72);
  paper = tranche_slip_paper_new (context, self->sign, self->order, self->product,
                                  widths[self->sign->slip_width].reach * POINTS_PER_MM);
  g_object_unref (context);

  return paper;
}

GtkPageSetup *
tranche_slip_make_page_setup (TrancheSlip *self)
{
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();
  g_autoptr (TrancheSlipPaper) paper = make_paper (self, pango_font_map_create_context (fonts));
  double side = (widths[self->sign->slip_width].paper - widths[self->sign->slip_width].reach) / 2;
  double height = tranche_slip_paper_get_height (paper) / POINTS_PER_MM;
  /* In whole millimetres, as the names of papers are. */
  double length = (int) height + 1 + 2 * END_MARGIN_MM;
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size;

  size = gtk_paper_size_new_custom (widths[self->sign->slip_width].name, widths[self->sign->slip_width].name,
                                    widths[self->sign->slip_width].paper, length, GTK_UNIT_MM);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_left_margin (setup, side, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, side, GTK_UNIT_MM);
  gtk_page_setup_set_top_margin (setup, END_MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, END_MARGIN_MM, GTK_UNIT_MM);
  gtk_paper_size_free (size);

  return setup;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  TrancheSlip *slip = g_task_get_task_data (user_data);
  g_autoptr (TrancheSlipPaper) paper =
    make_paper (slip, gtk_print_context_create_pango_context (context));

  tranche_slip_paper_draw (paper, gtk_print_context_get_cairo_context (context));
}

void
tranche_slip_print_async (TrancheSlip         *slip,
                          GtkWindow           *parent,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = tranche_slip_make_page_setup (slip);
  /* Translators: the name of a print job; %s is the number of an order */
  g_autofree char *name = g_strdup_printf (_("Slip %s"), tranche_order_get_number (slip->order));
  /* The task belongs to the last signal, and the operation to the task. */
  GTask *task = g_task_new (operation, NULL, callback, user_data);

  g_task_set_source_tag (task, tranche_slip_print_async);
  g_task_set_task_data (task, slip, (GDestroyNotify) tranche_slip_free);

  tranche_print_job_prepare (operation, setup, name, task);
  gtk_print_operation_set_n_pages (operation, 1);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), task);

  tranche_print_job_run (operation, parent);
}

gboolean
tranche_slip_print_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_slip_print_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
