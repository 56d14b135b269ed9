/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "core/report-line.h"
#include "core/return-entry.h"

G_BEGIN_DECLS

/**
 * TrancheDayMatch:
 * @TRANCHE_DAY_NOT_IN_BOOK: the bank names an order that the book has not
 * @TRANCHE_DAY_NOT_COMMITTED: the bank names an order that is not committed in the book
 * @TRANCHE_DAY_TWICE: the bank names a sale once more
 * @TRANCHE_DAY_RETURN_NOT_IN_BOOK: the bank names a return that was not made here
 * @TRANCHE_DAY_OTHER_SUM: the bank names another sum than the book
 * @TRANCHE_DAY_NOT_AT_BANK: committed on this day in the book, and the bank does not name it
 * @TRANCHE_DAY_RETURN_NOT_AT_BANK: returned on this day in the book, and the bank does not
 *   name that
 * @TRANCHE_DAY_OTHER_DAY: committed on another day in the book
 * @TRANCHE_DAY_SAME: bank and book agree
 *
 * How an operation stands with the bank and in the book, the worst first.
 */
typedef enum {
  TRANCHE_DAY_NOT_IN_BOOK,
  TRANCHE_DAY_NOT_COMMITTED,
  TRANCHE_DAY_TWICE,
  TRANCHE_DAY_RETURN_NOT_IN_BOOK,
  TRANCHE_DAY_OTHER_SUM,
  TRANCHE_DAY_NOT_AT_BANK,
  TRANCHE_DAY_RETURN_NOT_AT_BANK,
  TRANCHE_DAY_OTHER_DAY,
  TRANCHE_DAY_SAME,
} TrancheDayMatch;

#define TRANCHE_TYPE_DAY_ENTRY (tranche_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (TrancheDayEntry, tranche_day_entry, TRANCHE, DAY_ENTRY, GObject)

/**
 * TrancheDayEntry:
 *
 * An operation of a day: what the bank says of it, what the book says, or both.
 * Immutable.
 */
TrancheDayMatch          tranche_day_entry_get_match    (TrancheDayEntry  *self);
/* (nullable): what the bank says. */
const TrancheReportLine *tranche_day_entry_get_line     (TrancheDayEntry  *self);
/* (nullable): what the book says. */
TrancheOrder            *tranche_day_entry_get_order    (TrancheDayEntry  *self);
/* Goods that came back, and not a sale. */
gboolean                 tranche_day_entry_is_return    (TrancheDayEntry  *self);
/* What the book says of the sum: negative for a return, and of a sale what the
 * bank lent, which is the credit or, where the bank did not say that, the sum
 * without the first payment. Unset where the book says nothing. */
TrancheMoney             tranche_day_entry_get_expected (TrancheDayEntry  *self);
/* When it was, by the bank or else by the book. (nullable) (transfer none) */
GDateTime               *tranche_day_entry_get_time     (TrancheDayEntry  *self);

/* What the bank lent for @order as the book has it. */
TrancheMoney             tranche_day_expected_amount    (TrancheOrder             *order);

/* Either @line or @order may be %NULL. @lines (element-type TrancheReportLine) keeps
 * @line. */
TrancheDayEntry         *tranche_day_entry_new          (TrancheDayMatch           match,
                                                         GPtrArray                *lines,
                                                         const TrancheReportLine  *line,
                                                         TrancheOrder             *order);
/* Goods that came back by the book: @line (nullable) is what the bank says of it. */
TrancheDayEntry         *tranche_day_entry_new_return   (TrancheDayMatch           match,
                                                         GPtrArray                *lines,
                                                         const TrancheReportLine  *line,
                                                         TrancheOrder             *order,
                                                         const TrancheReturnEntry *booked);

G_END_DECLS
