/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-number.h"

#include <string.h>

#define N_NUMBERS 20000

static void
test_build (void)
{
  static const guint8 mixed[TRANCHE_ORDER_NUMBER_N_RANDOM] = { 0x01, 0x23, 0x45, 0x67, 0x89 };
  static const guint8 high[TRANCHE_ORDER_NUMBER_N_RANDOM] = { 0xfe, 0xdc, 0xba, 0x98, 0xff };
  static const struct {
    const char *prefix;
    const guint8 *random;
    const char *number;
  } cases[] = {
    { NULL, mixed, "0307-23456-789DF" },
    { NULL, high, "0307-WVRNL-JFDWW" },
    { "", mixed, "0307-23456-789DF" },
    { "a2", mixed, "A2-0307-23456-789DF" },
    { " Касса/1 b..", mixed, "1B-0307-23456-789DF" },
    { "Касса", mixed, "0307-23456-789DF" },
    { "counter12", mixed, "COUNTE-0307-23456-789DF" },
  };
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 3, 7, 23, 59, 59);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *number = tranche_order_number_build (cases[i].prefix, date, cases[i].random);

    g_assert_cmpstr (number, ==, cases[i].number);
    g_assert_true (tranche_order_number_is_valid (number));
  }
}

/* Nothing that looks like something else in Latin or in Cyrillic letters. */
static void
test_alphabet (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 3, 7, 0, 0, 0);

  for (guint byte = 0; byte < 256; byte++) {
    guint8 random[TRANCHE_ORDER_NUMBER_N_RANDOM];
    g_autofree char *number = NULL;

    memset (random, byte, sizeof random);
    number = tranche_order_number_build (NULL, date, random);

    g_assert_null (strpbrk (number + strlen ("0307-"), "01ABCEGHIKMOPQSTUXYZ"));
  }
}

static void
test_new (void)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < N_NUMBERS; i++) {
    char *number = tranche_order_number_new ("K1");

    g_assert_true (g_regex_match_simple ("^K1-[0-9]{4}(-[2-9DFJLNRVW]{5}){2}$", number, 0, 0));
    g_assert_true (g_hash_table_add (numbers, number));
  }
}

static void
test_is_valid (void)
{
  g_autofree char *longest = g_strnfill (TRANCHE_ORDER_NUMBER_MAX_LENGTH, 'x');
  g_autofree char *too_long = g_strnfill (TRANCHE_ORDER_NUMBER_MAX_LENGTH + 1, 'x');
  g_autoptr (GString) cyrillic = g_string_new (NULL);
  const struct {
    const char *number;
    gboolean is_valid;
  } cases[] = {
    { "1", TRUE },
    { "0314-7KF29-W4N8D", TRUE },
    { "a/b ц", TRUE },
    { "...", TRUE },
    { longest, TRUE },
    { too_long, FALSE },
    { NULL, FALSE },
    { "", FALSE },
    { " ", FALSE },
    { " 1", FALSE },
    { "1 ", FALSE },
    { "1\u00a0", FALSE },
    { "1\n2", FALSE },
    { "1\t2", FALSE },
    { "1\x7f", FALSE },
    { "1\xc2\x85" "2", FALSE },
    { ".", FALSE },
    { "..", FALSE },
    { "\xff", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tranche_order_number_is_valid (cases[i].number), ==, cases[i].is_valid);

  /* The limit counts characters. */
  for (guint i = 0; i < TRANCHE_ORDER_NUMBER_MAX_LENGTH; i++)
    g_string_append (cyrillic, "ц");
  g_assert_true (tranche_order_number_is_valid (cyrillic->str));
}

static void
test_next (void)
{
  static const struct {
    const char *number;
    const char *next;
  } cases[] = {
    { "123", "123-2" },
    { "123-2", "123-3" },
    { "123-9", "123-10" },
    { "123-98", "123-99" },
    { "123-99", "123-99-2" },
    { "№ 7/а", "№ 7/а-2" },
    /* None of these ends with a count. */
    { "A-1", "A-1-2" },
    { "A-0", "A-0-2" },
    { "A-02", "A-02-2" },
    { "A-", "A--2" },
    { "A-2б", "A-2б-2" },
    { "-2", "-2-2" },
    { "0314-7KF29-23456", "0314-7KF29-23456-2" },
    { "12-2026", "12-2026-2" },
    { "1-99999999999999999999", "1-99999999999999999999-2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *next = tranche_order_number_next (cases[i].number);

    g_assert_cmpstr (next, ==, cases[i].next);
    g_assert_true (tranche_order_number_is_valid (next));
  }
}

/* As often as one likes, each is another and none is too long. */
static void
test_next_of_long (void)
{
  g_autoptr (GString) number = g_string_new (NULL);
  g_autofree char *next = NULL;

  while (g_utf8_strlen (number->str, -1) < TRANCHE_ORDER_NUMBER_MAX_LENGTH)
    g_string_append (number, "ї");
  next = g_strdup (number->str);

  for (guint i = 0; i < 20; i++) {
    g_autofree char *before = g_steal_pointer (&next);

    next = tranche_order_number_next (before);
    g_assert_cmpstr (next, !=, before);
    g_assert_true (tranche_order_number_is_valid (next));
  }
  g_assert_true (g_str_has_suffix (next, "ї-21"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-number/build", test_build);
  g_test_add_func ("/order-number/alphabet", test_alphabet);
  g_test_add_func ("/order-number/new", test_new);
  g_test_add_func ("/order-number/is-valid", test_is_valid);
  g_test_add_func ("/order-number/next", test_next);
  g_test_add_func ("/order-number/next-of-long", test_next_of_long);

  return g_test_run ();
}
