/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/redact.h"

typedef struct {
  const char *text;
  const char *redacted;
} Case;

static const Case cases[] = {
  /* Phones. */
  { "call +79998887766 now", "call ***66 now" },
  { "call +7 (999) 888-77-66 now", "call ***66 now" },
  { "call 8 (999) 888-77-66 now", "call ***66 now" },
  { "call 8-999-888-77-66, please", "call ***66, please" },
  { "9998887766", "***66" },
  { "+380501234567", "***67" },
  { "380501234567", "***67" },
  { "050 123 45 67.", "***67." },
  { "+7\u00a0999\u00a0888\u00a077\u00a066", "***66" },
  { "tel:+49301234567", "tel:***67" },

  /* E-mail addresses. */
  { "to ivan.petrov+shop@example.com!", "to [redacted]!" },
  { "to иван@почта.рф", "to [redacted]" },
  { "?to=ivan%40example.com", "?to=[redacted]" },

  /* Headers. */
  { "Authorization: Basic c2hvdzpzZWNyZXQ=", "Authorization: [redacted]" },
  { "> authorization:Bearer x\n> Accept: */*", "> authorization:[redacted]\n> Accept: */*" },
  { "signature: 8pDKBX8Y1t5j0IWpf6rRNGLJmu4OG+NJznP74mO6AXQ=\r\nstore-id: 12",
    "signature: [redacted]\r\nstore-id: 12" },
  { "Set-Cookie: session=1; path=/", "Set-Cookie: [redacted]" },
  { "sent Basic c2hvdzpzZWNyZXQ= as login", "sent Basic [redacted] as login" },

  /* JSON. */
  { "{\"first_name\": \"Иван\", \"sum\": 2499.99}",
    "{\"first_name\": \"[redacted]\", \"sum\": 2499.99}" },
  { "{\"fio\":{\"lastName\":\"Д'Арк \\\"Ж\\\"\",\"firstName\":\"Жанна\"}}",
    "{\"fio\":{\"lastName\":\"[redacted]\",\"firstName\":\"[redacted]\"}}" },
  { "{\"client_phone\":\"+380501234567\"}", "{\"client_phone\":\"***67\"}" },
  { "{\"phone\":\"12\"}", "{\"phone\":\"***\"}" },
  { "{\"phone\":79998887766}", "{\"phone\":***66}" },
  { "{\"email\":\"not an address\"}", "{\"email\":\"[redacted]\"}" },
  { "{\"password\":\"a b\"}", "{\"password\":\"[redacted]\"}" },
  { "{\"inn\" : 7701234567}", "{\"inn\" : [redacted]}" },
  { "{\"name\":\"cut off in the mid", "{\"name\":\"[redacted]\"" },
  { "{\"body\":\"{\\\"name\\\":\\\"Иван\\\",\\\"sum\\\":1}\"}",
    "{\"body\":\"{\\\"name\\\":\\\"[redacted]\\\",\\\"sum\\\":1}\"}" },
  { "{\"body\":\"{\\\"phone\\\":\\\"0501234567\\\"}\"}",
    "{\"body\":\"{\\\"phone\\\":\\\"***67\\\"}\"}" },

  /* Addresses and queries. */
  { "GET https://shop:secret@example.com/a", "GET https://[redacted]example.com/a" },
  { "/info?token=abc&page=2", "/info?token=[redacted]&page=2" },
  { "/info?phone=0501&page=2", "/info?phone=***01&page=2" },

  /* Keys and signatures. */
  { "got 8pDKBX8Y1t5j0IWpf6rRNGLJmu4OG+NJznP74mO6AXQ=", "got [redacted]" },
  { "key 0123456789abcdef0123456789abcdef", "key [redacted]" },
  { "key eyJhbGciOiJIUzI1NiJ9_abc-def", "key [redacted]" },
};

/* What a log has to show to be of any use. */
static const char *const untouched[] = {
  "",
  "order 0314-7KF29-W4N8D: ready, was waiting",
  "order A2B3C4-0314-7KF29-W4N8D",
  "POST /api/partners/v2/orders/0314-7KF29-W4N8D/commit: 422",
  "GET /api/partners/v2/orders/create-demo?page=2",
  "2026-03-14 10:11:12 sum 100000.00, 2499.99",
  "2026-03-14T10:11:12.123456Z",
  "trace 7d9b3c1e-0a2f-4a57-9b1e-3f2a1c0d9e8f",
  "trace 12345678-1234-1234-1234-123456789012",
  "id demo-7d9b3c1e-0a2f-4a57-9b1e-3f2a1c0d9e8f",
  "{\"status\":\"signed\",\"order_amount\":12345.67,\"committed\":true}",
  "tranche_order_book_open_finish and TrancheOrderBookPrivateData",
  "заявка одобрена хотя бы одним банком",
  "listening on http://127.0.0.1:45678",
};

static void
test_masks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *once = tranche_redact (cases[i].text);
    g_autofree char *twice = tranche_redact (once);

    g_assert_cmpstr (once, ==, cases[i].redacted);
    g_assert_cmpstr (twice, ==, once);
  }
}

static void
test_keeps (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (untouched); i++) {
    g_autofree char *redacted = tranche_redact (untouched[i]);

    g_assert_cmpstr (redacted, ==, untouched[i]);
  }
}

static void
test_null (void)
{
  g_assert_null (tranche_redact (NULL));
}

static void
test_invalid_utf8 (void)
{
  g_autofree char *redacted = tranche_redact ("\xff\xfe call 9998887766");

  g_assert_true (g_utf8_validate (redacted, -1, NULL));
  g_assert_null (strstr (redacted, "9998887766"));
}

/* A hostile body must not hang the program or exhaust the stack. */
static void
test_large (void)
{
  static const char *const pieces[] = {
    "a", "1", "\\", "\"", "\"name\":\"", "\\\"name\\\":\\\"", "\"name\":\"\\", "a@", "a.", "- ", "{[",
    "+1 ", "://", "name", "=",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *redacted = NULL;

    while (text->len < 64 * 1024)
      g_string_append (text, pieces[i]);
    /* So that no pattern can give up early for want of its last sign. */
    g_string_append (text, "\" \\\": @=%40a.b 1");

    redacted = tranche_redact (text->str);
    g_test_message ("%s… -> %.20s… of %zu bytes", pieces[i], redacted, strlen (redacted));
    g_assert_cmpuint (strlen (redacted), >, 1000);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/redact/masks", test_masks);
  g_test_add_func ("/redact/keeps", test_keeps);
  g_test_add_func ("/redact/null", test_null);
  g_test_add_func ("/redact/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/redact/large", test_large);

  return g_test_run ();
}
