/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-call.h"

#include "demo/demo-cfront-read.h"
#include "demo/demo-cfront-xml.h"

static JsonNode *
parse_json (GBytes *body)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (body, &length);

  json_parser_set_strict (parser, TRUE);

  if (length == 0 || !g_utf8_validate_len (text, length, NULL) ||
      !json_parser_load_from_data (parser, text, length, NULL) ||
      !json_parser_get_root (parser) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;

  return json_parser_steal_root (parser);
}

static JsonNode *
parse_body (TrancheDemoRequest *request,
            gboolean            is_letter,
            gboolean            strict)
{
  gboolean is_xml = is_letter && tranche_demo_cfront_xml_is_request (
                                   soup_server_message_get_request_headers (request->message));
  JsonNode *root = is_xml ? tranche_demo_cfront_xml_parse (request->body, strict, NULL)
                          : parse_json (request->body);

  if (!root)
    tranche_demo_request_refuse (request, SOUP_STATUS_BAD_REQUEST,
                                 is_xml ? "Тіло запиту не відповідає формату xml"
                                        : "Тіло запиту не відповідає формату json");

  return root;
}

TrancheDemoCfrontCall *
tranche_demo_cfront_call_new (TrancheDemoRequest             *request,
                              TrancheDemoCfrontBank          *bank,
                              const TrancheDemoCfrontOptions *options,
                              const char                     *store_id,
                              gboolean                        is_letter)
{
  JsonNode *root = parse_body (request, is_letter, options->strict);
  TrancheDemoCfrontCall *self;

  if (!root)
    return NULL;

  self = g_new0 (TrancheDemoCfrontCall, 1);
  self->request = request;
  self->bank = bank;
  self->options = options;
  self->store_id = store_id;
  self->is_letter = is_letter;
  self->root = root;

  return self;
}

void
tranche_demo_cfront_call_free (TrancheDemoCfrontCall *self)
{
  json_node_unref (self->root);
  g_free (self->complaint);
  g_free (self);
}

TrancheDemoCfrontFields
tranche_demo_cfront_call_get_fields (TrancheDemoCfrontCall *self)
{
  TrancheDemoCfrontFields fields = {
    .object = json_node_get_object (self->root),
    .prefix = "",
    .strict = self->options->strict,
    .complaint = &self->complaint,
  };

  return fields;
}

gboolean
tranche_demo_cfront_call_complains (TrancheDemoCfrontCall *self)
{
  if (!self->complaint)
    return FALSE;

  tranche_demo_request_refuse (self->request, SOUP_STATUS_BAD_REQUEST, self->complaint);

  return TRUE;
}

void
tranche_demo_cfront_call_fail (TrancheDemoCfrontCall *self,
                               const GError          *error)
{
  tranche_demo_request_refuse (self->request, SOUP_STATUS_BAD_REQUEST, error->message);
}

TrancheDemoCfrontOrder *
tranche_demo_cfront_call_get_order (TrancheDemoCfrontCall *self)
{
  TrancheDemoCfrontFields fields = tranche_demo_cfront_call_get_fields (self);
  g_autofree char *id = tranche_demo_cfront_read_order_id (&fields);
  TrancheDemoCfrontOrder *order;

  if (tranche_demo_cfront_call_complains (self))
    return NULL;

  order = tranche_demo_cfront_bank_find_by_id (self->bank, self->store_id, id);
  if (!order)
    tranche_demo_request_refuse (self->request,
                                 self->is_letter ? SOUP_STATUS_BAD_REQUEST : SOUP_STATUS_NOT_FOUND,
                                 "Замовлення не знайдене");

  return order;
}

void
tranche_demo_cfront_call_note (TrancheDemoCfrontCall        *self,
                               const TrancheDemoCfrontOrder *order,
                               TrancheDemoEffect             effect)
{
  tranche_demo_request_note (self->request, TRANCHE_DEMO_CFRONT_BANK, order->id,
                             order->application->number, effect);
}
