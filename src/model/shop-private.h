/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/account-keeper.h"
#include "model/callback-desk.h"
#include "model/demo-session.h"
#include "model/shop.h"

G_BEGIN_DECLS

struct _TrancheShop {
  GObject parent_instance;

  TrancheDemoSession *demo; /* (nullable): let go after everything that uses it */
  TrancheOrderBook *book;
  TrancheSecrets *secrets;
  TrancheGuard *guard;
  TrancheAccountKeeper *keeper;
  TrancheOperations *operations;
  TrancheLiveStatus *live_status;
  TrancheCommitPlans *plans;
  TrancheDeadlineWatch *deadlines;
  TrancheClockWatch *clock_watch;
  TranchePayoutWatch *payouts;
  TrancheCallbackDesk *callbacks;
  TrancheBookKeeper *book_keeper;
  TrancheDailyBackup *daily_backup;
  GCancellable *closing;
  guint rounds_id; /* until the rounds begin */
  gboolean archive;
};

G_END_DECLS
