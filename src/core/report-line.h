/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/money.h"

G_BEGIN_DECLS

/**
 * TrancheReportLine:
 * @bank_order_id: (nullable): the bank's id of the order
 * @invoice_number: (nullable)
 * @invoice_date: (nullable): a date as the bank writes it
 * @contract_number: (nullable): of the customer's contract
 * @parts: the number of payments; 0 where unknown
 * @amount: what the bank lent; negative for a return; may be unset
 * @transferred: what the bank transferred to the shop; may be unset
 * @commission: what the bank kept; may be unset
 * @commission_percent: (nullable): as the bank writes it, such as "2.5"
 * @time: (nullable): of the operation
 *
 * An operation in the bank's report of a day.
 */
typedef struct {
  char *bank_order_id;
  char *invoice_number;
  char *invoice_date;
  char *contract_number;
  guint parts;
  TrancheMoney amount;
  TrancheMoney transferred;
  TrancheMoney commission;
  char *commission_percent;
  GDateTime *time;
} TrancheReportLine;

TrancheReportLine *tranche_report_line_new  (void);
void               tranche_report_line_free (TrancheReportLine *self);
/* Goods that came back, and not a sale. */
gboolean           tranche_report_line_is_return (const TrancheReportLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheReportLine, tranche_report_line_free)

G_END_DECLS
