/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/item-row.h"

#include <glib/gi18n.h>

#include "ui/field-row.h"
#include "ui/format.h"
#include "ui/goods-finder.h"

struct _TrancheItemRow {
  AdwExpanderRow parent_instance;

  char *currency;
  gboolean removable;
  /* While the program fills the row in itself nothing is offered. */
  gboolean filling;
  TrancheGoodsFinder *finder;

  TrancheFieldRow *name_row;
  TrancheFieldRow *price_row;
  AdwSpinRow *quantity_row;
  TrancheFieldRow *category_row;
  TrancheFieldRow *vendor_code_row;
};

G_DEFINE_FINAL_TYPE (TrancheItemRow, tranche_item_row, ADW_TYPE_EXPANDER_ROW)

enum {
  PROP_0,
  PROP_CURRENCY,
  PROP_REMOVABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  CHANGED,
  REMOVE,
  SCANNED,
  CODE,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
item_title (TrancheItemRow *self,
            const char     *name)
{
  return g_strdup (name != NULL && *name != '\0' ? name : _("New item"));
}

static void
update_subtitle (TrancheItemRow *self)
{
  g_autoptr (TrancheOrderItem) item = tranche_item_row_dup_item (self, NULL);
  g_autofree char *total = NULL;
  TrancheMoney money;

  if (item != NULL && tranche_order_item_get_total (item, &money, NULL))
    total = tranche_format_money (&money);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), total != NULL ? total : "");
}

static void
edited_cb (TrancheItemRow *self)
{
  update_subtitle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
name_edited_cb (TrancheItemRow *self)
{
  edited_cb (self);
  if (self->filling)
    tranche_goods_finder_withdraw (self->finder);
  else
    tranche_goods_finder_offer (self->finder);
}

static void
chosen_cb (TrancheItemRow   *self,
           TrancheOrderItem *item)
{
  tranche_item_row_fill (self, item);
  gtk_widget_grab_focus (GTK_WIDGET (self->quantity_row));
}

static void
scanned_cb (TrancheItemRow   *self,
            TrancheOrderItem *item)
{
  g_signal_emit (self, signals[SCANNED], 0, item);
}

/* What was never sold gets its code, and a name from the manager. */
static void
new_code_cb (TrancheItemRow *self,
             const char     *code)
{
  tranche_field_row_set_text (self->vendor_code_row, code);
  tranche_field_row_set_text (self->name_row, NULL);
  tranche_field_row_set_flaw (self->name_row, _("not sold before, type it"));
}

/* After goods were chosen the focus is here, and the next may be scanned at once:
 * nobody sells so many. */
static gboolean
take_code_from_quantity (TrancheItemRow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->quantity_row)));
  g_autofree char *quantity = NULL;

  if (!tranche_goods_finder_is_bar_code (text))
    return FALSE;

  /* The value is not another one yet. */
  quantity = g_strdup_printf ("%.0f", adw_spin_row_get_value (self->quantity_row));
  gtk_editable_set_text (GTK_EDITABLE (self->quantity_row), quantity);
  g_signal_emit (self, signals[CODE], 0, text);

  return TRUE;
}

/* Category and code are for those who want them. */
static gboolean
quantity_key_cb (TrancheItemRow  *self,
                 guint            keyval,
                 guint            keycode,
                 GdkModifierType  state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (!is_enter || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (!take_code_from_quantity (self)) {
    adw_spin_row_update (self->quantity_row);
    g_signal_emit (self, signals[DONE], 0);
  }

  return GDK_EVENT_STOP;
}

static void
watch_quantity (TrancheItemRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (quantity_key_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->quantity_row), keys);
}

static void
watch_name (TrancheItemRow *self)
{
  self->finder = tranche_goods_finder_new (self->name_row);
  g_signal_connect_object (self->finder, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "scanned", G_CALLBACK (scanned_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "new-code", G_CALLBACK (new_code_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
remove_clicked_cb (TrancheItemRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
tranche_item_row_grab_focus (GtkWidget *widget)
{
  TrancheItemRow *self = TRANCHE_ITEM_ROW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
tranche_item_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TrancheItemRow *self = TRANCHE_ITEM_ROW (object);

  switch (prop_id) {
  case PROP_CURRENCY:
    g_value_set_string (value, self->currency);
    break;
  case PROP_REMOVABLE:
    g_value_set_boolean (value, self->removable);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_item_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TrancheItemRow *self = TRANCHE_ITEM_ROW (object);

  switch (prop_id) {
  case PROP_CURRENCY:
    if (g_set_str (&self->currency, g_value_get_string (value))) {
      tranche_goods_finder_set_currency (self->finder, self->currency);
      update_subtitle (self);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_REMOVABLE:
    if (self->removable != g_value_get_boolean (value)) {
      self->removable = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_item_row_dispose (GObject *object)
{
  TrancheItemRow *self = TRANCHE_ITEM_ROW (object);

  g_clear_object (&self->finder);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ITEM_ROW);

  G_OBJECT_CLASS (tranche_item_row_parent_class)->dispose (object);
}

static void
tranche_item_row_finalize (GObject *object)
{
  TrancheItemRow *self = TRANCHE_ITEM_ROW (object);

  g_free (self->currency);

  G_OBJECT_CLASS (tranche_item_row_parent_class)->finalize (object);
}

static void
tranche_item_row_class_init (TrancheItemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_item_row_get_property;
  object_class->set_property = tranche_item_row_set_property;
  object_class->dispose = tranche_item_row_dispose;
  object_class->finalize = tranche_item_row_finalize;

  widget_class->grab_focus = tranche_item_row_grab_focus;

  properties[PROP_CURRENCY] =
    g_param_spec_string ("currency", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REMOVABLE] =
    g_param_spec_boolean ("removable", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", TRANCHE_TYPE_ITEM_ROW, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", TRANCHE_TYPE_ITEM_ROW, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[SCANNED] = g_signal_new ("scanned", TRANCHE_TYPE_ITEM_ROW, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, TRANCHE_TYPE_ORDER_ITEM);
  signals[CODE] = g_signal_new ("code", TRANCHE_TYPE_ITEM_ROW, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] = g_signal_new ("done", TRANCHE_TYPE_ITEM_ROW, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheItemRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheItemRow, price_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheItemRow, quantity_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheItemRow, category_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheItemRow, vendor_code_row);
  gtk_widget_class_bind_template_callback (widget_class, item_title);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
tranche_item_row_init (TrancheItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_name (self);
  watch_quantity (self);
}

GtkWidget *
tranche_item_row_new (const char *currency)
{
  return g_object_new (TRANCHE_TYPE_ITEM_ROW, "currency", currency, NULL);
}

void
tranche_item_row_set_catalogue (TrancheItemRow   *self,
                                TrancheCatalogue *catalogue)
{
  g_return_if_fail (TRANCHE_IS_ITEM_ROW (self));

  tranche_goods_finder_set_catalogue (self->finder, catalogue);
}

void
tranche_item_row_fill (TrancheItemRow   *self,
                       TrancheOrderItem *item)
{
  g_autofree char *price = NULL;

  g_return_if_fail (TRANCHE_IS_ITEM_ROW (self));
  g_return_if_fail (item != NULL);

  if (tranche_order_item_get_price (item)->minor != 0)
    price = tranche_format_money_entry (tranche_order_item_get_price (item));
  self->filling = TRUE;
  tranche_field_row_set_text (self->name_row, tranche_order_item_get_name (item));
  tranche_field_row_set_text (self->price_row, price);
  adw_spin_row_set_value (self->quantity_row, (double) tranche_order_item_get_quantity (item));
  tranche_field_row_set_text (self->category_row, tranche_order_item_get_category (item));
  tranche_field_row_set_text (self->vendor_code_row, tranche_order_item_get_vendor_code (item));
  self->filling = FALSE;
}

void
tranche_item_row_take_code (TrancheItemRow *self,
                            const char     *code)
{
  g_return_if_fail (TRANCHE_IS_ITEM_ROW (self));
  g_return_if_fail (code != NULL);

  self->filling = TRUE;
  tranche_field_row_set_text (self->name_row, code);
  self->filling = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  tranche_goods_finder_take_code (self->finder);
}

gboolean
tranche_item_row_is_blank (TrancheItemRow *self)
{
  TrancheFieldRow *rows[] = {
    self->name_row, self->price_row, self->category_row, self->vendor_code_row,
  };

  g_return_val_if_fail (TRANCHE_IS_ITEM_ROW (self), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = tranche_field_row_dup_text (rows[i]);

    if (text != NULL)
      return FALSE;
  }

  return TRUE;
}

gboolean
tranche_item_row_is_same (TrancheItemRow   *self,
                          TrancheOrderItem *item)
{
  g_autofree char *code = NULL;

  g_return_val_if_fail (TRANCHE_IS_ITEM_ROW (self), FALSE);

  code = tranche_field_row_dup_text (self->vendor_code_row);

  return code != NULL && g_strcmp0 (code, tranche_order_item_get_vendor_code (item)) == 0;
}

void
tranche_item_row_add_piece (TrancheItemRow *self)
{
  g_return_if_fail (TRANCHE_IS_ITEM_ROW (self));

  adw_spin_row_set_value (self->quantity_row, adw_spin_row_get_value (self->quantity_row) + 1);
}

TrancheOrderItem *
tranche_item_row_dup_item (TrancheItemRow       *self,
                           TrancheFieldProblem **problem)
{
  g_autofree char *name = NULL;
  g_autofree char *price_text = NULL;
  g_autofree char *category = NULL;
  g_autofree char *vendor_code = NULL;
  TrancheMoney price;

  g_return_val_if_fail (TRANCHE_IS_ITEM_ROW (self), NULL);

  name = tranche_field_row_dup_text (self->name_row);
  price_text = tranche_field_row_dup_text (self->price_row);
  category = tranche_field_row_dup_text (self->category_row);
  vendor_code = tranche_field_row_dup_text (self->vendor_code_row);

  price = tranche_money (0, self->currency);
  if (price_text != NULL && !tranche_money_parse (price_text, self->currency, &price, NULL)) {
    if (problem != NULL)
      *problem = tranche_field_problem_new (TRANCHE_FIELD_ITEM_PRICE, -1, TRANCHE_FLAW_SYNTAX,
                                            0, NULL, NULL);
    return NULL;
  }

  return tranche_order_item_new (name != NULL ? name : "",
                                 (gint64) adw_spin_row_get_value (self->quantity_row),
                                 &price, category, vendor_code);
}

void
tranche_item_row_show_problem (TrancheItemRow            *self,
                               const TrancheFieldProblem *problem,
                               const char                *text)
{
  TrancheFieldRow *row = self->name_row;

  g_return_if_fail (TRANCHE_IS_ITEM_ROW (self));

  if (problem->field == TRANCHE_FIELD_ITEM_PRICE)
    row = self->price_row;
  else if (problem->field == TRANCHE_FIELD_ITEM_CATEGORY)
    row = self->category_row;
  else if (problem->field == TRANCHE_FIELD_ITEM_VENDOR_CODE)
    row = self->vendor_code_row;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  tranche_field_row_set_flaw (row, text);
}
