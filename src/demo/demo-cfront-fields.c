/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-fields.h"

#include <stdio.h>

#define CURRENCY "UAH"

void
tranche_demo_cfront_fields_complain (const TrancheDemoCfrontFields *self,
                                     const char                    *name,
                                     const char                    *text)
{
  if (!*self->complaint)
    *self->complaint = g_strdup_printf ("%s%s: %s", self->prefix, name, text);
}

static void
complain_of_absence (const TrancheDemoCfrontFields *self,
                     const char                    *name)
{
  tranche_demo_cfront_fields_complain (self, name, "обов’язкове поле");
}

static void
complain_of_type (const TrancheDemoCfrontFields *self,
                  const char                    *name,
                  const char                    *type)
{
  g_autofree char *text = g_strconcat ("очікується ", type, NULL);

  tranche_demo_cfront_fields_complain (self, name, text);
}

static JsonNode *
get_node (const TrancheDemoCfrontFields *self,
          const char                    *name,
          TrancheDemoCfrontPresence      presence)
{
  JsonNode *node = self->object ? json_object_get_member (self->object, name) : NULL;

  if (node && (self->strict || !JSON_NODE_HOLDS_NULL (node)))
    return node;

  if (presence == TRANCHE_DEMO_CFRONT_REQUIRED)
    complain_of_absence (self, name);

  return NULL;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_integer (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
}

static gboolean
is_number (JsonNode *node)
{
  return is_integer (node) ||
         (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

/* Fifteen digits are as many as a double surely keeps, so the decimal that
 * comes out is the one that was meant, even where the client's own writer
 * turned 2499.99 into 2499.9899999999998. */
static char *
number_to_text (JsonNode *node)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (is_integer (node))
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", json_node_get_double (node)));
}

/* What stands there as text, if it is a text or may stand for one. */
static char *
get_text (const TrancheDemoCfrontFields *self,
          JsonNode                      *node)
{
  if (is_string (node))
    return g_strdup (json_node_get_string (node));

  return is_number (node) && !self->strict ? number_to_text (node) : NULL;
}

/* What stands there as a decimal, if it is a number or may stand for one. */
static char *
get_decimal (const TrancheDemoCfrontFields *self,
             JsonNode                      *node)
{
  if (is_number (node))
    return number_to_text (node);

  return is_string (node) && !self->strict ? g_strdup (json_node_get_string (node)) : NULL;
}

char *
tranche_demo_cfront_fields_read_string (const TrancheDemoCfrontFields *self,
                                        const char                    *name,
                                        gsize                          limit,
                                        TrancheDemoCfrontPresence      presence)
{
  JsonNode *node = get_node (self, name, presence);
  g_autofree char *text = NULL;

  if (!node)
    return NULL;

  text = get_text (self, node);
  if (!text) {
    complain_of_type (self, name, "рядок");
    return NULL;
  }

  if (*text == '\0') {
    if (self->strict)
      tranche_demo_cfront_fields_complain (self, name, "порожній рядок");
    else if (presence == TRANCHE_DEMO_CFRONT_REQUIRED)
      complain_of_absence (self, name);
    return NULL;
  }

  if (limit > 0 && (gsize) g_utf8_strlen (text, -1) > limit) {
    g_autofree char *complaint =
      g_strdup_printf ("не більше %" G_GSIZE_FORMAT " символів", limit);

    tranche_demo_cfront_fields_complain (self, name, complaint);
    return NULL;
  }

  return g_steal_pointer (&text);
}

TrancheMoney
tranche_demo_cfront_fields_read_money (const TrancheDemoCfrontFields *self,
                                       const char                    *name,
                                       gint64                         min,
                                       TrancheDemoCfrontPresence      presence)
{
  JsonNode *node = get_node (self, name, presence);
  TrancheMoney unset = TRANCHE_MONEY_UNSET;
  TrancheMoney money = TRANCHE_MONEY_UNSET;
  g_autofree char *text = NULL;

  if (!node)
    return unset;

  text = get_decimal (self, node);
  if (!text) {
    complain_of_type (self, name, "число");
    return unset;
  }

  if (!tranche_money_from_decimal (text, CURRENCY, &money, NULL)) {
    tranche_demo_cfront_fields_complain (
      self, name, "сума у гривнях, не більше двох знаків після крапки");
    return unset;
  }

  if (money.minor < min) {
    TrancheMoney least = tranche_money (min, CURRENCY);
    g_autofree char *amount = tranche_money_to_decimal (&least);
    g_autofree char *complaint = g_strdup_printf ("має бути не менше %s", amount);

    tranche_demo_cfront_fields_complain (self, name, complaint);
    return unset;
  }

  return money;
}

gint64
tranche_demo_cfront_fields_check_count (const TrancheDemoCfrontFields *self,
                                        const char                    *name,
                                        JsonNode                      *node,
                                        gint64                         min,
                                        gint64                         max)
{
  g_autofree char *complaint = NULL;
  gint64 count = 0;

  /* 3.0 is an integer in JSON Schema, and some clients write so. */
  if (is_integer (node))
    count = json_node_get_int (node);
  else {
    g_autofree char *text = get_decimal (self, node);

    if (!text || !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &count, NULL)) {
      complain_of_type (self, name, "ціле число");
      return 0;
    }
  }

  if (count >= min && count <= max)
    return count;

  complaint = g_strdup_printf ("має бути від %" G_GINT64_FORMAT " до %" G_GINT64_FORMAT, min, max);
  tranche_demo_cfront_fields_complain (self, name, complaint);

  return 0;
}

gint64
tranche_demo_cfront_fields_read_count (const TrancheDemoCfrontFields *self,
                                       const char                    *name,
                                       gint64                         min,
                                       gint64                         max)
{
  JsonNode *node = get_node (self, name, TRANCHE_DEMO_CFRONT_REQUIRED);

  return node ? tranche_demo_cfront_fields_check_count (self, name, node, min, max) : 0;
}

gboolean
tranche_demo_cfront_fields_read_boolean (const TrancheDemoCfrontFields *self,
                                         const char                    *name)
{
  JsonNode *node = get_node (self, name, TRANCHE_DEMO_CFRONT_REQUIRED);

  if (!node)
    return FALSE;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  if (!self->strict && is_string (node) &&
      (g_str_equal (json_node_get_string (node), "true") ||
       g_str_equal (json_node_get_string (node), "false")))
    return g_str_equal (json_node_get_string (node), "true");

  complain_of_type (self, name, "true або false");

  return FALSE;
}

static gboolean
is_date (const char *text)
{
  guint year;
  guint month;
  guint day;

  if (strlen (text) != strlen ("yyyy-MM-dd") || strspn (text, "0123456789-") != strlen (text) ||
      sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3 || text[4] != '-' || text[7] != '-')
    return FALSE;

  return g_date_valid_dmy (day, month, year);
}

char *
tranche_demo_cfront_fields_read_date (const TrancheDemoCfrontFields *self,
                                      const char                    *name,
                                      TrancheDemoCfrontPresence      presence)
{
  g_autofree char *text = tranche_demo_cfront_fields_read_string (self, name, 0, presence);

  if (text && !is_date (text)) {
    tranche_demo_cfront_fields_complain (self, name, "дата у форматі yyyy-MM-dd");
    return NULL;
  }

  return g_steal_pointer (&text);
}

char *
tranche_demo_cfront_fields_read_phone (const TrancheDemoCfrontFields *self,
                                       const char                    *name,
                                       TrancheDemoCfrontPresence      presence)
{
  g_autofree char *text = tranche_demo_cfront_fields_read_string (self, name, 0, presence);

  if (text && (!g_str_has_prefix (text, "+380") || strlen (text) != strlen ("+380501234567") ||
               strspn (text + 1, "0123456789") != strlen (text + 1))) {
    tranche_demo_cfront_fields_complain (self, name, "номер телефону у форматі +380XXXXXXXXX");
    return NULL;
  }

  return g_steal_pointer (&text);
}

JsonObject *
tranche_demo_cfront_fields_read_object (const TrancheDemoCfrontFields *self,
                                        const char                    *name,
                                        TrancheDemoCfrontPresence      presence)
{
  JsonNode *node = get_node (self, name, presence);

  if (node && !JSON_NODE_HOLDS_OBJECT (node))
    complain_of_type (self, name, "об’єкт");

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
tranche_demo_cfront_fields_read_array (const TrancheDemoCfrontFields *self,
                                       const char                    *name)
{
  JsonNode *node = get_node (self, name, TRANCHE_DEMO_CFRONT_REQUIRED);

  if (!node)
    return NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node)) {
    complain_of_type (self, name, "масив");
    return NULL;
  }

  if (json_array_get_length (json_node_get_array (node)) == 0) {
    tranche_demo_cfront_fields_complain (self, name, "порожній список");
    return NULL;
  }

  return json_node_get_array (node);
}
