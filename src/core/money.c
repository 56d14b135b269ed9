/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/money.h"

#include <string.h>

/* ISO 4217, list one: the currencies whose minor unit is not a hundredth. */
static const char zero_decimals[][4] = {
  "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
  "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
};
static const char three_decimals[][4] = {
  "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
};

static TrancheMoney *
tranche_money_copy (TrancheMoney *self)
{
  return g_memdup2 (self, sizeof *self);
}

G_DEFINE_BOXED_TYPE (TrancheMoney, tranche_money, tranche_money_copy, g_free)
G_DEFINE_QUARK (tranche-money-error-quark, tranche_money_error)

gboolean
tranche_currency_is_valid (const char *currency)
{
  return currency != NULL &&
         g_ascii_isupper (currency[0]) &&
         g_ascii_isupper (currency[1]) &&
         g_ascii_isupper (currency[2]) &&
         currency[3] == '\0';
}

static gboolean
is_listed (const char  *currency,
           const char (*list)[4],
           gsize        n_list)
{
  for (gsize i = 0; i < n_list; i++) {
    if (strcmp (currency, list[i]) == 0)
      return TRUE;
  }

  return FALSE;
}

guint
tranche_currency_decimals (const char *currency)
{
  g_return_val_if_fail (currency != NULL, 2);

  if (is_listed (currency, zero_decimals, G_N_ELEMENTS (zero_decimals)))
    return 0;

  if (is_listed (currency, three_decimals, G_N_ELEMENTS (three_decimals)))
    return 3;

  return 2;
}

TrancheMoney
tranche_money (gint64      minor,
               const char *currency)
{
  TrancheMoney money = TRANCHE_MONEY_UNSET;

  g_return_val_if_fail (tranche_currency_is_valid (currency), money);

  money.minor = minor;
  memcpy (money.currency, currency, sizeof money.currency);

  return money;
}

gboolean
tranche_money_is_set (const TrancheMoney *money)
{
  return money != NULL && money->currency[0] != '\0';
}

static gboolean
is_in_range (gint64 minor)
{
  return minor >= -TRANCHE_MONEY_MAX && minor <= TRANCHE_MONEY_MAX;
}

static void
set_range_error (GError **error)
{
  g_set_error_literal (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE,
                       "the amount is too large to be counted exactly");
}

/* Appends a run of digits to @value and returns where it ends. A value that
 * leaves the range stays just outside of it, so that the syntax of the rest
 * is still checked and told first. */
static const char *
read_digits (const char *text,
             gint64     *value)
{
  for (; g_ascii_isdigit (*text); text++) {
    if (is_in_range (*value))
      *value = *value * 10 + g_ascii_digit_value (*text);
  }

  return text;
}

gboolean
tranche_money_from_decimal (const char    *text,
                            const char    *currency,
                            TrancheMoney  *out,
                            GError       **error)
{
  const char *integer, *end;
  guint decimals, n_decimals = 0;
  gint64 minor = 0;
  gboolean negative;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  if (!tranche_currency_is_valid (currency)) {
    g_set_error_literal (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_CURRENCY,
                         "not an ISO 4217 currency code");
    return FALSE;
  }

  negative = text[0] == '-';
  integer = negative ? text + 1 : text;
  end = read_digits (integer, &minor);

  if (end == integer || (integer[0] == '0' && end > integer + 1))
    goto syntax;

  if (*end == '.') {
    const char *fraction = end + 1;

    end = read_digits (fraction, &minor);
    n_decimals = MIN (end - fraction, 100);
    if (n_decimals == 0)
      goto syntax;
  }

  if (*end != '\0')
    goto syntax;

  decimals = tranche_currency_decimals (currency);
  if (n_decimals > decimals) {
    g_set_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_PRECISION,
                 "the amount has more than %u decimals", decimals);
    return FALSE;
  }

  for (; n_decimals < decimals && is_in_range (minor); n_decimals++)
    minor *= 10;

  if (!is_in_range (minor)) {
    set_range_error (error);
    return FALSE;
  }

  *out = tranche_money (negative ? -minor : minor, currency);

  return TRUE;

syntax:
  g_set_error_literal (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_SYNTAX,
                       "the amount is not a decimal number");
  return FALSE;
}

char *
tranche_money_to_decimal (const TrancheMoney *money)
{
  guint64 magnitude, scale = 1;
  guint64 fraction;
  int decimals;
  const char *sign;

  g_return_val_if_fail (tranche_money_is_set (money), NULL);

  decimals = tranche_currency_decimals (money->currency);
  for (int i = 0; i < decimals; i++)
    scale *= 10;

  sign = money->minor < 0 ? "-" : "";
  /* Negated as unsigned: the smallest gint64 has no positive twin. */
  magnitude = money->minor < 0 ? -(guint64) money->minor : (guint64) money->minor;
  fraction = magnitude % scale;

  if (fraction == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, magnitude / scale);

  for (; fraction % 10 == 0; fraction /= 10)
    decimals--;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          sign, magnitude / scale, decimals, fraction);
}

gboolean
tranche_money_add (const TrancheMoney  *a,
                   const TrancheMoney  *b,
                   TrancheMoney        *out,
                   GError             **error)
{
  gint64 sum;

  g_return_val_if_fail (tranche_money_is_set (a), FALSE);
  g_return_val_if_fail (tranche_money_is_set (b), FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  if (strcmp (a->currency, b->currency) != 0) {
    g_set_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_CURRENCY,
                 "%s cannot be added to %s", b->currency, a->currency);
    return FALSE;
  }

  if (__builtin_add_overflow (a->minor, b->minor, &sum) || !is_in_range (sum)) {
    set_range_error (error);
    return FALSE;
  }

  *out = tranche_money (sum, a->currency);

  return TRUE;
}

gboolean
tranche_money_multiply (const TrancheMoney  *money,
                        gint64               factor,
                        TrancheMoney        *out,
                        GError             **error)
{
  gint64 product;

  g_return_val_if_fail (tranche_money_is_set (money), FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  if (__builtin_mul_overflow (money->minor, factor, &product) || !is_in_range (product)) {
    set_range_error (error);
    return FALSE;
  }

  *out = tranche_money (product, money->currency);

  return TRUE;
}

gboolean
tranche_money_equal (const TrancheMoney *a,
                     const TrancheMoney *b)
{
  if (!tranche_money_is_set (a) || !tranche_money_is_set (b))
    return tranche_money_is_set (a) == tranche_money_is_set (b);

  return a->minor == b->minor && strcmp (a->currency, b->currency) == 0;
}
