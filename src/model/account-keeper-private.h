/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/rate-limiter-pool.h"
#include "model/account-keeper.h"

G_BEGIN_DECLS

struct _TrancheAccountKeeper {
  GObject parent_instance;

  TrancheAccountBook *accounts;
  TrancheSecrets *secrets;
  GListStore *connections;
  TrancheRateLimiterPool *limiters;
};

/* Where the connection of @account_id is in the list; %FALSE if nowhere. */
gboolean           tranche_account_keeper_find_position (TrancheAccountKeeper *self,
                                                         const char           *account_id,
                                                         guint                *position);
/* Lists @account, in the place of what it was before. (transfer none) */
TrancheConnection *tranche_account_keeper_put           (TrancheAccountKeeper *self,
                                                         TrancheAccount       *account);
/* Gives @connection its bank. */
void               tranche_account_keeper_connect       (TrancheAccountKeeper *self,
                                                         TrancheConnection    *connection,
                                                         const char           *secret);

/* Fetches the secret of @connection and gives it its bank. What cannot be had is
 * also told by its state. @interactive: with a prompt. */
void               tranche_account_keeper_fetch_async   (TrancheAccountKeeper *self,
                                                         TrancheConnection    *connection,
                                                         gboolean              interactive,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean           tranche_account_keeper_fetch_finish  (TrancheAccountKeeper *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

G_END_DECLS
