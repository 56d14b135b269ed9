/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/commit-plans.h"

G_BEGIN_DECLS

/* What commit-plans.c and commit-plans-missed.c share. */

typedef struct {
  TrancheOrder *order; /* as it was last seen */
  gboolean missed;
  gboolean committing;
} TranchePlan;

struct _TrancheCommitPlans {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheOperations *operations;
  TrancheLiveClock clock;
  GHashTable *plans;     /* order id → TranchePlan */
  GCancellable *running; /* (nullable): while it runs */
  guint n_missed;        /* as it was last notified */
};

/* (nullable) */
TranchePlan *tranche_commit_plans_find          (TrancheCommitPlans *self,
                                                 TrancheOrder       *order);
/* Commits the order of the plan, where it is time. */
void         tranche_commit_plans_consider      (TrancheCommitPlans *self,
                                                 TranchePlan        *plan);
/* Tells how many were missed, where they are more or less than before. */
void         tranche_commit_plans_update_missed (TrancheCommitPlans *self);

G_END_DECLS
