/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/items-group.h"

#include "ui/format.h"
#include "ui/item-row.h"

struct _TrancheItemsGroup {
  AdwPreferencesGroup parent_instance;

  char *currency;
  char *total;
  /* (element-type TrancheItemRow) (not owned): the group owns its rows. */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (TrancheItemsGroup, tranche_items_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
  PROP_0,
  PROP_CURRENCY,
  PROP_TOTAL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update_total (TrancheItemsGroup *self)
{
  g_autoptr (GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  g_autofree char *total = NULL;
  TrancheMoney sum;

  for (guint i = 0; i < self->rows->len; i++) {
    TrancheOrderItem *item = tranche_item_row_dup_item (self->rows->pdata[i], NULL);

    if (item != NULL)
      g_ptr_array_add (items, item);
  }

  if (items->len == self->rows->len &&
      tranche_order_items_sum (items, self->currency, &sum, NULL))
    total = tranche_format_money (&sum);
  else
    total = g_strdup ("–");

  if (g_set_str (&self->total, total))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

static void
update_removable (TrancheItemsGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    g_object_set (self->rows->pdata[i], "removable", self->rows->len > 1, NULL);
}

static void
remove_cb (TrancheItemsGroup *self,
           TrancheItemRow    *row)
{
  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  update_removable (self);
  update_total (self);
}

static GtkWidget *
add_row (TrancheItemsGroup *self)
{
  GtkWidget *row = tranche_item_row_new (self->currency);

  g_signal_connect_object (row, "changed", G_CALLBACK (update_total), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  update_removable (self);
  update_total (self);

  return row;
}

static void
add_clicked_cb (TrancheItemsGroup *self)
{
  /* The finished lines fold up, so that the new one is in sight. */
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_set_expanded (self->rows->pdata[i], FALSE);

  gtk_widget_grab_focus (add_row (self));
}

static gboolean
tranche_items_group_grab_focus (GtkWidget *widget)
{
  TrancheItemsGroup *self = TRANCHE_ITEMS_GROUP (widget);

  return gtk_widget_grab_focus (self->rows->pdata[0]);
}

static void
set_currency (TrancheItemsGroup *self,
              const char        *currency)
{
  if (!g_set_str (&self->currency, currency))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    g_object_set (self->rows->pdata[i], "currency", currency, NULL);
  update_total (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENCY]);
}

static void
tranche_items_group_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrancheItemsGroup *self = TRANCHE_ITEMS_GROUP (object);

  switch (prop_id) {
  case PROP_CURRENCY:
    g_value_set_string (value, self->currency);
    break;
  case PROP_TOTAL:
    g_value_set_string (value, self->total);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_items_group_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id) {
  case PROP_CURRENCY:
    set_currency (TRANCHE_ITEMS_GROUP (object), g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_items_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ITEMS_GROUP);

  G_OBJECT_CLASS (tranche_items_group_parent_class)->dispose (object);
}

static void
tranche_items_group_finalize (GObject *object)
{
  TrancheItemsGroup *self = TRANCHE_ITEMS_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->currency);
  g_free (self->total);

  G_OBJECT_CLASS (tranche_items_group_parent_class)->finalize (object);
}

static void
tranche_items_group_class_init (TrancheItemsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_items_group_get_property;
  object_class->set_property = tranche_items_group_set_property;
  object_class->dispose = tranche_items_group_dispose;
  object_class->finalize = tranche_items_group_finalize;
  widget_class->grab_focus = tranche_items_group_grab_focus;

  properties[PROP_CURRENCY] =
    g_param_spec_string ("currency", NULL, NULL, "RUB",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOTAL] =
    g_param_spec_string ("total", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/items-group.ui");
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
tranche_items_group_init (TrancheItemsGroup *self)
{
  self->currency = g_strdup ("RUB");
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_row (self);
}

const char *
tranche_items_group_get_total (TrancheItemsGroup *self)
{
  g_return_val_if_fail (TRANCHE_IS_ITEMS_GROUP (self), NULL);

  return self->total;
}

void
tranche_items_group_collect (TrancheItemsGroup *self,
                             TrancheOrderDraft *draft,
                             GPtrArray         *problems)
{
  g_return_if_fail (TRANCHE_IS_ITEMS_GROUP (self));
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (draft));

  for (guint i = 0; i < self->rows->len; i++) {
    TrancheFieldProblem *problem = NULL;
    g_autoptr (TrancheOrderItem) item = tranche_item_row_dup_item (self->rows->pdata[i], &problem);

    if (item != NULL) {
      tranche_order_draft_add_item (draft, item);
    } else {
      problem->item = (int) i;
      g_ptr_array_add (problems, problem);
    }
  }
}

GtkWidget *
tranche_items_group_show_problem (TrancheItemsGroup         *self,
                                  const TrancheFieldProblem *problem,
                                  const char                *text)
{
  g_return_val_if_fail (TRANCHE_IS_ITEMS_GROUP (self), NULL);

  if (problem->item >= 0 && (guint) problem->item < self->rows->len) {
    tranche_item_row_show_problem (self->rows->pdata[problem->item], problem, text);
    return self->rows->pdata[problem->item];
  }

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);

  return GTK_WIDGET (self);
}

void
tranche_items_group_clear (TrancheItemsGroup *self)
{
  g_return_if_fail (TRANCHE_IS_ITEMS_GROUP (self));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), NULL);
}
