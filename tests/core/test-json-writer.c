/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/json-writer.h"

static void
test_values (void)
{
  TrancheJsonWriter *writer = tranche_json_writer_new ();
  g_autofree char *json = NULL;

  tranche_json_writer_begin_object (writer);
  tranche_json_writer_add_name (writer, "text");
  tranche_json_writer_add_string (writer, "Стул");
  tranche_json_writer_add_name (writer, "nothing");
  tranche_json_writer_add_string (writer, NULL);
  tranche_json_writer_add_name (writer, "number");
  tranche_json_writer_add_integer (writer, G_MININT64);
  tranche_json_writer_add_name (writer, "list");
  tranche_json_writer_begin_array (writer);
  tranche_json_writer_add_boolean (writer, TRUE);
  tranche_json_writer_add_boolean (writer, FALSE);
  tranche_json_writer_begin_object (writer);
  tranche_json_writer_end_object (writer);
  tranche_json_writer_begin_array (writer);
  tranche_json_writer_end_array (writer);
  tranche_json_writer_end_array (writer);
  tranche_json_writer_add_name (writer, "last");
  tranche_json_writer_add_integer (writer, 0);
  tranche_json_writer_end_object (writer);

  json = tranche_json_writer_finish (writer);
  g_assert_cmpstr (json, ==,
                   "{\"text\":\"Стул\",\"nothing\":null,\"number\":-9223372036854775808,"
                   "\"list\":[true,false,{},[]],\"last\":0}");
}

static void
test_escapes (void)
{
  TrancheJsonWriter *writer = tranche_json_writer_new ();
  g_autofree char *json = NULL;

  tranche_json_writer_begin_object (writer);
  tranche_json_writer_add_name (writer, "a\"b");
  tranche_json_writer_add_string (writer, "\\ \" / \n \r \t \001 \x7f щ 𝄞");
  tranche_json_writer_end_object (writer);

  json = tranche_json_writer_finish (writer);
  g_assert_cmpstr (json, ==,
                   "{\"a\\\"b\":\"\\\\ \\\" / \\n \\r \\t \\u0001 \\u007f щ 𝄞\"}");
}

static void
test_money (void)
{
  static const struct {
    gint64 minor;
    const char *json;
  } rows[] = {
    { 249999, "[2499.99]" },
    { 10000000, "[100000]" },
    { 50, "[0.5]" },
    { 0, "[0]" },
    { -1, "[-0.01]" },
    { G_GINT64_CONSTANT (9007199254740993), "[90071992547409.93]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    TrancheJsonWriter *writer = tranche_json_writer_new ();
    TrancheMoney money = tranche_money (rows[i].minor, "RUB");
    g_autofree char *json = NULL;

    tranche_json_writer_begin_array (writer);
    tranche_json_writer_add_money (writer, &money);
    tranche_json_writer_end_array (writer);
    json = tranche_json_writer_finish (writer);
    g_assert_cmpstr (json, ==, rows[i].json);
  }
}

static void
test_unset_money (void)
{
  TrancheJsonWriter *writer = tranche_json_writer_new ();
  const TrancheMoney unset = TRANCHE_MONEY_UNSET;
  g_autofree char *json = NULL;

  tranche_json_writer_add_money (writer, &unset);
  json = tranche_json_writer_finish (writer);
  g_assert_cmpstr (json, ==, "null");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/json-writer/values", test_values);
  g_test_add_func ("/core/json-writer/escapes", test_escapes);
  g_test_add_func ("/core/json-writer/money", test_money);
  g_test_add_func ("/core/json-writer/unset-money", test_unset_money);

  return g_test_run ();
}
