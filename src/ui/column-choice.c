/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/column-choice.h"

#define STATE_TYPE "a(sbi)"

struct _TrancheColumnChoice {
  GObject parent_instance;

  GtkColumnView *view; /* unowned: it outlives this */
  TrancheOrderColumns *columns;
  GSimpleActionGroup *actions;
  GMenu *menu;
  int widths[TRANCHE_N_ORDER_FIELDS]; /* the usual ones */
  gboolean restoring;
};

G_DEFINE_FINAL_TYPE (TrancheColumnChoice, tranche_column_choice, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char * const names[TRANCHE_N_ORDER_FIELDS] = {
  [TRANCHE_ORDER_FIELD_STAGE] = "stage",
  [TRANCHE_ORDER_FIELD_NUMBER] = "number",
  [TRANCHE_ORDER_FIELD_CUSTOMER] = "customer",
  [TRANCHE_ORDER_FIELD_GOODS] = "goods",
  [TRANCHE_ORDER_FIELD_AMOUNT] = "amount",
  [TRANCHE_ORDER_FIELD_ACCOUNT] = "account",
  [TRANCHE_ORDER_FIELD_CREATED] = "created",
  [TRANCHE_ORDER_FIELD_DEADLINE] = "deadline",
  [TRANCHE_ORDER_FIELD_CHECKED] = "checked",
};

static void
emit_changed (TrancheColumnChoice *self)
{
  if (!self->restoring)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
find_field (const char        *name,
            TrancheOrderField *out)
{
  for (TrancheOrderField field = 0; field < TRANCHE_N_ORDER_FIELDS; field++) {
    if (g_str_equal (names[field], name)) {
      *out = field;
      return TRUE;
    }
  }

  return FALSE;
}

static gboolean
find_column (TrancheColumnChoice *self,
             GtkColumnViewColumn *column,
             TrancheOrderField   *out)
{
  for (TrancheOrderField field = 0; field < TRANCHE_N_ORDER_FIELDS; field++) {
    if (tranche_order_columns_get_column (self->columns, field) == column) {
      *out = field;
      return TRUE;
    }
  }

  return FALSE;
}

static void
choose (TrancheColumnChoice *self,
        TrancheOrderField    field,
        gboolean             chosen)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[field]);

  tranche_order_columns_set_chosen (self->columns, field, chosen);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (chosen));
}

static void
change_state_cb (TrancheColumnChoice *self,
                 GVariant            *state,
                 GSimpleAction       *action)
{
  TrancheOrderField field;

  if (!find_field (g_action_get_name (G_ACTION (action)), &field))
    return;

  choose (self, field, g_variant_get_boolean (state));
  emit_changed (self);
}

static void
add_column (TrancheColumnChoice *self,
            TrancheOrderField    field)
{
  g_autoptr (GSimpleAction) action = NULL;
  g_autofree char *action_name = g_strconcat ("columns.", names[field], NULL);
  GtkColumnViewColumn *column = tranche_order_columns_get_column (self->columns, field);

  action = g_simple_action_new_stateful (names[field], NULL, g_variant_new_boolean (TRUE));
  g_signal_connect_object (action, "change-state",
                           G_CALLBACK (change_state_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (self->menu, tranche_order_field_title (field), action_name);

  self->widths[field] = gtk_column_view_column_get_fixed_width (column);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (self->menu));
  g_signal_connect_object (column, "notify::fixed-width",
                           G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

static void
tranche_column_choice_finalize (GObject *object)
{
  TrancheColumnChoice *self = TRANCHE_COLUMN_CHOICE (object);

  g_clear_object (&self->columns);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (tranche_column_choice_parent_class)->finalize (object);
}

static void
tranche_column_choice_class_init (TrancheColumnChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_column_choice_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tranche_column_choice_init (TrancheColumnChoice *self)
{
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
}

TrancheColumnChoice *
tranche_column_choice_new (GtkColumnView       *view,
                           TrancheOrderColumns *columns)
{
  TrancheColumnChoice *self = g_object_new (TRANCHE_TYPE_COLUMN_CHOICE, NULL);

  self->view = view;
  self->columns = g_object_ref (columns);
  for (TrancheOrderField field = 0; field < TRANCHE_N_ORDER_FIELDS; field++)
    add_column (self, field);
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed",
                           G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);

  return self;
}

GActionGroup *
tranche_column_choice_get_actions (TrancheColumnChoice *self)
{
  g_return_val_if_fail (TRANCHE_IS_COLUMN_CHOICE (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

GMenuModel *
tranche_column_choice_get_menu (TrancheColumnChoice *self)
{
  g_return_val_if_fail (TRANCHE_IS_COLUMN_CHOICE (self), NULL);

  return G_MENU_MODEL (self->menu);
}

GArray *
tranche_column_choice_list_fields (TrancheColumnChoice *self)
{
  GArray *fields;
  GListModel *columns;

  g_return_val_if_fail (TRANCHE_IS_COLUMN_CHOICE (self), NULL);

  fields = g_array_new (FALSE, FALSE, sizeof (TrancheOrderField));
  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    TrancheOrderField field;

    if (find_column (self, column, &field) && tranche_order_columns_get_chosen (self->columns, field))
      g_array_append_val (fields, field);
  }

  return fields;
}

GVariant *
tranche_column_choice_save (TrancheColumnChoice *self)
{
  GListModel *columns;
  GVariantBuilder builder;

  g_return_val_if_fail (TRANCHE_IS_COLUMN_CHOICE (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (STATE_TYPE));
  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    TrancheOrderField field;
    int width;

    if (!find_column (self, column, &field))
      continue;

    width = gtk_column_view_column_get_fixed_width (column);
    g_variant_builder_add (&builder, "(sbi)", names[field],
                           tranche_order_columns_get_chosen (self->columns, field),
                           width == self->widths[field] ? 0 : width);
  }

  return g_variant_builder_end (&builder);
}

static void
apply (TrancheColumnChoice *self,
       TrancheOrderField    field,
       gboolean             chosen,
       int                  width)
{
  GtkColumnViewColumn *column = tranche_order_columns_get_column (self->columns, field);

  if (tranche_order_columns_get_chosen (self->columns, field) != chosen)
    choose (self, field, chosen);
  gtk_column_view_column_set_fixed_width (column, width > 0 ? width : self->widths[field]);
}

/* Puts the fields behind the columns that are none. Only what stands in the wrong
 * place is moved, for moving a column makes its cells anew. */
static void
arrange (TrancheColumnChoice *self,
         GArray              *fields)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint first = g_list_model_get_n_items (columns) - TRANCHE_N_ORDER_FIELDS;

  for (guint i = 0; i < fields->len; i++) {
    TrancheOrderField field = g_array_index (fields, TrancheOrderField, i);
    GtkColumnViewColumn *column = tranche_order_columns_get_column (self->columns, field);
    g_autoptr (GtkColumnViewColumn) there = g_list_model_get_item (columns, first + i);

    if (there != column)
      gtk_column_view_insert_column (self->view, first + i, column);
  }
}

static gboolean
has_field (GArray            *fields,
           TrancheOrderField  field)
{
  for (guint i = 0; i < fields->len; i++) {
    if (g_array_index (fields, TrancheOrderField, i) == field)
      return TRUE;
  }

  return FALSE;
}

void
tranche_column_choice_restore (TrancheColumnChoice *self,
                               GVariant            *state)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (TrancheOrderField));
  GVariantIter iter;
  const char *name;
  gboolean chosen;
  int width;

  g_return_if_fail (TRANCHE_IS_COLUMN_CHOICE (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE (STATE_TYPE)));

  self->restoring = TRUE;
  g_variant_iter_init (&iter, state);
  while (g_variant_iter_next (&iter, "(&sbi)", &name, &chosen, &width)) {
    TrancheOrderField field;

    if (!find_field (name, &field) || has_field (fields, field))
      continue;

    g_array_append_val (fields, field);
    apply (self, field, chosen, width);
  }

  for (TrancheOrderField field = 0; field < TRANCHE_N_ORDER_FIELDS; field++) {
    if (has_field (fields, field))
      continue;

    g_array_append_val (fields, field);
    apply (self, field, TRUE, 0);
  }

  arrange (self, fields);
  self->restoring = FALSE;
}
