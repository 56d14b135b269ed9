/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/day-report.h"

struct _TrancheDayEntry {
  GObject parent_instance;

  TrancheDayMatch match;
  GPtrArray *lines; /* keeps line */
  const TrancheReportLine *line;
  TrancheOrder *order;
};

G_DEFINE_FINAL_TYPE (TrancheDayEntry, tranche_day_entry, G_TYPE_OBJECT)

static void
tranche_day_entry_finalize (GObject *object)
{
  TrancheDayEntry *self = TRANCHE_DAY_ENTRY (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->order);

  G_OBJECT_CLASS (tranche_day_entry_parent_class)->finalize (object);
}

static void
tranche_day_entry_class_init (TrancheDayEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_day_entry_finalize;
}

static void
tranche_day_entry_init (TrancheDayEntry *self)
{
}

TrancheDayMatch
tranche_day_entry_get_match (TrancheDayEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_DAY_ENTRY (self), TRANCHE_DAY_SAME);

  return self->match;
}

const TrancheReportLine *
tranche_day_entry_get_line (TrancheDayEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_DAY_ENTRY (self), NULL);

  return self->line;
}

TrancheOrder *
tranche_day_entry_get_order (TrancheDayEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_DAY_ENTRY (self), NULL);

  return self->order;
}

static gboolean
is_return (const TrancheReportLine *line)
{
  return tranche_money_is_set (&line->amount) && line->amount.minor < 0;
}

gboolean
tranche_day_entry_is_return (TrancheDayEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_DAY_ENTRY (self), FALSE);

  return self->line != NULL && is_return (self->line);
}

TrancheMoney
tranche_day_expected_amount (TrancheOrder *order)
{
  const TrancheMoney *credit = tranche_order_get_credit_amount (order);
  const TrancheMoney *first = tranche_order_get_first_payment (order);
  TrancheMoney expected = *tranche_order_get_amount (order);

  if (tranche_money_is_set (credit))
    return *credit;

  if (tranche_money_is_set (&expected) && tranche_money_is_set (first))
    expected.minor -= first->minor;

  return expected;
}

/* What the matching looks things up in. */
typedef struct {
  GPtrArray *lines;
  GDateTime *from;
  GDateTime *until;
  GHashTable *orders; /* the bank's id → order */
  GHashTable *sales;  /* orders whose sale the bank has named already */
  GPtrArray *entries;
} Matching;

static void
add_entry (Matching                *matching,
           TrancheDayMatch          match,
           const TrancheReportLine *line,
           TrancheOrder            *order)
{
  TrancheDayEntry *entry = g_object_new (TRANCHE_TYPE_DAY_ENTRY, NULL);

  entry->match = match;
  entry->lines = g_ptr_array_ref (matching->lines);
  entry->line = line;
  g_set_object (&entry->order, order);
  g_ptr_array_add (matching->entries, entry);
}

static gboolean
is_committed (TrancheOrder *order)
{
  TrancheStage stage = tranche_order_get_stage (order);

  return stage == TRANCHE_STAGE_COMMITTED || stage == TRANCHE_STAGE_CLOSED
         || stage == TRANCHE_STAGE_RETURNED;
}

static gboolean
is_of_day (Matching     *matching,
           TrancheOrder *order)
{
  GDateTime *time = tranche_order_get_committed_at (order);

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
  if (!is_committed (order))
    return TRANCHE_DAY_NOT_COMMITTED;
  if (!g_hash_table_add (matching->sales, order))
    return TRANCHE_DAY_TWICE;
  if (is_other_sum (line, order))
    return TRANCHE_DAY_OTHER_SUM;
  /* Without a time it was committed before this program looked. */
  if (tranche_order_get_committed_at (order) != NULL && !is_of_day (matching, order))
    return TRANCHE_DAY_OTHER_DAY;

  return TRANCHE_DAY_SAME;
}

static void
match_line (Matching                *matching,
            const TrancheReportLine *line)
{
  TrancheOrder *order = line->bank_order_id != NULL
    ? g_hash_table_lookup (matching->orders, line->bank_order_id) : NULL;

  if (order == NULL)
    add_entry (matching, TRANCHE_DAY_NOT_IN_BOOK, line, NULL);
  else if (is_return (line))
    add_entry (matching, is_committed (order) ? TRANCHE_DAY_SAME : TRANCHE_DAY_NOT_COMMITTED,
               line, order);
  else
    add_entry (matching, match_sale (matching, line, order), line, order);
}

static GDateTime *
get_time (TrancheDayEntry *entry)
{
  if (entry->line != NULL)
    return entry->line->time;

  return tranche_order_get_committed_at (entry->order);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  TrancheDayEntry *first = *(TrancheDayEntry **) a;
  TrancheDayEntry *second = *(TrancheDayEntry **) b;
  GDateTime *first_time = get_time (first);
  GDateTime *second_time = get_time (second);

  if (first->match != second->match)
    return first->match < second->match ? -1 : 1;
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

static void
match_all (Matching  *matching,
           GPtrArray *orders)
{
  for (guint i = 0; i < orders->len; i++) {
    TrancheOrder *order = orders->pdata[i];
    const char *id = tranche_order_get_bank_order_id (order);

    if (id != NULL)
      g_hash_table_insert (matching->orders, (char *) id, order);
  }

  for (guint i = 0; i < matching->lines->len; i++)
    match_line (matching, matching->lines->pdata[i]);

  for (guint i = 0; i < orders->len; i++) {
    TrancheOrder *order = orders->pdata[i];

    if (is_committed (order) && is_of_day (matching, order)
        && !g_hash_table_contains (matching->sales, order))
      add_entry (matching, TRANCHE_DAY_NOT_AT_BANK, NULL, order);
  }

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
  TrancheDayReport *self;
  Matching matching = { lines, from, until, by_id, sales, NULL };

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
