/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/money.h"

G_BEGIN_DECLS

/*
 * Money and times as people read them, by the locale. All times are shown in
 * the local zone, whatever zone they carry. @now is always given, so that
 * nothing here looks at a clock. Every result is (transfer full) and
 * (not nullable).
 */

/* "100 000,00 ₽": always with the currency's decimals, for where a sum is
 * decided upon. "" for an amount that is unset. */
char *tranche_format_money       (const TrancheMoney *money);
/* "100 000 ₽": without the decimals where they are zero, for lists. */
char *tranche_format_money_short (const TrancheMoney *money);
/* "₽" or, for a currency that this program has no sign for, its code. */
const char *
      tranche_currency_symbol    (const char         *currency);
/* The amount without its currency, as it is typed into an entry that has the
 * sign beside it: "2499,99" without grouping; "" when unset. */
char *tranche_format_money_entry (const TrancheMoney *money);

/* "3 December 2025" */
char *tranche_format_date        (GDateTime          *time);
/* "3 December 2025, 14:05" */
char *tranche_format_date_time   (GDateTime          *time);
/* "14:05" today, "yesterday 14:05", "tomorrow 14:05", else "3 Dec" or, in
 * another year, "3 Dec 2025". */
char *tranche_format_time_short  (GDateTime          *time,
                                  GDateTime          *now);
/* The same with the time of the day also on other days: "3 Dec 14:05". */
char *tranche_format_time_exact  (GDateTime          *time,
                                  GDateTime          *now);
/* "2 days left", "3 hours left", "12 minutes left", "overdue". Rounded down,
 * so that nobody has less time than it says. */
char *tranche_format_remaining   (GDateTime          *until,
                                  GDateTime          *now);
/* "just now", "2 min ago", "3 h ago", "5 days ago". */
char *tranche_format_ago         (GDateTime          *time,
                                  GDateTime          *now);
/* "6 months"; "" for 0. */
char *tranche_format_term        (guint               months);

G_END_DECLS
