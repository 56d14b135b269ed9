/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TrancheMoney:
 * @minor: the amount in minor units (kopecks, cents); may be negative
 * @currency: the ISO 4217 code in capitals, such as `RUB` or `UAH`
 *
 * An exact amount of money, passed by value or by `const` pointer.
 *
 * An amount whose @currency is empty is unset: see tranche_money_is_set().
 * No function here goes through binary floating point.
 */
typedef struct {
  gint64 minor;
  char currency[4];
} TrancheMoney;

#define TRANCHE_TYPE_MONEY (tranche_money_get_type ())

/**
 * TRANCHE_MONEY_UNSET:
 *
 * Initializer of an amount that nobody has stated.
 */
#define TRANCHE_MONEY_UNSET { 0, "" }

/**
 * TRANCHE_MONEY_MAX:
 *
 * The largest amount, in minor units and either sign, that parsing and
 * counting give: 10^17, a quadrillion with two decimals. It is far from the
 * ends of #gint64, so that no sum of two amounts can wrap around.
 */
#define TRANCHE_MONEY_MAX G_GINT64_CONSTANT (100000000000000000)

#define TRANCHE_MONEY_ERROR (tranche_money_error_quark ())

/**
 * TrancheMoneyError:
 * @TRANCHE_MONEY_ERROR_SYNTAX: not a decimal number: empty, letters, an exponent, NaN
 * @TRANCHE_MONEY_ERROR_PRECISION: more decimals than the currency has
 * @TRANCHE_MONEY_ERROR_RANGE: larger than %TRANCHE_MONEY_MAX
 * @TRANCHE_MONEY_ERROR_CURRENCY: of another currency, or not a currency code
 * @TRANCHE_MONEY_ERROR_AMBIGUOUS: "1.234": thousands for one person, decimals for another
 */
typedef enum {
  TRANCHE_MONEY_ERROR_SYNTAX,
  TRANCHE_MONEY_ERROR_PRECISION,
  TRANCHE_MONEY_ERROR_RANGE,
  TRANCHE_MONEY_ERROR_CURRENCY,
  TRANCHE_MONEY_ERROR_AMBIGUOUS,
} TrancheMoneyError;

GType        tranche_money_get_type     (void);
GQuark       tranche_money_error_quark  (void);

/* Three capital letters; whether they mean a currency is not looked up. */
gboolean     tranche_currency_is_valid  (const char          *currency);
/* Decimals of the minor unit by ISO 4217: 0, 2 or 3; 2 for codes that it has not. */
guint        tranche_currency_decimals  (const char          *currency);

TrancheMoney tranche_money              (gint64               minor,
                                         const char          *currency);
/* (nullable): %FALSE for %NULL too. */
gboolean     tranche_money_is_set       (const TrancheMoney  *money);

/* A decimal as it stands in JSON: "2499.99"; no blanks, no grouping, no
 * exponent, no plus, no needless zero in front. More decimals than the currency
 * has are refused even when they are zeros. */
gboolean     tranche_money_from_decimal (const char          *text,
                                         const char          *currency,
                                         TrancheMoney        *out,
                                         GError             **error);
/* The shortest decimal that says the same: "2499.99", "100000", "0.50" is "0.5".
 * The amount must be set. (transfer full) */
char        *tranche_money_to_decimal   (const TrancheMoney  *money);

/* What a person types or pastes: "2 499,99", "2499.99", "1,234,567.89",
 * "100 000 ₽", "99 грн.", with any kind of blank. Thousands stand in whole groups
 * of three. One comma or point alone before exactly three digits, as in "1.234",
 * is refused as ambiguous instead of guessed, whatever the currency. */
gboolean     tranche_money_parse        (const char          *text,
                                         const char          *currency,
                                         TrancheMoney        *out,
                                         GError             **error);

/* The results stay in the range of %TRANCHE_MONEY_MAX or are refused; @out may
 * be one of the operands and is left alone on failure. */
gboolean     tranche_money_add          (const TrancheMoney  *a,
                                         const TrancheMoney  *b,
                                         TrancheMoney        *out,
                                         GError             **error);
gboolean     tranche_money_multiply     (const TrancheMoney  *money,
                                         gint64               factor,
                                         TrancheMoney        *out,
                                         GError             **error);
/* Equal when both are unset, or of one currency and amount. */
gboolean     tranche_money_equal        (const TrancheMoney  *a,
                                         const TrancheMoney  *b);

G_END_DECLS
