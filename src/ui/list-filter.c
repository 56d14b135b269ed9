/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list-filter.h"

#include <stdio.h>

G_DEFINE_ENUM_TYPE (TranchePeriod, tranche_period,
                    G_DEFINE_ENUM_VALUE (TRANCHE_PERIOD_ANY, "any"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_PERIOD_TODAY, "today"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_PERIOD_YESTERDAY, "yesterday"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_PERIOD_WEEK, "week"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_PERIOD_MONTH, "month"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_PERIOD_RANGE, "range"))

G_DEFINE_BOXED_TYPE (TrancheListFilter, tranche_list_filter,
                     tranche_list_filter_copy, tranche_list_filter_free)

TrancheListFilter *
tranche_list_filter_new (void)
{
  return g_new0 (TrancheListFilter, 1);
}

TrancheListFilter *
tranche_list_filter_copy (const TrancheListFilter *self)
{
  TrancheListFilter *copy = g_memdup2 (self, sizeof *self);

  copy->account_id = g_strdup (self->account_id);
  copy->from = g_strdup (self->from);
  copy->until = g_strdup (self->until);

  return copy;
}

void
tranche_list_filter_free (TrancheListFilter *self)
{
  g_free (self->account_id);
  g_free (self->from);
  g_free (self->until);
  g_free (self);
}

gboolean
tranche_list_filter_equal (const TrancheListFilter *a,
                           const TrancheListFilter *b)
{
  return a->stages == b->stages &&
         g_strcmp0 (a->account_id, b->account_id) == 0 &&
         a->period == b->period &&
         g_strcmp0 (a->from, b->from) == 0 &&
         g_strcmp0 (a->until, b->until) == 0 &&
         tranche_money_equal (&a->least, &b->least) &&
         tranche_money_equal (&a->most, &b->most);
}

gboolean
tranche_list_filter_has_part (const TrancheListFilter *self,
                              TrancheFilterPart        part)
{
  switch (part) {
  case TRANCHE_FILTER_STAGES:
    return self->stages != 0;
  case TRANCHE_FILTER_ACCOUNT:
    return self->account_id != NULL;
  case TRANCHE_FILTER_PERIOD:
    return self->period == TRANCHE_PERIOD_RANGE ? self->from != NULL || self->until != NULL
                                                : self->period != TRANCHE_PERIOD_ANY;
  case TRANCHE_FILTER_AMOUNT:
    return tranche_money_is_set (&self->least) || tranche_money_is_set (&self->most);
  default:
    g_return_val_if_reached (FALSE);
  }
}

gboolean
tranche_list_filter_is_empty (const TrancheListFilter *self)
{
  for (TrancheFilterPart part = 0; part < TRANCHE_N_FILTER_PARTS; part++) {
    if (tranche_list_filter_has_part (self, part))
      return FALSE;
  }

  return TRUE;
}

void
tranche_list_filter_clear_part (TrancheListFilter *self,
                                TrancheFilterPart  part)
{
  const TrancheMoney unset = TRANCHE_MONEY_UNSET;

  switch (part) {
  case TRANCHE_FILTER_STAGES:
    self->stages = 0;
    break;
  case TRANCHE_FILTER_ACCOUNT:
    g_clear_pointer (&self->account_id, g_free);
    break;
  case TRANCHE_FILTER_PERIOD:
    self->period = TRANCHE_PERIOD_ANY;
    g_clear_pointer (&self->from, g_free);
    g_clear_pointer (&self->until, g_free);
    break;
  case TRANCHE_FILTER_AMOUNT:
    self->least = unset;
    self->most = unset;
    break;
  default:
    g_return_if_reached ();
  }
}

/* @days after the day of @time. */
static GDateTime *
begin_of_day (GDateTime *time,
              int        days)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (time, days);

  return g_date_time_new (g_date_time_get_timezone (time), g_date_time_get_year (day),
                          g_date_time_get_month (day), g_date_time_get_day_of_month (day), 0, 0, 0);
}

static GDateTime *
parse_day (const char *day,
           GDateTime  *now,
           int         days)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day_of_month;

  if (day == NULL || sscanf (day, "%d-%d-%d", &year, &month, &day_of_month) != 3)
    return NULL;

  time = g_date_time_new (g_date_time_get_timezone (now), year, month, day_of_month, 0, 0, 0);

  return time != NULL ? begin_of_day (time, days) : NULL;
}

void
tranche_list_filter_resolve (const TrancheListFilter *self,
                             GDateTime               *now,
                             TrancheOrderFilter      *out)
{
  const TrancheOrderFilter none = TRANCHE_ORDER_FILTER_NONE;
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;

  *out = none;
  out->stages = self->stages;
  out->least = self->least;
  out->most = self->most;

  switch (self->period) {
  case TRANCHE_PERIOD_TODAY:
    from = begin_of_day (now, 0);
    until = begin_of_day (now, 1);
    break;
  case TRANCHE_PERIOD_YESTERDAY:
    from = begin_of_day (now, -1);
    until = begin_of_day (now, 0);
    break;
  case TRANCHE_PERIOD_WEEK:
    from = begin_of_day (now, 1 - g_date_time_get_day_of_week (now));
    break;
  case TRANCHE_PERIOD_MONTH:
    from = begin_of_day (now, 1 - g_date_time_get_day_of_month (now));
    break;
  case TRANCHE_PERIOD_RANGE:
    from = parse_day (self->from, now, 0);
    until = parse_day (self->until, now, 1);
    break;
  case TRANCHE_PERIOD_ANY:
  default:
    break;
  }

  if (from != NULL)
    out->from = g_date_time_to_unix_usec (from);
  if (until != NULL)
    out->until = g_date_time_to_unix_usec (until);
}

static void
put_string (GVariantDict *dict,
            const char   *key,
            const char   *value)
{
  if (value != NULL)
    g_variant_dict_insert (dict, key, "s", value);
}

static void
put_money (GVariantDict       *dict,
           const char         *key,
           const TrancheMoney *money)
{
  if (tranche_money_is_set (money))
    g_variant_dict_insert (dict, key, "(xs)", money->minor, money->currency);
}

GVariant *
tranche_list_filter_to_variant (const TrancheListFilter *self)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);
  g_autoptr (GEnumClass) periods = g_type_class_ref (TRANCHE_TYPE_PERIOD);

  if (self->stages != 0)
    g_variant_dict_insert (dict, "stages", "u", self->stages);
  put_string (dict, "account", self->account_id);
  if (self->period != TRANCHE_PERIOD_ANY)
    put_string (dict, "period", g_enum_get_value (periods, self->period)->value_nick);
  put_string (dict, "from", self->from);
  put_string (dict, "until", self->until);
  put_money (dict, "least", &self->least);
  put_money (dict, "most", &self->most);

  return g_variant_dict_end (dict);
}

static void
get_money (GVariantDict *dict,
           const char   *key,
           TrancheMoney *out)
{
  const char *currency;
  gint64 minor;

  if (g_variant_dict_lookup (dict, key, "(x&s)", &minor, &currency) &&
      tranche_currency_is_valid (currency))
    *out = tranche_money (minor, currency);
}

TrancheListFilter *
tranche_list_filter_from_variant (GVariant *variant)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (variant);
  g_autoptr (GEnumClass) periods = g_type_class_ref (TRANCHE_TYPE_PERIOD);
  TrancheListFilter *self = tranche_list_filter_new ();
  g_autofree char *nick = NULL;
  GEnumValue *period;

  g_variant_dict_lookup (dict, "stages", "u", &self->stages);
  g_variant_dict_lookup (dict, "account", "s", &self->account_id);
  g_variant_dict_lookup (dict, "period", "s", &nick);
  g_variant_dict_lookup (dict, "from", "s", &self->from);
  g_variant_dict_lookup (dict, "until", "s", &self->until);
  get_money (dict, "least", &self->least);
  get_money (dict, "most", &self->most);

  period = nick != NULL ? g_enum_get_value_by_nick (periods, nick) : NULL;
  if (period != NULL)
    self->period = period->value;

  return self;
}
