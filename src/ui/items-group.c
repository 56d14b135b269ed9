/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/items-group.h"

#include <glib/gi18n.h>

#include "ui/field-row.h"
#include "ui/format.h"
#include "ui/item-row.h"
#include "ui/typed-items.h"

struct _TrancheItemsGroup {
  AdwPreferencesGroup parent_instance;

  char *currency;
  char *total;
  TrancheMoney sum;
  TrancheCatalogue *catalogue; /* (nullable) */
  /* (element-type TrancheItemRow) (not owned): the group owns its rows. */
  GPtrArray *rows;
  TrancheFieldRow *discount_row;
  /* Of which row each item of the last draft was. (element-type guint) */
  GArray *sources;
};

G_DEFINE_FINAL_TYPE (TrancheItemsGroup, tranche_items_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
  PROP_0,
  PROP_CURRENCY,
  PROP_TOTAL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A scanner leaves an empty line for the next goods. */
static gboolean
is_skipped (TrancheItemsGroup *self,
            guint              i)
{
  return self->rows->len > 1 && tranche_item_row_is_blank (self->rows->pdata[i]);
}

/* A price that is no amount adds to @problems. */
static TrancheTypedItems *
read_items (TrancheItemsGroup *self,
            GPtrArray         *problems)
{
  TrancheTypedItems *typed = tranche_typed_items_new ();

  for (guint i = 0; i < self->rows->len; i++) {
    TrancheFieldProblem *problem = NULL;
    TrancheOrderItem *item = NULL;

    if (is_skipped (self, i))
      continue;

    item = tranche_item_row_dup_item (self->rows->pdata[i], &problem);
    if (item != NULL) {
      tranche_typed_items_take (typed, item, i);
    } else {
      problem->item = (int) i;
      g_ptr_array_add (problems, problem);
    }
  }

  return typed;
}

static gboolean
take_discount_off (TrancheItemsGroup *self,
                   TrancheTypedItems *typed)
{
  g_autofree char *text = tranche_field_row_dup_text (self->discount_row);

  return tranche_typed_items_take_discount (typed, text, self->currency);
}

static void
update_total (TrancheItemsGroup *self)
{
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);
  g_autoptr (TrancheTypedItems) typed = read_items (self, problems);
  g_autofree char *total = NULL;

  if (problems->len > 0 || !take_discount_off (self, typed) ||
      !tranche_order_items_sum (typed->items, self->currency, &self->sum, NULL))
    self->sum = (TrancheMoney) TRANCHE_MONEY_UNSET;
  total = tranche_money_is_set (&self->sum) ? tranche_format_money (&self->sum) : g_strdup ("–");

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

static GtkWidget *add_row (TrancheItemsGroup *self);

/* The finished lines fold up, so that the new one is in sight. */
static void
add_and_focus (TrancheItemsGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_set_expanded (self->rows->pdata[i], FALSE);

  gtk_widget_grab_focus (add_row (self));
}

static void
add_clicked_cb (TrancheItemsGroup *self)
{
  add_and_focus (self);
}

/* (nullable) */
static TrancheItemRow *
find_same (TrancheItemsGroup *self,
           TrancheItemRow    *other,
           TrancheOrderItem  *item)
{
  for (guint i = 0; i < self->rows->len; i++) {
    TrancheItemRow *row = self->rows->pdata[i];

    if (row != other && tranche_item_row_is_same (row, item))
      return row;
  }

  return NULL;
}

/* The same goods once more are another piece; other goods are another line. Either
 * way the next can be scanned at once. */
static void
scanned_cb (TrancheItemsGroup *self,
            TrancheOrderItem  *item,
            TrancheItemRow    *row)
{
  TrancheItemRow *same = find_same (self, row, item);
  g_autoptr (TrancheOrderItem) nothing = NULL;
  TrancheMoney price = tranche_money (0, self->currency);

  if (same == NULL) {
    tranche_item_row_fill (row, item);
    add_and_focus (self);
    return;
  }

  tranche_item_row_add_piece (same);
  nothing = tranche_order_item_new ("", 1, &price, NULL, NULL);
  tranche_item_row_fill (row, nothing);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* It is meant for the next line. */
static void
code_cb (TrancheItemsGroup *self,
         const char        *code,
         TrancheItemRow    *row)
{
  TrancheItemRow *last = self->rows->pdata[self->rows->len - 1];

  if (!tranche_item_row_is_blank (last)) {
    add_and_focus (self);
    last = self->rows->pdata[self->rows->len - 1];
  }
  tranche_item_row_take_code (last, code);
}

static void
done_cb (TrancheItemsGroup *self,
         TrancheItemRow    *row)
{
  guint i = 0;

  if (g_ptr_array_find (self->rows, row, &i) && i + 1 < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[i + 1]);
  else
    g_signal_emit (self, signals[DONE], 0);
}

/* The discount stays below the last line. */
static void
put_last (TrancheItemsGroup *self,
          GtkWidget         *row)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  g_autoptr (GtkWidget) discount = g_object_ref (GTK_WIDGET (self->discount_row));

  if (gtk_widget_get_parent (discount) != NULL)
    adw_preferences_group_remove (group, discount);
  adw_preferences_group_add (group, row);
  adw_preferences_group_add (group, discount);
}

static GtkWidget *
add_row (TrancheItemsGroup *self)
{
  GtkWidget *row = tranche_item_row_new (self->currency);

  tranche_item_row_set_catalogue (TRANCHE_ITEM_ROW (row), self->catalogue);
  g_signal_connect_object (row, "changed", G_CALLBACK (update_total), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "scanned", G_CALLBACK (scanned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "code", G_CALLBACK (code_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  put_last (self, row);
  update_removable (self);
  update_total (self);

  return row;
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
  g_clear_object (&TRANCHE_ITEMS_GROUP (object)->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ITEMS_GROUP);

  G_OBJECT_CLASS (tranche_items_group_parent_class)->dispose (object);
}

static void
tranche_items_group_finalize (GObject *object)
{
  TrancheItemsGroup *self = TRANCHE_ITEMS_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->sources);
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

  signals[DONE] = g_signal_new ("done", TRANCHE_TYPE_ITEMS_GROUP, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/items-group.ui");
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
tranche_items_group_init (TrancheItemsGroup *self)
{
  self->currency = g_strdup ("RUB");
  self->sum = (TrancheMoney) TRANCHE_MONEY_UNSET;
  self->rows = g_ptr_array_new ();
  self->sources = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->discount_row = g_object_new (TRANCHE_TYPE_FIELD_ROW,
                                     "label", _("Discount, such as 500 or 10 % (optional)"), NULL);
  g_signal_connect_object (self->discount_row, "changed", G_CALLBACK (update_total), self,
                           G_CONNECT_SWAPPED);
  add_row (self);
}

const char *
tranche_items_group_get_total (TrancheItemsGroup *self)
{
  g_return_val_if_fail (TRANCHE_IS_ITEMS_GROUP (self), NULL);

  return self->total;
}

TrancheMoney
tranche_items_group_get_sum (TrancheItemsGroup *self)
{
  const TrancheMoney unset = TRANCHE_MONEY_UNSET;

  g_return_val_if_fail (TRANCHE_IS_ITEMS_GROUP (self), unset);

  return self->sum;
}

void
tranche_items_group_set_catalogue (TrancheItemsGroup *self,
                                   TrancheCatalogue  *catalogue)
{
  g_return_if_fail (TRANCHE_IS_ITEMS_GROUP (self));

  g_set_object (&self->catalogue, catalogue);
  for (guint i = 0; i < self->rows->len; i++)
    tranche_item_row_set_catalogue (self->rows->pdata[i], catalogue);
}

void
tranche_items_group_fill (TrancheItemsGroup *self,
                          GPtrArray         *items)
{
  g_return_if_fail (TRANCHE_IS_ITEMS_GROUP (self));
  g_return_if_fail (items != NULL);

  while (self->rows->len > MAX (items->len, 1))
    remove_cb (self, self->rows->pdata[self->rows->len - 1]);
  for (guint i = 0; i < items->len; i++) {
    if (i == self->rows->len)
      add_row (self);
    tranche_item_row_fill (self->rows->pdata[i], items->pdata[i]);
    adw_expander_row_set_expanded (self->rows->pdata[i], items->len == 1);
  }
}

void
tranche_items_group_collect (TrancheItemsGroup *self,
                             TrancheOrderDraft *draft,
                             GPtrArray         *problems)
{
  g_autoptr (TrancheTypedItems) typed = NULL;
  guint n_problems = problems->len;

  g_return_if_fail (TRANCHE_IS_ITEMS_GROUP (self));
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (draft));

  /* Problems name rows as long as there are no items of a draft. */
  g_array_set_size (self->sources, 0);
  typed = read_items (self, problems);
  if (problems->len > n_problems)
    return;

  if (!take_discount_off (self, typed)) {
    g_ptr_array_add (problems, tranche_field_problem_new (TRANCHE_FIELD_SUM, -1,
                                                          TRANCHE_FLAW_SYNTAX, 0, NULL, NULL));
    return;
  }

  g_array_append_vals (self->sources, typed->lines->data, typed->lines->len);
  for (guint i = 0; i < typed->items->len; i++)
    tranche_order_draft_add_item (draft, typed->items->pdata[i]);
}

/* (nullable) */
static TrancheItemRow *
find_row (TrancheItemsGroup         *self,
          const TrancheFieldProblem *problem)
{
  guint i = (guint) problem->item;

  if (problem->item < 0)
    return NULL;
  if (i < self->sources->len)
    i = g_array_index (self->sources, guint, i);

  return i < self->rows->len ? self->rows->pdata[i] : NULL;
}

GtkWidget *
tranche_items_group_show_problem (TrancheItemsGroup         *self,
                                  const TrancheFieldProblem *problem,
                                  const char                *text)
{
  TrancheItemRow *row;

  g_return_val_if_fail (TRANCHE_IS_ITEMS_GROUP (self), NULL);

  row = find_row (self, problem);
  if (row != NULL) {
    tranche_item_row_show_problem (row, problem, text);
    return GTK_WIDGET (row);
  }

  if (problem->field == TRANCHE_FIELD_SUM && problem->flaw == TRANCHE_FLAW_SYNTAX) {
    tranche_field_row_set_flaw (self->discount_row, _("an amount or a percentage of the sum"));
    return GTK_WIDGET (self->discount_row);
  }

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);

  return GTK_WIDGET (self);
}

void
tranche_items_group_clear (TrancheItemsGroup *self)
{
  g_return_if_fail (TRANCHE_IS_ITEMS_GROUP (self));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), NULL);
  tranche_field_row_set_flaw (self->discount_row, NULL);
}
