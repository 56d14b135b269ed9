/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-tbank.h"

#include "demo/demo-limiter.h"
#include "demo/demo-tbank-answer.h"
#include "demo/demo-validate.h"

/* Younger than libsoup's list. */
#define STATUS_TOO_MANY_REQUESTS 429

struct _TrancheDemoTbank {
  TrancheDemoBank *bank;
  TrancheDemoLimiter *limiter;
  char *base_url;
};

/* What is done to an order: nothing for info. */
typedef gboolean (* OrderAction) (TrancheDemoOrder  *order,
                                  gint64             now,
                                  GError           **error);

static const struct {
  const char *name;
  const char *method;
  OrderAction action;
  TrancheDemoEffect effect;
} order_methods[] = {
  { "info", "GET", NULL },
  { "commit", "POST", tranche_demo_order_commit, TRANCHE_DEMO_EFFECT_COMMITTED },
  { "cancel", "POST", tranche_demo_order_cancel, TRANCHE_DEMO_EFFECT_CANCELED },
};

TrancheDemoTbank *
tranche_demo_tbank_new (TrancheDemoBank *bank,
                        guint            rate)
{
  TrancheDemoTbank *self = g_new0 (TrancheDemoTbank, 1);

  self->bank = bank;
  self->limiter = tranche_demo_limiter_new (rate);

  return self;
}

void
tranche_demo_tbank_free (TrancheDemoTbank *self)
{
  tranche_demo_limiter_free (self->limiter);
  g_free (self->base_url);
  g_free (self);
}

void
tranche_demo_tbank_set_base_url (TrancheDemoTbank *self,
                                 const char       *base_url)
{
  g_set_str (&self->base_url, base_url);
}

static void
note (TrancheDemoRequest     *request,
      const TrancheDemoOrder *order,
      TrancheDemoEffect       effect)
{
  tranche_demo_request_note (request, "tbank", order->id, order->number, effect);
}

static void
reply_created (TrancheDemoTbank       *self,
               TrancheDemoRequest     *request,
               const TrancheDemoOrder *order)
{
  g_autofree char *link = g_strdup_printf ("%s/form/%s", self->base_url, order->id);

  tranche_demo_request_reply (request, SOUP_STATUS_OK, tranche_demo_tbank_created (order, link));
}

/* NULL after a refusal. */
static JsonNode *
parse_body (TrancheDemoRequest *request)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (request->body, &length);

  json_parser_set_strict (parser, TRUE);

  if (length == 0 || !g_utf8_validate_len (text, length, NULL) ||
      !json_parser_load_from_data (parser, text, length, NULL) ||
      !json_parser_get_root (parser) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser))) {
    tranche_demo_request_refuse (request, SOUP_STATUS_BAD_REQUEST,
                                 "Тело запроса не является объектом JSON");
    return NULL;
  }

  return json_parser_steal_root (parser);
}

/* NULL after a refusal. */
static TrancheDemoApplication *
read_application (TrancheDemoTbank   *self,
                  TrancheDemoRequest *request)
{
  g_autoptr (TrancheDemoRefusal) refusal = tranche_demo_refusal_new ();
  g_autoptr (JsonNode) body = parse_body (request);
  g_autoptr (TrancheDemoApplication) application = NULL;

  if (!body)
    return NULL;

  application = tranche_demo_validate_create (json_node_get_object (body), refusal);
  if (application && !tranche_demo_bank_has_showcase (self->bank, application->shop_id,
                                                      application->showcase_id))
    tranche_demo_refusal_add_error (refusal, "Магазин не найден");

  if (!tranche_demo_refusal_is_empty (refusal)) {
    tranche_demo_request_reply (request, SOUP_STATUS_BAD_REQUEST,
                                tranche_demo_refusal_to_json (refusal));
    return NULL;
  }

  return g_steal_pointer (&application);
}

static void
handle_create (TrancheDemoTbank   *self,
               TrancheDemoRequest *request,
               gboolean            demo)
{
  g_autoptr (TrancheDemoApplication) application = NULL;
  TrancheDemoOrder *order = NULL;

  if (!tranche_demo_request_expect (request, "POST"))
    return;

  application = read_application (self, request);
  if (!application)
    return;

  if (application->number)
    order = tranche_demo_bank_find (self->bank, application->showcase_id, demo,
                                    application->number);

  /* The document only says what happens to the same order under the same
   * number. Another one is refused here, for nothing else would be safe. */
  if (order && !tranche_demo_application_same_order (order->application, application)) {
    tranche_demo_request_refuse (request, SOUP_STATUS_UNPROCESSABLE_ENTITY,
                                 "Заявка с этим номером заказа уже создана с другим составом");
    return;
  }

  if (order) {
    note (request, order, TRANCHE_DEMO_EFFECT_FOUND);
  } else {
    order = tranche_demo_bank_open (self->bank, g_steal_pointer (&application), demo);
    note (request, order, TRANCHE_DEMO_EFFECT_CREATED);
  }

  reply_created (self, request, order);
}

/* "Basic " and Base64 of login:password. */
static gboolean
read_credentials (TrancheDemoRequest  *request,
                  char               **login,
                  char               **password)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (request->message);
  const char *header = soup_message_headers_get_one (headers, "Authorization");
  g_autofree char *text = NULL;
  gsize length;
  char *colon;

  if (!header || g_ascii_strncasecmp (header, "Basic ", strlen ("Basic ")) != 0)
    return FALSE;

  text = (char *) g_base64_decode (header + strlen ("Basic "), &length);
  if (!text || !g_utf8_validate_len (text, length, NULL))
    return FALSE;

  colon = memchr (text, ':', length);
  if (!colon)
    return FALSE;

  *login = g_strndup (text, colon - text);
  *password = g_strndup (colon + 1, length - (colon + 1 - text));

  return TRUE;
}

/* NULL after a refusal. */
static TrancheDemoOrder *
find_order (TrancheDemoTbank   *self,
            TrancheDemoRequest *request,
            const char         *number)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (request->message);
  g_autofree char *login = NULL;
  g_autofree char *password = NULL;
  const char *showcase_id = NULL;
  TrancheDemoOrder *order;
  gboolean demo = FALSE;

  if (read_credentials (request, &login, &password))
    showcase_id = tranche_demo_bank_authenticate (self->bank, login, password, &demo);

  if (!showcase_id) {
    soup_message_headers_replace (headers, "WWW-Authenticate", "Basic realm=\"Forma\"");
    tranche_demo_request_refuse (request, SOUP_STATUS_UNAUTHORIZED,
                                 "Неверный логин или пароль");
    return NULL;
  }

  order = tranche_demo_bank_find (self->bank, showcase_id, demo, number);
  if (order)
    return order;

  /* An order of another showcase, or of the world that this login is not for. */
  if (tranche_demo_bank_is_known (self->bank, number))
    tranche_demo_request_refuse (request, SOUP_STATUS_FORBIDDEN, "Нет доступа к этой заявке");
  else
    tranche_demo_request_refuse (request, SOUP_STATUS_NOT_FOUND, "Заявка не найдена");

  return NULL;
}

static guint
error_to_status (const GError *error)
{
  if (g_error_matches (error, TRANCHE_DEMO_ERROR, TRANCHE_DEMO_ERROR_FORBIDDEN))
    return SOUP_STATUS_FORBIDDEN;

  return SOUP_STATUS_UNPROCESSABLE_ENTITY;
}

static void
handle_order (TrancheDemoTbank   *self,
              TrancheDemoRequest *request,
              const char         *number,
              const char         *name)
{
  const TrancheDemoClock *clock = tranche_demo_bank_get_clock (self->bank);
  g_autoptr (GError) error = NULL;
  TrancheDemoOrder *order;
  gsize i = 0;

  while (i < G_N_ELEMENTS (order_methods) && !g_str_equal (order_methods[i].name, name))
    i++;

  if (i == G_N_ELEMENTS (order_methods) || *number == '\0') {
    tranche_demo_request_refuse (request, SOUP_STATUS_NOT_FOUND, "Not Found");
    return;
  }

  if (!tranche_demo_request_expect (request, order_methods[i].method))
    return;

  order = find_order (self, request, number);
  if (!order)
    return;

  if (order_methods[i].action &&
      !order_methods[i].action (order, tranche_demo_clock_now (clock), &error)) {
    tranche_demo_request_note_refusal (request, "tbank", order->id, order->number,
                                       order_methods[i].effect);
    tranche_demo_request_refuse (request, error_to_status (error), error->message);
    return;
  }

  if (order_methods[i].action)
    note (request, order, order_methods[i].effect);

  tranche_demo_request_reply (request, SOUP_STATUS_OK, tranche_demo_tbank_answer (order));
}

static gboolean
is_within_rate (TrancheDemoTbank   *self,
                TrancheDemoRequest *request)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (request->message);
  g_autofree char *seconds = NULL;
  guint retry_after;

  if (tranche_demo_limiter_take (self->limiter, g_get_monotonic_time (), &retry_after))
    return TRUE;

  seconds = g_strdup_printf ("%u", retry_after);
  soup_message_headers_replace (headers, "Retry-After", seconds);
  tranche_demo_request_refuse (request, STATUS_TOO_MANY_REQUESTS, "Слишком много запросов");

  return FALSE;
}

void
tranche_demo_tbank_handle (TrancheDemoTbank   *self,
                           TrancheDemoRequest *request)
{
  const char *const root[] = { "api", "partners", "v2", "orders" };
  char **segments = request->segments;
  guint length = tranche_demo_request_length (request);

  if (!is_within_rate (self, request))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (root); i++) {
    if (i >= length || !g_str_equal (segments[i], root[i])) {
      tranche_demo_request_refuse (request, SOUP_STATUS_NOT_FOUND, "Not Found");
      return;
    }
  }

  if (length == 5 && g_str_equal (segments[4], "create"))
    handle_create (self, request, FALSE);
  else if (length == 5 && g_str_equal (segments[4], "create-demo"))
    handle_create (self, request, TRUE);
  else if (length == 6)
    handle_order (self, request, segments[4], segments[5]);
  else
    tranche_demo_request_refuse (request, SOUP_STATUS_NOT_FOUND, "Not Found");
}
