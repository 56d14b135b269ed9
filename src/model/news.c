/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/news.h"

static gboolean
is_unsigned (TrancheStage stage)
{
  return stage == TRANCHE_STAGE_SENDING || stage == TRANCHE_STAGE_WAITING ||
         stage == TRANCHE_STAGE_APPROVED || stage == TRANCHE_STAGE_UNKNOWN;
}

static gboolean
is_signed (TrancheStage stage)
{
  return stage == TRANCHE_STAGE_COOLING || stage == TRANCHE_STAGE_READY;
}

/* What the shop itself has canceled is no news to it. */
static gboolean
is_refused (TrancheOrder *order)
{
  TrancheStage stage = tranche_order_get_stage (order);

  return stage == TRANCHE_STAGE_REJECTED ||
         (stage == TRANCHE_STAGE_CANCELED &&
          tranche_order_get_reason (order) != TRANCHE_REASON_STORE);
}

TrancheNews
tranche_news_of_change (TrancheOrder *after,
                        TrancheOrder *before)
{
  TrancheStage from;
  TrancheStage to;

  if (before == NULL)
    return TRANCHE_NEWS_NONE;

  from = tranche_order_get_stage (before);
  to = tranche_order_get_stage (after);

  if (is_unsigned (from) && is_signed (to))
    return TRANCHE_NEWS_SIGNED;
  /* A plan tells by itself how it went. */
  if (from == TRANCHE_STAGE_COOLING && to == TRANCHE_STAGE_READY &&
      !tranche_order_get_commit_planned (before))
    return TRANCHE_NEWS_COOLED;
  if ((is_unsigned (from) || is_signed (from)) && is_refused (after))
    return TRANCHE_NEWS_REFUSED;

  return TRANCHE_NEWS_NONE;
}

gboolean
tranche_news_is_still_true (TrancheNews   news,
                            TrancheOrder *order)
{
  TrancheStage stage = tranche_order_get_stage (order);

  switch (news) {
  case TRANCHE_NEWS_SIGNED:
    return is_signed (stage);
  case TRANCHE_NEWS_REFUSED:
    return is_refused (order);
  case TRANCHE_NEWS_COOLED:
  case TRANCHE_NEWS_NOT_COMMITTED:
    return stage == TRANCHE_STAGE_READY;
  case TRANCHE_NEWS_COMMITTED:
    return stage == TRANCHE_STAGE_COMMITTED;
  case TRANCHE_NEWS_UNPAID:
    return tranche_order_get_payout_due (order) != NULL;
  case TRANCHE_NEWS_DEADLINE:
    return TRUE;
  case TRANCHE_NEWS_NONE:
  default:
    return FALSE;
  }
}
