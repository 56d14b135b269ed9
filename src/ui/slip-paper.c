/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/slip-paper.h"

#include <glib/gi18n.h>

#include "ui/format.h"
#include "ui/qr-matrix.h"

/* Nearly all printers of slips have eight dots to a millimetre: modules of whole
 * dots come out with sharp edges. */
#define DOT (72.0 / 203.2)

#define GAP 6.0

/* Points. */
#define SUM_SIZE     18
#define MIN_SUM_SIZE 10

struct _TrancheSlipPaper {
  GObject parent_instance;

  double width;
  double height;
  GPtrArray *layouts; /* (element-type PangoLayout): above the code */
  PangoLayout *foot;
  TrancheQrMatrix *matrix; /* (nullable) */
  double module;
};

G_DEFINE_FINAL_TYPE (TrancheSlipPaper, tranche_slip_paper, G_TYPE_OBJECT)

static void
tranche_slip_paper_finalize (GObject *object)
{
  TrancheSlipPaper *self = TRANCHE_SLIP_PAPER (object);

  g_ptr_array_unref (self->layouts);
  g_clear_object (&self->foot);
  g_clear_pointer (&self->matrix, tranche_qr_matrix_free);

  G_OBJECT_CLASS (tranche_slip_paper_parent_class)->finalize (object);
}

static void
tranche_slip_paper_class_init (TrancheSlipPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_slip_paper_finalize;
}

static void
tranche_slip_paper_init (TrancheSlipPaper *self)
{
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
}

static double
get_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return height / (double) PANGO_SCALE;
}

static PangoLayout *
make_layout (TrancheSlipPaper *self,
             PangoContext     *context,
             int               size,
             PangoWeight       weight,
             const char       *text)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, "Sans");
  pango_font_description_set_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, weight);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (self->width * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);

  return layout;
}

static void
add_text (TrancheSlipPaper *self,
          PangoContext     *context,
          int               size,
          PangoWeight       weight,
          const char       *text)
{
  PangoLayout *layout;

  if (text == NULL || *text == '\0')
    return;

  layout = make_layout (self, context, size, weight, text);
  self->height += get_layout_height (layout) + GAP;
  g_ptr_array_add (self->layouts, layout);
}

/* A sum that is read in two lines is misread: it gets smaller instead. */
static void
add_sum (TrancheSlipPaper *self,
         PangoContext     *context,
         const char       *text)
{
  for (int size = SUM_SIZE; size >= MIN_SUM_SIZE; size--) {
    g_autoptr (PangoLayout) layout = make_layout (self, context, size, PANGO_WEIGHT_BOLD, text);

    if (pango_layout_get_line_count (layout) == 1 || size == MIN_SUM_SIZE) {
      add_text (self, context, size, PANGO_WEIGHT_BOLD, text);
      return;
    }
  }
}

static double
get_code_side (TrancheSlipPaper *self)
{
  return self->module * (tranche_qr_matrix_get_size (self->matrix) + 2 * TRANCHE_QR_QUIET_ZONE);
}

static void
add_code (TrancheSlipPaper *self,
          const char       *link)
{
  int modules;

  self->matrix = tranche_qr_matrix_new (link);
  if (self->matrix == NULL)
    return;

  modules = tranche_qr_matrix_get_size (self->matrix) + 2 * TRANCHE_QR_QUIET_ZONE;
  self->module = MAX ((int) (self->width / modules / DOT), 1) * DOT;
  self->height += get_code_side (self) + GAP;
}

TrancheSlipPaper *
tranche_slip_paper_new (PangoContext          *context,
                        const TrancheShopSign *sign,
                        TrancheOrder          *order,
                        const char            *product,
                        double                 width)
{
  TrancheSlipPaper *self = g_object_new (TRANCHE_TYPE_SLIP_PAPER, NULL);
  g_autofree char *sum = tranche_format_money (tranche_order_get_amount (order));
  g_autofree char *number = NULL;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), self);
  g_return_val_if_fail (TRANCHE_IS_ORDER (order), self);
  g_return_val_if_fail (width > 0, self);

  /* Translators: %s is the number of the order. */
  number = g_strdup_printf (_("Order %s"), tranche_order_get_number (order));
  self->width = width;
  add_text (self, context, 12, PANGO_WEIGHT_BOLD, sign->name);
  add_text (self, context, 8, PANGO_WEIGHT_NORMAL, sign->address);
  add_sum (self, context, sum);
  add_text (self, context, 10, PANGO_WEIGHT_NORMAL, product);
  add_text (self, context, 8, PANGO_WEIGHT_NORMAL, number);
  add_code (self, tranche_order_get_link (order));

  self->foot = make_layout (self, context, 9, PANGO_WEIGHT_NORMAL,
                            _("Scan the code with your phone to apply at the bank."));
  self->height += get_layout_height (self->foot);

  return self;
}

double
tranche_slip_paper_get_height (TrancheSlipPaper *self)
{
  g_return_val_if_fail (TRANCHE_IS_SLIP_PAPER (self), 0);

  return self->height;
}

static double
draw_layout (cairo_t     *cr,
             PangoLayout *layout,
             double       y)
{
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);

  return y + get_layout_height (layout) + GAP;
}

static double
draw_code (TrancheSlipPaper *self,
           cairo_t          *cr,
           double            y)
{
  int size = tranche_qr_matrix_get_size (self->matrix);
  double left = (self->width - get_code_side (self)) / 2;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_translate (cr, left + TRANCHE_QR_QUIET_ZONE * self->module,
                   y + TRANCHE_QR_QUIET_ZONE * self->module);
  cairo_scale (cr, self->module, self->module);
  for (int row = 0; row < size; row++) {
    for (int column = 0; column < size; column++) {
      if (tranche_qr_matrix_is_black (self->matrix, column, row))
        cairo_rectangle (cr, column, row, 1, 1);
    }
  }
  cairo_fill (cr);
  cairo_restore (cr);

  return y + get_code_side (self) + GAP;
}

void
tranche_slip_paper_draw (TrancheSlipPaper *self,
                         cairo_t          *cr)
{
  double y = 0;

  g_return_if_fail (TRANCHE_IS_SLIP_PAPER (self));

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->layouts->len; i++)
    y = draw_layout (cr, self->layouts->pdata[i], y);
  if (self->matrix != NULL)
    y = draw_code (self, cr, y);
  draw_layout (cr, self->foot, y);
}
