/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-history.h"

#include "ui/history-row.h"

struct _TrancheOrderHistory {
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
  GtkWidget *failed;

  TrancheOrderBook *book;
  TrancheOrder *order;
  GListStore *entries;
  /* Of the order that is shown; 0 for none. */
  gint64 shown_id;
  /* Of the reading under way; NULL where there is none. */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrancheOrderHistory, tranche_order_history, ADW_TYPE_PREFERENCES_GROUP)

enum {
  PROP_0,
  PROP_BOOK,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  return tranche_history_row_new (TRANCHE_HISTORY_ENTRY (item));
}

/* The book tells the oldest first and only ever adds, so what is already shown
 * is a beginning of @history: only what follows it is new. */
static void
show_history (TrancheOrderHistory *self,
              GPtrArray           *history)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (guint i = n_shown; i < history->len; i++)
    g_list_store_insert (self->entries, 0, g_ptr_array_index (history, i));
}

static void
history_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheOrderHistory) self = user_data;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  history = tranche_order_book_history_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->failed, history == NULL);
  if (history != NULL)
    show_history (self, history);
}

static void
load (TrancheOrderHistory *self)
{
  gint64 id = self->order != NULL ? tranche_order_get_id (self->order) : 0;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (id != self->shown_id) {
    g_list_store_remove_all (self->entries);
    self->shown_id = id;
  }

  if (id == 0 || self->book == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  tranche_order_book_history_async (self->book, id, self->cancellable, history_cb,
                                    g_object_ref (self));
}

static void
tranche_order_history_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TrancheOrderHistory *self = TRANCHE_ORDER_HISTORY (object);

  switch (prop_id) {
  case PROP_BOOK:
    g_value_set_object (value, self->book);
    break;
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_history_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TrancheOrderHistory *self = TRANCHE_ORDER_HISTORY (object);
  gboolean changed;

  switch (prop_id) {
  case PROP_BOOK:
    changed = g_set_object (&self->book, g_value_get_object (value));
    break;
  case PROP_ORDER:
    changed = g_set_object (&self->order, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    return;
  }

  if (!changed)
    return;

  load (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tranche_order_history_dispose (GObject *object)
{
  TrancheOrderHistory *self = TRANCHE_ORDER_HISTORY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->book);
  g_clear_object (&self->order);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ORDER_HISTORY);

  G_OBJECT_CLASS (tranche_order_history_parent_class)->dispose (object);
}

static void
tranche_order_history_finalize (GObject *object)
{
  TrancheOrderHistory *self = TRANCHE_ORDER_HISTORY (object);

  g_clear_object (&self->entries);

  G_OBJECT_CLASS (tranche_order_history_parent_class)->finalize (object);
}

static void
tranche_order_history_class_init (TrancheOrderHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_order_history_get_property;
  object_class->set_property = tranche_order_history_set_property;
  object_class->dispose = tranche_order_history_dispose;
  object_class->finalize = tranche_order_history_finalize;

  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, TRANCHE_TYPE_ORDER_BOOK, flags);
  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-history.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderHistory, list);
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderHistory, failed);
}

static void
tranche_order_history_init (TrancheOrderHistory *self)
{
  self->entries = g_list_store_new (TRANCHE_TYPE_HISTORY_ENTRY);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->entries), create_row_cb, NULL, NULL);
}
