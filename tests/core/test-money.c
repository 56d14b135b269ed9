/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/money.h"

#include <string.h>

#define OK -1
#define N_RANDOM 20000

typedef struct {
  const char *text;
  const char *currency;
  int error; /* a TrancheMoneyError or OK */
  gint64 minor;
} Case;

#define SYNTAX    TRANCHE_MONEY_ERROR_SYNTAX
#define PRECISION TRANCHE_MONEY_ERROR_PRECISION
#define RANGE     TRANCHE_MONEY_ERROR_RANGE
#define CURRENCY  TRANCHE_MONEY_ERROR_CURRENCY
#define AMBIGUOUS TRANCHE_MONEY_ERROR_AMBIGUOUS

static const Case decimals[] = {
  { "0", "RUB", OK, 0 },
  { "-0", "RUB", OK, 0 },
  { "0.0", "RUB", OK, 0 },
  { "0.01", "RUB", OK, 1 },
  { "0.1", "RUB", OK, 10 },
  { "0.5", "RUB", OK, 50 },
  { "5", "RUB", OK, 500 },
  { "2499.99", "RUB", OK, 249999 },
  { "2499.9", "RUB", OK, 249990 },
  { "100000", "RUB", OK, 10000000 },
  { "-12.34", "RUB", OK, -1234 },
  { "1000000000000000", "RUB", OK, TRANCHE_MONEY_MAX },
  { "1000000000000000.00", "RUB", OK, TRANCHE_MONEY_MAX },
  { "-1000000000000000", "RUB", OK, -TRANCHE_MONEY_MAX },
  { "1500", "JPY", OK, 1500 },
  { "100000000000000000", "JPY", OK, TRANCHE_MONEY_MAX },
  { "1.234", "KWD", OK, 1234 },
  { "1.2", "KWD", OK, 1200 },
  { "7", "XYZ", OK, 700 },

  { "", "RUB", SYNTAX, 0 },
  { "-", "RUB", SYNTAX, 0 },
  { ".", "RUB", SYNTAX, 0 },
  { "5.", "RUB", SYNTAX, 0 },
  { ".5", "RUB", SYNTAX, 0 },
  { "-.5", "RUB", SYNTAX, 0 },
  { "+5", "RUB", SYNTAX, 0 },
  { "--5", "RUB", SYNTAX, 0 },
  { " 5", "RUB", SYNTAX, 0 },
  { "5 ", "RUB", SYNTAX, 0 },
  { "5\n", "RUB", SYNTAX, 0 },
  { "05", "RUB", SYNTAX, 0 },
  { "00", "RUB", SYNTAX, 0 },
  { "1e5", "RUB", SYNTAX, 0 },
  { "1E5", "RUB", SYNTAX, 0 },
  { "1.5e2", "RUB", SYNTAX, 0 },
  { "1.2.3", "RUB", SYNTAX, 0 },
  { "1,5", "RUB", SYNTAX, 0 },
  { "1 000", "RUB", SYNTAX, 0 },
  { "0x10", "RUB", SYNTAX, 0 },
  { "NaN", "RUB", SYNTAX, 0 },
  { "nan", "RUB", SYNTAX, 0 },
  { "Infinity", "RUB", SYNTAX, 0 },
  { "-inf", "RUB", SYNTAX, 0 },
  { "null", "RUB", SYNTAX, 0 },
  { "٥", "RUB", SYNTAX, 0 },
  { "99999999999999999999999999e5", "RUB", SYNTAX, 0 },
  { "1.999e5", "RUB", SYNTAX, 0 },

  { "2499.999", "RUB", PRECISION, 0 },
  { "2499.990", "RUB", PRECISION, 0 },
  { "2499.9899999999998", "RUB", PRECISION, 0 },
  { "1.5", "JPY", PRECISION, 0 },
  { "1.2345", "KWD", PRECISION, 0 },
  { "99999999999999999999999999.999", "RUB", PRECISION, 0 },

  { "1000000000000000.01", "RUB", RANGE, 0 },
  { "-1000000000000000.01", "RUB", RANGE, 0 },
  { "100000000000000001", "JPY", RANGE, 0 },
  { "92233720368547758.07", "RUB", RANGE, 0 },
  { "92233720368547758.08", "RUB", RANGE, 0 },
  { "18446744073709551616", "RUB", RANGE, 0 },
  { "18446744073709551616", "JPY", RANGE, 0 },
  { "99999999999999999999999999999999999999999999999", "RUB", RANGE, 0 },

  { "5", "", CURRENCY, 0 },
  { "5", "rub", CURRENCY, 0 },
  { "5", "RU", CURRENCY, 0 },
  { "5", "RUBL", CURRENCY, 0 },
  { "5", "₽", CURRENCY, 0 },
  { "5", NULL, CURRENCY, 0 },
};

static const Case typed[] = {
  { "2499.99", "RUB", OK, 249999 },
  { "2499,99", "RUB", OK, 249999 },
  { "2 499,99", "RUB", OK, 249999 },
  { "2\u00a0499,99", "RUB", OK, 249999 },
  { "2\u202f499,99\u00a0₽", "RUB", OK, 249999 },
  { "2\u2009499,99", "RUB", OK, 249999 },
  { "\ufeff\u200e2 499,99\u200b", "RUB", OK, 249999 },
  { "  2 499,99\t\n", "RUB", OK, 249999 },
  { "2,499.99", "RUB", OK, 249999 },
  { "2.499,99", "RUB", OK, 249999 },
  { "1,234,567", "RUB", OK, 123456700 },
  { "1.234.567", "RUB", OK, 123456700 },
  { "1,234,567.8", "RUB", OK, 123456780 },
  { "1.234.567,89", "RUB", OK, 123456789 },
  { "1 234 567,89", "RUB", OK, 123456789 },
  { "1 234 567", "RUB", OK, 123456700 },
  { "12,5", "RUB", OK, 1250 },
  { "0,5", "RUB", OK, 50 },
  { "0", "RUB", OK, 0 },
  { "007", "RUB", OK, 700 },
  { "000", "RUB", OK, 0 },
  { "00,50", "RUB", OK, 50 },
  { "-5", "RUB", OK, -500 },
  { "−5,20", "RUB", OK, -520 },
  { "100 000 ₽", "RUB", OK, 10000000 },
  { "100000₽", "RUB", OK, 10000000 },
  { "₽ 100", "RUB", OK, 10000 },
  { "100 руб.", "RUB", OK, 10000 },
  { "100 руб", "RUB", OK, 10000 },
  { "100 РУБ.", "RUB", OK, 10000 },
  { "100 р.", "RUB", OK, 10000 },
  { "100р", "RUB", OK, 10000 },
  { "100 RUB", "RUB", OK, 10000 },
  { "rub 100", "RUB", OK, 10000 },
  { "99,50 ₴", "UAH", OK, 9950 },
  { "99,50 грн.", "UAH", OK, 9950 },
  { "99,50 Грн", "UAH", OK, 9950 },
  { "99,50 UAH", "UAH", OK, 9950 },
  { "99 PLN", "PLN", OK, 9900 },
  { "1 500", "JPY", OK, 1500 },
  { "1 500,125", "KWD", OK, 1500125 },
  { "0,125", "KWD", OK, 125 },
  { "1234,567", "KWD", OK, 1234567 },

  { "1.234", "RUB", AMBIGUOUS, 0 },
  { "1,234", "RUB", AMBIGUOUS, 0 },
  { "12,345 ₽", "RUB", AMBIGUOUS, 0 },
  { "123.456", "RUB", AMBIGUOUS, 0 },
  { "-1.234", "RUB", AMBIGUOUS, 0 },
  { "1.234", "JPY", AMBIGUOUS, 0 },
  { "1.234", "KWD", AMBIGUOUS, 0 },

  { "", "RUB", SYNTAX, 0 },
  { "   ", "RUB", SYNTAX, 0 },
  { "₽", "RUB", SYNTAX, 0 },
  { "-", "RUB", SYNTAX, 0 },
  { "5,", "RUB", SYNTAX, 0 },
  { "5.", "RUB", SYNTAX, 0 },
  { ",5", "RUB", SYNTAX, 0 },
  { ".5", "RUB", SYNTAX, 0 },
  { "+5", "RUB", SYNTAX, 0 },
  { "1 23", "RUB", SYNTAX, 0 },
  { "12 34", "RUB", SYNTAX, 0 },
  { "1234 567", "RUB", SYNTAX, 0 },
  { "1 234 56", "RUB", SYNTAX, 0 },
  { "1 2,345", "RUB", SYNTAX, 0 },
  { "0 500", "RUB", SYNTAX, 0 },
  { "0.500.000", "RUB", SYNTAX, 0 },
  { "1,234.567,89", "RUB", SYNTAX, 0 },
  { "1 234.567.890", "RUB", SYNTAX, 0 },
  { "1,23,45", "RUB", SYNTAX, 0 },
  { "1,,5", "RUB", SYNTAX, 0 },
  { "1.,5", "RUB", SYNTAX, 0 },
  { "5 - 3", "RUB", SYNTAX, 0 },
  { "1e5", "RUB", SYNTAX, 0 },
  { "NaN", "RUB", SYNTAX, 0 },
  { "abc", "RUB", SYNTAX, 0 },
  { "100 баксов", "RUB", SYNTAX, 0 },
  { "100 ₽ ₽", "RUB", SYNTAX, 0 },
  { "1'000", "RUB", SYNTAX, 0 },
  { "\xff", "RUB", SYNTAX, 0 },
  { "1\xa0""000", "RUB", SYNTAX, 0 },

  { "2499,999", "RUB", PRECISION, 0 },
  { "0,125", "RUB", PRECISION, 0 },
  { "1 234,567", "RUB", PRECISION, 0 },
  { "1,2345", "RUB", PRECISION, 0 },
  { "1,5", "JPY", PRECISION, 0 },

  { "1 000 000 000 000 000,01", "RUB", RANGE, 0 },
  { "99999999999999999999999999", "RUB", RANGE, 0 },

  { "100 ₴", "RUB", CURRENCY, 0 },
  { "100 грн", "RUB", CURRENCY, 0 },
  { "100 ₽", "UAH", CURRENCY, 0 },
  { "100 $", "RUB", CURRENCY, 0 },
  { "100 €", "UAH", CURRENCY, 0 },
  { "100", "rub", CURRENCY, 0 },
};

typedef gboolean (* ParseFunc) (const char    *text,
                                const char    *currency,
                                TrancheMoney  *out,
                                GError       **error);

static void
check_case (const Case *expected,
            ParseFunc   parse)
{
  TrancheMoney money = tranche_money (-77, "XXX");
  g_autoptr (GError) error = NULL;
  gboolean parsed = parse (expected->text, expected->currency, &money, &error);
  g_autofree char *printable = g_strescape (expected->text, NULL);

  g_test_message ("'%s' %s", printable, expected->currency);

  if (expected->error == OK) {
    g_assert_no_error (error);
    g_assert_true (parsed);
    g_assert_cmpint (money.minor, ==, expected->minor);
    g_assert_cmpstr (money.currency, ==, expected->currency);
  } else {
    g_assert_error (error, TRANCHE_MONEY_ERROR, expected->error);
    g_assert_false (parsed);
    g_assert_cmpint (money.minor, ==, -77);
    g_assert_cmpstr (money.currency, ==, "XXX");
  }
}

static void
test_from_decimal (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (decimals); i++)
    check_case (&decimals[i], tranche_money_from_decimal);
}

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    check_case (&typed[i], tranche_money_parse);
}

static void
test_to_decimal (void)
{
  static const struct {
    gint64 minor;
    const char *currency;
    const char *text;
  } cases[] = {
    { 0, "RUB", "0" },
    { 1, "RUB", "0.01" },
    { 50, "RUB", "0.5" },
    { 249999, "RUB", "2499.99" },
    { 10000000, "RUB", "100000" },
    { -1, "RUB", "-0.01" },
    { -50, "RUB", "-0.5" },
    { -1234, "RUB", "-12.34" },
    { 1500, "JPY", "1500" },
    { 1, "KWD", "0.001" },
    { 1010, "KWD", "1.01" },
    { G_MAXINT64, "RUB", "92233720368547758.07" },
    { G_MININT64, "RUB", "-92233720368547758.08" },
    { G_MININT64, "JPY", "-9223372036854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    TrancheMoney money = tranche_money (cases[i].minor, cases[i].currency);
    g_autofree char *text = tranche_money_to_decimal (&money);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

/* As many bits as chance will have, so that small amounts come as often as
 * large ones. */
static gint64
random_minor (void)
{
  guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
  gint64 minor = (bits >> g_test_rand_int_range (1, 64)) % (TRANCHE_MONEY_MAX + 1);

  return g_test_rand_bit () ? minor : -minor;
}

static const char *
random_currency (void)
{
  static const char *const currencies[] = { "RUB", "UAH", "JPY", "KWD" };

  return currencies[g_test_rand_int_range (0, G_N_ELEMENTS (currencies))];
}

static void
test_random_decimals (void)
{
  for (guint i = 0; i < N_RANDOM; i++) {
    TrancheMoney money = tranche_money (random_minor (), random_currency ());
    g_autofree char *text = tranche_money_to_decimal (&money);
    g_autofree char *again = NULL;
    g_autoptr (GError) error = NULL;
    TrancheMoney parsed;

    g_assert_true (tranche_money_from_decimal (text, money.currency, &parsed, &error));
    g_assert_no_error (error);
    g_assert_true (tranche_money_equal (&money, &parsed));

    again = tranche_money_to_decimal (&parsed);
    g_assert_cmpstr (text, ==, again);
  }
}

/* Writes an amount as people in one place or another do. */
static char *
write_grouped (const TrancheMoney *money,
               const char         *group,
               const char         *mark)
{
  g_autofree char *decimal = tranche_money_to_decimal (money);
  const char *point = strchr (decimal, '.');
  gsize length = point != NULL ? (gsize) (point - decimal) : strlen (decimal);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++) {
    if (i > 0 && decimal[i - 1] != '-' && (length - i) % 3 == 0)
      g_string_append (text, group);
    g_string_append_c (text, decimal[i]);
  }

  if (point != NULL)
    g_string_append_printf (text, "%s%s", mark, point + 1);

  return g_string_free_and_steal (text);
}

static void
test_random_typed (void)
{
  static const struct {
    const char *group;
    const char *mark;
  } styles[] = {
    { "", "." }, { "", "," }, { " ", "," }, { "\u00a0", "," }, { "\u202f", "," },
    { " ", "." }, { ",", "." }, { ".", "," },
  };

  for (guint i = 0; i < N_RANDOM; i++) {
    int style = g_test_rand_int_range (0, G_N_ELEMENTS (styles));
    TrancheMoney money = tranche_money (random_minor (), random_currency ());
    g_autofree char *text = write_grouped (&money, styles[style].group, styles[style].mark);
    g_autoptr (GError) error = NULL;
    TrancheMoney parsed;

    /* What it may refuse to guess, it never guesses wrongly. */
    if (!tranche_money_parse (text, money.currency, &parsed, &error)) {
      g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_AMBIGUOUS);
      continue;
    }

    g_assert_true (tranche_money_equal (&money, &parsed));
  }
}

/* Whatever is thrown at the two parsers, what comes out is in range and says
 * the same again. */
static void
test_random_garbage (void)
{
  static const char *const signs[] = {
    "0", "1", "9", "00", "123", "000", ".", ",", " ", "-", "\u00a0", "₽", "руб.", "e", "+", "\xff",
  };

  for (guint i = 0; i < N_RANDOM; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    TrancheMoney money, again;

    for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
      g_string_append (text, signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))]);

    if (tranche_money_from_decimal (text->str, "RUB", &money, NULL)) {
      g_assert_true (tranche_money_parse (text->str, "RUB", &again, NULL));
      g_assert_true (tranche_money_equal (&money, &again));
    }

    if (tranche_money_parse (text->str, "RUB", &money, NULL)) {
      g_autofree char *decimal = tranche_money_to_decimal (&money);

      g_assert_cmpint (ABS (money.minor), <=, TRANCHE_MONEY_MAX);
      g_assert_true (tranche_money_from_decimal (decimal, "RUB", &again, NULL));
      g_assert_true (tranche_money_equal (&money, &again));
    }
  }
}

static void
test_add (void)
{
  TrancheMoney a = tranche_money (10, "RUB");
  TrancheMoney b = tranche_money (20, "RUB");
  TrancheMoney foreign = tranche_money (20, "UAH");
  TrancheMoney most = tranche_money (TRANCHE_MONEY_MAX, "RUB");
  TrancheMoney least = tranche_money (-TRANCHE_MONEY_MAX, "RUB");
  TrancheMoney huge = tranche_money (G_MAXINT64, "RUB");
  g_autoptr (GError) error = NULL;
  TrancheMoney sum;

  g_assert_true (tranche_money_add (&a, &b, &sum, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sum.minor, ==, 30);
  g_assert_cmpstr (sum.currency, ==, "RUB");

  g_assert_true (tranche_money_add (&sum, &sum, &sum, NULL));
  g_assert_cmpint (sum.minor, ==, 60);

  g_assert_true (tranche_money_add (&most, &least, &sum, NULL));
  g_assert_cmpint (sum.minor, ==, 0);

  g_assert_false (tranche_money_add (&a, &foreign, &sum, &error));
  g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_CURRENCY);
  g_clear_error (&error);

  g_assert_false (tranche_money_add (&most, &a, &sum, &error));
  g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE);
  g_clear_error (&error);

  g_assert_false (tranche_money_add (&huge, &huge, &sum, &error));
  g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE);
  g_assert_cmpint (sum.minor, ==, 0);
}

static void
test_multiply (void)
{
  TrancheMoney price = tranche_money (249999, "RUB");
  TrancheMoney most = tranche_money (TRANCHE_MONEY_MAX, "RUB");
  TrancheMoney huge = tranche_money (G_MININT64, "RUB");
  g_autoptr (GError) error = NULL;
  TrancheMoney product;

  g_assert_true (tranche_money_multiply (&price, 3, &product, &error));
  g_assert_no_error (error);
  g_assert_cmpint (product.minor, ==, 749997);

  g_assert_true (tranche_money_multiply (&price, 0, &product, NULL));
  g_assert_cmpint (product.minor, ==, 0);
  g_assert_true (tranche_money_multiply (&most, -1, &product, NULL));
  g_assert_cmpint (product.minor, ==, -TRANCHE_MONEY_MAX);

  g_assert_false (tranche_money_multiply (&most, 2, &product, &error));
  g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE);
  g_clear_error (&error);

  g_assert_false (tranche_money_multiply (&price, G_MAXINT64, &product, &error));
  g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE);
  g_clear_error (&error);

  g_assert_false (tranche_money_multiply (&huge, -1, &product, &error));
  g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE);
}

/* Against arithmetic of twice the width. */
static void
test_random_arithmetic (void)
{
  for (guint i = 0; i < N_RANDOM; i++) {
    TrancheMoney a = tranche_money (random_minor (), "RUB");
    TrancheMoney b = tranche_money (random_minor (), "RUB");
    __extension__ __int128 sum = (__int128) a.minor + b.minor;
    __extension__ __int128 product = (__int128) a.minor * b.minor;
    TrancheMoney result;

    g_assert_cmpint (tranche_money_add (&a, &b, &result, NULL), ==,
                     sum >= -TRANCHE_MONEY_MAX && sum <= TRANCHE_MONEY_MAX);
    if (tranche_money_add (&a, &b, &result, NULL))
      g_assert_true (result.minor == sum);

    g_assert_cmpint (tranche_money_multiply (&a, b.minor, &result, NULL), ==,
                     product >= -TRANCHE_MONEY_MAX && product <= TRANCHE_MONEY_MAX);
    if (tranche_money_multiply (&a, b.minor, &result, NULL))
      g_assert_true (result.minor == product);
  }
}

static void
test_unset (void)
{
  TrancheMoney unset = TRANCHE_MONEY_UNSET;
  TrancheMoney zero = tranche_money (0, "RUB");
  TrancheMoney foreign = tranche_money (0, "UAH");

  g_assert_false (tranche_money_is_set (&unset));
  g_assert_false (tranche_money_is_set (NULL));
  g_assert_true (tranche_money_is_set (&zero));

  g_assert_true (tranche_money_equal (&unset, &unset));
  g_assert_true (tranche_money_equal (&zero, &zero));
  g_assert_false (tranche_money_equal (&unset, &zero));
  g_assert_false (tranche_money_equal (&zero, &unset));
  g_assert_false (tranche_money_equal (&zero, &foreign));
}

static void
test_currencies (void)
{
  g_assert_cmpuint (tranche_currency_decimals ("RUB"), ==, 2);
  g_assert_cmpuint (tranche_currency_decimals ("UAH"), ==, 2);
  g_assert_cmpuint (tranche_currency_decimals ("JPY"), ==, 0);
  g_assert_cmpuint (tranche_currency_decimals ("KWD"), ==, 3);
  g_assert_cmpuint (tranche_currency_decimals ("ZZZ"), ==, 2);
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  TrancheMoney money = tranche_money (42, "UAH");

  g_value_init (&value, TRANCHE_TYPE_MONEY);
  g_value_set_boxed (&value, &money);

  g_assert_true (g_value_get_boxed (&value) != &money);
  g_assert_true (tranche_money_equal (g_value_get_boxed (&value), &money));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/from-decimal", test_from_decimal);
  g_test_add_func ("/money/to-decimal", test_to_decimal);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/add", test_add);
  g_test_add_func ("/money/multiply", test_multiply);
  g_test_add_func ("/money/unset", test_unset);
  g_test_add_func ("/money/currencies", test_currencies);
  g_test_add_func ("/money/boxed", test_boxed);
  g_test_add_func ("/money/random/decimals", test_random_decimals);
  g_test_add_func ("/money/random/typed", test_random_typed);
  g_test_add_func ("/money/random/garbage", test_random_garbage);
  g_test_add_func ("/money/random/arithmetic", test_random_arithmetic);

  return g_test_run ();
}
