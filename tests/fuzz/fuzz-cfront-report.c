/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "banks/cfront-wire-report.h"
#include "core/report-line.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = tranche_cfront_read_report (body, "UAH", &error);

  fuzz_assert_outcome (lines, error, 0);
  for (guint i = 0; lines && i < lines->len; i++) {
    const TrancheReportLine *line = lines->pdata[i];

    g_assert_cmpuint (line->parts, <=, G_MAXINT32);
    fuzz_assert_text (line->bank_order_id);
    fuzz_assert_text (line->commission_percent);
    fuzz_assert_money (&line->amount, "UAH");
    fuzz_assert_money (&line->transferred, "UAH");
    fuzz_assert_money (&line->commission, "UAH");
  }

  return 0;
}
