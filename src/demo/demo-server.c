/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-server.h"

#include "core/account.h"
#include "core/order.h"
#include "demo/demo-cfront.h"
#include "demo/demo-cfront-day.h"
#include "demo/demo-cfront-terms.h"
#include "demo/demo-control.h"
#include "demo/demo-day.h"
#include "demo/demo-faults.h"
#include "demo/demo-form.h"
#include "demo/demo-tbank.h"

struct _TrancheDemoServer {
  GObject parent_instance;

  TrancheDemoOptions options;
  /* What the options point to. */
  char *id_header;
  char *signature_header;
  TrancheDemoFaults *faults;
  /* All of these only from start to stop. */
  SoupServer *server;
  TrancheDemoLedger *ledger;
  TrancheDemoBank *bank;
  TrancheDemoTbank *tbank;
  TrancheDemoCfrontBank *cfront_bank;
  TrancheDemoCfront *cfront;
  char *base_url;
};

static const char *const faults_path[] = { "demo", "faults", NULL };
static const char *const ledger_path[] = { "demo", "ledger", NULL };

G_DEFINE_FINAL_TYPE (TrancheDemoServer, tranche_demo_server, G_TYPE_OBJECT)

static void
tranche_demo_server_dispose (GObject *object)
{
  tranche_demo_server_stop (TRANCHE_DEMO_SERVER (object));

  G_OBJECT_CLASS (tranche_demo_server_parent_class)->dispose (object);
}

static void
tranche_demo_server_finalize (GObject *object)
{
  TrancheDemoServer *self = TRANCHE_DEMO_SERVER (object);

  tranche_demo_faults_free (self->faults);
  g_clear_object (&self->options.certificate);
  g_free (self->id_header);
  g_free (self->signature_header);

  G_OBJECT_CLASS (tranche_demo_server_parent_class)->finalize (object);
}

static void
tranche_demo_server_class_init (TrancheDemoServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_demo_server_dispose;
  object_class->finalize = tranche_demo_server_finalize;
}

static void
tranche_demo_server_init (TrancheDemoServer *self)
{
}

static void
handle_ledger (TrancheDemoRequest *request)
{
  if (!tranche_demo_request_is_local (request))
    tranche_demo_request_refuse (request, SOUP_STATUS_FORBIDDEN, "Only from this computer");
  else if (tranche_demo_request_expect (request, "GET"))
    tranche_demo_request_reply (request, SOUP_STATUS_OK,
                                tranche_demo_ledger_to_json (request->ledger));
}

/* Which part of the server answers, by the beginning of the path. */
static void
dispatch (TrancheDemoRequest *request,
          gpointer            user_data)
{
  TrancheDemoServer *self = TRANCHE_DEMO_SERVER (user_data);
  const char *path = g_uri_get_path (soup_server_message_get_uri (request->message));
  const char *first = request->segments[0] ? request->segments[0] : "";

  if (tranche_demo_cfront_is_path (path))
    tranche_demo_cfront_handle (self->cfront, request);
  else if (g_str_equal (first, "api"))
    tranche_demo_tbank_handle (self->tbank, request);
  else if (g_str_equal (first, "form"))
    tranche_demo_form_handle (self->bank, request);
  else if (g_strv_equal ((const char *const *) request->segments, faults_path))
    tranche_demo_faults_control (self->faults, request);
  else if (g_strv_equal ((const char *const *) request->segments, ledger_path))
    handle_ledger (request);
  else if (g_str_equal (first, "demo"))
    tranche_demo_control_handle (self->bank, self->cfront_bank, request);
  else
    tranche_demo_request_refuse (request, SOUP_STATUS_NOT_FOUND, "Not Found");
}

TrancheDemoServer *
tranche_demo_server_new (const TrancheDemoOptions *options)
{
  TrancheDemoServer *self;

  g_return_val_if_fail (options->speed >= TRANCHE_DEMO_MIN_SPEED, NULL);

  self = g_object_new (TRANCHE_TYPE_DEMO_SERVER, NULL);
  self->options = *options;
  self->id_header = g_strdup (options->cfront.id_header);
  self->signature_header = g_strdup (options->cfront.signature_header);
  self->options.cfront.id_header = self->id_header;
  self->options.cfront.signature_header = self->signature_header;
  if (self->options.certificate)
    g_object_ref (self->options.certificate);
  self->faults = tranche_demo_faults_new (options->seed, dispatch, self);

  return self;
}

gboolean
tranche_demo_server_set_faults (TrancheDemoServer  *self,
                                const char         *plan,
                                GError            **error)
{
  g_return_val_if_fail (TRANCHE_IS_DEMO_SERVER (self), FALSE);

  return tranche_demo_faults_set_plan (self->faults, plan, error);
}

/* What customers and trainers ask is no business of a bank's. */
static gboolean
is_for_bank (TrancheDemoRequest *request)
{
  return g_strcmp0 (request->segments[0], "api") == 0;
}

static void
handle_request_cb (SoupServer        *server,
                   SoupServerMessage *message,
                   const char        *path,
                   GHashTable        *query,
                   gpointer           user_data)
{
  TrancheDemoServer *self = TRANCHE_DEMO_SERVER (user_data);
  g_autoptr (TrancheDemoRequest) request = tranche_demo_request_new (message, self->ledger);

  if (!request) {
    tranche_demo_refuse_message (message, SOUP_STATUS_BAD_REQUEST, "Bad Request");
  } else if (is_for_bank (request)) {
    request->serial = tranche_demo_ledger_begin (self->ledger, g_get_monotonic_time ());
    tranche_demo_faults_handle (self->faults, g_steal_pointer (&request));
  } else {
    dispatch (request, self);
  }
}

/* The body is still read, for the client may not listen before it has sent
 * everything, but it is not kept. */
static void
refuse_body (SoupServerMessage *message)
{
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  tranche_demo_refuse_message (message, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE,
                               "Request Entity Too Large");
}

static void
count_chunk_cb (SoupServerMessage *message,
                GBytes            *chunk,
                goffset           *length)
{
  gboolean was_too_large = *length > TRANCHE_DEMO_BODY_LIMIT;

  *length += g_bytes_get_size (chunk);
  if (*length > TRANCHE_DEMO_BODY_LIMIT && !was_too_large)
    refuse_body (message);
}

static void
free_length (gpointer  length,
             GClosure *closure)
{
  g_free (length);
}

/* Called before the body is there. No other handler is called for a message
 * that has a status already. */
static void
watch_body_cb (SoupServer        *server,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query,
               gpointer           user_data)
{
  TrancheDemoServer *self = TRANCHE_DEMO_SERVER (user_data);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (tranche_demo_cfront_is_path (path))
    tranche_demo_cfront_trace (self->cfront, message);

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      soup_message_headers_get_content_length (headers) > TRANCHE_DEMO_BODY_LIMIT)
    refuse_body (message);
  else
    g_signal_connect_data (message, "got-chunk", G_CALLBACK (count_chunk_cb),
                           g_new0 (goffset, 1), free_length, G_CONNECT_DEFAULT);
}

static char *
make_base_url (SoupServer *server)
{
  const char *scheme = soup_server_is_https (server) ? "https" : "http";
  GSList *uris = soup_server_get_uris (server);
  char *base_url = g_strdup_printf ("%s://127.0.0.1:%d", scheme, g_uri_get_port (uris->data));

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return base_url;
}

gboolean
tranche_demo_server_start (TrancheDemoServer  *self,
                           GError            **error)
{
  g_autoptr (SoupServer) server = NULL;

  g_return_val_if_fail (TRANCHE_IS_DEMO_SERVER (self), FALSE);
  g_return_val_if_fail (!self->server, FALSE);

  /* Raw paths, for a slash within an order number must not part the path. */
  server = soup_server_new ("raw-paths", TRUE, "server-header", "tranche-demo-bank", NULL);
  soup_server_add_early_handler (server, NULL, watch_body_cb, self, NULL);
  soup_server_add_handler (server, NULL, handle_request_cb, self, NULL);
  if (self->options.certificate)
    soup_server_set_tls_certificate (server, self->options.certificate);
  if (!soup_server_listen_local (server, self->options.port,
                                 SOUP_SERVER_LISTEN_IPV4_ONLY |
                                 (self->options.certificate ? SOUP_SERVER_LISTEN_HTTPS : 0),
                                 error))
    return FALSE;

  self->base_url = make_base_url (server);
  self->ledger = tranche_demo_ledger_new ();
  self->bank = tranche_demo_bank_new (self->options.seed, self->options.speed,
                                      self->options.customers, self->options.auto_commit);
  self->tbank = tranche_demo_tbank_new (self->bank, self->options.rate);
  tranche_demo_tbank_set_base_url (self->tbank, self->base_url);
  self->cfront_bank = tranche_demo_cfront_bank_new (self->options.seed, self->options.speed,
                                                    self->options.customers);
  self->cfront = tranche_demo_cfront_new (self->cfront_bank, &self->options.cfront);
  if (self->options.day) {
    tranche_demo_day_fill (self->bank);
    tranche_demo_cfront_day_fill (self->cfront_bank);
  }
  self->server = g_steal_pointer (&server);

  return TRUE;
}

void
tranche_demo_server_stop (TrancheDemoServer *self)
{
  g_return_if_fail (TRANCHE_IS_DEMO_SERVER (self));

  tranche_demo_faults_stop (self->faults);
  if (self->server)
    soup_server_disconnect (self->server);

  g_clear_object (&self->server);
  g_clear_pointer (&self->tbank, tranche_demo_tbank_free);
  g_clear_pointer (&self->bank, tranche_demo_bank_free);
  g_clear_pointer (&self->cfront, tranche_demo_cfront_free);
  g_clear_pointer (&self->cfront_bank, tranche_demo_cfront_bank_free);
  g_clear_pointer (&self->ledger, tranche_demo_ledger_free);
  g_clear_pointer (&self->base_url, g_free);
}

const char *
tranche_demo_server_get_base_url (TrancheDemoServer *self)
{
  g_return_val_if_fail (TRANCHE_IS_DEMO_SERVER (self), NULL);

  return self->base_url;
}

/* Whether the shop itself knows of it, outside of the test world. */
static gboolean
is_of_shop (const TrancheDemoOrder *order)
{
  return !order->demo &&
         g_str_equal (order->application->showcase_id, TRANCHE_DEMO_SHOWCASE_ID);
}

static TrancheOrder *
remember_order (TrancheDemoServer      *self,
                const TrancheDemoOrder *order)
{
  g_autoptr (GDateTime) created_at = g_date_time_new_from_unix_utc_usec (order->created_at);
  g_autofree char *link = g_strdup_printf ("%s/form/%s", self->base_url, order->id);
  TrancheOrder *memory = tranche_order_new ();

  tranche_order_set_number (memory, order->number);
  tranche_order_set_bank_order_id (memory, order->id);
  tranche_order_set_link (memory, link);
  tranche_order_set_product_code (memory, order->application->product->code);
  tranche_order_set_stage (memory, TRANCHE_STAGE_WAITING);
  tranche_order_set_amount (memory, &order->application->sum);
  tranche_order_set_items (memory, order->application->items);
  tranche_order_set_customer (memory, order->application->customer);
  tranche_order_set_created_at (memory, created_at);
  tranche_order_set_changed_at (memory, created_at);

  return memory;
}

GPtrArray *
tranche_demo_server_dup_day (TrancheDemoServer *self)
{
  GPtrArray *memories = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *orders;

  g_return_val_if_fail (TRANCHE_IS_DEMO_SERVER (self), memories);
  g_return_val_if_fail (self->bank, memories);

  orders = tranche_demo_bank_get_orders (self->bank);
  for (guint i = 0; i < orders->len; i++) {
    const TrancheDemoOrder *order = g_ptr_array_index (orders, i);

    if (is_of_shop (order))
      g_ptr_array_add (memories, remember_order (self, order));
  }

  return memories;
}

GStrv
tranche_demo_server_list_numbers (TrancheDemoServer *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GPtrArray *orders;

  g_return_val_if_fail (TRANCHE_IS_DEMO_SERVER (self), NULL);
  g_return_val_if_fail (self->bank, NULL);

  orders = tranche_demo_bank_get_orders (self->bank);
  for (guint i = 0; i < orders->len; i++) {
    const TrancheDemoOrder *order = g_ptr_array_index (orders, i);

    if (is_of_shop (order))
      g_strv_builder_add (builder, order->number);
  }

  return g_strv_builder_end (builder);
}

GPtrArray *
tranche_demo_server_dup_products (TrancheDemoServer *self)
{
  GPtrArray *products = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);

  for (gsize i = 0; i < tranche_demo_product_count (); i++) {
    const TrancheDemoProduct *product = tranche_demo_product_get (i);

    g_ptr_array_add (products, tranche_product_new (product->code, product->name, NULL));
  }

  return products;
}

GPtrArray *
tranche_demo_server_dup_cfront_day (TrancheDemoServer *self)
{
  GPtrArray *memories = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *orders;

  g_return_val_if_fail (TRANCHE_IS_DEMO_SERVER (self), memories);
  g_return_val_if_fail (self->cfront_bank, memories);

  orders = tranche_demo_cfront_bank_get_orders (self->cfront_bank);
  for (guint i = 0; i < orders->len; i++) {
    const TrancheDemoCfrontOrder *order = g_ptr_array_index (orders, i);

    if (g_str_equal (order->application->store_id, TRANCHE_DEMO_STORE_ID))
      g_ptr_array_add (memories, tranche_demo_cfront_day_remember (order));
  }

  return memories;
}

GPtrArray *
tranche_demo_server_dup_cfront_products (TrancheDemoServer *self)
{
  GPtrArray *products = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);

  for (gsize i = 0; i < tranche_demo_cfront_product_count (); i++) {
    const TrancheDemoCfrontProduct *product = tranche_demo_cfront_product_get (i);

    g_ptr_array_add (products, tranche_product_new (product->type, product->name,
                                                    product->terms));
  }

  return products;
}

const char *const *
tranche_demo_server_get_cfront_points (TrancheDemoServer *self)
{
  return tranche_demo_cfront_bank_get_points ();
}
