/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-failure.h"

#include <string.h>

static void
test_texts (void)
{
  static const struct {
    const char *body;
    const char *text;
  } rows[] = {
    { "{\"message\":\"Котик перегриз кабель до сервера 🐱\"}",
      "Котик перегриз кабель до сервера 🐱" },
    { "{\"message\":\"Тіло запиту не відповідає формату json\",\"status\":400}",
      "Тіло запиту не відповідає формату json" },
    { "{\"error\":\"Один\"}", "Один" },
    { "{\"errors\":[{\"message\":\"Один\"},\"Два\"]}", "Один\nДва" },
    { "\"Один\"", "Один" },
    { "{\"message\":null}", NULL },
    { "{\"message\":\"\"}", NULL },
    { "{\"message\":{\"a\":1}}", NULL },
    { "{\"order_id\":\"1\"}", NULL },
    { "{}", NULL },
    { "null", NULL },
    { "400", NULL },
    { "", NULL },
    { " Bad Request \r\n", "Bad Request" },
    { "<html><body>502 Bad Gateway</body></html>", NULL },
    { "{\"message\":\"cut", NULL },
    { "{\"message\":\"one\"}{\"message\":\"two\"}", NULL },
    { "\xff\xfe", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) body = g_bytes_new (rows[i].body, strlen (rows[i].body));
    g_autofree char *text = tranche_cfront_read_failure (body);

    g_test_message ("%s", rows[i].body);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* Nobody reads a page of it, and it still is UTF-8 where it is cut. */
static void
test_long (void)
{
  g_autoptr (GString) json = g_string_new ("{\"message\":\"");
  g_autoptr (GBytes) body = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (json, "ї🐱");
  g_string_append (json, "\"}");
  body = g_bytes_new (json->str, json->len);

  text = tranche_cfront_read_failure (body);
  g_assert_cmpuint (strlen (text), <=, 1000);
  g_assert_cmpuint (strlen (text), >, 990);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-wire-failure/texts", test_texts);
  g_test_add_func ("/cfront-wire-failure/long", test_long);

  return g_test_run ();
}
