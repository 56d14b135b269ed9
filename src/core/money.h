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

#define TRANCHE_MONEY_ERROR (tranche_money_error_quark ())

/**
 * TrancheMoneyError:
 * @TRANCHE_MONEY_ERROR_SYNTAX: not a decimal number: empty, letters, an exponent, NaN
 * @TRANCHE_MONEY_ERROR_PRECISION: more decimals than the currency has
 * @TRANCHE_MONEY_ERROR_RANGE: larger than can be counted exactly
 * @TRANCHE_MONEY_ERROR_CURRENCY: the two amounts are of different currencies
 */
typedef enum {
  TRANCHE_MONEY_ERROR_SYNTAX,
  TRANCHE_MONEY_ERROR_PRECISION,
  TRANCHE_MONEY_ERROR_RANGE,
  TRANCHE_MONEY_ERROR_CURRENCY,
} TrancheMoneyError;

GType        tranche_money_get_type     (void);
GQuark       tranche_money_error_quark  (void);

TrancheMoney tranche_money              (gint64               minor,
                                         const char          *currency);
gboolean     tranche_money_is_set       (const TrancheMoney  *money);
guint        tranche_currency_decimals  (const char          *currency);

/* A decimal as it stands in JSON: "2499.99"; no blanks, no grouping, no exponent. */
gboolean     tranche_money_from_decimal (const char          *text,
                                         const char          *currency,
                                         TrancheMoney        *out,
                                         GError             **error);
/* The shortest decimal that says the same: "2499.99", "100000", "0.50" is "0.5". */
char        *tranche_money_to_decimal   (const TrancheMoney  *money);

/* What a person types: "2 499,99", "2499.99", "100 000 ₽", with any kind of blank;
 * a comma or a point before one or two digits at the end parts the decimals. */
gboolean     tranche_money_parse        (const char          *text,
                                         const char          *currency,
                                         TrancheMoney        *out,
                                         GError             **error);

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
