/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-fields.h"

void
tranche_demo_fields_complain (const TrancheDemoFields *self,
                              const char              *name,
                              const char              *text)
{
  tranche_demo_refusal_add_field (self->refusal, g_strconcat (self->prefix, name, NULL), text);
}

static void
complain_of_absence (const TrancheDemoFields *self,
                     const char              *name)
{
  tranche_demo_refusal_add_error (self->refusal, "%s%s: обязательное поле", self->prefix, name);
}

static JsonNode *
get_node (const TrancheDemoFields *self,
          const char              *name,
          gboolean                 required)
{
  JsonNode *node = self->object ? json_object_get_member (self->object, name) : NULL;

  if (node && !JSON_NODE_HOLDS_NULL (node))
    return node;

  if (required)
    complain_of_absence (self, name);

  return NULL;
}

static void
complain_of_type (const TrancheDemoFields *self,
                  const char              *name,
                  const char              *type)
{
  tranche_demo_refusal_add_error (self->refusal, "%s%s: ожидается %s", self->prefix, name, type);
}

char *
tranche_demo_fields_read_string (const TrancheDemoFields *self,
                                 const char              *name,
                                 gsize                    limit,
                                 gboolean                 required)
{
  JsonNode *node = get_node (self, name, required);
  const char *text;

  if (!node)
    return NULL;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING) {
    complain_of_type (self, name, "строка");
    return NULL;
  }

  text = json_node_get_string (node);
  if (*text == '\0') {
    if (required)
      complain_of_absence (self, name);
    return NULL;
  }

  if (limit > 0 && (gsize) g_utf8_strlen (text, -1) > limit) {
    g_autofree char *complaint =
      g_strdup_printf ("не больше %" G_GSIZE_FORMAT " символов", limit);

    tranche_demo_fields_complain (self, name, complaint);
  }

  return g_strdup (text);
}

/* Fifteen digits are as many as a double surely keeps, so the decimal that
 * comes out is the one that was sent. */
static char *
number_to_text (JsonNode *node)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", json_node_get_double (node)));
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) &&
         (json_node_get_value_type (node) == G_TYPE_INT64 ||
          json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

TrancheMoney
tranche_demo_fields_read_money (const TrancheDemoFields *self,
                                const char              *name)
{
  JsonNode *node = get_node (self, name, TRUE);
  TrancheMoney money = TRANCHE_MONEY_UNSET;
  g_autofree char *text = NULL;

  if (!node)
    return money;

  if (!is_number (node)) {
    complain_of_type (self, name, "число");
    return money;
  }

  text = number_to_text (node);
  if (!tranche_money_from_decimal (text, "RUB", &money, NULL))
    tranche_demo_fields_complain (self, name, "сумма в рублях, не больше двух знаков после запятой");
  else if (money.minor < 0)
    tranche_demo_fields_complain (self, name, "должно быть не меньше 0");

  return money;
}

gint64
tranche_demo_fields_read_count (const TrancheDemoFields *self,
                                const char              *name)
{
  JsonNode *node = get_node (self, name, TRUE);
  gint64 count;

  if (!node)
    return 0;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64) {
    complain_of_type (self, name, "целое число");
    return 0;
  }

  count = json_node_get_int (node);
  if (count < 1 || count > G_MAXINT32) {
    tranche_demo_fields_complain (self, name, "должно быть не меньше 1 и не больше 2147483647");
    return 0;
  }

  return count;
}

JsonObject *
tranche_demo_fields_read_object (const TrancheDemoFields *self,
                                 const char              *name)
{
  JsonNode *node = get_node (self, name, FALSE);

  if (!node)
    return NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    complain_of_type (self, name, "объект");
    return NULL;
  }

  return json_node_get_object (node);
}

JsonArray *
tranche_demo_fields_read_array (const TrancheDemoFields *self,
                                const char              *name)
{
  JsonNode *node = get_node (self, name, TRUE);

  if (!node)
    return NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node)) {
    complain_of_type (self, name, "массив");
    return NULL;
  }

  return json_node_get_array (node);
}
