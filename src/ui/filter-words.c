/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/filter-words.h"

#include <glib/gi18n.h>

#include "ui/format.h"
#include "ui/stage-words.h"

/* Stages that are named; more are counted. */
#define MAX_NAMED 2

const char *
tranche_period_label (TranchePeriod period)
{
  switch (period) {
  case TRANCHE_PERIOD_TODAY:
    return _("Today");
  case TRANCHE_PERIOD_YESTERDAY:
    return _("Yesterday");
  case TRANCHE_PERIOD_WEEK:
    return _("This week");
  case TRANCHE_PERIOD_MONTH:
    return _("This month");
  case TRANCHE_PERIOD_RANGE:
    return _("From – to");
  case TRANCHE_PERIOD_ANY:
  default:
    return _("Any time");
  }
}

static char *
stages_text (guint stages)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (TrancheStage stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    if ((stages & TRANCHE_STAGE_BIT (stage)) == 0)
      continue;

    g_string_append (text, n++ > 0 ? ", " : "");
    g_string_append (text, tranche_stage_label (stage));
  }

  if (n > MAX_NAMED)
    return g_strdup_printf (ngettext ("%u stage", "%u stages", n), n);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
day_text (const char *day)
{
  g_autofree char *text = g_strconcat (day, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return time != NULL ? tranche_format_date (time) : g_strdup (day);
}

/* An end that is open says on which side of the other it is. */
static char *
between (char *from,
         char *until)
{
  g_autofree char *first = from;
  g_autofree char *last = until;

  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s – %s", first, last);
  if (first != NULL)
    /* Translators: %s is a date or an amount */
    return g_strdup_printf (_("from %s"), first);

  /* Translators: %s is a date or an amount */
  return g_strdup_printf (_("up to %s"), last);
}

static char *
period_text (const TrancheListFilter *filter)
{
  if (filter->period != TRANCHE_PERIOD_RANGE)
    return g_strdup (tranche_period_label (filter->period));

  return between (filter->from != NULL ? day_text (filter->from) : NULL,
                  filter->until != NULL ? day_text (filter->until) : NULL);
}

static char *
amount_text (const TrancheMoney *amount)
{
  return tranche_money_is_set (amount) ? tranche_format_money_short (amount) : NULL;
}

char *
tranche_filter_part_text (const TrancheListFilter *filter,
                          TrancheFilterPart        part,
                          const char              *account_label)
{
  if (!tranche_list_filter_has_part (filter, part))
    return NULL;

  switch (part) {
  case TRANCHE_FILTER_STAGES:
    return stages_text (filter->stages);
  case TRANCHE_FILTER_ACCOUNT:
    return g_strdup (account_label != NULL ? account_label : _("A removed account"));
  case TRANCHE_FILTER_PERIOD:
    return period_text (filter);
  case TRANCHE_FILTER_AMOUNT:
    return between (amount_text (&filter->least), amount_text (&filter->most));
  default:
    g_return_val_if_reached (NULL);
  }
}
