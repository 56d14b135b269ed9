/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/clock.h"

static GDateTime *
at (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return g_steal_pointer (&time);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set (TrancheClock *clock,
     const char   *text)
{
  g_autoptr (GDateTime) now = at (text);

  tranche_clock_set_now (clock, now);
}

static void
test_notifies (void)
{
  g_autoptr (TrancheClock) clock = tranche_clock_new ();
  guint ticks = 0, days = 0;

  set (clock, "2025-12-03T23:58:00Z");
  g_signal_connect_swapped (clock, "notify::now", G_CALLBACK (count_cb), &ticks);
  g_signal_connect_swapped (clock, "day-changed", G_CALLBACK (count_cb), &days);

  set (clock, "2025-12-03T23:58:00Z");
  g_assert_cmpuint (ticks, ==, 0);

  set (clock, "2025-12-03T23:59:00Z");
  g_assert_cmpuint (ticks, ==, 1);
  g_assert_cmpuint (days, ==, 0);

  set (clock, "2025-12-04T00:00:00Z");
  g_assert_cmpuint (ticks, ==, 2);
  g_assert_cmpuint (days, ==, 1);

  /* The same day of another year is another day. */
  set (clock, "2026-12-04T00:00:00Z");
  g_assert_cmpuint (days, ==, 2);
}

static void
test_local (void)
{
  g_autoptr (TrancheClock) clock = tranche_clock_new ();
  guint days = 0;

  set (clock, "2025-12-03T12:00:00Z");
  g_signal_connect_swapped (clock, "day-changed", G_CALLBACK (count_cb), &days);

  /* Already the fourth there, and still the third here. */
  set (clock, "2025-12-04T02:00:00+03:00");
  g_assert_cmpuint (days, ==, 0);
  g_assert_cmpint (g_date_time_get_hour (tranche_clock_get_now (clock)), ==, 23);
}

static void
test_next_minute (void)
{
  static const struct {
    const char *now;
    guint milliseconds;
  } cases[] = {
    { "2025-12-03T12:00:00Z", 60000 },
    { "2025-12-03T12:00:01Z", 59000 },
    { "2025-12-03T12:00:59Z", 1000 },
    { "2025-12-03T12:00:59.750Z", 250 },
    { "2025-12-03T12:00:59.9999Z", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GDateTime) now = at (cases[i].now);

    g_assert_cmpuint (tranche_clock_to_next_minute (now), ==, cases[i].milliseconds);
  }
}

static void
test_start (void)
{
  g_autoptr (TrancheClock) clock = tranche_clock_new ();
  g_autoptr (GDateTime) before = g_date_time_new_now_local ();

  set (clock, "2025-12-03T12:00:00Z");
  tranche_clock_start (clock);
  g_assert_cmpint (g_date_time_compare (tranche_clock_get_now (clock), before), >=, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/clock/notifies", test_notifies);
  g_test_add_func ("/ui/clock/local", test_local);
  g_test_add_func ("/ui/clock/next-minute", test_next_minute);
  g_test_add_func ("/ui/clock/start", test_start);

  return g_test_run ();
}
