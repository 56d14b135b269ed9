/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-list.h"

#include "core/log.h"
#include "model/id-diff.h"
#include "model/row-cache.h"

/* Rows that are kept though nobody holds them: twice what a column view holds. */
#define N_KEPT_ROWS 500
/* Rows that are filled in before they are asked for, in the direction of scrolling. */
#define PAGE 40

/* µs. The book is asked anew this long after a change, and no more often than
 * every fourth moment it takes. */
#define REQUERY_DELAY  (120 * 1000)
#define REQUERY_FACTOR 4

struct _TrancheOrderList {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheOperations *operations;
  TrancheOrderQuery *query;
  GError *error;

  GArray *ids;
  TrancheRowCache *rows;

  GCancellable *querying; /* (nullable): the question under way */
  gboolean query_is_new;  /* whose answer is the first to the present query */
  gboolean query_again;   /* something changed since it was asked */
  gint64 query_began;
  gint64 query_took;
  guint requery_id;
  GHashTable *changed;    /* ids that changed since the book was last asked */
  GHashTable *asked;      /* those before, which its answer may have moved */

  GArray *wanted;         /* ids whose orders are to be loaded */
  guint load_id;
  guint last_position;
  gboolean upwards;
  GCancellable *cancellable;
};

enum {
  PROP_0,
  PROP_QUERY,
  PROP_LOADING,
  PROP_N_ITEMS,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrancheOrderList, tranche_order_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef struct {
  TrancheOrderList *list;
  GCancellable *cancellable;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->list);
  g_object_unref (question->cancellable);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void ask (TrancheOrderList *self);

static GHashTable *
new_id_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_id (GHashTable *set,
        gint64      id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static void
note_changed (TrancheOrderList *self,
              gint64            id)
{
  add_id (self->changed, id);
  /* An answer that is on its way may or may not have it. */
  if (self->querying != NULL)
    add_id (self->asked, id);
}

/* Filling rows in. */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrancheOrderList) self = user_data;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (orders == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      tranche_warning ("model", "Orders cannot be loaded: %s", error->message);
    return;
  }

  for (guint i = 0; i < orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);
    TrancheOrderRow *row = tranche_row_cache_peek (self->rows, tranche_order_get_id (order));

    /* One that was filled in meanwhile, by a change, is newer. */
    if (row != NULL && tranche_order_row_get_order (row) == NULL)
      tranche_order_row_set_order (row, order);
  }
}

static TrancheOrderRow *
obtain_row (TrancheOrderList *self,
            guint             position)
{
  gint64 id = g_array_index (self->ids, gint64, position);
  gboolean is_new = tranche_row_cache_peek (self->rows, id) == NULL;
  TrancheOrderRow *row = tranche_row_cache_obtain (self->rows, id);

  if (is_new) {
    tranche_order_row_set_operation (row, tranche_operations_get_current (self->operations, id));
    g_array_append_val (self->wanted, id);
  }

  return row;
}

static void
read_ahead (TrancheOrderList *self)
{
  for (guint i = 1; i <= PAGE; i++) {
    g_autoptr (TrancheOrderRow) row = NULL;
    guint position = self->upwards ? self->last_position - i : self->last_position + i;

    /* Upwards past the first is a very large number too. */
    if (position >= self->ids->len)
      return;

    row = obtain_row (self, position);
  }
}

static gboolean
load_cb (gpointer user_data)
{
  TrancheOrderList *self = user_data;
  g_autoptr (GArray) ids = NULL;

  self->load_id = 0;
  read_ahead (self);

  ids = g_steal_pointer (&self->wanted);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  tranche_order_book_load_async (self->book, ids, self->cancellable, loaded_cb,
                                 g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static gpointer
tranche_order_list_get_item (GListModel *model,
                             guint       position)
{
  TrancheOrderList *self = TRANCHE_ORDER_LIST (model);
  TrancheOrderRow *row = NULL;

  if (position >= self->ids->len)
    return NULL;

  row = obtain_row (self, position);
  if (position != self->last_position)
    self->upwards = position < self->last_position;
  self->last_position = position;

  /* All that is asked for in this round of the main loop is loaded at once. */
  if (self->wanted->len > 0 && self->load_id == 0)
    self->load_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, load_cb, self, NULL);

  return row;
}

static guint
tranche_order_list_get_n_items (GListModel *model)
{
  return TRANCHE_ORDER_LIST (model)->ids->len;
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

/* Asking the book. */

static void
take_ids (TrancheOrderList *self,
          GArray           *ids)
{
  g_autoptr (GArray) changes = NULL;
  guint n_before = self->ids->len;

  if (self->query_is_new)
    changes = tranche_id_diff_range (self->ids, ids);
  else
    changes = tranche_id_diff (self->ids, ids, self->asked);

  for (guint i = 0; i < changes->len; i++) {
    TrancheIdChange *change = &g_array_index (changes, TrancheIdChange, i);

    if (change->n_removed > 0)
      g_array_remove_range (self->ids, change->position, change->n_removed);
    if (change->n_added > 0)
      g_array_insert_vals (self->ids, change->position,
                           &g_array_index (ids, gint64, change->source), change->n_added);

    g_list_model_items_changed (G_LIST_MODEL (self), change->position,
                                change->n_removed, change->n_added);
  }

  if (self->ids->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static gboolean
requery_cb (gpointer user_data)
{
  TrancheOrderList *self = user_data;

  self->requery_id = 0;
  ask (self);

  return G_SOURCE_REMOVE;
}

static void
ask_later (TrancheOrderList *self)
{
  gint64 delay = MAX (REQUERY_DELAY, REQUERY_FACTOR * self->query_took);

  if (self->query == NULL || self->requery_id != 0)
    return;

  if (self->querying != NULL)
    self->query_again = TRUE;
  else
    self->requery_id = g_timeout_add ((guint) (delay / 1000), requery_cb, self);
}

static void
set_error (TrancheOrderList *self,
           GError           *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
queried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  TrancheOrderList *self = question->list;
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  ids = tranche_order_book_query_finish (TRANCHE_ORDER_BOOK (source), result, &error);

  /* A newer question has taken its place and waits for its own answer. */
  if (g_cancellable_is_cancelled (question->cancellable)) {
    g_clear_error (&error);
    return;
  }

  g_clear_object (&self->querying);
  self->query_took = g_get_monotonic_time () - self->query_began;

  if (ids != NULL)
    take_ids (self, ids);
  set_error (self, error);

  if (self->query_is_new) {
    self->query_is_new = FALSE;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  }

  if (self->query_again)
    ask_later (self);
}

/* An answer that nobody waited for may have moved what had changed before it. */
static void
collect_changed (TrancheOrderList *self)
{
  GHashTableIter iter;
  gpointer key = NULL;

  if (self->querying == NULL)
    g_hash_table_remove_all (self->asked);

  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    g_hash_table_iter_steal (&iter);
    g_hash_table_add (self->asked, key);
  }
}

static void
ask (TrancheOrderList *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  Question *question = NULL;

  g_clear_handle_id (&self->requery_id, g_source_remove);

  collect_changed (self);
  g_cancellable_cancel (self->querying);
  g_clear_object (&self->querying);

  self->querying = g_cancellable_new ();
  self->query_again = FALSE;
  self->query_began = g_get_monotonic_time ();

  question = g_new0 (Question, 1);
  question->list = g_object_ref (self);
  question->cancellable = g_object_ref (self->querying);
  tranche_order_book_query_async (self->book, self->query, now, self->querying,
                                  queried_cb, question);
}

/* What the rest of the program does. */

static void
book_changed_cb (TrancheOrderBook *book,
                 TrancheOrder     *after,
                 TrancheOrder     *before,
                 TrancheOrderList *self)
{
  gint64 id = tranche_order_get_id (after);
  TrancheOrderRow *row = tranche_row_cache_peek (self->rows, id);

  if (row != NULL)
    tranche_order_row_set_order (row, after);

  note_changed (self, id);
  ask_later (self);
}

static void
book_removed_cb (TrancheOrderBook *book,
                 gint64            id,
                 TrancheOrderList *self)
{
  note_changed (self, id);
  ask_later (self);
}

static void
busy_changed_cb (TrancheOperations *operations,
                 gint64             id,
                 TrancheOrderList  *self)
{
  TrancheOrderRow *row = tranche_row_cache_peek (self->rows, id);

  if (row != NULL)
    tranche_order_row_set_operation (row, tranche_operations_get_current (operations, id));
}

/* The object. */

static void
tranche_order_list_dispose (GObject *object)
{
  TrancheOrderList *self = TRANCHE_ORDER_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->querying);
  g_clear_object (&self->querying);
  g_clear_handle_id (&self->requery_id, g_source_remove);
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
  g_array_unref (self->ids);
  g_array_unref (self->wanted);
  g_hash_table_unref (self->changed);
  g_hash_table_unref (self->asked);

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
  case PROP_N_ITEMS:
    g_value_set_uint (value, self->ids->len);
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
  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_order_list_init (TrancheOrderList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = tranche_row_cache_new (N_KEPT_ROWS);
  self->changed = new_id_set ();
  self->asked = new_id_set ();
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
    ask (self);
  } else {
    g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

    g_cancellable_cancel (self->querying);
    g_clear_object (&self->querying);
    g_clear_handle_id (&self->requery_id, g_source_remove);
    take_ids (self, none);
  }

  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
tranche_order_list_get_loading (TrancheOrderList *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), FALSE);

  return self->query_is_new;
}

const GError *
tranche_order_list_get_error (TrancheOrderList *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), NULL);

  return self->error;
}

guint
tranche_order_list_find (TrancheOrderList *self,
                         gint64            order_id)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++) {
    if (g_array_index (self->ids, gint64, i) == order_id)
      return i;
  }

  return G_MAXUINT;
}

void
tranche_order_list_refresh (TrancheOrderList *self)
{
  g_return_if_fail (TRANCHE_IS_ORDER_LIST (self));

  if (self->query != NULL)
    ask (self);
}
