/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-target.h"

#include "demo/demo-cfront-xml.h"

/* Where T-Bank's path has the number of the order: before the last segment. */
#define TBANK_LENGTH 6
#define TBANK_NUMBER 4

static const struct {
  const char *word;
  const char *operation;
} synonyms[] = {
  { "create-demo", "create" },
  { "info", "state" },
  { "confirm", "commit" },
  { "reject", "cancel" },
};

/* Members of a body that name the order, the shop's own number first. */
static const char *const order_members[] = { "orderNumber", "store_order_id", "order_id" };

const char *
tranche_demo_target_operation (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++) {
    if (g_str_equal (synonyms[i].word, word))
      return synonyms[i].operation;
  }

  return word;
}

static gboolean
has_number_in_path (const char *const *segments,
                    guint              length)
{
  return length == TBANK_LENGTH &&
         g_str_equal (segments[0], "api") && g_str_equal (segments[1], "partners") &&
         g_str_equal (segments[3], "orders");
}

static char *
make_route (const char *const *segments,
            gboolean           has_number)
{
  GString *route = g_string_new (NULL);

  for (guint i = 0; segments[i]; i++) {
    g_string_append_c (route, '/');
    g_string_append (route, has_number && i == TBANK_NUMBER ? "{number}" : segments[i]);
  }

  return g_string_free (route, FALSE);
}

/* JSON, or the XML of letters. */
static JsonNode *
parse_body (GBytes *body)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (body, &length);

  if (length == 0)
    return NULL;

  if (*text == '<')
    return tranche_demo_cfront_xml_parse (body, FALSE, NULL);

  return json_parser_load_from_data (parser, text, length, NULL)
           ? json_parser_steal_root (parser) : NULL;
}

static char *
find_order_in_body (GBytes *body)
{
  g_autoptr (JsonNode) root = parse_body (body);
  JsonObject *object;

  if (!root || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  object = json_node_get_object (root);
  for (gsize i = 0; i < G_N_ELEMENTS (order_members); i++) {
    const char *order =
      json_object_get_string_member_with_default (object, order_members[i], NULL);

    if (order)
      return g_strdup (order);
  }

  return NULL;
}

TrancheDemoTarget *
tranche_demo_target_new (const char *const *segments,
                         GBytes            *body)
{
  guint length = g_strv_length ((GStrv) segments);
  gboolean has_number = has_number_in_path (segments, length);
  const char *word = length > 0 ? segments[length - 1] : "";
  TrancheDemoTarget *self = g_new0 (TrancheDemoTarget, 1);

  self->operation = g_strdup (tranche_demo_target_operation (word));
  self->route = make_route (segments, has_number);
  self->order = has_number ? g_strdup (segments[TBANK_NUMBER]) : find_order_in_body (body);

  return self;
}

void
tranche_demo_target_free (TrancheDemoTarget *self)
{
  g_free (self->operation);
  g_free (self->route);
  g_free (self->order);
  g_free (self);
}
