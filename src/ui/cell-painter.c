/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/cell-painter.h"

/* Pixels. */
#define ICON_SIZE 16
#define ICON_SPACING 8

struct _TrancheCellPainter {
  GObject parent_instance;

  PangoLayout *layouts[2]; /* the second of tabular digits */

  /* Of the font that has this serial. */
  guint serial;
  int height;
  int baseline;
  int char_width; /* in units of Pango */
};

G_DEFINE_FINAL_TYPE (TrancheCellPainter, tranche_cell_painter, G_TYPE_OBJECT)

static void
tranche_cell_painter_dispose (GObject *object)
{
  TrancheCellPainter *self = TRANCHE_CELL_PAINTER (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->layouts); i++)
    g_clear_object (&self->layouts[i]);

  G_OBJECT_CLASS (tranche_cell_painter_parent_class)->dispose (object);
}

static void
tranche_cell_painter_class_init (TrancheCellPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_cell_painter_dispose;
}

static void
tranche_cell_painter_init (TrancheCellPainter *self)
{
}

static PangoLayout *
create_layout (GtkWidget *view,
               gboolean   tabular)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (view, NULL);

  pango_layout_set_single_paragraph_mode (layout, TRUE);

  if (tabular) {
    g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
    pango_layout_set_attributes (layout, attributes);
  }

  return layout;
}

TrancheCellPainter *
tranche_cell_painter_new (GtkWidget *view)
{
  TrancheCellPainter *self = g_object_new (TRANCHE_TYPE_CELL_PAINTER, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->layouts); i++)
    self->layouts[i] = create_layout (view, i == 1);

  return self;
}

guint
tranche_cell_painter_get_serial (TrancheCellPainter *self)
{
  g_return_val_if_fail (TRANCHE_IS_CELL_PAINTER (self), 0);

  return pango_context_get_serial (pango_layout_get_context (self->layouts[0]));
}

static void
measure_font (TrancheCellPainter *self)
{
  PangoContext *context = pango_layout_get_context (self->layouts[0]);
  guint serial = pango_context_get_serial (context);
  PangoFontMetrics *metrics;
  int ascent, descent;

  if (self->serial == serial)
    return;

  metrics = pango_context_get_metrics (context, NULL, NULL);
  ascent = pango_font_metrics_get_ascent (metrics);
  descent = pango_font_metrics_get_descent (metrics);
  self->serial = serial;
  self->height = PANGO_PIXELS_CEIL (MAX (ascent + descent, pango_font_metrics_get_height (metrics)));
  self->baseline = PANGO_PIXELS_CEIL (ascent);
  self->char_width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                          pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
}

int
tranche_cell_painter_get_height (TrancheCellPainter *self,
                                 int                *baseline)
{
  g_return_val_if_fail (TRANCHE_IS_CELL_PAINTER (self), 0);

  measure_font (self);
  *baseline = self->baseline;

  return self->height;
}

int
tranche_cell_painter_get_width (TrancheCellPainter *self,
                                guint               n_chars)
{
  g_return_val_if_fail (TRANCHE_IS_CELL_PAINTER (self), 0);

  measure_font (self);

  return PANGO_PIXELS_CEIL ((int) n_chars * self->char_width);
}

static void
paint_icon (const char  *icon_name,
            GtkWidget   *cell,
            GtkSnapshot *snapshot,
            gboolean     mirrored)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (cell));
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, icon_name, NULL, ICON_SIZE,
                                gtk_widget_get_scale_factor (cell),
                                gtk_widget_get_direction (cell), 0);
  graphene_point_t place = { 0, (float) ((gtk_widget_get_height (cell) - ICON_SIZE) / 2) };
  GdkRGBA colors[4];

  if (mirrored)
    place.x = (float) (gtk_widget_get_width (cell) - ICON_SIZE);
  gtk_widget_get_color (cell, &colors[0]);
  for (guint i = 1; i < G_N_ELEMENTS (colors); i++)
    colors[i] = colors[0];

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE,
                                            ICON_SIZE, colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

/* As a label would do it: on the baseline that the row has, else in the middle. */
static void
paint_text (PangoLayout *layout,
            GtkWidget   *cell,
            GtkSnapshot *snapshot,
            int          x,
            int          width,
            gboolean     to_the_right)
{
  int baseline = gtk_widget_get_baseline (cell);
  int text_width, text_height;
  graphene_point_t place;
  GdkRGBA color;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  pango_layout_get_size (layout, &text_width, &text_height);

  place.x = (float) x;
  if (to_the_right)
    place.x += (float) (MAX (width * PANGO_SCALE - text_width, 0) / (double) PANGO_SCALE);
  if (baseline >= 0)
    place.y = (float) (baseline - pango_layout_get_baseline (layout) / PANGO_SCALE);
  else
    place.y = (float) ((gtk_widget_get_height (cell) - PANGO_PIXELS (text_height)) / 2);

  gtk_widget_get_color (cell, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* That of what is written beside the icon. */
static int
get_text_width (const TrancheCellPaint *paint,
                GtkWidget              *cell)
{
  int width = gtk_widget_get_width (cell);

  return paint->icon_name != NULL ? width - ICON_SIZE - ICON_SPACING : width;
}

static PangoLayout *
lay_out (TrancheCellPainter     *self,
         const TrancheCellPaint *paint)
{
  PangoLayout *layout = self->layouts[paint->tabular ? 1 : 0];

  pango_layout_set_ellipsize (layout, paint->keeps_end ? PANGO_ELLIPSIZE_MIDDLE
                                                       : PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, paint->text, -1);

  return layout;
}

void
tranche_cell_painter_paint (TrancheCellPainter     *self,
                            const TrancheCellPaint *paint,
                            GtkWidget              *cell,
                            GtkSnapshot            *snapshot)
{
  gboolean mirrored = gtk_widget_get_direction (cell) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int width;

  g_return_if_fail (TRANCHE_IS_CELL_PAINTER (self));

  width = get_text_width (paint, cell);
  if (paint->icon_name != NULL) {
    paint_icon (paint->icon_name, cell, snapshot, mirrored);
    x = mirrored ? 0 : ICON_SIZE + ICON_SPACING;
  }

  if (width <= 0 || paint->text[0] == '\0')
    return;

  paint_text (lay_out (self, paint), cell, snapshot, x, width, paint->at_end != mirrored);
}

gboolean
tranche_cell_painter_cuts (TrancheCellPainter     *self,
                           const TrancheCellPaint *paint,
                           GtkWidget              *cell)
{
  PangoLayout *layout;

  g_return_val_if_fail (TRANCHE_IS_CELL_PAINTER (self), FALSE);

  layout = lay_out (self, paint);
  pango_layout_set_width (layout, MAX (get_text_width (paint, cell), 0) * PANGO_SCALE);

  return pango_layout_is_ellipsized (layout);
}
