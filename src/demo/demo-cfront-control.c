/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-control.h"

#include "demo/demo-cfront-call.h"
#include "demo/demo-member.h"

static void
write_order (TrancheJsonWriter            *writer,
             const TrancheDemoCfrontOrder *order)
{
  tranche_json_writer_begin_object (writer);
  tranche_demo_member_string (writer, "dialect", TRANCHE_DEMO_CFRONT_BANK);
  tranche_demo_member_string (writer, "number", order->application->number);
  tranche_demo_member_string (writer, "id", order->id);
  tranche_demo_member_string (writer, "store_id", order->application->store_id);
  tranche_demo_member_boolean (writer, "demo", FALSE);
  tranche_demo_member_string (writer, "state", tranche_demo_cfront_state_general (order->state));
  tranche_demo_member_string (writer, "order_sub_state",
                              tranche_demo_cfront_state_word (order->state));
  tranche_demo_member_string (writer, "contract", order->contract);
  tranche_demo_member_string (writer, "product", order->application->product);
  tranche_demo_member_integer (writer, "parts", order->parts);
  tranche_demo_member_string (writer, "invoice_number", order->application->invoice_number);
  tranche_demo_member_boolean (writer, "committed", order->confirmed_at > 0);
  tranche_demo_member_money (writer, "order_amount", &order->application->sum);
  tranche_demo_member_money (writer, "returned_amount", &order->returned);
  tranche_demo_member_time (writer, "created_at", order->created_at);
  tranche_demo_member_time (writer, "agreed_at", order->agreed_at);
  tranche_demo_member_time (writer, "confirmed_at", order->confirmed_at);
  tranche_demo_member_time (writer, "expires_at", order->expires_at);
  tranche_demo_member_integer (writer, "commits", order->n_confirms);
  tranche_demo_member_integer (writer, "cancels", order->n_rejects);
  tranche_demo_member_integer (writer, "returns", order->returns->len);
  tranche_demo_member_integer (writer, "callbacks", order->n_callbacks);
  tranche_json_writer_end_object (writer);
}

void
tranche_demo_cfront_control_list (TrancheDemoCfrontBank *bank,
                                  TrancheJsonWriter     *writer)
{
  GPtrArray *orders = tranche_demo_cfront_bank_get_orders (bank);

  for (guint i = 0; i < orders->len; i++)
    write_order (writer, g_ptr_array_index (orders, i));
}

static gboolean
parse_act (TrancheDemoRequest   *request,
           TrancheDemoCfrontAct *act)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (request->body, &length);
  const char *nick;

  if (length == 0 || !json_parser_load_from_data (parser, text, length, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;

  nick = json_object_get_string_member_with_default (
    json_node_get_object (json_parser_get_root (parser)), "do", NULL);

  return nick && tranche_demo_cfront_act_from_nick (nick, act);
}

void
tranche_demo_cfront_control_act (TrancheDemoCfrontBank *bank,
                                 TrancheDemoRequest    *request,
                                 const char            *number)
{
  TrancheDemoCfrontOrder *order = tranche_demo_cfront_bank_find (bank, NULL, number);
  g_autoptr (TrancheJsonWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  TrancheDemoCfrontAct act;

  if (!parse_act (request, &act)) {
    tranche_demo_request_refuse (request, SOUP_STATUS_BAD_REQUEST, "What to do?");
    return;
  }

  if (!order) {
    tranche_demo_request_refuse (request, SOUP_STATUS_NOT_FOUND, "No such order");
    return;
  }

  if (!tranche_demo_cfront_order_act (order, act, tranche_demo_cfront_bank_now (bank), &error)) {
    tranche_demo_request_refuse (request, SOUP_STATUS_UNPROCESSABLE_ENTITY, error->message);
    return;
  }

  writer = tranche_json_writer_new ();
  write_order (writer, order);
  tranche_demo_request_reply (request, SOUP_STATUS_OK,
                              tranche_json_writer_finish (g_steal_pointer (&writer)));
}
