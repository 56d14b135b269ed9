/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cfront-server.h"

#include <libsoup/soup.h>
#include <string.h>

#include "banks/cfront-signature.h"

typedef struct {
  guint status;
  char *body;
} Answer;

struct _CfrontServer {
  SoupServer *server;
  char *base_url;
  GHashTable *answers;
  char *signature_header;
  char *secret;
  guint n_requests;
  char *path;
  char *body;
  SoupMessageHeaders *headers;
};

static void
answer_free (Answer *answer)
{
  g_free (answer->body);
  g_free (answer);
}

static void
remember (CfrontServer      *self,
          SoupServerMessage *message,
          const char        *path)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  self->n_requests++;
  g_set_str (&self->path, path);
  g_free (self->body);
  self->body = g_strndup (body->data, body->length);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  self->headers = soup_message_headers_ref (soup_server_message_get_request_headers (message));
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  CfrontServer *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  Answer *answer;

  g_assert_cmpstr (soup_server_message_get_method (message), ==, "POST");
  remember (self, message, path);

  answer = g_hash_table_lookup (self->answers, path);
  if (!answer)
    answer = g_hash_table_lookup (self->answers, "");
  g_assert_nonnull (answer);

  soup_message_headers_append (headers, "Trace-Id", "trace-7");
  if (self->secret) {
    g_autoptr (GBytes) bytes = g_bytes_new (answer->body, strlen (answer->body));
    g_autofree char *signature = tranche_cfront_sign (bytes, self->secret);

    soup_message_headers_append (headers, self->signature_header, signature);
  }
  soup_server_message_set_status (message, answer->status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, answer->body,
                                    strlen (answer->body));
}

CfrontServer *
cfront_server_new (void)
{
  CfrontServer *self = g_new0 (CfrontServer, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris;

  self->server = soup_server_new (NULL, NULL);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) answer_free);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  self->base_url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return self;
}

void
cfront_server_free (CfrontServer *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_free (self->base_url);
  g_hash_table_unref (self->answers);
  g_free (self->signature_header);
  g_free (self->secret);
  g_free (self->path);
  g_free (self->body);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_free (self);
}

const char *
cfront_server_get_base_url (CfrontServer *self)
{
  return self->base_url;
}

void
cfront_server_answer (CfrontServer *self,
                      const char   *path,
                      guint         status,
                      const char   *body)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->status = status;
  answer->body = g_strdup (body);
  g_hash_table_replace (self->answers, g_strdup (path ? path : ""), answer);
}

void
cfront_server_sign (CfrontServer *self,
                    const char   *name,
                    const char   *secret)
{
  g_set_str (&self->signature_header, name);
  g_set_str (&self->secret, secret);
}

guint
cfront_server_count (CfrontServer *self)
{
  return self->n_requests;
}

const char *
cfront_server_get_path (CfrontServer *self)
{
  return self->path;
}

const char *
cfront_server_get_body (CfrontServer *self)
{
  return self->body;
}

const char *
cfront_server_get_header (CfrontServer *self,
                          const char   *name)
{
  return self->headers ? soup_message_headers_get_one (self->headers, name) : NULL;
}
