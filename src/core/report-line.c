/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/report-line.h"

TrancheReportLine *
tranche_report_line_new (void)
{
  return g_new0 (TrancheReportLine, 1);
}

void
tranche_report_line_free (TrancheReportLine *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->bank_order_id);
  g_free (self->invoice_number);
  g_free (self->invoice_date);
  g_free (self->contract_number);
  g_free (self->commission_percent);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self);
}

gboolean
tranche_report_line_is_return (const TrancheReportLine *self)
{
  return tranche_money_is_set (&self->amount) && self->amount.minor < 0;
}
