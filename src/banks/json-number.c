/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/json-number.h"

/* What every double can tell apart. */
#define EXACT_DIGITS 15
/* Rounding must not hide a third decimal that was meant. */
#define MIN_ROUNDED_SCALE 3
/* What always fits into 64 bits. */
#define MAX_DIGITS 18
/* No exponent beyond it leads to a number that fits. */
#define MAX_EXPONENT 1000

/* The number @digits · 10^-@scale. */
typedef struct {
  gboolean negative;
  gint64 digits;
  int scale;
  /* More digits followed, beyond those that fit. */
  gboolean cut;
} Decimal;

static int
count_digits (gint64 digits)
{
  int n = 0;

  for (; digits != 0; digits /= 10)
    n++;

  return n;
}

static int
read_exponent (const char *text)
{
  gboolean negative = *text == '-';
  int exponent = 0;

  for (const char *p = text + (*text == '-' || *text == '+'); *p; p++)
    exponent = MIN (exponent * 10 + g_ascii_digit_value (*p), MAX_EXPONENT);

  return negative ? -exponent : exponent;
}

static void
read_decimal (const char *number,
              Decimal    *out)
{
  Decimal decimal = { .negative = *number == '-' };
  gboolean fraction = FALSE;
  int n_digits = 0;

  for (const char *p = number + decimal.negative; *p; p++) {
    if (*p == '.') {
      fraction = TRUE;
    } else if (*p == 'e' || *p == 'E') {
      decimal.scale -= read_exponent (p + 1);
      break;
    } else if (n_digits < MAX_DIGITS) {
      decimal.digits = decimal.digits * 10 + g_ascii_digit_value (*p);
      decimal.scale += fraction;
      n_digits += decimal.digits != 0;
    } else {
      decimal.scale -= !fraction;
      decimal.cut |= *p != '0';
    }
  }

  *out = decimal;
}

static gboolean
round_to_exact (Decimal *decimal)
{
  int last = 0;

  for (int n = count_digits (decimal->digits); n > EXACT_DIGITS; n--) {
    last = decimal->digits % 10;
    decimal->digits /= 10;
    decimal->scale--;
  }
  decimal->digits += last >= 5;

  return decimal->scale >= MIN_ROUNDED_SCALE;
}

static void
strip_zeros (Decimal *decimal)
{
  while (decimal->digits != 0 && decimal->digits % 10 == 0) {
    decimal->digits /= 10;
    decimal->scale--;
  }
  if (decimal->digits == 0)
    decimal->scale = 0;
}

/* The number in units of 10^-@decimals. */
static gboolean
to_units (const char *number,
          guint       decimals,
          gint64     *out)
{
  Decimal decimal;

  read_decimal (number, &decimal);
  if (!decimal.cut)
    strip_zeros (&decimal);
  if (decimal.cut || (decimal.scale > 0 && count_digits (decimal.digits) > EXACT_DIGITS)) {
    if (!round_to_exact (&decimal))
      return FALSE;
    strip_zeros (&decimal);
  }

  if (decimal.scale > (int) decimals ||
      count_digits (decimal.digits) + (int) decimals - decimal.scale > MAX_DIGITS)
    return FALSE;

  for (int i = decimal.scale; i < (int) decimals && decimal.digits != 0; i++)
    decimal.digits *= 10;

  *out = decimal.negative ? -decimal.digits : decimal.digits;
  return TRUE;
}

gboolean
tranche_json_number_to_integer (const char *number,
                                gint64     *out)
{
  return to_units (number, 0, out);
}

gboolean
tranche_json_number_to_money (const char   *number,
                              const char   *currency,
                              TrancheMoney *out)
{
  gint64 minor;

  if (!to_units (number, tranche_currency_decimals (currency), &minor) ||
      minor < -TRANCHE_MONEY_MAX || minor > TRANCHE_MONEY_MAX)
    return FALSE;

  *out = tranche_money (minor, currency);
  return TRUE;
}
