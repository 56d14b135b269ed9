/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-limiter.h"

/* Any moment. */
#define START (1000 * G_USEC_PER_SEC)

static void
test_burst (void)
{
  g_autoptr (TrancheDemoLimiter) limiter = tranche_demo_limiter_new (25);
  guint retry_after = 0;

  for (int i = 0; i < 25; i++)
    g_assert_true (tranche_demo_limiter_take (limiter, START, &retry_after));

  g_assert_false (tranche_demo_limiter_take (limiter, START, &retry_after));
  g_assert_cmpuint (retry_after, ==, 1);
}

static void
test_recovers (void)
{
  g_autoptr (TrancheDemoLimiter) limiter = tranche_demo_limiter_new (25);
  guint retry_after = 0;

  for (int i = 0; i < 26; i++)
    tranche_demo_limiter_take (limiter, START, &retry_after);

  g_assert_false (tranche_demo_limiter_take (limiter, START + 39000, &retry_after));
  g_assert_true (tranche_demo_limiter_take (limiter, START + 40000, &retry_after));
  g_assert_false (tranche_demo_limiter_take (limiter, START + 41000, &retry_after));

  /* After the time that it names, a whole second's worth passes, however long
   * the partner was silent. */
  for (int i = 0; i < 25; i++)
    g_assert_true (tranche_demo_limiter_take (limiter, START + 60 * G_USEC_PER_SEC, &retry_after));
  g_assert_false (tranche_demo_limiter_take (limiter, START + 60 * G_USEC_PER_SEC, &retry_after));
}

static void
test_steady (void)
{
  g_autoptr (TrancheDemoLimiter) limiter = tranche_demo_limiter_new (25);
  guint retry_after = 0;
  guint n_refused = 0;

  for (gint64 i = 0; i < 1000; i++)
    g_assert_true (tranche_demo_limiter_take (limiter, START + i * 40000, &retry_after));

  for (gint64 i = 0; i < 300; i++) {
    if (!tranche_demo_limiter_take (limiter, START + 1000 * 40000 + i * 20000, &retry_after))
      n_refused++;
  }

  /* Six seconds at fifty a second, of which half and one second's worth pass. */
  g_assert_cmpuint (n_refused, >=, 125);
  g_assert_cmpuint (n_refused, <=, 150);
}

static void
test_unlimited (void)
{
  g_autoptr (TrancheDemoLimiter) limiter = tranche_demo_limiter_new (0);
  guint retry_after = 0;

  for (int i = 0; i < 10000; i++)
    g_assert_true (tranche_demo_limiter_take (limiter, START, &retry_after));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/limiter/burst", test_burst);
  g_test_add_func ("/demo/limiter/recovers", test_recovers);
  g_test_add_func ("/demo/limiter/steady", test_steady);
  g_test_add_func ("/demo/limiter/unlimited", test_unlimited);

  return g_test_run ();
}
