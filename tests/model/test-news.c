/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/news.h"

static TrancheOrder *
make_order (TrancheStage  stage,
            TrancheReason reason)
{
  TrancheOrder *order = tranche_order_new ();

  tranche_order_set_stage (order, stage);
  tranche_order_set_reason (order, reason);

  return order;
}

static void
test_changes (void)
{
  static const struct {
    TrancheStage from;
    TrancheStage to;
    TrancheReason reason;
    TrancheNews news;
  } rows[] = {
    { TRANCHE_STAGE_WAITING, TRANCHE_STAGE_APPROVED, 0, TRANCHE_NEWS_NONE },
    { TRANCHE_STAGE_WAITING, TRANCHE_STAGE_READY, 0, TRANCHE_NEWS_SIGNED },
    { TRANCHE_STAGE_APPROVED, TRANCHE_STAGE_COOLING, 0, TRANCHE_NEWS_SIGNED },
    { TRANCHE_STAGE_APPROVED, TRANCHE_STAGE_READY, 0, TRANCHE_NEWS_SIGNED },
    { TRANCHE_STAGE_SENDING, TRANCHE_STAGE_READY, 0, TRANCHE_NEWS_SIGNED },
    { TRANCHE_STAGE_COOLING, TRANCHE_STAGE_READY, 0, TRANCHE_NEWS_COOLED },
    { TRANCHE_STAGE_WAITING, TRANCHE_STAGE_REJECTED, 0, TRANCHE_NEWS_REFUSED },
    { TRANCHE_STAGE_READY, TRANCHE_STAGE_CANCELED, TRANCHE_REASON_CUSTOMER, TRANCHE_NEWS_REFUSED },
    { TRANCHE_STAGE_COOLING, TRANCHE_STAGE_CANCELED, TRANCHE_REASON_EXPIRED, TRANCHE_NEWS_REFUSED },
    { TRANCHE_STAGE_READY, TRANCHE_STAGE_CANCELED, TRANCHE_REASON_STORE, TRANCHE_NEWS_NONE },
    { TRANCHE_STAGE_DRAFT, TRANCHE_STAGE_SENDING, 0, TRANCHE_NEWS_NONE },
    { TRANCHE_STAGE_READY, TRANCHE_STAGE_COMMITTED, 0, TRANCHE_NEWS_NONE },
    { TRANCHE_STAGE_COMMITTED, TRANCHE_STAGE_RETURNED, 0, TRANCHE_NEWS_NONE },
    { TRANCHE_STAGE_READY, TRANCHE_STAGE_READY, 0, TRANCHE_NEWS_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheOrder) before = make_order (rows[i].from, TRANCHE_REASON_NONE);
    g_autoptr (TrancheOrder) after = make_order (rows[i].to, rows[i].reason);

    g_test_message ("%s to %s", tranche_stage_to_nick (rows[i].from),
                    tranche_stage_to_nick (rows[i].to));
    g_assert_cmpint (tranche_news_of_change (after, before), ==, rows[i].news);
    if (rows[i].news != TRANCHE_NEWS_NONE) {
      g_assert_true (tranche_news_is_still_true (rows[i].news, after));
      g_assert_false (tranche_news_is_still_true (rows[i].news, before));
    }
  }
}

/* Orders that were just made here, or taken over, and plans that tell themselves. */
static void
test_no_news (void)
{
  g_autoptr (TrancheOrder) cooling = make_order (TRANCHE_STAGE_COOLING, TRANCHE_REASON_NONE);
  g_autoptr (TrancheOrder) ready = make_order (TRANCHE_STAGE_READY, TRANCHE_REASON_NONE);

  g_assert_cmpint (tranche_news_of_change (ready, NULL), ==, TRANCHE_NEWS_NONE);
  tranche_order_set_commit_planned (cooling, TRUE);
  g_assert_cmpint (tranche_news_of_change (ready, cooling), ==, TRANCHE_NEWS_NONE);
}

/* What settles what was told. */
static void
test_settled (void)
{
  g_autoptr (TrancheOrder) committed = make_order (TRANCHE_STAGE_COMMITTED, TRANCHE_REASON_NONE);
  g_autoptr (TrancheOrder) ready = make_order (TRANCHE_STAGE_READY, TRANCHE_REASON_NONE);

  g_assert_false (tranche_news_is_still_true (TRANCHE_NEWS_SIGNED, committed));
  g_assert_false (tranche_news_is_still_true (TRANCHE_NEWS_COOLED, committed));
  g_assert_false (tranche_news_is_still_true (TRANCHE_NEWS_NOT_COMMITTED, committed));
  g_assert_true (tranche_news_is_still_true (TRANCHE_NEWS_COMMITTED, committed));
  g_assert_true (tranche_news_is_still_true (TRANCHE_NEWS_SIGNED, ready));
  g_assert_true (tranche_news_is_still_true (TRANCHE_NEWS_NOT_COMMITTED, ready));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/news/changes", test_changes);
  g_test_add_func ("/news/no-news", test_no_news);
  g_test_add_func ("/news/settled", test_settled);

  return g_test_run ();
}
