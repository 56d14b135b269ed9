/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/history-entry.h"

G_BEGIN_DECLS

/* What happened, in a few words: "Commit: the answer was lost". (transfer full)
 * (not nullable) */
char *tranche_history_title  (TrancheHistoryEntry *entry);
/* Who or what brought it about: "manager@counter-1", "Status check". (transfer
 * full) (not nullable) */
char *tranche_history_origin (TrancheHistoryEntry *entry);

G_END_DECLS
