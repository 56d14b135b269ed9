/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-fault.h"

G_BEGIN_DECLS

/**
 * TrancheDemoFaultPlan:
 *
 * How the demo bank misbehaves: a list of rules, of which the first that
 * strikes decides what happens to a request. It is written either as on the
 * command line,
 *
 *   drop when=after operation=commit percent=30; 429 first=3 last=9
 *
 * rules between semicolons, each a kind and then NAME=VALUE pairs, which hold
 * no blanks; or as JSON,
 *
 *   [{"kind": "drop", "when": "after", "operation": "commit", "percent": 30},
 *    {"kind": "429", "first": 3, "last": 9}]
 *
 * which can say everything. Kinds and names are explained at #TrancheDemoFault;
 * "when" is "before" or "after". The same plan and seed make the same faults
 * for the same sequence of requests.
 */
typedef struct _TrancheDemoFaultPlan TrancheDemoFaultPlan;

/* Reads the plan in either form; an empty one has no faults. Fails with
 * %G_OPTION_ERROR, and with %JSON_PARSER_ERROR. */
TrancheDemoFaultPlan   *tranche_demo_fault_plan_new     (const char               *text,
                                                         guint32                   seed,
                                                         GError                  **error);
void                    tranche_demo_fault_plan_free    (TrancheDemoFaultPlan     *self);

/* What happens to a request, or %NULL. Every rule before the one that strikes
 * counts the request. (nullable) (transfer none) */
const TrancheDemoFault *tranche_demo_fault_plan_choose  (TrancheDemoFaultPlan     *self,
                                                         const char               *method,
                                                         const char               *path,
                                                         const TrancheDemoTarget  *target);
/* The kinds and names, for --help. (transfer full) */
char                   *tranche_demo_fault_plan_describe (void);
/* As JSON, with how many requests each rule has "matched" and "struck".
 * (transfer full) */
char                   *tranche_demo_fault_plan_to_json (TrancheDemoFaultPlan     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoFaultPlan, tranche_demo_fault_plan_free)

G_END_DECLS
