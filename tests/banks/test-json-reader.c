/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/json-field.h"

#include <string.h>

#include "core/bank-error.h"

static TrancheJsonReader *
reader_for (const char *text)
{
  /* A copy without a NUL behind it, so that reading too far is found out. */
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tranche_json_reader_new (bytes);
}

static void
assert_refused (TrancheJsonReader *reader)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tranche_json_reader_finish (reader, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
}

static const char *good[] = {
  "null",
  " true ",
  "false\n",
  "0",
  "-0.5e-7",
  "12E+3",
  "\"\"",
  "\"\\u0441\\u043e\\ud83d\\ude00\\n\"",
  "[]",
  "[ ]",
  "{}",
  "[[],{},[{}]]",
  "{\"a\":[1,2,{\"b\":null}],\"a\":2}",
  "\xef\xbb\xbf{}",
  "\t{ \"a\" : 1 ,\r\n \"b\" : 2 }",
};

static const char *bad[] = {
  "",
  " ",
  "nul",
  "nulll",
  "True",
  "'a'",
  "a",
  "01",
  "-",
  "+1",
  ".5",
  "1.",
  "1e",
  "1e+",
  "0x10",
  "NaN",
  "Infinity",
  "\"",
  "\"a",
  "\"\\",
  "\"\\x41\"",
  "\"\\u12\"",
  "\"\\u12g4\"",
  "\"\\u0000\"",
  "\"a\nb\"",
  "[",
  "[1",
  "[1,",
  "[1,]",
  "[,1]",
  "[1 2]",
  "[1}",
  "{",
  "{\"a\"",
  "{\"a\":",
  "{\"a\":1",
  "{\"a\":1,",
  "{\"a\":1,}",
  "{,}",
  "{a:1}",
  "{\"a\" 1}",
  "{\"a\":1]",
  "{}{}",
  "{} x",
  "// comment\n1",
  "/* comment */ 1",
  "\xff",
  "\"\xc3\"",
  "\"\xed\xa0\x80\"",
  "\xef\xbb",
};

static void
test_grammar (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (TrancheJsonReader) reader = reader_for (good[i]);
    g_autoptr (GError) error = NULL;

    g_test_message ("%.60s", good[i]);
    tranche_json_reader_skip (reader);
    tranche_json_reader_finish (reader, &error);
    g_assert_no_error (error);
  }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *shown = g_strescape (bad[i], NULL);
    g_autoptr (TrancheJsonReader) reader = reader_for (bad[i]);

    g_test_message ("%.60s", shown);
    tranche_json_reader_skip (reader);
    assert_refused (reader);
  }
}

static void
test_nul (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"a\":\"b\0c\"}", 11);
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (bytes);

  tranche_json_reader_skip (reader);
  assert_refused (reader);
}

static char *
nested (guint       depth,
        const char *open,
        const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  for (guint i = 0; close && i < depth; i++)
    g_string_append (text, close);

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const struct {
    guint depth;
    const char *open;
    const char *close;
    gboolean fits;
  } rows[] = {
    { 64, "[", "]", TRUE },
    { 65, "[", "]", FALSE },
    { 1000000, "[", NULL, FALSE },
    { 1000000, "{\"a\":", NULL, FALSE },
    { 1000000, "[{\"a\":", "}]", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = nested (rows[i].depth, rows[i].open, rows[i].close);
    g_autoptr (TrancheJsonReader) reader = reader_for (text);

    tranche_json_reader_skip (reader);
    if (rows[i].fits)
      g_assert_true (tranche_json_reader_finish (reader, NULL));
    else
      assert_refused (reader);
  }
}

static void
test_strings (void)
{
  static const struct {
    const char *json;
    const char *text;
  } rows[] = {
    { "\"Иван\"", "Иван" },
    { "\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\t\"", "a\"b\\c/d\b\f\n\r\t" },
    { "\"\\u0418\\u0432\\u0430\\u043d\"", "Иван" },
    { "\"\\ud83d\\ude00!\"", "😀!" },
    { "\"\\ud83d\"", "\xef\xbf\xbd" },
    { "\"\\ude00x\"", "\xef\xbf\xbdx" },
    { "\"\\ud83d\\u0041\"", "\xef\xbf\xbd" "A" },
    { "\"\\ud83d\\ud83d\\ude00\"", "\xef\xbf\xbd😀" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheJsonReader) reader = reader_for (rows[i].json);

    g_assert_cmpstr (tranche_json_reader_read_string (reader), ==, rows[i].text);
    g_assert_true (tranche_json_reader_finish (reader, NULL));
  }
}

static void
test_members (void)
{
  g_autoptr (TrancheJsonReader) reader =
    reader_for ("{\"skip\":{\"deep\":[1,{}]},\"list\":[1,\"two\",[3]],\"yes\":true,\"no\":null}");
  guint n_elements = 0;

  g_assert_true (tranche_json_reader_enter_object (reader));
  g_assert_cmpstr (tranche_json_reader_next_member (reader), ==, "skip");
  g_assert_cmpstr (tranche_json_reader_next_member (reader), ==, "list");
  g_assert_cmpint (tranche_json_reader_peek (reader), ==, TRANCHE_JSON_ARRAY);
  g_assert_true (tranche_json_reader_enter_array (reader));
  while (tranche_json_reader_next_element (reader))
    n_elements++;
  g_assert_cmpuint (n_elements, ==, 3);
  g_assert_cmpstr (tranche_json_reader_next_member (reader), ==, "yes");
  g_assert_true (tranche_json_reader_read_boolean (reader));
  g_assert_cmpstr (tranche_json_reader_next_member (reader), ==, "no");
  g_assert_null (tranche_json_read_text_or_null (reader));
  g_assert_null (tranche_json_reader_next_member (reader));
  g_assert_true (tranche_json_reader_finish (reader, NULL));
}

/* A wrong value is named by its field and never quoted. */
static void
test_wrong_kind (void)
{
  g_autoptr (TrancheJsonReader) reader = reader_for ("{\"phone\":\"+79998887766\"}");
  g_autoptr (GError) error = NULL;

  g_assert_true (tranche_json_reader_enter_object (reader));
  g_assert_cmpstr (tranche_json_reader_next_member (reader), ==, "phone");
  g_assert_cmpint (tranche_json_read_integer (reader), ==, 0);
  g_assert_null (tranche_json_reader_next_member (reader));
  g_assert_false (tranche_json_reader_finish (reader, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
  g_assert_nonnull (strstr (error->message, "phone"));
  g_assert_null (strstr (error->message, "7766"));
}

static void
test_unread (void)
{
  g_autoptr (TrancheJsonReader) untouched = reader_for ("{}");
  g_autoptr (TrancheJsonReader) unfinished = reader_for ("[1,2]");

  assert_refused (untouched);

  g_assert_true (tranche_json_reader_enter_array (unfinished));
  g_assert_true (tranche_json_reader_next_element (unfinished));
  g_assert_cmpint (tranche_json_read_integer (unfinished), ==, 1);
  assert_refused (unfinished);
}

static void
test_times (void)
{
  static const struct {
    const char *json;
    const char *utc;
    int microsecond;
  } rows[] = {
    { "\"2025-11-21T10:15:30Z\"", "2025-11-21 10:15:30", 0 },
    { "\"2025-11-21T10:15:30.123Z\"", "2025-11-21 10:15:30", 123000 },
    { "\"2025-11-21T10:15:30.123456Z\"", "2025-11-21 10:15:30", 123456 },
    { "\"2025-11-21T10:15:30.123456789Z\"", "2025-11-21 10:15:30", 123456 },
    { "\"2025-11-21T13:15:30+03:00\"", "2025-11-21 10:15:30", 0 },
    { "\"2025-11-21T10:15:30\"", NULL },
    { "\"2025-11-21\"", NULL },
    { "\"2025-13-21T10:15:30Z\"", NULL },
    { "\"yesterday\"", NULL },
    { "\"\"", NULL },
    { "1763720130", NULL },
    { "null", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheJsonReader) reader = reader_for (rows[i].json);
    g_autoptr (GDateTime) time = tranche_json_read_time (reader);
    g_autoptr (GDateTime) utc = time ? g_date_time_to_utc (time) : NULL;
    g_autofree char *text = utc ? g_date_time_format (utc, "%F %T") : NULL;

    g_test_message ("%.60s", rows[i].json);
    g_assert_cmpstr (text, ==, rows[i].utc);
    if (utc) {
      g_assert_cmpint (g_date_time_get_microsecond (utc), ==, rows[i].microsecond);
      g_assert_true (tranche_json_reader_finish (reader, NULL));
    } else {
      assert_refused (reader);
    }
  }
}

static const char sample[] = "{\"a\":[1.5e3,\"\\ud83d\\ude00\",{\"b\":null}],\"c\":true}";

static void
test_cut_off (void)
{
  for (gsize kept = 0; kept < strlen (sample); kept++) {
    g_autoptr (GBytes) bytes = g_bytes_new (sample, kept);
    g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (bytes);

    tranche_json_reader_skip (reader);
    assert_refused (reader);
  }
}

/* Whatever is done to a good text, it is read to the end or refused. */
static void
test_damage (void)
{
  for (int i = 0; i < 50000; i++) {
    g_autofree char *damaged = g_strdup (sample);
    g_autoptr (TrancheJsonReader) reader = NULL;
    g_autoptr (GError) error = NULL;

    for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
      damaged[g_test_rand_int_range (0, strlen (sample))] = g_test_rand_int_range (0, 256);
    reader = reader_for (damaged);
    tranche_json_reader_skip (reader);
    if (!tranche_json_reader_finish (reader, &error))
      g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-reader/grammar", test_grammar);
  g_test_add_func ("/json-reader/nul", test_nul);
  g_test_add_func ("/json-reader/depth", test_depth);
  g_test_add_func ("/json-reader/strings", test_strings);
  g_test_add_func ("/json-reader/members", test_members);
  g_test_add_func ("/json-reader/wrong-kind", test_wrong_kind);
  g_test_add_func ("/json-reader/unread", test_unread);
  g_test_add_func ("/json-reader/times", test_times);
  g_test_add_func ("/json-reader/cut-off", test_cut_off);
  g_test_add_func ("/json-reader/damage", test_damage);

  return g_test_run ();
}
