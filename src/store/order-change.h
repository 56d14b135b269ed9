/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/history-entry.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* What the changes of orders have in common. */

/* A copy of @before with @answer laid over it, checked at the time of the
 * answer or, where it says none, at @now. (transfer full) */
TrancheOrder *tranche_order_change_lay        (TrancheOrder   *before,
                                               TrancheOrder   *answer,
                                               GDateTime      *now,
                                               gboolean       *changed);
/* Whether the history should tell of it. */
gboolean      tranche_order_change_is_notable (TrancheOrder   *before,
                                               TrancheOrder   *after);
/* Adds to the history what no operation did. */
gboolean      tranche_order_change_note       (TrancheSql     *sql,
                                               TrancheOrder   *before,
                                               TrancheOrder   *after,
                                               GDateTime      *now,
                                               TrancheOrigin   origin,
                                               int             error_code,
                                               const char     *detail,
                                               const char     *trace_id,
                                               GError        **error);

G_END_DECLS
