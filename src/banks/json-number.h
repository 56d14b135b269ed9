/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"

G_BEGIN_DECLS

/* Both take a number that has the form of JSON, and go digit by digit, never
 * through a binary fraction. An exponent and zeros at the end are no harm:
 * 1.0E7 and 10000000.00 are ten million.
 *
 * More than 15 significant digits with a fraction are how some programs print
 * a double (2499.9899999999998 for 2499.99): such a number is rounded to 15
 * digits, which gives back what the sender had. */

/* %FALSE when it has a fraction or more than 18 digits. */
gboolean tranche_json_number_to_integer (const char   *number,
                                         gint64       *out);
/* %FALSE when it has more decimals than @currency, or is larger than
 * %TRANCHE_MONEY_MAX; never another amount. */
gboolean tranche_json_number_to_money   (const char   *number,
                                         const char   *currency,
                                         TrancheMoney *out);

G_END_DECLS
