/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-wire-failure.h"

#include <string.h>

static void
test_texts (void)
{
  static const struct {
    const char *body;
    const char *text;
  } rows[] = {
    { "{\"message\":\"Запрещено отменять эту заявку\"}", "Запрещено отменять эту заявку" },
    { "{\"errors\":[\"Один\",\"Два\"]}", "Один\nДва" },
    { "{\"errors\":\"Один\"}", "Один" },
    { "{\"errors\":[{\"code\":7,\"message\":\"Один\"},{\"text\":\"Два\"}]}", "Один\nДва" },
    { "{\"errors\":{\"message\":\"Один\"}}", "Один" },
    { "{\"message\":\"Один\",\"errors\":[\"Два\"],\"status\":422}", "Один\nДва" },
    { "{\"error\":{\"description\":\"Один\"}}", "Один" },
    { "\"Один\"", "Один" },
    { "[\"Один\"]", "Один" },
    { "{\"errors\":[]}", NULL },
    { "{\"errors\":null,\"message\":\"\"}", NULL },
    { "{}", NULL },
    { "null", NULL },
    { "", NULL },
    { " Too many requests\n", "Too many requests" },
    { "<html><body>502 Bad Gateway</body></html>", NULL },
    { "{\"message\":\"cut", NULL },
    { "\xff\xfe", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) body = g_bytes_new (rows[i].body, strlen (rows[i].body));
    g_autoptr (GPtrArray) problems = NULL;
    g_autofree char *text = NULL;

    g_test_message ("%s", rows[i].body);
    tranche_tbank_read_failure (body, &text, &problems);
    g_assert_cmpstr (text, ==, rows[i].text);
    g_assert_cmpuint (problems->len, ==, 0);
  }
}

static void
assert_problem (TrancheFieldProblem *problem,
                TrancheField         field,
                int                  item,
                const char          *wire_name,
                const char          *text)
{
  g_assert_cmpint (problem->field, ==, field);
  g_assert_cmpint (problem->item, ==, item);
  g_assert_cmpint (problem->flaw, ==, TRANCHE_FLAW_BANK);
  g_assert_cmpstr (problem->wire_name, ==, wire_name);
  g_assert_cmpstr (problem->text, ==, text);
}

static void
test_validations (void)
{
  const char *json = "{\"errors\":[\"Ошибка\"],\"validations\":{\"webhookURL\":\"Не тот сайт\","
                     "\"items[1].price\":[\"мало\",\"совсем\"],\"colour\":null}}";
  g_autoptr (GBytes) body = g_bytes_new_static (json, strlen (json));
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *text = NULL;

  tranche_tbank_read_failure (body, &text, &problems);
  g_assert_cmpstr (text, ==, "Ошибка");
  g_assert_cmpuint (problems->len, ==, 3);
  assert_problem (problems->pdata[0], TRANCHE_FIELD_URL, -1, "webhookURL", "Не тот сайт");
  assert_problem (problems->pdata[1], TRANCHE_FIELD_ITEM_PRICE, 1, "items[1].price",
                  "мало\nсовсем");
  assert_problem (problems->pdata[2], TRANCHE_FIELD_OTHER, -1, "colour", NULL);
}

static void
test_odd_validations (void)
{
  static const char *rows[] = {
    "{\"validations\":[\"Ошибка\"]}",
    "{\"validations\":\"Ошибка\"}",
    "{\"validations\":[{\"field\":\"sum\",\"message\":\"Ошибка\"}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) body = g_bytes_new_static (rows[i], strlen (rows[i]));
    g_autoptr (GPtrArray) problems = NULL;
    g_autofree char *text = NULL;

    tranche_tbank_read_failure (body, &text, &problems);
    g_assert_cmpstr (text, ==, "Ошибка");
    g_assert_cmpuint (problems->len, ==, 0);
  }
}

/* A bank that talks without end is cut short, and one that nests so too. */
static void
test_hostile (void)
{
  g_autoptr (GString) json = g_string_new ("{\"errors\":[\"first\"");
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (json, ",\"and on\"");
  g_string_append (json, "]}");
  body = g_bytes_new (json->str, json->len);
  tranche_tbank_read_failure (body, &text, &problems);
  g_assert_true (g_str_has_prefix (text, "first\nand on"));
  g_assert_cmpuint (strlen (text), <, 2000);

  g_clear_pointer (&body, g_bytes_unref);
  g_clear_pointer (&problems, g_ptr_array_unref);
  g_clear_pointer (&text, g_free);
  g_string_truncate (json, 0);
  for (int i = 0; i < 100000; i++)
    g_string_append (json, "{\"errors\":[");
  body = g_bytes_new (json->str, json->len);
  tranche_tbank_read_failure (body, &text, &problems);
  g_assert_null (text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tbank-wire-failure/texts", test_texts);
  g_test_add_func ("/tbank-wire-failure/validations", test_validations);
  g_test_add_func ("/tbank-wire-failure/odd-validations", test_odd_validations);
  g_test_add_func ("/tbank-wire-failure/hostile", test_hostile);

  return g_test_run ();
}
