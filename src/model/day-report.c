/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/day-report.h"

/* What the matching looks things up in. */
typedef struct {
  GPtrArray *lines;
  GDateTime *from;
  GDateTime *until;
  GHashTable *orders;  /* the bank's id → TrancheReportedOrder */
  GHashTable *sales;   /* orders whose sale the bank has named already */
  GHashTable *returns; /* of the book that the bank has named already */
  GPtrArray *entries;
} Matching;

static void
add_entry (Matching                *matching,
           TrancheDayMatch          match,
           const TrancheReportLine *line,
           TrancheOrder            *order)
{
  g_ptr_array_add (matching->entries,
                   tranche_day_entry_new (match, matching->lines, line, order));
}

static void
add_return (Matching                 *matching,
            TrancheDayMatch           match,
            const TrancheReportLine  *line,
            TrancheOrder             *order,
            const TrancheReturnEntry *booked)
{
  g_hash_table_add (matching->returns, (gpointer) booked);
  g_ptr_array_add (matching->entries,
                   tranche_day_entry_new_return (match, matching->lines, line, order, booked));
}

static gboolean
is_committed (TrancheOrder *order)
{
  TrancheStage stage = tranche_order_get_stage (order);

  return stage == TRANCHE_STAGE_COMMITTED || stage == TRANCHE_STAGE_CLOSED
         || stage == TRANCHE_STAGE_RETURNED;
}

static gboolean
is_of_day (Matching  *matching,
           GDateTime *time)
{
  return time != NULL && g_date_time_compare (time, matching->from) >= 0
         && g_date_time_compare (time, matching->until) < 0;
}

static gboolean
is_other_sum (const TrancheReportLine *line,
              TrancheOrder            *order)
{
  TrancheMoney expected = tranche_day_expected_amount (order);

  return tranche_money_is_set (&line->amount) && tranche_money_is_set (&expected)
         && !tranche_money_equal (&line->amount, &expected);
}

static TrancheDayMatch
match_sale (Matching                *matching,
            const TrancheReportLine *line,
            TrancheOrder            *order)
{
  GDateTime *committed_at = tranche_order_get_committed_at (order);

  if (!is_committed (order))
    return TRANCHE_DAY_NOT_COMMITTED;
  if (!g_hash_table_add (matching->sales, order))
    return TRANCHE_DAY_TWICE;
  if (is_other_sum (line, order))
    return TRANCHE_DAY_OTHER_SUM;
  /* Without a time it was committed before this program looked. */
  if (committed_at != NULL && !is_of_day (matching, committed_at))
    return TRANCHE_DAY_OTHER_DAY;

  return TRANCHE_DAY_SAME;
}

/* A return of the day that the bank has not named yet: of that sum, or with
 * %NULL of any. (nullable) */
static const TrancheReturnEntry *
find_return (Matching             *matching,
             TrancheReportedOrder *reported,
             const TrancheMoney   *amount)
{
  for (guint i = 0; i < reported->returns->len; i++) {
    const TrancheReturnEntry *booked = reported->returns->pdata[i];

    if (booked->outcome == TRANCHE_OUTCOME_DONE && is_of_day (matching, booked->settled_at)
        && !g_hash_table_contains (matching->returns, booked)
        && (amount == NULL || tranche_money_equal (&booked->goods->amount, amount)))
      return booked;
  }

  return NULL;
}

/* What came back before the order was in the book cannot be there. */
static gboolean
is_before_book (const TrancheReportLine *line,
                TrancheReportedOrder    *reported)
{
  return line->time != NULL && reported->known_since != NULL
         && g_date_time_compare (line->time, reported->known_since) < 0;
}

/* Of one order, by the sum. Returns whether it was found. */
static gboolean
match_return (Matching                *matching,
              const TrancheReportLine *line,
              TrancheReportedOrder    *reported,
              gboolean                 any_sum)
{
  TrancheMoney amount = tranche_money (-line->amount.minor, line->amount.currency);
  const TrancheReturnEntry *booked =
    find_return (matching, reported, any_sum ? NULL : &amount);

  if (booked == NULL)
    return FALSE;

  add_return (matching, any_sum ? TRANCHE_DAY_OTHER_SUM : TRANCHE_DAY_SAME, line,
              reported->order, booked);

  return TRUE;
}

static TrancheReportedOrder *
find_order (Matching                *matching,
            const TrancheReportLine *line)
{
  return line->bank_order_id != NULL
    ? g_hash_table_lookup (matching->orders, line->bank_order_id) : NULL;
}

/* What is left after the returns with the same sum have found each other. */
static void
match_other_return (Matching                *matching,
                    const TrancheReportLine *line)
{
  TrancheReportedOrder *reported = find_order (matching, line);

  if (!is_committed (reported->order))
    add_entry (matching, TRANCHE_DAY_NOT_COMMITTED, line, reported->order);
  else if (is_before_book (line, reported))
    add_entry (matching, TRANCHE_DAY_SAME, line, reported->order);
  else if (!match_return (matching, line, reported, TRUE))
    add_entry (matching, TRANCHE_DAY_RETURN_NOT_IN_BOOK, line, reported->order);
}

static void
match_lines (Matching *matching)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < matching->lines->len; i++) {
    const TrancheReportLine *line = matching->lines->pdata[i];
    TrancheReportedOrder *reported = find_order (matching, line);

    if (reported == NULL)
      add_entry (matching, TRANCHE_DAY_NOT_IN_BOOK, line, NULL);
    else if (!tranche_report_line_is_return (line))
      add_entry (matching, match_sale (matching, line, reported->order), line, reported->order);
    else if (!is_committed (reported->order) || !match_return (matching, line, reported, FALSE))
      g_ptr_array_add (others, (gpointer) line);
  }

  for (guint i = 0; i < others->len; i++)
    match_other_return (matching, others->pdata[i]);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  TrancheDayEntry *first = *(TrancheDayEntry **) a;
  TrancheDayEntry *second = *(TrancheDayEntry **) b;

  TrancheDayMatch first_match = tranche_day_entry_get_match (first);
  TrancheDayMatch second_match = tranche_day_entry_get_match (second);
  GDateTime *first_time = tranche_day_entry_get_time (first);
  GDateTime *second_time = tranche_day_entry_get_time (second);

  if (first_match != second_match)
    return first_match < second_match ? -1 : 1;
  if (first_time == NULL || second_time == NULL)
    return (first_time == NULL) - (second_time == NULL);

  return g_date_time_compare (first_time, second_time);
}

/* A sum that the range of money cannot hold, or of two currencies, is none. */
static void
add_up (TrancheMoney       *total,
        const TrancheMoney *amount,
        gboolean           *is_whole)
{
  if (!tranche_money_is_set (amount) || !*is_whole)
    return;

  if (!tranche_money_is_set (total))
    *total = *amount;
  else if (!tranche_money_add (total, amount, total, NULL))
    *is_whole = FALSE;
}

static TrancheMoney
total_of (GPtrArray *lines,
          gsize      offset)
{
  const TrancheMoney unset = TRANCHE_MONEY_UNSET;
  TrancheMoney total = TRANCHE_MONEY_UNSET;
  gboolean is_whole = TRUE;

  for (guint i = 0; i < lines->len; i++)
    add_up (&total, G_STRUCT_MEMBER_P (lines->pdata[i], offset), &is_whole);

  return is_whole ? total : unset;
}

/* What the book has of the day and the bank has not named. */
static void
add_missing (Matching             *matching,
             TrancheReportedOrder *reported)
{
  TrancheOrder *order = reported->order;
  const TrancheReturnEntry *booked;

  if (is_committed (order) && is_of_day (matching, tranche_order_get_committed_at (order))
      && !g_hash_table_contains (matching->sales, order))
    add_entry (matching, TRANCHE_DAY_NOT_AT_BANK, NULL, order);

  while ((booked = find_return (matching, reported, NULL)) != NULL)
    add_return (matching, TRANCHE_DAY_RETURN_NOT_AT_BANK, NULL, order, booked);
}

static void
match_all (Matching  *matching,
           GPtrArray *orders)
{
  for (guint i = 0; i < orders->len; i++) {
    TrancheReportedOrder *reported = orders->pdata[i];
    const char *id = tranche_order_get_bank_order_id (reported->order);

    if (id != NULL)
      g_hash_table_insert (matching->orders, (char *) id, reported);
  }

  match_lines (matching);
  for (guint i = 0; i < orders->len; i++)
    add_missing (matching, orders->pdata[i]);

  g_ptr_array_sort (matching->entries, compare_entries);
}

static guint
count_differences (GPtrArray *entries)
{
  guint n = 0;

  while (n < entries->len
         && tranche_day_entry_get_match (entries->pdata[n]) != TRANCHE_DAY_SAME)
    n++;

  return n;
}

TrancheDayReport *
tranche_day_report_new (GPtrArray *lines,
                        GPtrArray *orders,
                        GDateTime *from,
                        GDateTime *until)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sales = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) returns = g_hash_table_new (NULL, NULL);
  TrancheDayReport *self;
  Matching matching = { lines, from, until, by_id, sales, returns, NULL };

  g_return_val_if_fail (lines != NULL && orders != NULL, NULL);
  g_return_val_if_fail (from != NULL && until != NULL, NULL);

  self = g_new0 (TrancheDayReport, 1);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  matching.entries = self->entries;
  match_all (&matching, orders);

  self->n_differences = count_differences (self->entries);
  self->n_operations = lines->len;
  self->amount = total_of (lines, G_STRUCT_OFFSET (TrancheReportLine, amount));
  self->transferred = total_of (lines, G_STRUCT_OFFSET (TrancheReportLine, transferred));
  self->commission = total_of (lines, G_STRUCT_OFFSET (TrancheReportLine, commission));

  return self;
}

void
tranche_day_report_free (TrancheDayReport *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->entries);
  g_free (self);
}
