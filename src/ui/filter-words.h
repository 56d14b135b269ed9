/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/list-filter.h"

G_BEGIN_DECLS

/* Pure functions. */
const char *tranche_period_label      (TranchePeriod            period);
/* What a part of the filter says, such as "This week" or "Ready to commit";
 * NULL where it says nothing. @account_label: (nullable): of its account.
 * (transfer full) (nullable) */
char       *tranche_filter_part_text  (const TrancheListFilter *filter,
                                       TrancheFilterPart        part,
                                       const char              *account_label);

G_END_DECLS
