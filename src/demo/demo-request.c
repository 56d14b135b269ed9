/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-request.h"

#include "core/json-writer.h"

/* NULL where a segment is not decodable. */
static GStrv
split_path (const char *path)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (path + (*path == '/'), "/", -1);

  for (gsize i = 0; parts[i] != NULL; i++) {
    char *decoded = g_uri_unescape_string (parts[i], NULL);

    if (!decoded || !g_utf8_validate (decoded, -1, NULL)) {
      g_free (decoded);
      return NULL;
    }

    g_strv_builder_take (builder, decoded);
  }

  return g_strv_builder_end (builder);
}

TrancheDemoRequest *
tranche_demo_request_new (SoupServerMessage *message,
                          TrancheDemoLedger *ledger)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  GStrv segments = split_path (g_uri_get_path (soup_server_message_get_uri (message)));
  TrancheDemoRequest *self;

  if (!segments)
    return NULL;

  self = g_new0 (TrancheDemoRequest, 1);
  self->message = message;
  self->method = soup_server_message_get_method (message);
  self->segments = segments;
  self->body = soup_message_body_flatten (body);
  self->target = tranche_demo_target_new ((const char *const *) segments, self->body);
  self->ledger = ledger;

  return self;
}

void
tranche_demo_request_free (TrancheDemoRequest *self)
{
  tranche_demo_target_free (self->target);
  g_strfreev (self->segments);
  g_bytes_unref (self->body);
  g_free (self);
}

guint
tranche_demo_request_length (TrancheDemoRequest *self)
{
  return g_strv_length (self->segments);
}

gboolean
tranche_demo_request_is_local (TrancheDemoRequest *self)
{
  GSocketAddress *address = soup_server_message_get_remote_address (self->message);
  const char *host = g_uri_get_host (soup_server_message_get_uri (self->message));

  return G_IS_INET_SOCKET_ADDRESS (address) &&
         g_inet_address_get_is_loopback (
           g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))) &&
         (g_strcmp0 (host, "127.0.0.1") == 0 || g_strcmp0 (host, "localhost") == 0);
}

static void
reply_json (SoupServerMessage *message,
            guint              status,
            char              *json)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE,
                                    json, strlen (json));
}

void
tranche_demo_refuse_message (SoupServerMessage *message,
                             guint              status,
                             const char        *text)
{
  g_autoptr (TrancheJsonWriter) writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  tranche_json_writer_add_name (writer, "message");
  tranche_json_writer_add_string (writer, text);
  tranche_json_writer_end_object (writer);

  reply_json (message, status, tranche_json_writer_finish (g_steal_pointer (&writer)));
}

void
tranche_demo_request_reply (TrancheDemoRequest *self,
                            guint               status,
                            char               *json)
{
  reply_json (self->message, status, json);
}

void
tranche_demo_request_refuse (TrancheDemoRequest *self,
                             guint               status,
                             const char         *message)
{
  tranche_demo_refuse_message (self->message, status, message);
}

void
tranche_demo_request_note (TrancheDemoRequest *self,
                           const char         *bank,
                           const char         *id,
                           const char         *number,
                           TrancheDemoEffect   effect)
{
  tranche_demo_ledger_note (self->ledger, self->serial, bank, id, number, effect);
}

void
tranche_demo_request_note_refusal (TrancheDemoRequest *self,
                                   const char         *bank,
                                   const char         *id,
                                   const char         *number,
                                   TrancheDemoEffect   effect)
{
  tranche_demo_ledger_note_refusal (self->ledger, self->serial, bank, id, number, effect);
}

gboolean
tranche_demo_request_expect (TrancheDemoRequest *self,
                             const char         *method)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (self->message);

  if (g_str_equal (self->method, method))
    return TRUE;

  soup_message_headers_replace (headers, "Allow", method);
  tranche_demo_request_refuse (self, SOUP_STATUS_METHOD_NOT_ALLOWED, "Method Not Allowed");

  return FALSE;
}
