/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-clock.h"

static void
test_fold (void)
{
  const TrancheDemoClock natural = { 1.0 };
  const TrancheDemoClock fast = { 60.0 };
  gint64 now = G_GINT64_CONSTANT (1000000) * G_USEC_PER_SEC;
  gint64 hour = (gint64) TRANCHE_DEMO_HOUR * G_USEC_PER_SEC;

  g_assert_cmpint (tranche_demo_clock_fold (&natural, now + hour, now), ==, now + hour);
  g_assert_cmpint (tranche_demo_clock_fold (&fast, now + hour, now), ==, now + hour / 60);
  g_assert_cmpint (tranche_demo_clock_fold (&fast, now, now), ==, now);
  g_assert_cmpint (tranche_demo_clock_fold (&fast, now - hour, now), ==, now - hour);
}

static void
test_text (void)
{
  static const struct {
    gint64 fraction;
    const char *text;
  } rows[] = {
    { 0, "2026-11-21T21:30:54.000Z" },
    { 500000, "2026-11-21T21:30:54.500Z" },
    { 123000, "2026-11-21T21:30:54.123Z" },
    { 123400, "2026-11-21T21:30:54.1234Z" },
    { 123450, "2026-11-21T21:30:54.12345Z" },
    { 123456, "2026-11-21T21:30:54.123456Z" },
    { 1, "2026-11-21T21:30:54.000001Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
      tranche_demo_time_to_text (G_GINT64_CONSTANT (1795296654) * G_USEC_PER_SEC + rows[i].fraction);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
test_now (void)
{
  const TrancheDemoClock fast = { 1000.0 };
  gint64 before = g_get_real_time ();
  gint64 now = tranche_demo_clock_now (&fast);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/clock/fold", test_fold);
  g_test_add_func ("/demo/clock/text", test_text);
  g_test_add_func ("/demo/clock/now", test_now);

  return g_test_run ();
}
