/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "await.h"
#include "banks/rate-limiter.h"

#define RATE 50
/* One more than a second allows. */
#define MANY (RATE + 1)

/* In which order, and when, permissions came. */
typedef struct {
  GArray *times;
  GString *order;
} Log;

typedef struct {
  Log *log;
  char name;
} Waiter;

static void
granted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Waiter *waiter = user_data;
  gint64 now = g_get_monotonic_time ();

  g_assert_true (tranche_rate_limiter_acquire_finish (TRANCHE_RATE_LIMITER (source), result, NULL));
  g_array_append_val (waiter->log->times, now);
  g_string_append_c (waiter->log->order, waiter->name);
}

static void
acquire (TrancheRateLimiter *limiter,
         TranchePriority     priority,
         Log                *log,
         char                name)
{
  Waiter *waiter = g_new (Waiter, 1);

  *waiter = (Waiter) { log, name };
  tranche_rate_limiter_acquire_async (limiter, priority, NULL, granted_cb, waiter);
}

static void
log_init (Log *log)
{
  log->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  log->order = g_string_new (NULL);
}

static void
log_clear (Log *log)
{
  g_array_unref (log->times);
  g_string_free (log->order, TRUE);
}

static gboolean
has_all (gpointer data)
{
  Log *log = data;

  return log->times->len == MANY;
}

/* Permissions come no faster than allowed, whatever machine this is: one more
 * than the rate takes a second at least. */
static void
test_spacing (void)
{
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (RATE);
  gint64 first;
  gint64 last;
  Log log;

  log_init (&log);
  for (int i = 0; i < MANY; i++)
    acquire (limiter, TRANCHE_PRIORITY_POLL, &log, 'p');
  g_assert_cmpuint (log.times->len, ==, 0);
  await_until (has_all, &log);

  first = g_array_index (log.times, gint64, 0);
  last = g_array_index (log.times, gint64, MANY - 1);
  g_assert_cmpint (last - first, >=, G_USEC_PER_SEC);
  log_clear (&log);
}

static gboolean
has_five (gpointer data)
{
  Log *log = data;

  return log->times->len == 5;
}

static void
test_priority (void)
{
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (RATE);
  Log log;

  log_init (&log);
  acquire (limiter, TRANCHE_PRIORITY_POLL, &log, 'a');
  acquire (limiter, TRANCHE_PRIORITY_POLL, &log, 'b');
  acquire (limiter, TRANCHE_PRIORITY_USER, &log, 'X');
  acquire (limiter, TRANCHE_PRIORITY_POLL, &log, 'c');
  acquire (limiter, TRANCHE_PRIORITY_USER, &log, 'Y');
  await_until (has_five, &log);
  g_assert_cmpstr (log.order->str, ==, "XYabc");
  log_clear (&log);
}

static void
assert_cancelled (TrancheRateLimiter *limiter,
                  Await              *await)
{
  g_autoptr (GAsyncResult) result = await_result (await);
  g_autoptr (GError) error = NULL;

  g_assert_false (tranche_rate_limiter_acquire_finish (limiter, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel (void)
{
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Await first = AWAIT_INIT;
  Await second = AWAIT_INIT;
  Await third = AWAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;

  tranche_rate_limiter_acquire_async (limiter, TRANCHE_PRIORITY_USER, NULL, await_cb, &first);
  tranche_rate_limiter_acquire_async (limiter, TRANCHE_PRIORITY_USER, cancellable, await_cb,
                                      &second);
  g_cancellable_cancel (cancellable);
  g_assert_cmpuint (second.n_calls, ==, 0);
  assert_cancelled (limiter, &second);

  tranche_rate_limiter_acquire_async (limiter, TRANCHE_PRIORITY_USER, cancellable, await_cb,
                                      &third);
  g_assert_cmpuint (third.n_calls, ==, 0);
  assert_cancelled (limiter, &third);

  result = await_result (&first);
  g_assert_true (tranche_rate_limiter_acquire_finish (limiter, result, NULL));
}

static void
assert_paused (TrancheRateLimiter *limiter,
               Await              *await,
               guint               seconds)
{
  g_autoptr (GAsyncResult) result = await_result (await);
  g_autoptr (GError) error = NULL;

  g_assert_false (tranche_rate_limiter_acquire_finish (limiter, result, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_RATE_LIMITED);
  g_assert_cmpuint (tranche_bank_error_get_retry_after (error), <=, seconds);
  g_assert_cmpuint (tranche_bank_error_get_retry_after (error), >, seconds - 60);
}

/* Nobody sits through a long pause. */
static void
test_long_pause (void)
{
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (1);
  Await waiting = AWAIT_INIT;
  Await late = AWAIT_INIT;

  tranche_rate_limiter_pause (limiter, 600);
  tranche_rate_limiter_acquire_async (limiter, TRANCHE_PRIORITY_USER, NULL, await_cb, &late);
  assert_paused (limiter, &late, 600);

  tranche_rate_limiter_pause (limiter, 1);
  late = (Await) AWAIT_INIT;
  tranche_rate_limiter_acquire_async (limiter, TRANCHE_PRIORITY_USER, NULL, await_cb, &late);
  assert_paused (limiter, &late, 600);

  g_clear_object (&limiter);
  limiter = tranche_rate_limiter_new (1);
  tranche_rate_limiter_acquire_async (limiter, TRANCHE_PRIORITY_POLL, NULL, await_cb, &waiting);
  tranche_rate_limiter_pause (limiter, G_MAXUINT);
  assert_paused (limiter, &waiting, 3600);
}

static void
test_short_pause (void)
{
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (RATE);
  gint64 began = g_get_monotonic_time ();
  Await await = AWAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;

  tranche_rate_limiter_pause (limiter, 1);
  tranche_rate_limiter_acquire_async (limiter, TRANCHE_PRIORITY_USER, NULL, await_cb, &await);
  result = await_result (&await);
  g_assert_true (tranche_rate_limiter_acquire_finish (limiter, result, NULL));
  g_assert_cmpint (g_get_monotonic_time () - began, >=, G_TIME_SPAN_SECOND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rate-limiter/spacing", test_spacing);
  g_test_add_func ("/rate-limiter/priority", test_priority);
  g_test_add_func ("/rate-limiter/cancel", test_cancel);
  g_test_add_func ("/rate-limiter/long-pause", test_long_pause);
  g_test_add_func ("/rate-limiter/short-pause", test_short_pause);

  return g_test_run ();
}
