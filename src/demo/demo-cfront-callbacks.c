/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-callbacks.h"

#include "banks/cfront-signature.h"
#include "demo/demo-cfront-answer.h"
#include "demo/demo-cfront-bank.h"

#include <libsoup/soup.h>

/* A shop that does not answer is no reason to pile up what it should be told. */
#define MAX_DELIVERIES  256
#define TIMEOUT_SECONDS 10

struct _TrancheDemoCfrontCallbacks {
  double speed;
  const char *signature_header;
  GMainContext *context;
  SoupSession *session;
  GCancellable *cancellable;
  /* From an order to its Watch. */
  GHashTable *watches;
  /* (element-type Delivery): those that wait and those that are on their way. */
  GPtrArray *deliveries;
};

/* An order whose shop wants to know. */
typedef struct {
  TrancheDemoCfrontCallbacks *callbacks;
  TrancheDemoCfrontOrder *order;
  /* What was seen last, so that everything is told once. */
  TrancheDemoCfrontState state;
  GSource *alarm;
} Watch;

typedef struct {
  /* NULL when nobody is interested in the outcome any more. */
  TrancheDemoCfrontCallbacks *callbacks;
  TrancheDemoCfrontOrder *order;
  GBytes *body;
  guint n_attempts;
  GSource *timer;
} Delivery;

static void send_delivery (Delivery *delivery);

static void
destroy_source (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
watch_free (Watch *watch)
{
  g_clear_pointer (&watch->alarm, destroy_source);
  g_free (watch);
}

static void
delivery_free (Delivery *delivery)
{
  g_clear_pointer (&delivery->timer, destroy_source);
  g_bytes_unref (delivery->body);
  g_free (delivery);
}

TrancheDemoCfrontCallbacks *
tranche_demo_cfront_callbacks_new (double      speed,
                                   const char *signature_header)
{
  TrancheDemoCfrontCallbacks *self = g_new0 (TrancheDemoCfrontCallbacks, 1);

  self->speed = speed;
  self->signature_header = signature_header;
  self->context = g_main_context_ref_thread_default ();
  self->session = soup_session_new_with_options ("timeout", TIMEOUT_SECONDS,
                                                 "user-agent", "tranche-demo-bank", NULL);
  self->cancellable = g_cancellable_new ();
  self->watches = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) watch_free);
  self->deliveries = g_ptr_array_new ();

  return self;
}

void
tranche_demo_cfront_callbacks_free (TrancheDemoCfrontCallbacks *self)
{
  g_hash_table_unref (self->watches);

  /* One that is on its way comes back once more. */
  for (guint i = 0; i < self->deliveries->len; i++) {
    Delivery *delivery = g_ptr_array_index (self->deliveries, i);

    delivery->callbacks = NULL;
    if (delivery->timer)
      delivery_free (delivery);
  }

  g_ptr_array_unref (self->deliveries);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->session);
  g_main_context_unref (self->context);
  g_free (self);
}

static GSource *
start_timer (TrancheDemoCfrontCallbacks *self,
             gint64                      span,
             GSourceFunc                 callback,
             gpointer                    user_data)
{
  /* Rounded up, for too early is not yet. */
  gint64 milliseconds = CLAMP (span / 1000 + 1, 1, G_MAXINT);
  GSource *source = g_timeout_source_new ((guint) milliseconds);

  g_source_set_callback (source, callback, user_data, NULL);
  g_source_attach (source, self->context);

  return source;
}

static gboolean
send_cb (gpointer user_data)
{
  Delivery *delivery = user_data;

  g_clear_pointer (&delivery->timer, destroy_source);
  send_delivery (delivery);

  return G_SOURCE_REMOVE;
}

static void
wait_and_send (Delivery *delivery)
{
  double seconds = TRANCHE_DEMO_CFRONT_CALLBACK_DELAY * (1 << delivery->n_attempts);

  delivery->timer = start_timer (delivery->callbacks,
                                 (gint64) (seconds * G_USEC_PER_SEC / delivery->callbacks->speed),
                                 send_cb, delivery);
}

static void
end_delivery (Delivery *delivery)
{
  g_ptr_array_remove_fast (delivery->callbacks->deliveries, delivery);
  delivery_free (delivery);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Delivery *delivery = user_data;
  SoupMessage *message = soup_session_get_async_result_message (SOUP_SESSION (source), result);
  g_autoptr (GInputStream) stream =
    soup_session_send_finish (SOUP_SESSION (source), result, NULL);

  if (!delivery->callbacks) {
    delivery_free (delivery);
    return;
  }

  if (stream && SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message))) {
    delivery->order->n_callbacks++;
    end_delivery (delivery);
  } else if (++delivery->n_attempts < TRANCHE_DEMO_CFRONT_CALLBACK_ATTEMPTS) {
    wait_and_send (delivery);
  } else {
    end_delivery (delivery);
  }
}

static void
send_delivery (Delivery *delivery)
{
  TrancheDemoCfrontCallbacks *self = delivery->callbacks;
  const TrancheDemoCfrontApplication *application = delivery->order->application;
  const char *secret = tranche_demo_cfront_bank_get_secret (application->store_id);
  g_autofree char *signature = tranche_cfront_sign (delivery->body, secret);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", application->result_callback);

  soup_message_headers_replace (soup_message_get_request_headers (message),
                                self->signature_header, signature);
  soup_message_set_request_body_from_bytes (message, "application/json", delivery->body);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, self->cancellable,
                           sent_cb, delivery);
}

static void
deliver (TrancheDemoCfrontCallbacks *self,
         TrancheDemoCfrontOrder     *order)
{
  Delivery *delivery;

  if (self->deliveries->len >= MAX_DELIVERIES)
    return;

  delivery = g_new0 (Delivery, 1);
  delivery->callbacks = self;
  delivery->order = order;
  delivery->body = g_string_free_to_bytes (g_string_new_take (tranche_demo_cfront_state (order)));
  g_ptr_array_add (self->deliveries, delivery);
  wait_and_send (delivery);
}

static gboolean
is_called_for (const TrancheDemoCfrontOrder *order)
{
  return order->state == TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM ||
         tranche_demo_cfront_state_is_failure (order->state) ||
         (order->state == TRANCHE_DEMO_CFRONT_ACTIVE && order->n_confirms == 0);
}

static gboolean
is_callable (const char *address)
{
  g_autoptr (SoupMessage) message = address ? soup_message_new ("POST", address) : NULL;
  const char *scheme = message ? g_uri_get_scheme (soup_message_get_uri (message)) : NULL;

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static gboolean
advance_cb (gpointer user_data)
{
  Watch *watch = user_data;

  tranche_demo_cfront_order_advance (watch->order, tranche_demo_clock_now (&watch->order->clock));
  tranche_demo_cfront_callbacks_look (watch->callbacks, watch->order);

  /* The look has put another alarm in this one's place. */
  return G_SOURCE_REMOVE;
}

static void
set_alarm (Watch *watch)
{
  gint64 next_at = tranche_demo_cfront_order_next_at (watch->order);
  gint64 now = tranche_demo_clock_now (&watch->order->clock);

  g_clear_pointer (&watch->alarm, destroy_source);
  if (next_at > 0)
    watch->alarm = start_timer (watch->callbacks, next_at - now, advance_cb, watch);
}

static Watch *
get_watch (TrancheDemoCfrontCallbacks *self,
           TrancheDemoCfrontOrder     *order)
{
  Watch *watch = g_hash_table_lookup (self->watches, order);

  if (watch)
    return watch;

  watch = g_new0 (Watch, 1);
  watch->callbacks = self;
  watch->order = order;
  watch->state = TRANCHE_DEMO_CFRONT_WAITING_FOR_CLIENT;
  g_hash_table_insert (self->watches, order, watch);

  return watch;
}

void
tranche_demo_cfront_callbacks_look (TrancheDemoCfrontCallbacks *self,
                                    TrancheDemoCfrontOrder     *order)
{
  Watch *watch;

  if (!is_callable (order->application->result_callback))
    return;

  watch = get_watch (self, order);
  if (watch->state != order->state && is_called_for (order))
    deliver (self, order);
  watch->state = order->state;
  set_alarm (watch);
}
