/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/callback-desk.h"

#include "banks/callback-listener.h"
#include "core/log.h"
#include "model/bank-registry.h"
#include "model/callback-inquiry.h"

struct _TrancheCallbackDesk {
  GObject parent_instance;

  GListModel *connections;
  TrancheSecrets *secrets;
  TrancheCallbackInquiry *inquiry;
  GHashTable *listeners; /* "address:port" → TrancheCallbackListener */
  GPtrArray *seats;      /* (element-type Seat): one a connection */
};

/* A connection, and where it is listened for it. */
typedef struct {
  TrancheCallbackDesk *desk;
  TrancheConnection *connection;
  GCancellable *looking_up; /* (nullable): while its secret is fetched */
  char *place;              /* (nullable): the listener with its route */
  char *account_id;         /* (nullable): of the route */
} Seat;

G_DEFINE_FINAL_TYPE (TrancheCallbackDesk, tranche_callback_desk, G_TYPE_OBJECT)

/* Listeners. */

static void
hinted_cb (TrancheCallbackListener *listener,
           const char              *account_id,
           const char              *number,
           const char              *bank_order_id,
           TrancheCallbackDesk     *self)
{
  tranche_callback_inquiry_follow (self->inquiry, account_id, number, bank_order_id);
}

static const char *
get_address (const TrancheAgreement *agreement)
{
  const char *address = agreement->callback_interface;

  return address != NULL && *address != '\0' ? address : "127.0.0.1";
}

static char *
make_place (const TrancheAgreement *agreement)
{
  return g_strdup_printf ("%s:%u", get_address (agreement), agreement->callback_port);
}

/* The listener at @agreement's place, where it listens already. */
static TrancheCallbackListener *
get_listener (TrancheCallbackDesk     *self,
              const TrancheAgreement  *agreement,
              GError                 **error)
{
  g_autofree char *place = make_place (agreement);
  g_autoptr (TrancheCallbackListener) listener = NULL;
  TrancheCallbackListener *known = g_hash_table_lookup (self->listeners, place);

  if (known != NULL)
    return known;

  listener = tranche_callback_listener_new ();
  if (!tranche_callback_listener_start (listener, get_address (agreement),
                                        agreement->callback_port, error))
    return NULL;

  g_signal_connect_object (listener, "hinted", G_CALLBACK (hinted_cb), self, G_CONNECT_DEFAULT);
  known = listener;
  g_hash_table_insert (self->listeners, g_steal_pointer (&place), g_steal_pointer (&listener));

  return known;
}

static void
stop_listener (TrancheCallbackListener *listener)
{
  tranche_callback_listener_stop (listener);
  g_object_unref (listener);
}

/* Seats. */

static void
seat_leave (Seat *seat)
{
  GHashTable *listeners = seat->desk->listeners;

  g_cancellable_cancel (seat->looking_up);
  g_clear_object (&seat->looking_up);

  if (seat->place != NULL) {
    TrancheCallbackListener *listener = g_hash_table_lookup (listeners, seat->place);

    tranche_callback_listener_remove_route (listener, seat->account_id);
    if (tranche_callback_listener_get_n_routes (listener) == 0)
      g_hash_table_remove (listeners, seat->place);
  }

  g_clear_pointer (&seat->place, g_free);
  g_clear_pointer (&seat->account_id, g_free);
}

static void
seat_free (Seat *seat)
{
  g_signal_handlers_disconnect_by_data (seat->connection, seat);
  seat_leave (seat);
  tranche_connection_set_callbacks (seat->connection, TRANCHE_CALLBACK_OFF, NULL);
  g_object_unref (seat->connection);
  g_free (seat);
}

static TrancheCallbackState
get_state_of_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
    return TRANCHE_CALLBACK_PORT_IN_USE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return TRANCHE_CALLBACK_PORT_DENIED;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    return TRANCHE_CALLBACK_BAD_INTERFACE;

  return TRANCHE_CALLBACK_FAILED;
}

static TrancheCallbackRoute *
make_route (TrancheAccount *account,
            const char     *secret)
{
  const TrancheAgreement *agreement = tranche_account_get_agreement (account);
  const char *bank_id = tranche_account_get_bank (account);

  return tranche_callback_route_new (tranche_account_get_id (account),
                                     tranche_bank_registry_get_callbacks (bank_id), secret,
                                     agreement->signature_header);
}

static void
seat_listen (Seat       *seat,
             const char *secret)
{
  TrancheAccount *account = tranche_connection_get_account (seat->connection);
  const TrancheAgreement *agreement = tranche_account_get_agreement (account);
  g_autoptr (TrancheCallbackRoute) route = make_route (account, secret);
  g_autofree char *url = tranche_callback_route_make_address (route, agreement->callback_url);
  TrancheCallbackListener *listener = NULL;
  g_autoptr (GError) error = NULL;

  if (url == NULL) {
    tranche_connection_set_callbacks (seat->connection, TRANCHE_CALLBACK_BAD_ADDRESS, NULL);
    return;
  }

  listener = get_listener (seat->desk, agreement, &error);
  if (listener == NULL) {
    tranche_info ("model", "Callbacks cannot be listened for: %s", error->message);
    tranche_connection_set_callbacks (seat->connection, get_state_of_error (error), NULL);
    return;
  }

  tranche_callback_listener_add_route (listener, route);
  seat->place = make_place (agreement);
  seat->account_id = g_strdup (tranche_account_get_id (account));
  tranche_connection_set_callbacks (seat->connection, TRANCHE_CALLBACK_LISTENING, url);
}

static void
secret_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Seat *seat = user_data;
  g_autoptr (GError) error = NULL;
  char *secret = tranche_secrets_lookup_finish (TRANCHE_SECRETS (source), result, &error);

  /* The seat may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&seat->looking_up);
  if (secret != NULL)
    seat_listen (seat, secret);
  else
    tranche_connection_set_callbacks (seat->connection, TRANCHE_CALLBACK_OFF, NULL);

  g_clear_pointer (&secret, tranche_keyring_secret_free);
}

static gboolean
is_wanted (TrancheConnection *connection)
{
  TrancheAccount *account = tranche_connection_get_account (connection);
  const TrancheAgreement *agreement = tranche_account_get_agreement (account);
  const char *bank_id = tranche_account_get_bank (account);

  return tranche_connection_get_bank (connection) != NULL &&
         agreement->callback_url != NULL && *agreement->callback_url != '\0' &&
         agreement->callback_port != 0 &&
         tranche_bank_registry_get_callbacks (bank_id) != TRANCHE_CALLBACKS_NONE;
}

/* The account or its bank is another one; so may the secret be. */
static void
connection_changed_cb (TrancheConnection *connection,
                       GParamSpec        *pspec,
                       Seat              *seat)
{
  TrancheAccount *account = tranche_connection_get_account (connection);

  seat_leave (seat);
  if (!is_wanted (connection)) {
    tranche_connection_set_callbacks (connection, TRANCHE_CALLBACK_OFF, NULL);
    return;
  }

  /* The bank was made with the secret, so that nothing has to be unlocked. */
  seat->looking_up = g_cancellable_new ();
  tranche_secrets_lookup_async (seat->desk->secrets, tranche_account_get_id (account), FALSE,
                                seat->looking_up, secret_found_cb, seat);
}

static Seat *
seat_new (TrancheCallbackDesk *self,
          TrancheConnection   *connection)
{
  Seat *seat = g_new0 (Seat, 1);

  seat->desk = self;
  seat->connection = g_object_ref (connection);
  g_signal_connect (connection, "notify::account", G_CALLBACK (connection_changed_cb), seat);
  g_signal_connect (connection, "notify::bank", G_CALLBACK (connection_changed_cb), seat);
  connection_changed_cb (connection, NULL, seat);

  return seat;
}

/* The seats are in the order of the list. */
static void
connections_changed_cb (GListModel          *connections,
                        guint                position,
                        guint                n_removed,
                        guint                n_added,
                        TrancheCallbackDesk *self)
{
  g_ptr_array_remove_range (self->seats, position, n_removed);

  for (guint i = position; i < position + n_added; i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);

    g_ptr_array_insert (self->seats, i, seat_new (self, connection));
  }
}

/* The desk. */

static void
tranche_callback_desk_dispose (GObject *object)
{
  TrancheCallbackDesk *self = TRANCHE_CALLBACK_DESK (object);

  tranche_callback_desk_stop (self);
  g_clear_object (&self->connections);
  g_clear_object (&self->secrets);
  g_clear_object (&self->inquiry);

  G_OBJECT_CLASS (tranche_callback_desk_parent_class)->dispose (object);
}

static void
tranche_callback_desk_finalize (GObject *object)
{
  TrancheCallbackDesk *self = TRANCHE_CALLBACK_DESK (object);

  g_ptr_array_unref (self->seats);
  g_hash_table_unref (self->listeners);

  G_OBJECT_CLASS (tranche_callback_desk_parent_class)->finalize (object);
}

static void
tranche_callback_desk_class_init (TrancheCallbackDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_callback_desk_dispose;
  object_class->finalize = tranche_callback_desk_finalize;
}

static void
tranche_callback_desk_init (TrancheCallbackDesk *self)
{
  self->seats = g_ptr_array_new_with_free_func ((GDestroyNotify) seat_free);
  self->listeners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) stop_listener);
}

TrancheCallbackDesk *
tranche_callback_desk_new (TrancheOrderBook  *book,
                           TrancheOperations *operations,
                           TrancheSecrets    *secrets)
{
  TrancheCallbackDesk *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (operations), NULL);
  g_return_val_if_fail (TRANCHE_IS_SECRETS (secrets), NULL);

  self = g_object_new (TRANCHE_TYPE_CALLBACK_DESK, NULL);
  self->connections = g_object_ref (tranche_operations_get_connections (operations));
  self->secrets = g_object_ref (secrets);
  self->inquiry = tranche_callback_inquiry_new (book, operations);

  g_signal_connect_object (self->connections, "items-changed", G_CALLBACK (connections_changed_cb),
                           self, G_CONNECT_DEFAULT);
  connections_changed_cb (self->connections, 0, 0, g_list_model_get_n_items (self->connections),
                          self);

  return self;
}

void
tranche_callback_desk_stop (TrancheCallbackDesk *self)
{
  g_return_if_fail (TRANCHE_IS_CALLBACK_DESK (self));

  if (self->connections != NULL)
    g_signal_handlers_disconnect_by_data (self->connections, self);
  if (self->inquiry != NULL)
    tranche_callback_inquiry_stop (self->inquiry);

  g_ptr_array_set_size (self->seats, 0);
}
