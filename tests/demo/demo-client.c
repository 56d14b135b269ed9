/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-client.h"

/* Longer than any machine needs; a test that waits this long has failed. */
#define PATIENCE (30 * G_USEC_PER_SEC)

DemoClient *
demo_client_new (const TrancheDemoOptions *options)
{
  DemoClient *self = g_new0 (DemoClient, 1);
  g_autoptr (GError) error = NULL;

  self->server = tranche_demo_server_new (options);
  tranche_demo_server_start (self->server, &error);
  g_assert_no_error (error);
  self->session = soup_session_new ();

  return self;
}

void
demo_client_free (DemoClient *self)
{
  soup_session_abort (self->session);
  g_object_unref (self->session);
  tranche_demo_server_stop (self->server);
  g_assert_finalize_object (self->server);
  g_free (self);

  /* What the closed connections have left to do. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef struct {
  GBytes *bytes;
  gboolean done;
} Sending;

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Sending *sending = user_data;
  g_autoptr (GError) error = NULL;

  sending->bytes = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);
  g_assert_no_error (error);
  sending->done = TRUE;
}

DemoReply *
demo_client_send_message (DemoClient  *self,
                          SoupMessage *message)
{
  DemoReply *reply = g_new0 (DemoReply, 1);
  Sending sending = { NULL, FALSE };
  const char *data;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_session_send_and_read_async (self->session, message, G_PRIORITY_DEFAULT, NULL,
                                    sent_cb, &sending);
  while (!sending.done)
    g_main_context_iteration (NULL, TRUE);

  data = g_bytes_get_data (sending.bytes, &reply->length);
  reply->status = soup_message_get_status (message);
  reply->headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  reply->body = g_malloc0 (reply->length + 1);
  if (reply->length > 0)
    memcpy (reply->body, data, reply->length);
  reply->root = json_from_string (reply->body, NULL);
  g_bytes_unref (sending.bytes);
  g_object_unref (message);

  return reply;
}

static void
set_login (SoupMessage *message,
           const char  *login)
{
  g_autofree char *pair = g_strconcat (login, ":", TRANCHE_DEMO_PASSWORD, NULL);
  g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));
  g_autofree char *header = g_strconcat ("Basic ", encoded, NULL);

  soup_message_headers_replace (soup_message_get_request_headers (message),
                                "Authorization", header);
}

DemoReply *
demo_client_send (DemoClient *self,
                  const char *method,
                  const char *path,
                  const char *login,
                  const char *body)
{
  g_autofree char *url = g_strconcat (tranche_demo_server_get_base_url (self->server), path, NULL);
  SoupMessage *message = soup_message_new (method, url);

  if (login)
    set_login (message, login);

  if (body) {
    g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

    soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  }

  return demo_client_send_message (self, message);
}

DemoReply *
demo_client_call (DemoClient *self,
                  const char *order_number,
                  const char *method)
{
  g_autofree char *segment = g_uri_escape_string (order_number, NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("/api/partners/v2/orders/%s/%s", segment, method);

  return demo_client_send (self, g_str_equal (method, "info") ? "GET" : "POST", path,
                           TRANCHE_DEMO_SHOWCASE_ID, NULL);
}

void
demo_client_create (DemoClient *self,
                    const char *order_number,
                    const char *phone,
                    const char *flow)
{
  g_autofree char *flow_member = flow ? g_strdup_printf ("\"demoFlow\": \"%s\",", flow) : NULL;
  g_autofree char *body = g_strdup_printf (
    "{\"shopId\": \"demo-shop\", \"showcaseId\": \"demo-showcase\", \"sum\": 2499.99, %s"
    " \"orderNumber\": \"%s\","
    " \"items\": [{\"name\": \"Стул\", \"quantity\": 1, \"price\": 2499.99}],"
    " \"values\": {\"contact\": {\"mobilePhone\": \"%s\"}}}",
    flow_member ? flow_member : "", order_number, phone);
  g_autoptr (DemoReply) reply =
    demo_client_send (self, "POST",
                      flow ? "/api/partners/v2/orders/create-demo"
                           : "/api/partners/v2/orders/create",
                      NULL, body);

  g_assert_cmpuint (reply->status, ==, 200);
}

void
demo_client_act (DemoClient *self,
                 const char *order_number,
                 const char *command)
{
  g_autofree char *segment = g_uri_escape_string (order_number, NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("/demo/orders/%s/act", segment);
  g_autoptr (DemoReply) reply = demo_client_send (self, "POST", path, NULL, command);

  g_assert_cmpuint (reply->status, ==, 200);
}

void
demo_client_wait (DemoClient *self,
                  const char *order_number,
                  const char *status)
{
  gint64 start = g_get_monotonic_time ();

  while (g_get_monotonic_time () - start < PATIENCE) {
    g_autoptr (DemoReply) reply = demo_client_call (self, order_number, "info");

    g_assert_cmpuint (reply->status, ==, 200);
    if (g_str_equal (demo_reply_get_string (reply, "status"), status))
      return;
  }

  g_error ("order %s never became %s", order_number, status);
}

void
demo_reply_free (DemoReply *self)
{
  g_free (self->body);
  g_clear_pointer (&self->root, json_node_unref);
  soup_message_headers_unref (self->headers);
  g_free (self);
}

JsonObject *
demo_reply_get_object (DemoReply *self)
{
  g_assert_nonnull (self->root);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (self->root));

  return json_node_get_object (self->root);
}

const char *
demo_reply_get_string (DemoReply  *self,
                       const char *name)
{
  return json_object_get_string_member_with_default (demo_reply_get_object (self), name, NULL);
}

void
demo_assert_message (DemoReply *reply,
                     guint      status)
{
  g_assert_cmpuint (reply->status, ==, status);
  g_assert_cmpstr (soup_message_headers_get_content_type (reply->headers, NULL), ==,
                   "application/json");
  g_assert_cmpuint (json_object_get_size (demo_reply_get_object (reply)), ==, 1);
  g_assert_nonnull (demo_reply_get_string (reply, "message"));
}

void
demo_assert_error (DemoReply  *reply,
                   const char *text)
{
  JsonArray *errors;
  gboolean found = FALSE;

  g_assert_cmpuint (reply->status, ==, 400);
  errors = json_object_get_array_member (demo_reply_get_object (reply), "errors");
  g_assert_nonnull (errors);
  for (guint i = 0; i < json_array_get_length (errors); i++)
    found = found || strstr (json_array_get_string_element (errors, i), text);
  if (!found)
    g_error ("“%s” is not in %s", text, reply->body);
}

void
demo_assert_field (DemoReply  *reply,
                   const char *field)
{
  JsonObject *validations;

  g_assert_cmpuint (reply->status, ==, 400);
  validations = json_object_get_object_member (demo_reply_get_object (reply), "validations");
  g_assert_nonnull (validations);
  if (!json_object_has_member (validations, field))
    g_error ("“%s” is not in %s", field, reply->body);
}
