/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/return-count.h"

#define START 1773480600

static GDateTime *
at (int minutes)
{
  return g_date_time_new_from_unix_utc (START + minutes * 60);
}

static GPtrArray *
new_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_return_entry_free);
}

static void
add_entry (GPtrArray      *entries,
           gint64          minor,
           int             minutes,
           TrancheOutcome  outcome)
{
  TrancheMoney amount = tranche_money (minor, "UAH");
  g_autoptr (TrancheGoodsReturn) goods = tranche_goods_return_new ("r", &amount, TRUE, NULL);
  g_autoptr (GDateTime) time = at (minutes);
  gboolean settled = outcome == TRANCHE_OUTCOME_DONE || outcome == TRANCHE_OUTCOME_REFUSED;

  g_ptr_array_add (entries, tranche_return_entry_new (goods, outcome, time,
                                                      settled ? time : NULL, NULL));
}

static void
add_at_bank (TrancheOrderDetails *details,
             gint64               minor,
             GDateTime           *time)
{
  TrancheMoney amount = tranche_money (minor, "UAH");

  g_ptr_array_add (details->returns, tranche_goods_return_new (NULL, &amount, TRUE, time));
}

static void
test_find_open (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();

  g_assert_null (tranche_return_count_find_open (entries));
  add_entry (entries, 100, 0, TRANCHE_OUTCOME_DONE);
  add_entry (entries, 200, 1, TRANCHE_OUTCOME_REFUSED);
  g_assert_null (tranche_return_count_find_open (entries));
  add_entry (entries, 300, 2, TRANCHE_OUTCOME_UNKNOWN);
  g_assert_true (tranche_return_count_find_open (entries) == g_ptr_array_index (entries, 2));
}

static void
test_left (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (TrancheOrderDetails) details = tranche_order_details_new ();
  TrancheMoney amount = tranche_money (1000, "UAH");

  g_assert_cmpint (tranche_return_count_left (&amount, entries, NULL).minor, ==, 1000);

  add_entry (entries, 300, 0, TRANCHE_OUTCOME_DONE);
  add_entry (entries, 500, 1, TRANCHE_OUTCOME_REFUSED);
  g_assert_cmpint (tranche_return_count_left (&amount, entries, NULL).minor, ==, 700);

  /* A bank that does not say the sum says nothing of what is left. */
  g_assert_cmpint (tranche_return_count_left (&amount, entries, details).minor, ==, 700);

  /* It has not booked ours yet. */
  details->amount = amount;
  g_assert_cmpint (tranche_return_count_left (&amount, entries, details).minor, ==, 700);

  /* It knows of one that was made elsewhere. */
  add_at_bank (details, 300, NULL);
  add_at_bank (details, 650, NULL);
  g_assert_cmpint (tranche_return_count_left (&amount, entries, details).minor, ==, 50);
  add_at_bank (details, 100, NULL);
  g_assert_cmpint (tranche_return_count_left (&amount, entries, details).minor, ==, 0);
}

static void
test_shows (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (TrancheOrderDetails) details = tranche_order_details_new ();
  const TrancheReturnEntry *open = NULL;
  g_autoptr (GDateTime) before = at (40);
  g_autoptr (GDateTime) slow_clock = at (55);
  g_autoptr (GDateTime) after = at (61);

  add_entry (entries, 300, 50, TRANCHE_OUTCOME_DONE);
  add_entry (entries, 300, 60, TRANCHE_OUTCOME_UNKNOWN);
  open = g_ptr_array_index (entries, 1);

  g_assert_false (tranche_return_count_shows (details, entries, open));

  /* The one that is done, booked late or not; another amount; one of earlier. */
  add_at_bank (details, 300, slow_clock);
  add_at_bank (details, 200, after);
  g_assert_false (tranche_return_count_shows (details, entries, open));
  add_at_bank (details, 300, before);
  g_assert_false (tranche_return_count_shows (details, entries, open));

  add_at_bank (details, 300, after);
  g_assert_true (tranche_return_count_shows (details, entries, open));
}

/* A bank that tells local time as if it were UTC is hours ahead. */
static void
test_shows_not_earlier_one (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (TrancheOrderDetails) details = tranche_order_details_new ();
  g_autoptr (GDateTime) ahead = at (180);

  add_entry (entries, 300, 0, TRANCHE_OUTCOME_DONE);
  add_entry (entries, 300, 60, TRANCHE_OUTCOME_UNKNOWN);
  add_at_bank (details, 300, ahead);
  g_assert_false (tranche_return_count_shows (details, entries, g_ptr_array_index (entries, 1)));

  add_at_bank (details, 300, NULL);
  g_assert_true (tranche_return_count_shows (details, entries, g_ptr_array_index (entries, 1)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/return-count/find-open", test_find_open);
  g_test_add_func ("/return-count/left", test_left);
  g_test_add_func ("/return-count/shows", test_shows);
  g_test_add_func ("/return-count/shows-not-earlier-one", test_shows_not_earlier_one);

  return g_test_run ();
}
