/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "core/report-line.h"

G_BEGIN_DECLS

/**
 * TrancheDayMatch:
 * @TRANCHE_DAY_NOT_IN_BOOK: the bank names an order that the book has not
 * @TRANCHE_DAY_NOT_COMMITTED: the bank names an order that is not committed in the book
 * @TRANCHE_DAY_TWICE: the bank names a sale once more
 * @TRANCHE_DAY_OTHER_SUM: the bank names another sum than the book
 * @TRANCHE_DAY_NOT_AT_BANK: committed on this day in the book, and the bank does not name it
 * @TRANCHE_DAY_OTHER_DAY: committed on another day in the book
 * @TRANCHE_DAY_SAME: bank and book agree
 *
 * How an operation stands with the bank and in the book, the worst first.
 */
typedef enum {
  TRANCHE_DAY_NOT_IN_BOOK,
  TRANCHE_DAY_NOT_COMMITTED,
  TRANCHE_DAY_TWICE,
  TRANCHE_DAY_OTHER_SUM,
  TRANCHE_DAY_NOT_AT_BANK,
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
/* What the bank lent for @order as the book has it: the credit or, where the
 * bank did not say that, the sum without the first payment. */
TrancheMoney             tranche_day_expected_amount    (TrancheOrder     *order);

/**
 * TrancheDayReport:
 * @entries: (element-type TrancheDayEntry): differences first, then by time
 * @n_differences: the first of @entries that are not the same
 * @n_operations: of the bank's list
 * @amount: what the bank lent in all, returns taken off; unset where nothing is
 * @transferred: what it transferred in all; unset where it does not say
 * @commission: what it kept in all; unset where it does not say
 *
 * The bank's report of a day beside the book.
 */
typedef struct {
  GPtrArray *entries;
  guint n_differences;
  guint n_operations;
  TrancheMoney amount;
  TrancheMoney transferred;
  TrancheMoney commission;
} TrancheDayReport;

/* @lines: (element-type TrancheReportLine): the bank's list, of which a
 * reference is taken. @orders: (element-type TrancheOrder): those of the account
 * that were committed on the day, and those that the bank names. The day is
 * from @from to just before @until. */
TrancheDayReport *tranche_day_report_new  (GPtrArray        *lines,
                                           GPtrArray        *orders,
                                           GDateTime        *from,
                                           GDateTime        *until);
void              tranche_day_report_free (TrancheDayReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDayReport, tranche_day_report_free)

G_END_DECLS
