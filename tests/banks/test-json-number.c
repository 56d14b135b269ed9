/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/json-number.h"

typedef struct {
  const char *number;
  gboolean fits;
  gint64 minor;
} Row;

static const Row amounts[] = {
  { "0", TRUE, 0 },
  { "-0.0", TRUE, 0 },
  { "0e999999999999", TRUE, 0 },
  { "100000", TRUE, 10000000 },
  { "2499.99", TRUE, 249999 },
  { "2499.9", TRUE, 249990 },
  { "2499.990", TRUE, 249999 },
  { "-12.34", TRUE, -1234 },
  { "1.0E7", TRUE, 1000000000 },
  { "1.5e3", TRUE, 150000 },
  { "249999e-2", TRUE, 249999 },
  { "100000.000000000000000000000000", TRUE, 10000000 },
  /* How doubles are printed with all their digits. */
  { "2499.9899999999998", TRUE, 249999 },
  { "0.10000000000000000555", TRUE, 10 },
  { "104990.50999999999", TRUE, 10499051 },
  { "0.29999999999999999", TRUE, 30 },
  /* A third decimal that is meant. */
  { "2499.995", FALSE },
  { "2499.9850000000001", FALSE },
  { "0.001", FALSE },
  { "1e-3", FALSE },
  { "12345678901234.567", FALSE },
  { "12345678901234567.89", FALSE },
  { "1000000000000000.005", FALSE },
  /* As far as amounts are counted. */
  { "1000000000000000", TRUE, TRANCHE_MONEY_MAX },
  { "-1e15", TRUE, -TRANCHE_MONEY_MAX },
  { "1000000000000001", FALSE },
  { "-1000000000000001", FALSE },
  { "9999999999999999", FALSE },
  { "9999999999999.99", TRUE, G_GINT64_CONSTANT (999999999999999) },
  { "10000000000000000", FALSE },
  { "1e300", FALSE },
  { "1e99999999999999999999", FALSE },
  { "1e-99999999999999999999", FALSE },
  { "99999999999999999999999999999999999999999999", FALSE },
};

static void
test_money (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++) {
    TrancheMoney money = TRANCHE_MONEY_UNSET;

    g_test_message ("%s", amounts[i].number);
    g_assert_true (tranche_json_number_to_money (amounts[i].number, "RUB", &money) ==
                   amounts[i].fits);
    if (amounts[i].fits) {
      g_assert_cmpint (money.minor, ==, amounts[i].minor);
      g_assert_cmpstr (money.currency, ==, "RUB");
    } else {
      g_assert_false (tranche_money_is_set (&money));
    }
  }
}

static const Row integers[] = {
  { "0", TRUE, 0 },
  { "12", TRUE, 12 },
  { "-12", TRUE, -12 },
  { "12.0", TRUE, 12 },
  { "1.2e1", TRUE, 12 },
  { "999999999999999999", TRUE, G_GINT64_CONSTANT (999999999999999999) },
  { "1.5", FALSE },
  { "123456789012345678.9", FALSE },
  { "9223372036854775808", FALSE },
  { "1e19", FALSE },
};

static void
test_integer (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++) {
    gint64 value = 0;

    g_test_message ("%s", integers[i].number);
    g_assert_true (tranche_json_number_to_integer (integers[i].number, &value) ==
                   integers[i].fits);
    g_assert_cmpint (value, ==, integers[i].minor);
  }
}

/* Every amount survives being a double that is printed with 17 digits. */
static void
test_doubles (void)
{
  for (int i = 0; i < 20000; i++) {
    gint64 minor = g_test_rand_int () & G_MAXINT32;
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    TrancheMoney money;

    g_ascii_dtostr (text, sizeof text, minor / 100.0);
    g_test_message ("%s", text);
    g_assert_true (tranche_json_number_to_money (text, "RUB", &money));
    g_assert_cmpint (money.minor, ==, minor);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-number/money", test_money);
  g_test_add_func ("/json-number/integer", test_integer);
  g_test_add_func ("/json-number/doubles", test_doubles);

  return g_test_run ();
}
