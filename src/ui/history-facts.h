/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/history-entry.h"

G_BEGIN_DECLS

/**
 * TrancheHistoryFact:
 * @label: "Before", translated and owned by nobody
 * @value: what it was; not empty
 *
 * A detail of what happened to an order.
 */
typedef struct {
  const char *label;
  char *value;
} TrancheHistoryFact;

void       tranche_history_fact_free (TrancheHistoryFact  *self);

/* What was asked, what the bank answered, how it stood before and after, the
 * bank's own words and its number of the request: whatever of it is known and says
 * more than the title of the entry.
 * (element-type TrancheHistoryFact) (transfer full) (not nullable) */
GPtrArray *tranche_history_facts     (TrancheHistoryEntry *entry);

G_END_DECLS
