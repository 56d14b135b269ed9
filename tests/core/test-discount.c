/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/discount.h"

#define N_RANDOM 20000

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
}

static void
add (GPtrArray  *items,
     const char *name,
     gint64      quantity,
     gint64      price)
{
  TrancheMoney money = tranche_money (price, "UAH");

  g_ptr_array_add (items, tranche_order_item_new (name, quantity, &money, "c", "v"));
}

static GPtrArray *
spread (GPtrArray  *items,
        gint64      discount,
        GArray    **sources)
{
  TrancheMoney money = tranche_money (discount, "UAH");
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = tranche_discount_spread (items, &money, sources, &error);

  g_assert_no_error (error);

  return lines;
}

static gint64
get_sum (GPtrArray *items)
{
  TrancheMoney sum;

  g_assert_true (tranche_order_items_sum (items, "UAH", &sum, NULL));

  return sum.minor;
}

static void
assert_line (GPtrArray *lines,
             guint      i,
             gint64     quantity,
             gint64     price)
{
  TrancheOrderItem *line = g_ptr_array_index (lines, i);

  g_assert_cmpint (tranche_order_item_get_quantity (line), ==, quantity);
  g_assert_cmpint (tranche_order_item_get_price (line)->minor, ==, price);
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) items = new_items ();
  g_autoptr (GPtrArray) lines = NULL;

  add (items, "a", 1, 10000);
  add (items, "b", 2, 5000);
  add (items, "c", 1, 20000);
  lines = spread (items, 4000, NULL);

  g_assert_cmpuint (lines->len, ==, 3);
  assert_line (lines, 0, 1, 9000);
  assert_line (lines, 1, 2, 4500);
  assert_line (lines, 2, 1, 18000);
  g_assert_cmpstr (tranche_order_item_get_vendor_code (lines->pdata[1]), ==, "v");
}

/* A single piece takes the odd cents of several. */
static void
test_odd_cents (void)
{
  g_autoptr (GPtrArray) items = new_items ();
  g_autoptr (GPtrArray) lines = NULL;

  add (items, "a", 3, 1000);
  add (items, "b", 1, 1000);
  lines = spread (items, 100, NULL);

  g_assert_cmpuint (lines->len, ==, 2);
  assert_line (lines, 0, 3, 975);
  assert_line (lines, 1, 1, 975);

  g_ptr_array_unref (lines);
  lines = spread (items, 101, NULL);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (get_sum (lines), ==, 4000 - 101);
}

/* Where there is no single piece, some pieces cost a cent more. */
static void
test_parted (void)
{
  g_autoptr (GPtrArray) items = new_items ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GArray) sources = NULL;

  add (items, "a", 3, 1000);
  lines = spread (items, 100, &sources);

  g_assert_cmpuint (lines->len, ==, 2);
  assert_line (lines, 0, 1, 966);
  assert_line (lines, 1, 2, 967);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpuint (g_array_index (sources, guint, 1), ==, 0);
}

static void
test_ends (void)
{
  g_autoptr (GPtrArray) items = new_items ();
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) empty = new_items ();
  g_autoptr (GPtrArray) none = spread (empty, 0, NULL);
  const gint64 wrong[] = { -1, 3001 };

  add (items, "a", 3, 1000);
  add (items, "free", 1, 0);
  nothing = spread (items, 0, NULL);
  all = spread (items, 3000, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  assert_line (nothing, 0, 3, 1000);
  assert_line (all, 0, 3, 0);
  assert_line (all, 1, 1, 0);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    TrancheMoney money = tranche_money (wrong[i], "UAH");
    g_autoptr (GError) error = NULL;

    g_assert_null (tranche_discount_spread (items, &money, NULL, &error));
    g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE);
  }
}

/* Whatever is bought and taken off: the sum is exact, nothing is negative, every
 * piece stays, no line pays for another, and twice is the same. */
static void
check_random (void)
{
  g_autoptr (GPtrArray) items = new_items ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GArray) sources = NULL;
  guint n_items = g_test_rand_int_range (1, 9);
  gboolean large = g_test_rand_bit ();
  gint64 pieces[8] = { 0 };
  gint64 sum;
  gint64 discount;

  for (guint i = 0; i < n_items; i++)
    add (items, "x", g_test_rand_bit () ? 1 : g_test_rand_int_range (1, 200),
         g_test_rand_int_range (0, large ? G_MAXINT32 : 300));

  sum = get_sum (items);
  discount = (gint64) ((double) sum * g_test_rand_double ());
  lines = spread (items, discount, &sources);
  again = spread (items, discount, NULL);

  g_assert_cmpint (get_sum (lines), ==, sum - discount);
  g_assert_cmpuint (lines->len, <=, 2 * n_items);
  g_assert_cmpuint (lines->len, ==, again->len);
  for (guint i = 0; i < lines->len; i++) {
    guint source = g_array_index (sources, guint, i);
    gint64 price = tranche_order_item_get_price (lines->pdata[i])->minor;

    g_assert_cmpint (price, >=, 0);
    g_assert_cmpint (price, <=, tranche_order_item_get_price (items->pdata[source])->minor);
    g_assert_cmpint (tranche_order_item_get_quantity (lines->pdata[i]), >, 0);
    g_assert_true (tranche_order_item_equal (lines->pdata[i], again->pdata[i]));
    pieces[source] += tranche_order_item_get_quantity (lines->pdata[i]);
  }
  for (guint i = 0; i < n_items; i++)
    g_assert_cmpint (pieces[i], ==, tranche_order_item_get_quantity (items->pdata[i]));
}

static void
test_random (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    check_random ();
}

static void
test_parse (void)
{
  static const struct {
    const char *text;
    gint64 minor; /* -1 is an error */
  } cases[] = {
    { "500", 50000 }, { " 500,50 ", 50050 }, { "10%", 12345 }, { "10 %", 12345 },
    { "12,5%", 15432 }, { "100%", 123456 }, { "0%", 0 }, { "0", 0 },
    { "101%", -1 }, { "-1%", -1 }, { "%", -1 }, { "ten", -1 }, { "10%%", -1 }, { "", -1 },
  };
  TrancheMoney sum = tranche_money (123456, "UAH");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    TrancheMoney discount = TRANCHE_MONEY_UNSET;
    g_autoptr (GError) error = NULL;

    if (cases[i].minor < 0) {
      g_assert_false (tranche_discount_parse (cases[i].text, &sum, &discount, &error));
      g_assert_nonnull (error);
    } else {
      tranche_discount_parse (cases[i].text, &sum, &discount, &error);
      g_assert_no_error (error);
      g_assert_cmpint (discount.minor, ==, cases[i].minor);
    }
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/discount/lines", test_lines);
  g_test_add_func ("/discount/odd-cents", test_odd_cents);
  g_test_add_func ("/discount/parted", test_parted);
  g_test_add_func ("/discount/ends", test_ends);
  g_test_add_func ("/discount/random", test_random);
  g_test_add_func ("/discount/parse", test_parse);

  return g_test_run ();
}
