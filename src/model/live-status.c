/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-status.h"

#include "core/log.h"
#include "model/live-engine.h"
#include "model/live-lane.h"
#include "model/live-status-private.h"

/* µs. So long the window waits for orders that come to be watched. */
#define SLICE 4000

struct _TrancheLiveStatus {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheOperations *operations;
  TrancheLiveEngine *engine;
  GNetworkMonitor *monitor;
  GPtrArray *connections; /* those whose state is listened to */
  GPtrArray *arriving;    /* (nullable): orders of which the last are not watched yet */
  guint arriving_id;
  gboolean online;
  double pace;
  guint total; /* as it was last notified */
};

enum {
  PROP_0,
  PROP_ONLINE,
  PROP_PENDING,
  PROP_TOTAL,
  PROP_PACE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrancheLiveStatus, tranche_live_status, G_TYPE_OBJECT)

static void
progress_cb (TrancheLiveStatus *self)
{
  guint total = tranche_live_engine_get_total (self->engine);

  g_object_freeze_notify (G_OBJECT (self));

  /* Whenever there is progress, there is less pending, or a new total. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
  if (self->total != total) {
    self->total = total;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
  }

  g_object_thaw_notify (G_OBJECT (self));
}

/* Orders. */

static gboolean
is_running (TrancheLiveStatus *self)
{
  return tranche_live_engine_get_running (self->engine) != NULL;
}

static void
book_changed_cb (TrancheOrderBook  *book,
                 TrancheOrder      *after,
                 TrancheOrder      *before,
                 TrancheLiveStatus *self)
{
  if (is_running (self))
    tranche_live_engine_watch (self->engine, after);
}

static void
book_removed_cb (TrancheOrderBook  *book,
                 gint64             id,
                 TrancheLiveStatus *self)
{
  tranche_live_engine_drop (self->engine, id);
}

static void
stop_arriving (TrancheLiveStatus *self)
{
  g_clear_handle_id (&self->arriving_id, g_source_remove);
  g_clear_pointer (&self->arriving, g_ptr_array_unref);
}

static gboolean
arrive_cb (gpointer user_data)
{
  TrancheLiveStatus *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;

  while (is_running (self) && self->arriving->len > 0) {
    g_autoptr (TrancheOrder) order =
      g_ptr_array_steal_index (self->arriving, self->arriving->len - 1);

    /* A change that came meanwhile is newer. */
    if (!tranche_live_engine_is_watching (self->engine, tranche_order_get_id (order)))
      tranche_live_engine_watch (self->engine, order);
    if (g_get_monotonic_time () >= end)
      return G_SOURCE_CONTINUE;
  }

  self->arriving_id = 0;
  stop_arriving (self);

  return G_SOURCE_REMOVE;
}

/* Takes @orders. */
static void
take_orders (TrancheLiveStatus *self,
             GPtrArray         *orders)
{
  if (self->arriving != NULL) {
    g_ptr_array_extend_and_steal (self->arriving, orders);
    return;
  }

  self->arriving = orders;
  if (arrive_cb (self) == G_SOURCE_CONTINUE)
    self->arriving_id = g_idle_add_full (G_PRIORITY_LOW, arrive_cb, self, NULL);
}

static void
report_failure (const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tranche_warning ("model", "Orders cannot be watched: %s", error->message);
}

static void
unsettled_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (TrancheLiveStatus) self = user_data;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (orders != NULL)
    take_orders (self, g_steal_pointer (&orders));
  else
    report_failure (error);
}

/* An order may be unsettled in a stage that nobody watches otherwise. */
static void
busy_changed_cb (TrancheOperations *operations,
                 gint64             order_id,
                 TrancheLiveStatus *self)
{
  g_autoptr (GArray) ids = NULL;

  if (!is_running (self))
    return;

  tranche_live_engine_reschedule (self->engine, order_id);
  if (tranche_live_engine_is_watching (self->engine, order_id) ||
      !tranche_operations_is_unsettled (operations, order_id))
    return;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, order_id);
  tranche_order_book_load_async (self->book, ids, tranche_live_engine_get_running (self->engine),
                                 unsettled_loaded_cb, g_object_ref (self));
}

/* The network and the connections. */

/* With an account that needs no network there is nothing to be offline from. */
static void
update_online (TrancheLiveStatus *self)
{
  GListModel *connections = tranche_operations_get_connections (self->operations);
  gboolean online = g_network_monitor_get_network_available (self->monitor);
  gboolean needed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);

    needed |= !tranche_live_lane_is_local (tranche_connection_get_account (connection));
  }

  online |= !needed;
  if (self->online == online)
    return;

  self->online = online;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

static void
network_changed_cb (TrancheLiveStatus *self)
{
  tranche_live_engine_set_network (self->engine,
                                   g_network_monitor_get_network_available (self->monitor));
  update_online (self);
}

static void
connection_changed_cb (TrancheLiveStatus *self)
{
  tranche_live_engine_mind_lanes (self->engine);
  update_online (self);
}

static void
forget_connections (TrancheLiveStatus *self)
{
  for (guint i = 0; i < self->connections->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->connections, i), self);

  g_ptr_array_set_size (self->connections, 0);
}

static void
connections_changed_cb (TrancheLiveStatus *self)
{
  GListModel *connections = tranche_operations_get_connections (self->operations);

  forget_connections (self);
  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    TrancheConnection *connection = g_list_model_get_item (connections, i);

    g_ptr_array_add (self->connections, connection);
    g_signal_connect_swapped (connection, "notify", G_CALLBACK (connection_changed_cb), self);
  }

  connection_changed_cb (self);
}

/* The object. */

static void
tranche_live_status_dispose (GObject *object)
{
  TrancheLiveStatus *self = TRANCHE_LIVE_STATUS (object);

  stop_arriving (self);
  tranche_live_engine_stop (self->engine);
  forget_connections (self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->operations);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_live_status_parent_class)->dispose (object);
}

static void
tranche_live_status_finalize (GObject *object)
{
  TrancheLiveStatus *self = TRANCHE_LIVE_STATUS (object);

  g_ptr_array_unref (self->connections);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (tranche_live_status_parent_class)->finalize (object);
}

static void
tranche_live_status_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrancheLiveStatus *self = TRANCHE_LIVE_STATUS (object);

  switch (prop_id) {
  case PROP_ONLINE:
    g_value_set_boolean (value, self->online);
    break;
  case PROP_PENDING:
    g_value_set_uint (value, tranche_live_engine_get_pending (self->engine));
    break;
  case PROP_TOTAL:
    g_value_set_uint (value, tranche_live_engine_get_total (self->engine));
    break;
  case PROP_PACE:
    g_value_set_double (value, self->pace);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_live_status_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TrancheLiveStatus *self = TRANCHE_LIVE_STATUS (object);

  switch (prop_id) {
  case PROP_PACE:
    self->pace = g_value_get_double (value);
    tranche_live_engine_set_pace (self->engine, self->pace);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_live_status_class_init (TrancheLiveStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_live_status_dispose;
  object_class->finalize = tranche_live_status_finalize;
  object_class->get_property = tranche_live_status_get_property;
  object_class->set_property = tranche_live_status_set_property;

  properties[PROP_ONLINE] =
    g_param_spec_boolean ("online", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PENDING] =
    g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOTAL] =
    g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PACE] =
    g_param_spec_double ("pace", NULL, NULL, 0.1, 100.0, 1.0,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_live_status_init (TrancheLiveStatus *self)
{
  self->online = TRUE;
  self->pace = 1.0;
  self->connections = g_ptr_array_new_with_free_func (g_object_unref);
}

TrancheLiveStatus *
tranche_live_status_new (TrancheOrderBook  *book,
                         TrancheOperations *operations)
{
  TrancheLiveStatus *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (operations), NULL);

  self = g_object_new (TRANCHE_TYPE_LIVE_STATUS, NULL);
  self->book = g_object_ref (book);
  self->operations = g_object_ref (operations);
  self->engine = tranche_live_engine_new (operations);

  g_signal_connect_object (self->engine, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (book, "removed", G_CALLBACK (book_removed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (operations, "busy-changed", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (tranche_operations_get_connections (operations), "items-changed",
                           G_CALLBACK (connections_changed_cb), self, G_CONNECT_SWAPPED);
  tranche_live_status_set_network_monitor (self, g_network_monitor_get_default ());
  connections_changed_cb (self);

  return self;
}

void
tranche_live_status_set_clock (TrancheLiveStatus      *self,
                               const TrancheLiveClock *clock)
{
  tranche_live_engine_set_clock (self->engine, clock);
}

void
tranche_live_status_set_network_monitor (TrancheLiveStatus *self,
                                         GNetworkMonitor   *monitor)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);

  g_set_object (&self->monitor, monitor);
  g_signal_connect_object (monitor, "notify::network-available",
                           G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
  network_changed_cb (self);
}

void
tranche_live_status_wake (TrancheLiveStatus *self)
{
  tranche_live_engine_wake (self->engine);
}

gint64
tranche_live_status_get_due (TrancheLiveStatus *self,
                             gint64             order_id)
{
  return tranche_live_engine_get_due (self->engine, order_id);
}

static void
watched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheLiveStatus) self = user_data;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  orders = tranche_order_book_watched_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (orders != NULL)
    take_orders (self, g_steal_pointer (&orders));
  else
    report_failure (error);
}

void
tranche_live_status_start (TrancheLiveStatus *self)
{
  g_return_if_fail (TRANCHE_IS_LIVE_STATUS (self));

  if (is_running (self))
    return;

  tranche_live_engine_start (self->engine);
  tranche_order_book_watched_async (self->book, tranche_live_engine_get_running (self->engine),
                                    watched_cb, g_object_ref (self));
}

void
tranche_live_status_stop (TrancheLiveStatus *self)
{
  g_return_if_fail (TRANCHE_IS_LIVE_STATUS (self));

  stop_arriving (self);
  tranche_live_engine_stop (self->engine);
}

gboolean
tranche_live_status_get_online (TrancheLiveStatus *self)
{
  g_return_val_if_fail (TRANCHE_IS_LIVE_STATUS (self), FALSE);

  return self->online;
}

guint
tranche_live_status_get_pending (TrancheLiveStatus *self)
{
  g_return_val_if_fail (TRANCHE_IS_LIVE_STATUS (self), 0);

  return tranche_live_engine_get_pending (self->engine);
}

guint
tranche_live_status_get_total (TrancheLiveStatus *self)
{
  g_return_val_if_fail (TRANCHE_IS_LIVE_STATUS (self), 0);

  return tranche_live_engine_get_total (self->engine);
}

void
tranche_live_status_refresh_all (TrancheLiveStatus *self)
{
  g_return_if_fail (TRANCHE_IS_LIVE_STATUS (self));

  tranche_live_engine_refresh_all (self->engine);
}

void
tranche_live_status_cancel_refresh (TrancheLiveStatus *self)
{
  g_return_if_fail (TRANCHE_IS_LIVE_STATUS (self));

  tranche_live_engine_cancel_refresh (self->engine);
}

void
tranche_live_status_set_visible (TrancheLiveStatus *self,
                                 GArray            *order_ids)
{
  g_return_if_fail (TRANCHE_IS_LIVE_STATUS (self));
  g_return_if_fail (order_ids != NULL);

  tranche_live_engine_set_visible (self->engine, order_ids);
}
