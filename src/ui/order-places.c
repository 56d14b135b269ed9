/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-places.h"

#include "ui/place-table.h"

/* Places that a view makes widgets for at most; beyond them, all cost nothing. */
#define N_WITH_WIDGETS 240

/* Places that come at once, where no higher screen is known. The others follow when the
 * list has rested for REST ms, for a list may soon be another one: a few at a time, until
 * it is the turn of the window again: SLICE in µs. */
#define FIRST 32
#define REST 250
#define STEP 4
#define SLICE 4000

/* ms. While somebody types, each key is another list, and all its rows take new headers
 * and other orders. So those that are not on the screen go, once what the first key found
 * is drawn, and come again when nothing was typed for longer. */
#define SHED 40
#define TYPING_REST 500

struct _TrancheOrderPlaces {
  GObject parent_instance;

  TrancheOrderList *list;
  TranchePlaceTable *table;
  guint n_items;  /* that the view knows of: no more than are in the list */
  guint n_screen; /* that come at once */
  guint n_needed; /* that somebody has to be shown */
  char *text;     /* (nullable): what the list was searched for */
  gboolean typed; /* just now */
  guint grow_id;
  guint shed_id;
};

enum {
  SIGNAL_FILLING,
  SIGNAL_FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrancheOrderPlaces, tranche_order_places, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

/* The list. */

static gpointer
tranche_order_places_get_item (GListModel *model,
                               guint       position)
{
  TrancheOrderPlaces *self = TRANCHE_ORDER_PLACES (model);

  return position < self->n_items ? tranche_place_table_obtain (self->table, position) : NULL;
}

static guint
tranche_order_places_get_n_items (GListModel *model)
{
  return TRANCHE_ORDER_PLACES (model)->n_items;
}

static GType
tranche_order_places_get_item_type (GListModel *model)
{
  return TRANCHE_TYPE_ORDER_PLACE;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item = tranche_order_places_get_item;
  iface->get_n_items = tranche_order_places_get_n_items;
  iface->get_item_type = tranche_order_places_get_item_type;
}

/* Its days. */

static guint
get_n_listed (TrancheOrderPlaces *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static void
tranche_order_places_get_section (GtkSectionModel *model,
                                  guint            position,
                                  guint           *start,
                                  guint           *end)
{
  TrancheOrderPlaces *self = TRANCHE_ORDER_PLACES (model);
  TrancheDayRange day;

  *start = 0;
  *end = self->n_items;

  if (position >= self->n_items) {
    *start = self->n_items;
    *end = G_MAXUINT;
  } else if (tranche_order_list_get_day (self->list, position, &day)) {
    *start = day.first;
    *end = MIN (day.end, self->n_items);
  } else if (tranche_order_list_get_day (self->list, 0, &day)) {
    /* Places in which nothing stands any more, for as long as they are there. */
    *start = get_n_listed (self);
  }
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tranche_order_places_get_section;
}

static void
tell_days (TrancheOrderPlaces *self)
{
  if (self->n_items > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->n_items);
}

/* What comes and goes. */

static void
change (TrancheOrderPlaces *self,
        guint               position,
        guint               n_removed,
        guint               n_added)
{
  tranche_place_table_splice (self->table, position, n_removed, n_added);
  self->n_items += n_added - n_removed;
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  tranche_place_table_settle (self->table);
}

/* Goes on with no more than @n_items places, or with all when there are enough. */
static gboolean
grow (TrancheOrderPlaces *self,
      guint               n_items)
{
  guint n_listed = get_n_listed (self);

  if (n_items >= N_WITH_WIDGETS || n_items > n_listed)
    n_items = n_listed;
  if (n_items > self->n_items)
    change (self, self->n_items, 0, n_items - self->n_items);

  return self->n_items < n_listed;
}

static gboolean
grow_cb (gpointer user_data)
{
  TrancheOrderPlaces *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;
  gboolean more;

  /* What would be made now may not be needed then. */
  if (tranche_order_list_get_loading (self->list)) {
    self->grow_id = 0;
    return G_SOURCE_REMOVE;
  }

  do
    more = grow (self, self->n_items + STEP);
  while (more && g_get_monotonic_time () < end);

  if (!more)
    self->grow_id = 0;

  return more;
}

static void
rested_cb (gpointer user_data)
{
  TrancheOrderPlaces *self = user_data;

  self->grow_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, self, NULL);
}

static void
begin_to_grow (TrancheOrderPlaces *self)
{
  if (grow (self, MAX (self->n_items, self->n_screen)) && self->grow_id == 0)
    self->grow_id = g_timeout_add_once (self->typed ? TYPING_REST : REST, rested_cb, self);
}

static void
loading_changed_cb (TrancheOrderPlaces *self)
{
  g_clear_handle_id (&self->grow_id, g_source_remove);
  if (tranche_order_list_get_loading (self->list))
    g_clear_handle_id (&self->shed_id, g_source_remove);
  else
    begin_to_grow (self);
}

/* The view has widgets for those beyond the screen. */
static void
shed_cb (gpointer user_data)
{
  TrancheOrderPlaces *self = user_data;

  self->shed_id = 0;
  if (self->n_items > self->n_screen && self->n_needed <= self->n_screen) {
    change (self, self->n_screen, self->n_items - self->n_screen, 0);
    begin_to_grow (self);
  }
}

static gboolean
is_searched_anew (TrancheOrderPlaces *self)
{
  TrancheOrderQuery *query = tranche_order_list_get_query (self->list);

  return g_set_str (&self->text, query != NULL ? tranche_order_query_get_text (query) : NULL);
}

/* The list is another one. */
static void
fill (TrancheOrderPlaces *self)
{
  guint n_kept = MIN (self->n_items, get_n_listed (self));

  self->n_needed = 0;
  self->typed = is_searched_anew (self);
  g_signal_emit (self, signals[SIGNAL_FILLING], 0);
  tranche_place_table_fill (self->table, self->n_items);
  tell_days (self);
  if (self->n_items > n_kept)
    change (self, n_kept, self->n_items - n_kept, 0);
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
  if (self->typed && self->shed_id == 0)
    self->shed_id = g_timeout_add_once (SHED, shed_cb, self);
}

static void
items_changed_cb (TrancheOrderPlaces *self,
                  guint               position,
                  guint               n_removed,
                  guint               n_added)
{
  if (tranche_order_list_get_anew (self->list))
    fill (self);
  else if (position < self->n_items)
    change (self, position, MIN (n_removed, self->n_items - position), n_added);

  /* What has not come yet will come as it is by then. */
  begin_to_grow (self);
}

static void
tranche_order_places_finalize (GObject *object)
{
  TrancheOrderPlaces *self = TRANCHE_ORDER_PLACES (object);

  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_clear_handle_id (&self->shed_id, g_source_remove);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->table, tranche_place_table_free);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (tranche_order_places_parent_class)->finalize (object);
}

static void
tranche_order_places_class_init (TrancheOrderPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_order_places_finalize;

  signals[SIGNAL_FILLING] =
    g_signal_new ("filling", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FILLED] =
    g_signal_new ("filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tranche_order_places_init (TrancheOrderPlaces *self)
{
  self->n_screen = FIRST;
}

TrancheOrderPlaces *
tranche_order_places_new (TrancheOrderList *list)
{
  TrancheOrderPlaces *self;

  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (list), NULL);

  self = g_object_new (TRANCHE_TYPE_ORDER_PLACES, NULL);
  self->list = g_object_ref (list);
  self->table = tranche_place_table_new (list);
  self->n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_signal_connect_object (list, "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "days-changed", G_CALLBACK (tell_days), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::loading",
                           G_CALLBACK (loading_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
tranche_order_places_reach (TrancheOrderPlaces *self,
                            guint               position)
{
  g_return_if_fail (TRANCHE_IS_ORDER_PLACES (self));

  self->n_needed = MAX (self->n_needed, position + 1);
  if (position >= self->n_items)
    grow (self, position < N_WITH_WIDGETS ? position + self->n_screen : position);
}

void
tranche_order_places_set_screen (TrancheOrderPlaces *self,
                                 guint               n_places)
{
  g_return_if_fail (TRANCHE_IS_ORDER_PLACES (self));

  self->n_screen = CLAMP (n_places, FIRST, N_WITH_WIDGETS);
}
