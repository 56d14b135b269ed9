/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/filter-words.h"
#include "ui/list-filter.h"

static gint64
at (const char *iso8601)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso8601, NULL);

  return g_date_time_to_unix_usec (time);
}

static void
test_periods (void)
{
  static const struct {
    TranchePeriod period;
    const char *from;
    const char *until;
  } cases[] = {
    { TRANCHE_PERIOD_ANY, NULL, NULL },
    { TRANCHE_PERIOD_TODAY, "2026-03-29T00:00:00+02:00", "2026-03-30T00:00:00+03:00" },
    { TRANCHE_PERIOD_YESTERDAY, "2026-03-28T00:00:00+02:00", "2026-03-29T00:00:00+02:00" },
    { TRANCHE_PERIOD_WEEK, "2026-03-23T00:00:00+02:00", NULL },
    { TRANCHE_PERIOD_MONTH, "2026-03-01T00:00:00+02:00", NULL },
    { TRANCHE_PERIOD_RANGE, "2026-02-01T00:00:00+02:00", "2026-03-02T00:00:00+02:00" },
  };
  /* The day on which clocks are put forward, which is a Sunday. */
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Kyiv");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 3, 29, 15, 0, 0);
  g_autoptr (TrancheListFilter) filter = tranche_list_filter_new ();

  filter->from = g_strdup ("2026-02-01");
  filter->until = g_strdup ("2026-03-01");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    TrancheOrderFilter resolved;

    filter->period = cases[i].period;
    tranche_list_filter_resolve (filter, now, &resolved);
    g_assert_cmpint (resolved.from, ==, cases[i].from != NULL ? at (cases[i].from) : G_MININT64);
    g_assert_cmpint (resolved.until, ==, cases[i].until != NULL ? at (cases[i].until) : G_MAXINT64);
  }
}

static TrancheListFilter *
new_full (void)
{
  TrancheListFilter *filter = tranche_list_filter_new ();

  filter->stages = TRANCHE_STAGE_BIT (TRANCHE_STAGE_READY) | TRANCHE_STAGE_BIT (TRANCHE_STAGE_COOLING);
  filter->account_id = g_strdup ("a-1");
  filter->period = TRANCHE_PERIOD_RANGE;
  filter->from = g_strdup ("2026-02-01");
  filter->least = tranche_money (100000, "RUB");

  return filter;
}

static void
test_variant (void)
{
  g_autoptr (TrancheListFilter) filter = new_full ();
  g_autoptr (GVariant) variant = g_variant_ref_sink (tranche_list_filter_to_variant (filter));
  g_autoptr (TrancheListFilter) read = tranche_list_filter_from_variant (variant);
  g_autoptr (TrancheListFilter) copy = tranche_list_filter_copy (filter);

  g_assert_true (tranche_list_filter_equal (filter, read));
  g_assert_true (tranche_list_filter_equal (filter, copy));
  copy->most = tranche_money (200000, "RUB");
  g_assert_false (tranche_list_filter_equal (filter, copy));
}

/* What an older or a newer version wrote does not hurt. */
static void
test_strange_variant (void)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (
      g_variant_new_parsed ("{'period': <'fortnight'>, 'stages': <'all'>, 'least': <(int64 5, 'X')>,"
                            " 'colour': <7>}"));
  g_autoptr (TrancheListFilter) filter = tranche_list_filter_from_variant (variant);

  g_assert_true (tranche_list_filter_is_empty (filter));
}

static void
test_parts (void)
{
  g_autoptr (TrancheListFilter) filter = new_full ();

  for (TrancheFilterPart part = 0; part < TRANCHE_N_FILTER_PARTS; part++) {
    g_autofree char *text = tranche_filter_part_text (filter, part, "Shop");

    g_assert_nonnull (text);
    g_assert_false (tranche_list_filter_is_empty (filter));
    tranche_list_filter_clear_part (filter, part);
    g_assert_null (tranche_filter_part_text (filter, part, "Shop"));
  }

  g_assert_true (tranche_list_filter_is_empty (filter));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/list-filter/periods", test_periods);
  g_test_add_func ("/ui/list-filter/variant", test_variant);
  g_test_add_func ("/ui/list-filter/strange-variant", test_strange_variant);
  g_test_add_func ("/ui/list-filter/parts", test_parts);

  return g_test_run ();
}
