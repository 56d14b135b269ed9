/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Random bytes in an order number. */
#define TRANCHE_ORDER_NUMBER_N_RANDOM 5

/* What every bank takes: the length of an order number in characters. */
#define TRANCHE_ORDER_NUMBER_MAX_LENGTH 64

/* A number for an order that is made now, such as "0314-7KF29-W4N8D": month and
 * day of the shop's clock and 40 random bits, so that counters that know nothing
 * of each other do not meet. With @prefix (nullable), which may name the
 * counter, it is "A2-0314-7KF29-W4N8D": of @prefix the ASCII letters and digits
 * are used, six at most.
 *
 * Ten thousand orders that an account makes on one day of the year share a
 * number with a chance of one in twenty thousand. (transfer full) */
char     *tranche_order_number_new      (const char   *prefix);

/* The same for a given day and given randomness, of which all
 * %TRANCHE_ORDER_NUMBER_N_RANDOM bytes are used. (transfer full) */
char     *tranche_order_number_build    (const char   *prefix,
                                         GDateTime    *date,
                                         const guint8 *random);

/* The number under which the order @number is made once more at a bank that does
 * not take the same one again: "123" gives "123-2", and that "123-3". A number
 * that would become too long is cut before the count. What the shop numbered
 * "123-2" itself is counted on as well, so that the next one can be taken
 * already. (transfer full) */
char     *tranche_order_number_next     (const char   *number);

/* Whether a number, generated or typed by a person, can be an order's at any
 * bank: 1 to 64 characters, none of them a control character, no blanks
 * around, and neither "." nor "..", which cannot be a segment of an address. */
gboolean  tranche_order_number_is_valid (const char   *number);

G_END_DECLS
