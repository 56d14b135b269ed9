/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-cell.h"

#include "ui/view-words.h"

/* Characters that the narrowest cell shows. */
#define MIN_CHARS 2

struct _TrancheOrderCell {
  GtkWidget parent_instance;

  TrancheOrderField field;
  TrancheShop *shop;
  TrancheClock *clock;
  TrancheCellPainter *painter;
  guint font_serial; /* of the font that it was measured in */
  guint n_chars;
  gboolean at_end;

  TrancheOrderPlace *place;
  gulong place_id; /* both while it is seen */
  gulong clock_id;
  char *text;
  const char *icon_name; /* a constant */
  const char *css_class;
};

G_DEFINE_FINAL_TYPE (TrancheOrderCell, tranche_order_cell, GTK_TYPE_WIDGET)

static void
set_css_class (TrancheOrderCell *self,
               const char       *css_class)
{
  if (self->css_class == css_class)
    return;

  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  self->css_class = css_class;
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
}

static void
set_text (TrancheOrderCell *self,
          const char       *text)
{
  if (!g_set_str (&self->text, text))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_icon (TrancheOrderCell *self,
          const char       *icon_name)
{
  if (self->icon_name == icon_name)
    return;

  self->icon_name = icon_name;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static char *
dup_account_label (TrancheOrderCell *self,
                   TrancheOrder     *order)
{
  TrancheConnection *connection;

  if (self->field != TRANCHE_ORDER_FIELD_ACCOUNT)
    return NULL;

  connection = tranche_shop_find_connection (self->shop, tranche_order_get_account_id (order));

  return connection != NULL
           ? tranche_account_label (tranche_connection_get_account (connection))
           : NULL;
}

static void
update (TrancheOrderCell *self)
{
  TrancheOrderRow *row = self->place != NULL ? tranche_order_place_get_row (self->place) : NULL;
  TrancheOrder *order = row != NULL ? tranche_order_row_get_order (row) : NULL;
  GDateTime *now = tranche_clock_get_now (self->clock);
  TrancheOperation operation;
  g_autofree char *account_label = NULL;
  g_autofree char *text = NULL;

  if (order == NULL) {
    set_text (self, NULL);
    set_icon (self, NULL);
    return;
  }

  operation = tranche_order_row_get_operation (row);
  account_label = dup_account_label (self, order);
  text = tranche_order_field_text (self->field, order, operation, account_label, now);

  set_text (self, text);
  set_icon (self, tranche_order_field_icon_name (self->field, order, operation));
  set_css_class (self, tranche_order_field_css_class (self->field, order, operation, now));
}

/* What is told changes with the clock. */
static gboolean
tells_time (TrancheOrderField field)
{
  return field == TRANCHE_ORDER_FIELD_CREATED || field == TRANCHE_ORDER_FIELD_DEADLINE ||
         field == TRANCHE_ORDER_FIELD_CHECKED || field == TRANCHE_ORDER_FIELD_STANDING;
}

/* Nothing is signalled to those that are not seen. */
static void
follow (TrancheOrderCell *self)
{
  if (self->place != NULL)
    self->place_id = g_signal_connect_swapped (self->place, "changed", G_CALLBACK (update), self);
  update (self);
}

static void
stop_following (TrancheOrderCell *self)
{
  g_clear_signal_handler (&self->place_id, self->place);
}

static void
tranche_order_cell_map (GtkWidget *widget)
{
  TrancheOrderCell *self = TRANCHE_ORDER_CELL (widget);

  GTK_WIDGET_CLASS (tranche_order_cell_parent_class)->map (widget);

  if (tells_time (self->field))
    self->clock_id = g_signal_connect_swapped (self->clock, "notify::now", G_CALLBACK (update), self);
  follow (self);
}

static void
tranche_order_cell_unmap (GtkWidget *widget)
{
  TrancheOrderCell *self = TRANCHE_ORDER_CELL (widget);

  stop_following (self);
  g_clear_signal_handler (&self->clock_id, self->clock);

  GTK_WIDGET_CLASS (tranche_order_cell_parent_class)->unmap (widget);
}

static void
tranche_order_cell_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  TrancheOrderCell *self = TRANCHE_ORDER_CELL (widget);

  self->font_serial = tranche_cell_painter_get_serial (self->painter);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = tranche_cell_painter_get_width (self->painter, self->n_chars);
  } else {
    *minimum = tranche_cell_painter_get_height (self->painter, minimum_baseline);
    *natural_baseline = *minimum_baseline;
  }
  *natural = *minimum;
}

static TrancheCellPaint
get_paint (TrancheOrderCell *self)
{
  return (TrancheCellPaint) {
    self->text, self->icon_name,
    self->field != TRANCHE_ORDER_FIELD_CUSTOMER && self->field != TRANCHE_ORDER_FIELD_GOODS,
    self->at_end,
    /* Those of one shop and one day begin alike. */
    self->field == TRANCHE_ORDER_FIELD_NUMBER,
  };
}

static void
tranche_order_cell_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TrancheOrderCell *self = TRANCHE_ORDER_CELL (widget);
  TrancheCellPaint paint = get_paint (self);

  if (self->text != NULL)
    tranche_cell_painter_paint (self->painter, &paint, widget, snapshot);
}

/* What is cut short can be read by pointing at it. */
static gboolean
tranche_order_cell_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard_tooltip,
                                  GtkTooltip *tooltip)
{
  TrancheOrderCell *self = TRANCHE_ORDER_CELL (widget);
  TrancheCellPaint paint = get_paint (self);

  if (self->text == NULL || !tranche_cell_painter_cuts (self->painter, &paint, widget))
    return FALSE;

  gtk_tooltip_set_text (tooltip, self->text);

  return TRUE;
}

/* The font is not its own, so that GTK does not ask for another size. */
static void
follow_font (TrancheOrderCell *self)
{
  if (self->font_serial != tranche_cell_painter_get_serial (self->painter))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tranche_order_cell_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tranche_order_cell_parent_class)->css_changed (widget, change);

  follow_font (TRANCHE_ORDER_CELL (widget));
}

static void
tranche_order_cell_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (tranche_order_cell_parent_class)->system_setting_changed (widget, setting);

  follow_font (TRANCHE_ORDER_CELL (widget));
}

static void
tranche_order_cell_dispose (GObject *object)
{
  TrancheOrderCell *self = TRANCHE_ORDER_CELL (object);

  stop_following (self);
  g_clear_object (&self->place);
  if (self->clock != NULL)
    g_clear_signal_handler (&self->clock_id, self->clock);
  g_clear_object (&self->shop);
  g_clear_object (&self->clock);
  g_clear_object (&self->painter);

  G_OBJECT_CLASS (tranche_order_cell_parent_class)->dispose (object);
}

static void
tranche_order_cell_finalize (GObject *object)
{
  TrancheOrderCell *self = TRANCHE_ORDER_CELL (object);

  g_free (self->text);

  G_OBJECT_CLASS (tranche_order_cell_parent_class)->finalize (object);
}

static void
tranche_order_cell_class_init (TrancheOrderCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_order_cell_dispose;
  object_class->finalize = tranche_order_cell_finalize;

  widget_class->map = tranche_order_cell_map;
  widget_class->unmap = tranche_order_cell_unmap;
  widget_class->measure = tranche_order_cell_measure;
  widget_class->snapshot = tranche_order_cell_snapshot;
  widget_class->query_tooltip = tranche_order_cell_query_tooltip;
  widget_class->css_changed = tranche_order_cell_css_changed;
  widget_class->system_setting_changed = tranche_order_cell_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "order-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
tranche_order_cell_init (TrancheOrderCell *self)
{
  self->n_chars = MIN_CHARS;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* Not by properties, for they are made by the thousand. */
GtkWidget *
tranche_order_cell_new (TrancheOrderField   field,
                        TrancheShop        *shop,
                        TrancheClock       *clock,
                        TrancheCellPainter *painter)
{
  TrancheOrderCell *self = g_object_new (TRANCHE_TYPE_ORDER_CELL, NULL);

  self->field = field;
  self->shop = g_object_ref (shop);
  self->clock = g_object_ref (clock);
  self->painter = g_object_ref (painter);
  self->at_end = field == TRANCHE_ORDER_FIELD_AMOUNT;

  return GTK_WIDGET (self);
}

void
tranche_order_cell_set_place (TrancheOrderCell  *self,
                              TrancheOrderPlace *place)
{
  g_return_if_fail (TRANCHE_IS_ORDER_CELL (self));

  if (self->place == place)
    return;

  stop_following (self);
  g_set_object (&self->place, place);
  /* One that is taken away gives place to another, or is not seen any more. */
  if (place != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    follow (self);
}

TrancheOrderPlace *
tranche_order_cell_get_place (TrancheOrderCell *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_CELL (self), NULL);

  return self->place;
}

const char *
tranche_order_cell_get_text (TrancheOrderCell *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_CELL (self), NULL);

  return self->text;
}

void
tranche_order_cell_set_end (TrancheOrderCell *self,
                            guint             n_chars)
{
  g_return_if_fail (TRANCHE_IS_ORDER_CELL (self));

  self->n_chars = n_chars;
  self->at_end = TRUE;
}
