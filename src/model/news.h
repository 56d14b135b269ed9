/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/**
 * TrancheNews:
 * @TRANCHE_NEWS_NONE: nothing that anybody has to be called for
 * @TRANCHE_NEWS_SIGNED: the customer has signed
 * @TRANCHE_NEWS_REFUSED: the bank refuses, the customer gave up, or time is over
 * @TRANCHE_NEWS_COOLED: the cooling-off period is over: it can be committed
 * @TRANCHE_NEWS_DEADLINE: a deadline comes near
 * @TRANCHE_NEWS_COMMITTED: a planned commit was carried out
 * @TRANCHE_NEWS_NOT_COMMITTED: a planned commit ended otherwise
 * @TRANCHE_NEWS_UNPAID: the payout is overdue
 *
 * What a manager who looks elsewhere wants to hear of an order.
 */
typedef enum {
  TRANCHE_NEWS_NONE,
  TRANCHE_NEWS_SIGNED,
  TRANCHE_NEWS_REFUSED,
  TRANCHE_NEWS_COOLED,
  TRANCHE_NEWS_DEADLINE,
  TRANCHE_NEWS_COMMITTED,
  TRANCHE_NEWS_NOT_COMMITTED,
  TRANCHE_NEWS_UNPAID,
} TrancheNews;

#define TRANCHE_N_NEWS 8

/* What a change of the book is. @before: (nullable): for an order that is new,
 * which is never news: somebody has just made it. */
TrancheNews tranche_news_of_change      (TrancheOrder *after,
                                         TrancheOrder *before);
/* Whether @news of an order is still worth telling when it is as @order is.
 * Deadlines are told by TrancheDeadlineWatch, payouts by TranchePayoutWatch. */
gboolean    tranche_news_is_still_true  (TrancheNews   news,
                                         TrancheOrder *order);

G_END_DECLS
