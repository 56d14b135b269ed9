/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/live-clock.h"
#include "model/operations.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_COMMIT_PLANS (tranche_commit_plans_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCommitPlans, tranche_commit_plans, TRANCHE, COMMIT_PLANS, GObject)

/**
 * TrancheCommitPlans:
 *
 * Commits the orders for which somebody has switched on "commit when the
 * cooling-off ends". It waits for the bank to say that an order is ready, which
 * live status asks for when the time has come, and then commits as a person
 * would: by asking the bank first. A plan is over when the commit begins.
 *
 * A plan whose time came while the program was not running, or the computer
 * slept, is missed: nothing is sent until somebody has said so.
 *
 * Property `n-missed` (uint): how many of them there are.
 *
 * Signals:
 *
 * - `committed (TrancheOrder *order)`: a plan was carried out.
 * - `failed (TrancheOrder *order, GError *error)`: a plan ended otherwise, and
 *   not because somebody has switched it off.
 */
TrancheCommitPlans *tranche_commit_plans_new           (TrancheOrderBook       *book,
                                                        TrancheOperations      *operations);
/* While it is stopped. */
void                tranche_commit_plans_set_clock     (TrancheCommitPlans     *self,
                                                        const TrancheLiveClock *clock);
void                tranche_commit_plans_start         (TrancheCommitPlans     *self);
void                tranche_commit_plans_stop          (TrancheCommitPlans     *self);

/* Switches the plan of @order, which is cooling off, on or off. */
void                tranche_commit_plans_switch_async  (TrancheCommitPlans     *self,
                                                        TrancheOrder           *order,
                                                        gboolean                on,
                                                        GCancellable           *cancellable,
                                                        GAsyncReadyCallback     callback,
                                                        gpointer                user_data);
gboolean            tranche_commit_plans_switch_finish (TrancheCommitPlans     *self,
                                                        GAsyncResult           *result,
                                                        GError                **error);

guint               tranche_commit_plans_get_n_missed  (TrancheCommitPlans     *self);
/* By number. (element-type TrancheOrder) (transfer full) */
GPtrArray          *tranche_commit_plans_list_missed   (TrancheCommitPlans     *self);
/* Carries the missed plans out, each as soon as the bank says that it is ready. */
void                tranche_commit_plans_commit_missed (TrancheCommitPlans     *self);
/* Switches them off. */
void                tranche_commit_plans_drop_missed   (TrancheCommitPlans     *self);

G_END_DECLS
