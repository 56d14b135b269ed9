/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/day-report.h"

G_BEGIN_DECLS

/*
 * What the program says of a bank's report of a day. Pure functions.
 */

/* "In the bank’s list, but not in our book"; "" for the same. (not nullable) */
const char *tranche_day_match_label     (TrancheDayMatch   match);
/* The number of the order, or how the bank calls it. (transfer full) (not nullable) */
char       *tranche_day_entry_title     (TrancheDayEntry  *entry);
/* What differs, and whose order it is, in lines. (transfer full) (not nullable) */
char       *tranche_day_entry_subtitle  (TrancheDayEntry  *entry);
/* The sum by the bank or, where it names none, by the book. (transfer full)
 * (not nullable) */
char       *tranche_day_entry_amount    (TrancheDayEntry  *entry);
/* "Bank and book agree" or "3 differences". (transfer full) (not nullable) */
char       *tranche_day_report_headline (TrancheDayReport *report);
/* The table as a spreadsheet of this country opens it: with its decimal mark,
 * and a separator that is not that mark. (transfer full) (not nullable) */
char       *tranche_day_report_to_csv   (TrancheDayReport *report);

G_END_DECLS
