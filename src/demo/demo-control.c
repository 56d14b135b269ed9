/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-control.h"

#include "demo/demo-cfront-control.h"
#include "demo/demo-member.h"

#include <json-glib/json-glib.h>

#define MAX_COOLING_SECONDS (365 * TRANCHE_DEMO_DAY)

static void
write_order (TrancheJsonWriter      *writer,
             const TrancheDemoOrder *order)
{
  tranche_json_writer_begin_object (writer);
  tranche_demo_member_string (writer, "dialect", "tbank");
  tranche_demo_member_string (writer, "number", order->number);
  tranche_demo_member_string (writer, "id", order->id);
  tranche_demo_member_string (writer, "showcase_id", order->application->showcase_id);
  tranche_demo_member_boolean (writer, "demo", order->demo);
  tranche_demo_member_string (writer, "status", tranche_demo_order_status_word (order));
  tranche_demo_member_boolean (writer, "committed", order->committed);
  tranche_demo_member_money (writer, "order_amount", &order->application->sum);
  tranche_demo_member_money (writer, "transfer_amount", &order->transfer_amount);
  tranche_demo_member_time (writer, "created_at", order->created_at);
  tranche_demo_member_time (writer, "signed_at", order->signed_at);
  tranche_demo_member_time (writer, "cooling_until", order->cooling_until);
  tranche_demo_member_time (writer, "expires_at", order->expires_at);
  tranche_demo_member_integer (writer, "commits", order->n_commits);
  tranche_demo_member_integer (writer, "cancels", order->n_cancels);
  tranche_json_writer_end_object (writer);
}

static void
handle_list (TrancheDemoBank       *bank,
             TrancheDemoCfrontBank *cfront_bank,
             TrancheDemoRequest    *request)
{
  g_autoptr (TrancheJsonWriter) writer = tranche_json_writer_new ();
  GPtrArray *orders;

  if (!tranche_demo_request_expect (request, "GET"))
    return;

  orders = tranche_demo_bank_get_orders (bank);
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < orders->len; i++)
    write_order (writer, g_ptr_array_index (orders, i));
  tranche_demo_cfront_control_list (cfront_bank, writer);
  tranche_json_writer_end_array (writer);

  tranche_demo_request_reply (request, SOUP_STATUS_OK,
                              tranche_json_writer_finish (g_steal_pointer (&writer)));
}

typedef struct {
  TrancheDemoAct act;
  gboolean demo;
  gint64 cooling_seconds;
} Command;

static gboolean
parse_command (TrancheDemoRequest *request,
               Command            *command)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object;
  gsize length;
  const char *text = g_bytes_get_data (request->body, &length);
  const char *nick;

  if (length == 0 || !json_parser_load_from_data (parser, text, length, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;

  object = json_node_get_object (json_parser_get_root (parser));
  command->demo = json_object_get_boolean_member_with_default (object, "demo", FALSE);
  command->cooling_seconds =
    json_object_get_int_member_with_default (object, "cooling_seconds", 0);

  /* NULL when it is something else than a text. */
  nick = json_object_get_string_member_with_default (object, "do", NULL);

  return nick && tranche_demo_act_from_nick (nick, &command->act) &&
         command->cooling_seconds >= 0 && command->cooling_seconds <= MAX_COOLING_SECONDS;
}

static void
handle_tbank_act (TrancheDemoBank    *bank,
                  TrancheDemoRequest *request,
                  const char         *number)
{
  gint64 now = tranche_demo_clock_now (tranche_demo_bank_get_clock (bank));
  g_autoptr (TrancheJsonWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  Command command = { 0 };
  TrancheDemoOrder *order;
  gint64 cooling_until;

  if (!parse_command (request, &command)) {
    tranche_demo_request_refuse (request, SOUP_STATUS_BAD_REQUEST, "What to do?");
    return;
  }

  order = tranche_demo_bank_find (bank, NULL, command.demo, number);
  if (!order) {
    tranche_demo_request_refuse (request, SOUP_STATUS_NOT_FOUND, "No such order");
    return;
  }

  cooling_until = command.cooling_seconds > 0 ? now + command.cooling_seconds * G_USEC_PER_SEC : 0;
  if (!tranche_demo_order_act (order, command.act, cooling_until, now, &error)) {
    tranche_demo_request_refuse (request, SOUP_STATUS_UNPROCESSABLE_ENTITY, error->message);
    return;
  }

  writer = tranche_json_writer_new ();
  write_order (writer, order);
  tranche_demo_request_reply (request, SOUP_STATUS_OK,
                              tranche_json_writer_finish (g_steal_pointer (&writer)));
}

/* "dialect" in the body decides; without it, who has an order of that number. */
static gboolean
is_for_cfront (TrancheDemoBank       *bank,
               TrancheDemoCfrontBank *cfront_bank,
               TrancheDemoRequest    *request,
               const char            *number)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *dialect = NULL;
  gsize length;
  const char *text = g_bytes_get_data (request->body, &length);

  if (length > 0 && json_parser_load_from_data (parser, text, length, NULL) &&
      JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    dialect = json_object_get_string_member_with_default (
      json_node_get_object (json_parser_get_root (parser)), "dialect", NULL);

  if (dialect)
    return g_str_equal (dialect, "cfront");

  return !tranche_demo_bank_is_known (bank, number) &&
         tranche_demo_cfront_bank_find (cfront_bank, NULL, number);
}

static void
handle_act (TrancheDemoBank       *bank,
            TrancheDemoCfrontBank *cfront_bank,
            TrancheDemoRequest    *request,
            const char            *number)
{
  if (!tranche_demo_request_expect (request, "POST"))
    return;

  if (is_for_cfront (bank, cfront_bank, request, number))
    tranche_demo_cfront_control_act (cfront_bank, request, number);
  else
    handle_tbank_act (bank, request, number);
}

void
tranche_demo_control_handle (TrancheDemoBank       *bank,
                             TrancheDemoCfrontBank *cfront_bank,
                             TrancheDemoRequest    *request)
{
  guint length = tranche_demo_request_length (request);
  char **segments = request->segments;

  if (!tranche_demo_request_is_local (request))
    tranche_demo_request_refuse (request, SOUP_STATUS_FORBIDDEN, "Only from this computer");
  else if (length == 2 && g_str_equal (segments[1], "orders"))
    handle_list (bank, cfront_bank, request);
  else if (length == 4 && g_str_equal (segments[1], "orders") && g_str_equal (segments[3], "act"))
    handle_act (bank, cfront_bank, request, segments[2]);
  else
    tranche_demo_request_refuse (request, SOUP_STATUS_NOT_FOUND, "Not Found");
}
