/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-selection.h"

#include "ui/chosen-orders.h"

/* Milliseconds, in which a long list has come from one state to the next. */
#define PRUNE_DELAY 500

struct _TrancheOrderSelection {
  GObject parent_instance;

  TrancheOrderList *list;
  TrancheOrderPlaces *places; /* of it */
  TrancheChosenOrders *chosen;
  gboolean gathering;
  gboolean pointing;
  guint prune_id;
};

enum {
  PROP_0,
  PROP_GATHERING,
  PROP_N_SELECTED,
  N_PROPS,
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_CLICKED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrancheOrderSelection, tranche_order_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

/* The list and its days, as the places have them. */

static gpointer
tranche_order_selection_get_item (GListModel *model,
                                  guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (TRANCHE_ORDER_SELECTION (model)->places), position);
}

static guint
tranche_order_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (TRANCHE_ORDER_SELECTION (model)->places));
}

static GType
tranche_order_selection_get_item_type (GListModel *model)
{
  return TRANCHE_TYPE_ORDER_PLACE;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item = tranche_order_selection_get_item;
  iface->get_n_items = tranche_order_selection_get_n_items;
  iface->get_item_type = tranche_order_selection_get_item_type;
}

static void
tranche_order_selection_get_section (GtkSectionModel *model,
                                     guint            position,
                                     guint           *start,
                                     guint           *end)
{
  TrancheOrderSelection *self = TRANCHE_ORDER_SELECTION (model);

  gtk_section_model_get_section (GTK_SECTION_MODEL (self->places), position, start, end);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tranche_order_selection_get_section;
}

/* The selection. */

/* Rows from @position on look different. */
static void
tell_rows (TrancheOrderSelection *self,
           guint                  position,
           guint                  n_items)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->places));

  if (position < all && n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position,
                                           MIN (n_items, all - position));
}

static void
tell (TrancheOrderSelection *self,
      guint                  position,
      guint                  n_items)
{
  tell_rows (self, position, n_items);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
select_alone (TrancheOrderSelection *self,
              gint64                 id)
{
  if (tranche_chosen_orders_set_only (self->chosen, id))
    tell (self, 0, G_MAXUINT);
}

static gboolean
toggle (TrancheOrderSelection *self,
        guint                  position)
{
  gboolean chosen = tranche_chosen_orders_has_position (self->chosen, position);

  tranche_chosen_orders_set_position (self->chosen, position, !chosen);
  tell (self, position, 1);

  return TRUE;
}

static gboolean
tranche_order_selection_is_selected (GtkSelectionModel *model,
                                     guint              position)
{
  return tranche_chosen_orders_has_position (TRANCHE_ORDER_SELECTION (model)->chosen, position);
}

static GtkBitset *
tranche_order_selection_get_selection_in_range (GtkSelectionModel *model,
                                                guint              position,
                                                guint              n_items)
{
  return tranche_chosen_orders_in_range (TRANCHE_ORDER_SELECTION (model)->chosen, position,
                                         n_items);
}

static gboolean
tranche_order_selection_select_item (GtkSelectionModel *model,
                                     guint              position,
                                     gboolean           unselect_rest)
{
  TrancheOrderSelection *self = TRANCHE_ORDER_SELECTION (model);
  gint64 id = tranche_order_list_get_id (self->list, position);

  if (id == 0)
    return FALSE;

  if (self->gathering && unselect_rest)
    return self->pointing ? toggle (self, position) : TRUE;

  if (unselect_rest) {
    select_alone (self, id);
    if (self->pointing)
      g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
  } else if (tranche_chosen_orders_set_position (self->chosen, position, TRUE)) {
    tell (self, position, 1);
  }

  return TRUE;
}

static gboolean
tranche_order_selection_unselect_item (GtkSelectionModel *model,
                                       guint              position)
{
  TrancheOrderSelection *self = TRANCHE_ORDER_SELECTION (model);

  if (tranche_chosen_orders_set_position (self->chosen, position, FALSE))
    tell (self, position, 1);

  return TRUE;
}

static gboolean
tranche_order_selection_select_range (GtkSelectionModel *model,
                                      guint              position,
                                      guint              n_items,
                                      gboolean           unselect_rest)
{
  TrancheOrderSelection *self = TRANCHE_ORDER_SELECTION (model);

  if (unselect_rest && !self->gathering)
    tranche_chosen_orders_clear (self->chosen);
  tranche_chosen_orders_set_range (self->chosen, position, n_items, TRUE);

  if (unselect_rest)
    tell (self, 0, G_MAXUINT);
  else
    tell (self, position, n_items);

  return TRUE;
}

static gboolean
tranche_order_selection_unselect_range (GtkSelectionModel *model,
                                        guint              position,
                                        guint              n_items)
{
  TrancheOrderSelection *self = TRANCHE_ORDER_SELECTION (model);

  tranche_chosen_orders_set_range (self->chosen, position, n_items, FALSE);
  tell (self, position, n_items);

  return TRUE;
}

static gboolean
tranche_order_selection_select_all (GtkSelectionModel *model)
{
  GListModel *list = G_LIST_MODEL (TRANCHE_ORDER_SELECTION (model)->list);

  return tranche_order_selection_select_range (model, 0, g_list_model_get_n_items (list), TRUE);
}

static gboolean
tranche_order_selection_unselect_all (GtkSelectionModel *model)
{
  select_alone (TRANCHE_ORDER_SELECTION (model), 0);

  return TRUE;
}

static gboolean
tranche_order_selection_set_selection (GtkSelectionModel *model,
                                       GtkBitset         *selected,
                                       GtkBitset         *mask)
{
  TrancheOrderSelection *self = TRANCHE_ORDER_SELECTION (model);
  GtkBitsetIter iter;
  guint position;
  gboolean more;

  for (more = gtk_bitset_iter_init_first (&iter, mask, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    tranche_chosen_orders_set_position (self->chosen, position,
                                        gtk_bitset_contains (selected, position));
  tell (self, 0, G_MAXUINT);

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = tranche_order_selection_is_selected;
  iface->get_selection_in_range = tranche_order_selection_get_selection_in_range;
  iface->select_item = tranche_order_selection_select_item;
  iface->unselect_item = tranche_order_selection_unselect_item;
  iface->select_range = tranche_order_selection_select_range;
  iface->unselect_range = tranche_order_selection_unselect_range;
  iface->select_all = tranche_order_selection_select_all;
  iface->unselect_all = tranche_order_selection_unselect_all;
  iface->set_selection = tranche_order_selection_set_selection;
}

/* Of several, what can no longer be seen is not acted upon. A row that moves is
 * taken out and put in again, so it is not looked at before both have happened. */
static void
prune_cb (gpointer user_data)
{
  TrancheOrderSelection *self = user_data;

  self->prune_id = 0;
  /* A list whose end is not there yet is looked at by whoever waits for it. */
  if (tranche_chosen_orders_get_size (self->chosen) > 1 &&
      tranche_order_list_get_complete (self->list))
    tranche_order_selection_prune (self);
}

static void
items_changed_cb (TrancheOrderSelection *self,
                  guint                  position,
                  guint                  n_removed,
                  guint                  n_added)
{
  g_clear_handle_id (&self->prune_id, g_source_remove);
  if (n_removed > 0 && tranche_chosen_orders_get_size (self->chosen) > 1)
    self->prune_id = g_timeout_add_once (PRUNE_DELAY, prune_cb, self);
}

/* The rows are the same, and show others that are selected. */
static void
filled_cb (TrancheOrderSelection *self)
{
  tell_rows (self, 0, G_MAXUINT);
}

static void
tranche_order_selection_finalize (GObject *object)
{
  TrancheOrderSelection *self = TRANCHE_ORDER_SELECTION (object);

  g_clear_handle_id (&self->prune_id, g_source_remove);
  g_clear_object (&self->places);
  g_clear_object (&self->list);
  g_clear_pointer (&self->chosen, tranche_chosen_orders_free);

  G_OBJECT_CLASS (tranche_order_selection_parent_class)->finalize (object);
}

static void
tranche_order_selection_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  TrancheOrderSelection *self = TRANCHE_ORDER_SELECTION (object);

  switch (prop_id) {
  case PROP_GATHERING:
    g_value_set_boolean (value, self->gathering);
    break;
  case PROP_N_SELECTED:
    g_value_set_uint (value, tranche_chosen_orders_get_size (self->chosen));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_selection_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  TrancheOrderSelection *self = TRANCHE_ORDER_SELECTION (object);

  switch (prop_id) {
  case PROP_GATHERING:
    tranche_order_selection_set_gathering (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_selection_class_init (TrancheOrderSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tranche_order_selection_finalize;
  object_class->get_property = tranche_order_selection_get_property;
  object_class->set_property = tranche_order_selection_set_property;

  properties[PROP_GATHERING] =
    g_param_spec_boolean ("gathering", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_N_SELECTED] =
    g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLICKED] =
    g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tranche_order_selection_init (TrancheOrderSelection *self)
{
}

TrancheOrderSelection *
tranche_order_selection_new (TrancheOrderList *list)
{
  TrancheOrderSelection *self;

  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (list), NULL);

  self = g_object_new (TRANCHE_TYPE_ORDER_SELECTION, NULL);
  self->list = g_object_ref (list);
  self->chosen = tranche_chosen_orders_new (list);
  g_signal_connect_object (list, "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  self->places = tranche_order_places_new (list);
  g_signal_connect_object (self->places, "items-changed",
                           G_CALLBACK (g_list_model_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->places, "sections-changed",
                           G_CALLBACK (gtk_section_model_sections_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->places, "filled",
                           G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);

  return self;
}

TrancheOrderPlaces *
tranche_order_selection_get_places (TrancheOrderSelection *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_SELECTION (self), NULL);

  return self->places;
}

gboolean
tranche_order_selection_get_gathering (TrancheOrderSelection *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_SELECTION (self), FALSE);

  return self->gathering;
}

void
tranche_order_selection_set_gathering (TrancheOrderSelection *self,
                                       gboolean               gathering)
{
  g_return_if_fail (TRANCHE_IS_ORDER_SELECTION (self));

  if (self->gathering == gathering)
    return;

  self->gathering = gathering;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GATHERING]);
}

void
tranche_order_selection_set_pointing (TrancheOrderSelection *self,
                                      gboolean               pointing)
{
  g_return_if_fail (TRANCHE_IS_ORDER_SELECTION (self));

  self->pointing = pointing;
}

guint
tranche_order_selection_get_n_selected (TrancheOrderSelection *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_SELECTION (self), 0);

  return tranche_chosen_orders_get_size (self->chosen);
}

gint64
tranche_order_selection_get_id (TrancheOrderSelection *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_SELECTION (self), 0);

  return tranche_chosen_orders_get_only (self->chosen);
}

gboolean
tranche_order_selection_has (TrancheOrderSelection *self,
                             gint64                 order_id)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_SELECTION (self), FALSE);

  return tranche_chosen_orders_has (self->chosen, order_id);
}

void
tranche_order_selection_set_id (TrancheOrderSelection *self,
                                gint64                 order_id)
{
  g_return_if_fail (TRANCHE_IS_ORDER_SELECTION (self));

  select_alone (self, order_id);
}

GArray *
tranche_order_selection_list_ids (TrancheOrderSelection *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_SELECTION (self), NULL);

  return tranche_chosen_orders_list (self->chosen);
}

void
tranche_order_selection_prune (TrancheOrderSelection *self)
{
  g_return_if_fail (TRANCHE_IS_ORDER_SELECTION (self));

  if (tranche_chosen_orders_prune (self->chosen))
    tell (self, 0, 0);
}
