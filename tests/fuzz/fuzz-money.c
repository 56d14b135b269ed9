/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <string.h>

/* Those with two, no and three decimals. */
static const char * const currencies[] = { "RUB", "UAH", "USD", "EUR", "JPY", "KWD" };

typedef gboolean (* Parse) (const char    *text,
                            const char    *currency,
                            TrancheMoney  *out,
                            GError       **error);

static gboolean
read_amount (Parse         parse,
             const char   *text,
             const char   *currency,
             TrancheMoney *out)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = parse (text, currency, out, &error);

  g_assert_true (ok == (error == NULL));
  if (error) {
    g_assert_true (error->domain == TRANCHE_MONEY_ERROR);
    /* Fixed words: what was typed is not repeated. */
    g_assert_cmpuint (strlen (error->message), <, 80);
    g_assert_true (g_str_is_ascii (error->message));
    g_assert_false (tranche_money_is_set (out));
  } else {
    g_assert_true (tranche_money_is_set (out));
    fuzz_assert_money (out, currency);
  }

  return ok;
}

/* What is shown in an entry can be read back from it, unless three decimals
 * after a short number look like thousands. */
static void
assert_typed_again (const TrancheMoney *money)
{
  g_autofree char *decimal = tranche_money_to_decimal (money);
  g_autoptr (GError) error = NULL;
  TrancheMoney again;

  if (tranche_money_parse (decimal, money->currency, &again, &error))
    g_assert_true (tranche_money_equal (money, &again));
  else
    g_assert_true (tranche_currency_decimals (money->currency) == 3 &&
                   error->code == TRANCHE_MONEY_ERROR_AMBIGUOUS);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++) {
    TrancheMoney typed = TRANCHE_MONEY_UNSET;
    TrancheMoney exact = TRANCHE_MONEY_UNSET;
    gboolean is_typed = read_amount (tranche_money_parse, text, currencies[i], &typed);
    gboolean is_exact = read_amount (tranche_money_from_decimal, text, currencies[i], &exact);

    if (is_typed)
      assert_typed_again (&typed);
    /* The same text never means two amounts. */
    if (is_typed && is_exact)
      g_assert_true (tranche_money_equal (&typed, &exact));
  }

  return 0;
}
