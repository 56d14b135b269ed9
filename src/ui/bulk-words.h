/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/bulk-run.h"

G_BEGIN_DECLS

/*
 * What is said of a TrancheBulkRun that commits or cancels. Pure functions;
 * all strings but the constant ones are (transfer full).
 */
const char *tranche_bulk_title       (TrancheOperation  operation);
const char *tranche_bulk_explanation (TrancheOperation  operation);
const char *tranche_bulk_warning     (TrancheOperation  operation);
/* Stands above the orders that it cannot be. */
const char *tranche_bulk_excluded    (TrancheOperation  operation);
/* "Commit 5 Orders" */
char       *tranche_bulk_run_label   (TrancheOperation  operation,
                                      guint             n_orders);
const char *tranche_bulk_progress    (TrancheOperation  operation);
/* "4 of 5 committed" */
char       *tranche_bulk_result      (TrancheOperation  operation,
                                      guint             n_done,
                                      guint             n_orders);
/* What became of one order; "" while its turn has not come. */
char       *tranche_bulk_state_text  (TrancheOperation  operation,
                                      TrancheBulkState  state,
                                      const GError     *error);

G_END_DECLS
