/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/pasted-numbers.h"

/* Each row: what is pasted, and the numbers with their sums in minor units (0 for
 * none) that are read from it. */
static const struct {
  const char *text;
  const char *keys[4];
  gint64 sums[4];
} rows[] = {
  { "", { NULL }, { 0 } },
  { "\n \n\t\n;;\n", { NULL }, { 0 } },
  { "A-1", { "A-1" }, { 0 } },
  { "A-1\r\nA-2\rA-3\n", { "A-1", "A-2", "A-3" }, { 0 } },
  { "  A-1  \n\u00a0A-2\u00a0\n\ufeffA-3", { "A-1", "A-2", "A-3" }, { 0 } },
  { "\"A-1\"\n\"a/b ц\"", { "A-1", "a/b ц" }, { 0 } },
  { "A-1\nA-2\nA-1\n", { "A-1", "A-2" }, { 0 } },
  { "A-1\t2 499,99\nA-2;100\nA-3\tSofa", { "A-1", "A-2", "A-3" }, { 249999, 10000, 0 } },
  { "A-1\t-5\nA-2\t0", { "A-1", "A-2" }, { 0, 0 } },
  { "\t100\nA-2", { "A-2" }, { 0 } },
  { "A\xff-1", { "A\ufffd-1" }, { 0 } },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) numbers = tranche_pasted_numbers_parse (rows[i].text, "RUB");
    guint n = 0;

    while (n < G_N_ELEMENTS (rows[i].keys) && rows[i].keys[n] != NULL)
      n++;
    g_assert_cmpuint (numbers->len, ==, n);

    for (guint j = 0; j < n; j++) {
      const TranchePastedNumber *number = numbers->pdata[j];

      g_assert_cmpstr (number->key, ==, rows[i].keys[j]);
      g_assert_cmpint (number->amount.minor, ==, rows[i].sums[j]);
      g_assert_cmpint (tranche_money_is_set (&number->amount), ==, rows[i].sums[j] != 0);
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pasted-numbers/rows", test_rows);

  return g_test_run ();
}
