/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-list.h"

#include "model/order-list-private.h"
#include "model/order-news.h"

/* Rows that are kept though nobody holds them: twice what a column view holds. */
#define N_KEPT_ROWS 500

enum {
  PROP_0,
  PROP_QUERY,
  PROP_LOADING,
  PROP_COMPLETE,
  PROP_N_ITEMS,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_DAYS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrancheOrderList, tranche_order_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* The list. */

static gpointer
tranche_order_list_get_item (GListModel *model,
                             guint       position)
{
  TrancheOrderList *self = TRANCHE_ORDER_LIST (model);

  return position < tranche_list_swap_get_n (self->swap)
           ? tranche_order_list_obtain_row (self, position) : NULL;
}

static guint
tranche_order_list_get_n_items (GListModel *model)
{
  return tranche_list_swap_get_n (TRANCHE_ORDER_LIST (model)->swap);
}

static GType
tranche_order_list_get_item_type (GListModel *model)
{
  return TRANCHE_TYPE_ORDER_ROW;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item = tranche_order_list_get_item;
  iface->get_n_items = tranche_order_list_get_n_items;
  iface->get_item_type = tranche_order_list_get_item_type;
}

/* What the rest of the program does. */

static void
book_changed_cb (TrancheOrderBook *book,
                 TrancheOrder     *after,
                 TrancheOrder     *before,
                 TrancheOrderList *self)
{
  TrancheOrderRow *row = tranche_row_cache_peek (self->rows, tranche_order_get_id (after));

  self->n_changed++;
  if (row != NULL)
    tranche_order_row_set_order (row, after);

  if (tranche_order_is_news (before, after) ||
      (self->query != NULL &&
       tranche_order_query_get_sort_key (self->query) == TRANCHE_SORT_CHECKED))
    tranche_order_list_note_changed (self);
}

static void
book_removed_cb (TrancheOrderBook *book,
                 gint64            id,
                 TrancheOrderList *self)
{
  tranche_order_list_note_changed (self);
}

static void
busy_changed_cb (TrancheOperations *operations,
                 gint64             id,
                 TrancheOrderList  *self)
{
  TrancheOrderRow *row = tranche_row_cache_peek (self->rows, id);

  if (row != NULL)
    tranche_order_row_set_operation (row, tranche_operations_get_current (operations, id));

  /* What went wrong stands elsewhere, and the order itself may say nothing of it. */
  tranche_order_list_note_changed (self);
}

/* The object. */

static void
tranche_order_list_dispose (GObject *object)
{
  TrancheOrderList *self = TRANCHE_ORDER_LIST (object);

  g_cancellable_cancel (self->cancellable);
  tranche_order_list_stop_asking (self);
  tranche_order_list_stop_taking (self);
  g_clear_handle_id (&self->load_id, g_source_remove);
  g_clear_object (&self->book);
  g_clear_object (&self->operations);
  g_clear_object (&self->query);

  G_OBJECT_CLASS (tranche_order_list_parent_class)->dispose (object);
}

static void
tranche_order_list_finalize (GObject *object)
{
  TrancheOrderList *self = TRANCHE_ORDER_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->rows);
  g_clear_error (&self->error);
  tranche_list_swap_free (self->swap);
  g_array_unref (self->wanted);

  G_OBJECT_CLASS (tranche_order_list_parent_class)->finalize (object);
}

static void
tranche_order_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrancheOrderList *self = TRANCHE_ORDER_LIST (object);

  switch (prop_id) {
  case PROP_QUERY:
    g_value_set_object (value, self->query);
    break;
  case PROP_LOADING:
    g_value_set_boolean (value, self->query_is_new);
    break;
  case PROP_COMPLETE:
    g_value_set_boolean (value, self->complete);
    break;
  case PROP_N_ITEMS:
    g_value_set_uint (value, tranche_list_swap_get_n (self->swap));
    break;
  case PROP_ERROR:
    g_value_set_boxed (value, self->error);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_list_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TrancheOrderList *self = TRANCHE_ORDER_LIST (object);

  switch (prop_id) {
  case PROP_QUERY:
    tranche_order_list_set_query (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_list_class_init (TrancheOrderListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_order_list_dispose;
  object_class->finalize = tranche_order_list_finalize;
  object_class->get_property = tranche_order_list_get_property;
  object_class->set_property = tranche_order_list_set_property;

  properties[PROP_QUERY] =
    g_param_spec_object ("query", NULL, NULL, TRANCHE_TYPE_ORDER_QUERY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPLETE] =
    g_param_spec_boolean ("complete", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_DAYS_CHANGED] =
    g_signal_new ("days-changed", TRANCHE_TYPE_ORDER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tranche_order_list_init (TrancheOrderList *self)
{
  self->swap = tranche_list_swap_new ();
  self->complete = TRUE;
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = tranche_row_cache_new (N_KEPT_ROWS);
  self->cancellable = g_cancellable_new ();
}

TrancheOrderList *
tranche_order_list_new (TrancheOrderBook  *book,
                        TrancheOperations *operations)
{
  TrancheOrderList *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (operations), NULL);

  self = g_object_new (TRANCHE_TYPE_ORDER_LIST, NULL);
  self->book = g_object_ref (book);
  self->operations = g_object_ref (operations);

  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (book, "removed", G_CALLBACK (book_removed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (operations, "busy-changed", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_DEFAULT);

  return self;
}

TrancheOrderQuery *
tranche_order_list_get_query (TrancheOrderList *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), NULL);

  return self->query;
}

void
tranche_order_list_set_query (TrancheOrderList  *self,
                              TrancheOrderQuery *query)
{
  g_return_if_fail (TRANCHE_IS_ORDER_LIST (self));
  g_return_if_fail (query == NULL || TRANCHE_IS_ORDER_QUERY (query));

  if (self->query == query ||
      (self->query != NULL && query != NULL && tranche_order_query_equal (self->query, query)))
    return;

  g_object_freeze_notify (G_OBJECT (self));

  g_set_object (&self->query, query);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);

  if (self->query_is_new != (query != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  self->query_is_new = query != NULL;

  if (query != NULL) {
    tranche_order_list_ask (self);
  } else {
    tranche_order_list_stop_asking (self);
    tranche_order_list_empty (self);
  }

  g_object_thaw_notify (G_OBJECT (self));
}

void
tranche_order_list_refresh (TrancheOrderList *self)
{
  g_return_if_fail (TRANCHE_IS_ORDER_LIST (self));

  if (self->query != NULL)
    tranche_order_list_ask (self);
}
