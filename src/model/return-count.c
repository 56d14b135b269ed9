/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/return-count.h"

/* By how much the bank's clock may be behind this computer's. */
#define CLOCK_DIFFERENCE (10 * G_TIME_SPAN_MINUTE)

const TrancheReturnEntry *
tranche_return_count_find_open (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++) {
    const TrancheReturnEntry *entry = g_ptr_array_index (entries, i);

    if (tranche_return_entry_is_open (entry))
      return entry;
  }

  return NULL;
}

TrancheMoney
tranche_return_count_left (const TrancheMoney        *amount,
                           GPtrArray                 *entries,
                           const TrancheOrderDetails *details)
{
  TrancheMoney left = *amount;
  TrancheMoney by_bank = TRANCHE_MONEY_UNSET;

  for (guint i = 0; i < entries->len; i++) {
    const TrancheReturnEntry *entry = g_ptr_array_index (entries, i);

    if (entry->outcome == TRANCHE_OUTCOME_DONE)
      left.minor -= entry->goods->amount.minor;
  }

  if (details != NULL && tranche_order_details_get_returnable (details, &by_bank))
    left.minor = MIN (left.minor, by_bank.minor);

  left.minor = MAX (left.minor, 0);

  return left;
}

/* How many returns of that amount the bank knows; those booked before @since
 * (nullable) left out, where the bank tells the time. */
static guint
count_at_bank (const TrancheOrderDetails *details,
               const TrancheMoney        *amount,
               GDateTime                 *since)
{
  guint n = 0;

  for (guint i = 0; i < details->returns->len; i++) {
    const TrancheGoodsReturn *goods = g_ptr_array_index (details->returns, i);
    gboolean before = since != NULL && goods->time != NULL &&
                      g_date_time_compare (goods->time, since) < 0;

    n += !before && tranche_money_equal (&goods->amount, amount);
  }

  return n;
}

/* The same for those that the book knows as done. */
static guint
count_in_book (GPtrArray          *entries,
               const TrancheMoney *amount,
               GDateTime          *since)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++) {
    const TrancheReturnEntry *entry = g_ptr_array_index (entries, i);
    gboolean before = since != NULL && g_date_time_compare (entry->settled_at != NULL
                                                            ? entry->settled_at
                                                            : entry->begun_at, since) < 0;

    n += entry->outcome == TRANCHE_OUTCOME_DONE && !before &&
         tranche_money_equal (&entry->goods->amount, amount);
  }

  return n;
}

gboolean
tranche_return_count_shows (const TrancheOrderDetails *details,
                            GPtrArray                 *entries,
                            const TrancheReturnEntry  *open)
{
  const TrancheMoney *amount = &open->goods->amount;
  g_autoptr (GDateTime) since = g_date_time_add (open->begun_at, -CLOCK_DIFFERENCE);

  /* By time, so that what came back elsewhere before is not taken for it, and
   * in all, so that a bank whose clock is ahead does not pass off an earlier one. */
  return count_at_bank (details, amount, since) > count_in_book (entries, amount, since) &&
         count_at_bank (details, amount, NULL) > count_in_book (entries, amount, NULL);
}
