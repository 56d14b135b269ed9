/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reported-order.h"
#include "model/day-entry.h"

G_BEGIN_DECLS

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
 * reference is taken. @orders: (element-type TrancheReportedOrder): those of the
 * account that were committed on the day or of which something came back, and
 * those that the bank names. The day is from @from to just before @until. */
TrancheDayReport *tranche_day_report_new  (GPtrArray        *lines,
                                           GPtrArray        *orders,
                                           GDateTime        *from,
                                           GDateTime        *until);
void              tranche_day_report_free (TrancheDayReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDayReport, tranche_day_report_free)

G_END_DECLS
