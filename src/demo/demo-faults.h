/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-fault-player.h"

G_BEGIN_DECLS

/**
 * TrancheDemoFaults:
 *
 * Stands between the demo bank's clients and its handler, and lets happen what
 * the plan says, see #TrancheDemoFaultPlan.
 */
typedef struct _TrancheDemoFaults TrancheDemoFaults;

/* Without a plan. @handler is the bank. */
TrancheDemoFaults *tranche_demo_faults_new      (guint32              seed,
                                                 TrancheDemoHandler   handler,
                                                 gpointer             user_data);
void               tranche_demo_faults_free     (TrancheDemoFaults   *self);

/* Begins with the plan that @text describes. A wrong one changes nothing; see
 * tranche_demo_fault_plan_new() for the errors. */
gboolean           tranche_demo_faults_set_plan (TrancheDemoFaults   *self,
                                                 const char          *text,
                                                 GError             **error);

/* Answers @request, now or later, well or badly, and counts the answer in its
 * ledger. Takes @request. */
void               tranche_demo_faults_handle   (TrancheDemoFaults   *self,
                                                 TrancheDemoRequest  *request);
/* Answers what is asked of /demo/faults: GET shows the plan, POST and PUT bring
 * a new one, which begins with its first request, DELETE takes it away. What
 * is happening to a request goes on. Only from this computer. */
void               tranche_demo_faults_control  (TrancheDemoFaults   *self,
                                                 TrancheDemoRequest  *request);
/* Forgets the requests that are not answered yet. */
void               tranche_demo_faults_stop     (TrancheDemoFaults   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoFaults, tranche_demo_faults_free)

G_END_DECLS
