/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/rate-limiter-pool.h"

#include "await.h"

static void
test_hosts (void)
{
  static const struct {
    const char *address;
    gboolean same;
    gboolean host;
  } rows[] = {
    { "https://bank.example", TRUE, TRUE },
    { "https://bank.example/", TRUE, TRUE },
    { "https://bank.example:443/another/path", TRUE, TRUE },
    { "HTTPS://Bank.Example", TRUE, TRUE },
    { "https://bank.example:8443", FALSE, TRUE },
    { "http://bank.example", FALSE, TRUE },
    { "https://www.bank.example", FALSE, TRUE },
    /* No host: nobody shares it. */
    { "", FALSE, FALSE },
    { NULL, FALSE, FALSE },
    { "bank.example", FALSE, FALSE },
  };
  g_autoptr (TrancheRateLimiterPool) pool = tranche_rate_limiter_pool_new ();
  g_autoptr (TrancheRateLimiter) first = tranche_rate_limiter_pool_get (pool, rows[0].address, 25);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheRateLimiter) limiter =
      tranche_rate_limiter_pool_get (pool, rows[i].address, 25);
    g_autoptr (TrancheRateLimiter) again =
      tranche_rate_limiter_pool_get (pool, rows[i].address, 25);

    g_assert_nonnull (limiter);
    g_assert_true ((limiter == first) == rows[i].same);
    g_assert_true ((limiter == again) == rows[i].host);
  }
}

/* Nothing is kept that nobody uses. */
static void
test_let_go (void)
{
  g_autoptr (TrancheRateLimiterPool) pool = tranche_rate_limiter_pool_new ();
  TrancheRateLimiter *limiter = tranche_rate_limiter_pool_get (pool, "https://bank.example", 25);

  g_assert_finalize_object (limiter);
  limiter = tranche_rate_limiter_pool_get (pool, "https://bank.example", 25);
  g_assert_finalize_object (limiter);
}

typedef struct {
  guint n_left;
} Many;

static void
granted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Many *many = user_data;

  g_assert_true (tranche_rate_limiter_acquire_finish (TRANCHE_RATE_LIMITER (source), result, NULL));
  many->n_left--;
}

static gboolean
has_none_left (gpointer data)
{
  return ((Many *) data)->n_left == 0;
}

/* Milliseconds that it takes to get that many permissions. */
static gint64
measure (TrancheRateLimiter *limiter,
         guint               n)
{
  gint64 start = g_get_monotonic_time ();
  Many many = { n };

  for (guint i = 0; i < n; i++)
    tranche_rate_limiter_acquire_async (limiter, TRANCHE_PRIORITY_USER, NULL, granted_cb, &many);
  await_until (has_none_left, &many);

  return (g_get_monotonic_time () - start) / 1000;
}

/* The last rate that was asked for counts, and two accounts have it together. */
static void
test_rate (void)
{
  g_autoptr (TrancheRateLimiterPool) pool = tranche_rate_limiter_pool_new ();
  g_autoptr (TrancheRateLimiter) one = tranche_rate_limiter_pool_get (pool, "https://a.example", 1);
  g_autoptr (TrancheRateLimiter) other =
    tranche_rate_limiter_pool_get (pool, "https://a.example", 100);

  g_assert_true (one == other);
  measure (one, 2);
  g_assert_cmpint (measure (one, 10) + measure (other, 10), >=, 150);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rate-limiter-pool/hosts", test_hosts);
  g_test_add_func ("/rate-limiter-pool/let-go", test_let_go);
  g_test_add_func ("/rate-limiter-pool/rate", test_rate);

  return g_test_run ();
}
