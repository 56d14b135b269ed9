/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-columns.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/column-visibility.h"
#include "ui/format.h"
#include "ui/order-factories.h"
#include "ui/stage-words.h"

/* Pixels of a list that still holds columns. */
#define MIN_WIDTH 500

/* Pixels of the stage's column that are not for its word, and of the amount's. */
#define STAGE_PADDING 48
#define AMOUNT_PADDING 20

/* As long as they usually get; in kopecks. */
#define LONG_AMOUNT 88888888

/* In the order on the screen. A column appears when the list has the width
 * from which on there is room for it beside the more useful ones. Stage and amount are measured. */
static const struct {
  TrancheOrderField field;
  int width;
  gboolean expand;
  int from;
} layout[TRANCHE_N_ORDER_FIELDS] = {
  { TRANCHE_ORDER_FIELD_STAGE, 0, FALSE, MIN_WIDTH },
  { TRANCHE_ORDER_FIELD_NUMBER, 95, TRUE, 580 },
  { TRANCHE_ORDER_FIELD_CUSTOMER, 132, TRUE, MIN_WIDTH },
  { TRANCHE_ORDER_FIELD_GOODS, 150, TRUE, 855 },
  { TRANCHE_ORDER_FIELD_AMOUNT, 0, FALSE, MIN_WIDTH },
  { TRANCHE_ORDER_FIELD_ACCOUNT, 150, FALSE, 1135 },
  { TRANCHE_ORDER_FIELD_CREATED, 132, FALSE, 995 },
  { TRANCHE_ORDER_FIELD_DEADLINE, 168, FALSE, 692 },
  { TRANCHE_ORDER_FIELD_CHECKED, 90, FALSE, 1230 },
};

struct _TrancheOrderColumns {
  GObject parent_instance;

  GtkColumnView *view; /* unowned: it outlives its page's columns */
  GtkColumnViewColumn *summary;
  GtkColumnViewColumn *columns[TRANCHE_N_ORDER_FIELDS];
  guint unwanted; /* a bit for each that nobody wants to see */
  int pixels; /* of the list */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (TrancheOrderColumns, tranche_order_columns, G_TYPE_OBJECT)

enum {
  SIGNAL_SORT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkColumnViewColumn *
append_column (TrancheOrderColumns *self,
               const char          *title,
               GtkListItemFactory  *factory)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  gtk_column_view_append_column (self->view, column);

  return column;
}

/* The words for the stages are of very different length in each language, and
 * none of them may be cut off. */
static int
measure_stages (TrancheOrderColumns *self)
{
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);
  int widest = 0;

  for (TrancheStage stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    int width;

    pango_layout_set_text (text, tranche_stage_label (stage), -1);
    pango_layout_get_pixel_size (text, &width, NULL);
    widest = MAX (widest, width);
  }

  return widest + STAGE_PADDING;
}

/* Nor may an amount be cut off. */
static int
measure_amount (TrancheOrderColumns *self)
{
  TrancheMoney longest = { LONG_AMOUNT, "RUB" };
  g_autofree char *words = tranche_format_money_short (&longest);
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), words);
  int width;

  pango_layout_get_pixel_size (text, &width, NULL);

  return width + AMOUNT_PADDING;
}

/* Widths are meant for text of the usual size, and grow with it. */
static int
to_scaled (TrancheOrderColumns *self,
           int                  pixels)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->view));

  return (int) (adw_length_unit_from_px (ADW_LENGTH_UNIT_SP, pixels, settings) + 0.5);
}

static int
to_pixels (TrancheOrderColumns *self,
           int                  scaled)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->view));

  return (int) (adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, scaled, settings) + 0.5);
}

static int
measure_field (TrancheOrderColumns *self,
               guint                i)
{
  switch (layout[i].field) {
  case TRANCHE_ORDER_FIELD_STAGE:
    return measure_stages (self);
  case TRANCHE_ORDER_FIELD_AMOUNT:
    return measure_amount (self);
  case TRANCHE_ORDER_FIELD_NUMBER:
  case TRANCHE_ORDER_FIELD_CUSTOMER:
  case TRANCHE_ORDER_FIELD_GOODS:
  case TRANCHE_ORDER_FIELD_ACCOUNT:
  case TRANCHE_ORDER_FIELD_CREATED:
  case TRANCHE_ORDER_FIELD_DEADLINE:
  case TRANCHE_ORDER_FIELD_CHECKED:
  case TRANCHE_ORDER_FIELD_STANDING:
  default:
    return to_pixels (self, layout[i].width);
  }
}

static void
append_field (TrancheOrderColumns *self,
              guint                i,
              GtkListItemFactory  *factory)
{
  TrancheOrderField field = layout[i].field;
  GtkColumnViewColumn *column;
  TrancheSortKey key;

  column = append_column (self, tranche_order_field_title (field), factory);
  gtk_column_view_column_set_fixed_width (column, measure_field (self, i));
  gtk_column_view_column_set_expand (column, layout[i].expand);
  gtk_column_view_column_set_resizable (column, TRUE);

  if (tranche_order_field_sort_key (field, &key)) {
    g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

    /* It compares nothing: it makes the header one that can be pressed. */
    gtk_column_view_column_set_sorter (column, sorter);
  }

  self->columns[i] = column;
}

/* The view offers nothing to reach the row of headers; it is its first child,
 * and has a child for each column. */
static GtkWidget *
get_header (TrancheOrderColumns *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->view));
}

/* The header of an amount stands above its digits. */
static void
align_header (TrancheOrderColumns *self,
              guint                position)
{
  GtkWidget *title = gtk_widget_get_first_child (get_header (self));

  for (guint i = 0; i < position && title != NULL; i++)
    title = gtk_widget_get_next_sibling (title);

  if (title != NULL) {
    GtkWidget *box = gtk_widget_get_first_child (title);

    gtk_widget_set_halign (box, GTK_ALIGN_END);
    /* The arrow first, for it keeps its place also where there is none. */
    if (GTK_IS_BOX (box))
      gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
  }
}

static void
sorter_changed_cb (TrancheOrderColumns *self)
{
  g_signal_emit (self, signals[SIGNAL_SORT_CHANGED], 0);
}

static void
tranche_order_columns_finalize (GObject *object)
{
  TrancheOrderColumns *self = TRANCHE_ORDER_COLUMNS (object);

  g_clear_object (&self->summary);
  for (guint i = 0; i < TRANCHE_N_ORDER_FIELDS; i++)
    g_clear_object (&self->columns[i]);

  G_OBJECT_CLASS (tranche_order_columns_parent_class)->finalize (object);
}

static void
tranche_order_columns_class_init (TrancheOrderColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_order_columns_finalize;

  signals[SIGNAL_SORT_CHANGED] =
    g_signal_new ("sort-changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tranche_order_columns_init (TrancheOrderColumns *self)
{
}

TrancheOrderColumns *
tranche_order_columns_new (GtkColumnView *view,
                           TrancheShop   *shop,
                           TrancheClock  *clock)
{
  TrancheOrderColumns *self = g_object_new (TRANCHE_TYPE_ORDER_COLUMNS, NULL);
  g_autoptr (TrancheCellPainter) painter = tranche_cell_painter_new (GTK_WIDGET (view));

  self->view = view;
  self->summary = append_column (self, _("Orders"),
                                 tranche_order_summary_factory_new (shop, clock, painter));
  gtk_column_view_column_set_expand (self->summary, TRUE);

  for (guint i = 0; i < TRANCHE_N_ORDER_FIELDS; i++) {
    append_field (self, i, tranche_order_cell_factory_new (layout[i].field, shop, clock, painter));
    if (layout[i].field == TRANCHE_ORDER_FIELD_AMOUNT)
      align_header (self, i + 1);
  }

  tranche_order_columns_set_width (self, to_pixels (self, MIN_WIDTH));
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

gboolean
tranche_order_columns_is_narrow (int width)
{
  return width < MIN_WIDTH;
}

gboolean
tranche_order_columns_fits (TrancheOrderField field,
                            int               width)
{
  for (guint i = 0; i < TRANCHE_N_ORDER_FIELDS; i++) {
    if (layout[i].field == field)
      return width >= layout[i].from;
  }

  return FALSE;
}

void
tranche_order_columns_set_width (TrancheOrderColumns *self,
                                 int                  pixels)
{
  int width = to_scaled (self, pixels);
  TrancheColumnVisibility columns[TRANCHE_N_ORDER_FIELDS + 1];

  g_return_if_fail (TRANCHE_IS_ORDER_COLUMNS (self));

  self->pixels = pixels;
  self->narrow = tranche_order_columns_is_narrow (width);
  for (guint i = 0; i < TRANCHE_N_ORDER_FIELDS; i++) {
    columns[i].column = self->columns[i];
    columns[i].visible = tranche_order_columns_fits (layout[i].field, width) &&
                         tranche_order_columns_get_chosen (self, layout[i].field);
  }
  columns[TRANCHE_N_ORDER_FIELDS].column = self->summary;
  columns[TRANCHE_N_ORDER_FIELDS].visible = self->narrow;
  tranche_column_visibility_apply (self->view, columns, G_N_ELEMENTS (columns));
  gtk_widget_set_visible (get_header (self), !self->narrow);
}

gboolean
tranche_order_columns_get_narrow (TrancheOrderColumns *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_COLUMNS (self), FALSE);

  return self->narrow;
}

GtkColumnViewColumn *
tranche_order_columns_get_column (TrancheOrderColumns *self,
                                  TrancheOrderField    field)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_COLUMNS (self), NULL);

  for (guint i = 0; i < TRANCHE_N_ORDER_FIELDS; i++) {
    if (layout[i].field == field)
      return self->columns[i];
  }

  g_return_val_if_reached (NULL);
}

gboolean
tranche_order_columns_get_chosen (TrancheOrderColumns *self,
                                  TrancheOrderField    field)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_COLUMNS (self), FALSE);

  return (self->unwanted & (1u << field)) == 0;
}

void
tranche_order_columns_set_chosen (TrancheOrderColumns *self,
                                  TrancheOrderField    field,
                                  gboolean             chosen)
{
  g_return_if_fail (TRANCHE_IS_ORDER_COLUMNS (self));

  if (chosen)
    self->unwanted &= ~(1u << field);
  else
    self->unwanted |= 1u << field;
  tranche_order_columns_set_width (self, self->pixels);
}

gboolean
tranche_order_columns_get_sort (TrancheOrderColumns *self,
                                TrancheSortKey      *key,
                                gboolean            *descending)
{
  GtkColumnViewSorter *sorter;
  GtkColumnViewColumn *primary;

  g_return_val_if_fail (TRANCHE_IS_ORDER_COLUMNS (self), FALSE);

  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  primary = gtk_column_view_sorter_get_primary_sort_column (sorter);
  *descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  for (guint i = 0; i < TRANCHE_N_ORDER_FIELDS; i++) {
    if (primary != NULL && self->columns[i] == primary)
      return tranche_order_field_sort_key (layout[i].field, key);
  }

  return FALSE;
}

void
tranche_order_columns_set_sort (TrancheOrderColumns *self,
                                TrancheSortKey       key,
                                gboolean             descending)
{
  GtkColumnViewColumn *column = NULL;
  TrancheSortKey column_key;

  g_return_if_fail (TRANCHE_IS_ORDER_COLUMNS (self));

  for (guint i = 0; i < TRANCHE_N_ORDER_FIELDS; i++) {
    if (tranche_order_field_sort_key (layout[i].field, &column_key) && column_key == key)
      column = self->columns[i];
  }

  gtk_column_view_sort_by_column (self->view, column,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}
