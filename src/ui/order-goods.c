/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-goods.h"

#include "ui/format.h"

struct _TrancheOrderGoods {
  AdwPreferencesGroup parent_instance;

  /* (element-type GtkWidget), none of them owned */
  GPtrArray *rows;

  TrancheOrder *order;
};

G_DEFINE_FINAL_TYPE (TrancheOrderGoods, tranche_order_goods, ADW_TYPE_PREFERENCES_GROUP)

enum {
  PROP_0,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GPtrArray *
items_of (TrancheOrder *order)
{
  return order != NULL ? tranche_order_get_items (order) : NULL;
}

static gboolean
is_same_item (gconstpointer a,
              gconstpointer b)
{
  return tranche_order_item_equal ((TrancheOrderItem *) a, (TrancheOrderItem *) b);
}

static gboolean
are_same_items (GPtrArray *a,
                GPtrArray *b)
{
  guint n_a = a != NULL ? a->len : 0;
  guint n_b = b != NULL ? b->len : 0;

  if (n_a != n_b)
    return FALSE;

  for (guint i = 0; i < n_a; i++) {
    if (!is_same_item (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  }

  return TRUE;
}

static GtkWidget *
create_row (TrancheOrderItem *item)
{
  g_autofree char *price = tranche_format_money (tranche_order_item_get_price (item));
  g_autofree char *quantity = NULL;
  g_autofree char *total_text = NULL;
  TrancheMoney total = TRANCHE_MONEY_UNSET;
  GtkWidget *row, *label;

  quantity = g_strdup_printf ("%" G_GINT64_FORMAT " × %s",
                              tranche_order_item_get_quantity (item), price);
  /* A total too large to be counted is left out rather than guessed. */
  if (tranche_order_item_get_total (item, &total, NULL))
    total_text = tranche_format_money (&total);

  /* The name is set afterwards, for within one call it would be read as markup. */
  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title-selectable", TRUE,
                      "subtitle", quantity,
                      NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tranche_order_item_get_name (item));
  label = g_object_new (GTK_TYPE_LABEL,
                        "label", total_text,
                        "selectable", TRUE,
                        "css-classes", (const char *[]) { "numeric", NULL },
                        NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static void
rebuild (TrancheOrderGoods *self,
         GPtrArray         *items)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; items != NULL && i < items->len; i++) {
    GtkWidget *row = create_row (g_ptr_array_index (items, i));

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    g_ptr_array_add (self->rows, row);
  }

  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
set_order (TrancheOrderGoods *self,
           TrancheOrder      *order)
{
  gboolean same = are_same_items (items_of (self->order), items_of (order));

  if (!g_set_object (&self->order, order))
    return;

  /* Most answers of a bank repeat the goods: the rows stay then. */
  if (!same)
    rebuild (self, items_of (order));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
tranche_order_goods_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrancheOrderGoods *self = TRANCHE_ORDER_GOODS (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_goods_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TrancheOrderGoods *self = TRANCHE_ORDER_GOODS (object);

  switch (prop_id) {
  case PROP_ORDER:
    set_order (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_goods_dispose (GObject *object)
{
  TrancheOrderGoods *self = TRANCHE_ORDER_GOODS (object);

  g_clear_object (&self->order);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ORDER_GOODS);

  G_OBJECT_CLASS (tranche_order_goods_parent_class)->dispose (object);
}

static void
tranche_order_goods_finalize (GObject *object)
{
  TrancheOrderGoods *self = TRANCHE_ORDER_GOODS (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tranche_order_goods_parent_class)->finalize (object);
}

static void
tranche_order_goods_class_init (TrancheOrderGoodsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_order_goods_get_property;
  object_class->set_property = tranche_order_goods_set_property;
  object_class->dispose = tranche_order_goods_dispose;
  object_class->finalize = tranche_order_goods_finalize;

  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-goods.ui");
}

static void
tranche_order_goods_init (TrancheOrderGoods *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
