/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/day-entry.h"

struct _TrancheDayEntry {
  GObject parent_instance;

  TrancheDayMatch match;
  GPtrArray *lines; /* keeps line */
  const TrancheReportLine *line;
  TrancheOrder *order;
  gboolean is_return;
  TrancheMoney expected;
  GDateTime *time; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TrancheDayEntry, tranche_day_entry, G_TYPE_OBJECT)

static void
tranche_day_entry_finalize (GObject *object)
{
  TrancheDayEntry *self = TRANCHE_DAY_ENTRY (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->order);
  g_clear_pointer (&self->time, g_date_time_unref);

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
  self->expected = (TrancheMoney) TRANCHE_MONEY_UNSET;
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

gboolean
tranche_day_entry_is_return (TrancheDayEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_DAY_ENTRY (self), FALSE);

  return self->is_return;
}

TrancheMoney
tranche_day_entry_get_expected (TrancheDayEntry *self)
{
  const TrancheMoney unset = TRANCHE_MONEY_UNSET;

  g_return_val_if_fail (TRANCHE_IS_DAY_ENTRY (self), unset);

  return self->expected;
}

GDateTime *
tranche_day_entry_get_time (TrancheDayEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_DAY_ENTRY (self), NULL);

  return self->time;
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

static TrancheDayEntry *
create (TrancheDayMatch          match,
        GPtrArray               *lines,
        const TrancheReportLine *line,
        TrancheOrder            *order,
        GDateTime               *book_time)
{
  TrancheDayEntry *self = g_object_new (TRANCHE_TYPE_DAY_ENTRY, NULL);
  GDateTime *time = line != NULL ? line->time : book_time;

  self->match = match;
  self->lines = g_ptr_array_ref (lines);
  self->line = line;
  g_set_object (&self->order, order);
  self->time = time != NULL ? g_date_time_ref (time) : NULL;

  return self;
}

TrancheDayEntry *
tranche_day_entry_new (TrancheDayMatch          match,
                       GPtrArray               *lines,
                       const TrancheReportLine *line,
                       TrancheOrder            *order)
{
  TrancheDayEntry *self = create (match, lines, line, order,
                                  order != NULL ? tranche_order_get_committed_at (order) : NULL);

  self->is_return = line != NULL && tranche_report_line_is_return (line);
  if (order != NULL && !self->is_return)
    self->expected = tranche_day_expected_amount (order);

  return self;
}

TrancheDayEntry *
tranche_day_entry_new_return (TrancheDayMatch           match,
                              GPtrArray                *lines,
                              const TrancheReportLine  *line,
                              TrancheOrder             *order,
                              const TrancheReturnEntry *booked)
{
  TrancheDayEntry *self = create (match, lines, line, order, booked->settled_at);

  self->is_return = TRUE;
  self->expected = tranche_money (-booked->goods->amount.minor, booked->goods->amount.currency);

  return self;
}
