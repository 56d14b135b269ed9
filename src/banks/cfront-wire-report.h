/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/report-line.h"

G_BEGIN_DECLS

/* The answer to store/report, `{orders: […]}`; the bare list is taken as well.
 * A field that is missing or odd is unset, and what is no object is no line.
 * Otherwise %TRANCHE_BANK_ERROR_PROTOCOL. (element-type TrancheReportLine)
 * (transfer full) */
GPtrArray *tranche_cfront_read_report (GBytes      *body,
                                       const char  *currency,
                                       GError     **error);

G_END_DECLS
