/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-fault-answer.h"

#include "demo/demo-request.h"

/* Younger than libsoup's list. */
#define STATUS_TOO_MANY_REQUESTS 429

#define OTHER_PLACE "https://bank.invalid/"

static const char garbage[] = "<html><body>502 \xff\xfe{\"status\": \"signed\"</body>";

/* Without any of them an answer is not what the banks' documents say. */
static const char *const required[] = { "status", "link", "state", "order_id" };

static void
set_retry_after (const TrancheDemoFault *fault,
                 SoupServerMessage      *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *seconds = g_strdup_printf ("%u", fault->retry_after);

  soup_message_headers_replace (headers, "Retry-After", seconds);
}

/* A new body goes behind the one that is there. */
static void
clear_body (SoupServerMessage *message)
{
  soup_message_body_truncate (soup_server_message_get_response_body (message));
}

static void
set_garbage (SoupServerMessage *message)
{
  clear_body (message);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC,
                                    garbage, sizeof garbage - 1);
}

static void
set_list (JsonObject *object,
          const char *name)
{
  if (json_object_has_member (object, name))
    json_object_set_array_member (object, name, json_array_new ());
}

/* An answer that is no object stays as it is. */
static void
set_wrong_type (const TrancheDemoFault *fault,
                SoupServerMessage      *message)
{
  g_autoptr (GBytes) body =
    soup_message_body_flatten (soup_server_message_get_response_body (message));
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object;
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  char *spoiled;

  if (!json_parser_load_from_data (parser, text, length, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return;

  object = json_node_get_object (json_parser_get_root (parser));
  if (fault->field)
    set_list (object, fault->field);
  for (gsize i = 0; !fault->field && i < G_N_ELEMENTS (required); i++)
    set_list (object, required[i]);

  clear_body (message);
  spoiled = json_to_string (json_parser_get_root (parser), FALSE);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE,
                                    spoiled, strlen (spoiled));
}

static void
set_redirect (const TrancheDemoFault *fault,
              SoupServerMessage      *message)
{
  guint status = fault->after ? SOUP_STATUS_FOUND : SOUP_STATUS_TEMPORARY_REDIRECT;

  clear_body (message);
  soup_server_message_set_redirect (message, status, fault->url ? fault->url : OTHER_PLACE);
}

void
tranche_demo_fault_answer_spoil (const TrancheDemoFault *fault,
                                 SoupServerMessage      *message)
{
  switch (fault->kind) {
  case TRANCHE_DEMO_FAULT_GARBAGE:
    set_garbage (message);
    break;

  case TRANCHE_DEMO_FAULT_WRONG_TYPE:
    set_wrong_type (fault, message);
    break;

  case TRANCHE_DEMO_FAULT_TOO_MANY:
    set_retry_after (fault, message);
    tranche_demo_refuse_message (message, STATUS_TOO_MANY_REQUESTS, "Too Many Requests");
    break;

  case TRANCHE_DEMO_FAULT_FAILURE:
    clear_body (message);
    tranche_demo_refuse_message (message, SOUP_STATUS_INTERNAL_SERVER_ERROR,
                                 "Internal Server Error");
    break;

  case TRANCHE_DEMO_FAULT_UNAVAILABLE:
    clear_body (message);
    set_retry_after (fault, message);
    tranche_demo_refuse_message (message, SOUP_STATUS_SERVICE_UNAVAILABLE,
                                 "Service Unavailable");
    break;

  case TRANCHE_DEMO_FAULT_REDIRECT:
    set_redirect (fault, message);
    break;

  default:
    break;
  }
}

GBytes *
tranche_demo_fault_answer_raw (SoupServerMessage *message,
                               gssize             length,
                               GBytes            *body)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  guint status = soup_server_message_get_status (message);
  GString *raw = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;

  g_string_append_printf (raw, "HTTP/1.1 %u %s\r\n", status, soup_status_get_phrase (status));
  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value)) {
    if (g_ascii_strcasecmp (name, "Content-Length") != 0)
      g_string_append_printf (raw, "%s: %s\r\n", name, value);
  }
  if (length >= 0)
    g_string_append_printf (raw, "Content-Length: %" G_GSSIZE_FORMAT "\r\n", length);
  g_string_append (raw, "Connection: close\r\n\r\n");
  g_string_append_len (raw, g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  return g_string_free_to_bytes (raw);
}
