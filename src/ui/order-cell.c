/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-cell.h"

#include "ui/view-words.h"

struct _TrancheOrderCell {
  GtkWidget parent_instance;

  TrancheOrderField field;
  TrancheShop *shop;
  TrancheClock *clock;
  TrancheOrderRow *row;
  gulong row_id;

  GtkWidget *icon; /* Only the stage has one, and a deadline at which something happens. */
  GtkWidget *text;
  const char *icon_name; /* a constant */
  const char *css_class;
};

G_DEFINE_FINAL_TYPE (TrancheOrderCell, tranche_order_cell, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_FIELD,
  PROP_SHOP,
  PROP_CLOCK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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

/* An inscription without a text is legal, but when assistive technology asks for
 * what it says, GTK takes the length of NULL. An empty one says nothing as well. */
static void
set_text (TrancheOrderCell *self,
          const char       *text)
{
  const char *shown = text != NULL ? text : "";

  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->text)), shown) == 0)
    return;

  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, shown,
                                  -1);
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

/* Two hundred rows of cells are filled again for a jump in the list, most of them
 * with what they show already. */
static void
set_icon (TrancheOrderCell *self,
          const char       *icon_name)
{
  if (self->icon_name == icon_name)
    return;

  self->icon_name = icon_name;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
}

static void
update (TrancheOrderCell *self)
{
  TrancheOrderRow *row = self->row;
  TrancheOrder *order = row != NULL ? tranche_order_row_get_order (row) : NULL;
  GDateTime *now = tranche_clock_get_now (self->clock);
  TrancheOperation operation;
  g_autofree char *account_label = NULL;
  g_autofree char *text = NULL;

  if (order == NULL) {
    set_text (self, NULL);
    /* Without giving up its room: the order comes at once. */
    if (self->icon != NULL)
      gtk_widget_set_child_visible (self->icon, FALSE);
    return;
  }

  operation = tranche_order_row_get_operation (row);
  account_label = dup_account_label (self, order);
  text = tranche_order_field_text (self->field, order, operation, account_label, now);

  set_text (self, text);
  set_css_class (self, tranche_order_field_css_class (self->field, order, operation, now));
  if (self->icon != NULL) {
    set_icon (self, tranche_order_field_icon_name (self->field, order, operation));
    gtk_widget_set_child_visible (self->icon, TRUE);
  }
}

/* What is told changes with the clock. */
static gboolean
tells_time (TrancheOrderField field)
{
  return field == TRANCHE_ORDER_FIELD_CREATED || field == TRANCHE_ORDER_FIELD_DEADLINE ||
         field == TRANCHE_ORDER_FIELD_CHECKED;
}

static void
tranche_order_cell_constructed (GObject *object)
{
  TrancheOrderCell *self = TRANCHE_ORDER_CELL (object);

  G_OBJECT_CLASS (tranche_order_cell_parent_class)->constructed (object);

  if (self->field == TRANCHE_ORDER_FIELD_STAGE || self->field == TRANCHE_ORDER_FIELD_DEADLINE) {
    self->icon = gtk_image_new ();
    gtk_widget_set_visible (self->icon, FALSE);
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    gtk_widget_insert_after (self->icon, GTK_WIDGET (self), NULL);
  }

  if (self->field == TRANCHE_ORDER_FIELD_AMOUNT)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), 1);
  if (self->field != TRANCHE_ORDER_FIELD_CUSTOMER && self->field != TRANCHE_ORDER_FIELD_GOODS)
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");

  if (tells_time (self->field))
    g_signal_connect_object (self->clock, "notify::now",
                             G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
tranche_order_cell_dispose (GObject *object)
{
  TrancheOrderCell *self = TRANCHE_ORDER_CELL (object);

  g_clear_signal_handler (&self->row_id, self->row);
  g_clear_object (&self->row);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_object (&self->shop);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (tranche_order_cell_parent_class)->dispose (object);
}

static void
tranche_order_cell_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TrancheOrderCell *self = TRANCHE_ORDER_CELL (object);

  switch (prop_id) {
  case PROP_FIELD:
    self->field = g_value_get_int (value);
    break;
  case PROP_SHOP:
    self->shop = g_value_dup_object (value);
    break;
  case PROP_CLOCK:
    self->clock = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_cell_class_init (TrancheOrderCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = tranche_order_cell_constructed;
  object_class->dispose = tranche_order_cell_dispose;
  object_class->set_property = tranche_order_cell_set_property;

  properties[PROP_FIELD] =
    g_param_spec_int ("field", NULL, NULL, 0, TRANCHE_N_ORDER_FIELDS - 1, 0, flags);
  properties[PROP_SHOP] =
    g_param_spec_object ("shop", NULL, NULL, TRANCHE_TYPE_SHOP, flags);
  properties[PROP_CLOCK] =
    g_param_spec_object ("clock", NULL, NULL, TRANCHE_TYPE_CLOCK, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "order-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
tranche_order_cell_init (TrancheOrderCell *self)
{
  self->text = gtk_inscription_new ("");
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->text), 2);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->text), 2);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

GtkWidget *
tranche_order_cell_new (TrancheOrderField  field,
                        TrancheShop       *shop,
                        TrancheClock      *clock)
{
  return g_object_new (TRANCHE_TYPE_ORDER_CELL,
                       "field", field,
                       "shop", shop,
                       "clock", clock,
                       NULL);
}

void
tranche_order_cell_set_row (TrancheOrderCell *self,
                            TrancheOrderRow  *row)
{
  g_return_if_fail (TRANCHE_IS_ORDER_CELL (self));

  if (self->row == row)
    return;

  g_clear_signal_handler (&self->row_id, self->row);
  g_set_object (&self->row, row);
  /* Order and operation in one, for it is done for each cell that is bound; and none is
   * longer than the cell, which lets it go. */
  if (row != NULL)
    self->row_id = g_signal_connect_swapped (row, "notify", G_CALLBACK (update), self);
  update (self);
}

TrancheOrderRow *
tranche_order_cell_get_row (TrancheOrderCell *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_CELL (self), NULL);

  return self->row;
}

void
tranche_order_cell_set_end (TrancheOrderCell *self,
                            guint             n_chars)
{
  g_return_if_fail (TRANCHE_IS_ORDER_CELL (self));

  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->text), n_chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->text), n_chars);
}
