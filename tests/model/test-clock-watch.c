/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/clock-watch.h"

#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR   G_TIME_SPAN_HOUR

typedef struct {
  Fixture base;
  gint64 monotonic;
  gint64 real;
  TrancheClockWatch *watch;
} Clock;

static gint64
get_monotonic (gpointer data)
{
  return ((Clock *) data)->monotonic;
}

static gint64
get_real (gpointer data)
{
  return ((Clock *) data)->real;
}

static double
get_half (gpointer data)
{
  return 0.5;
}

/* Until the book has told when it was written. */
static void
wait_for_book (Clock *clock)
{
  g_autoptr (GAsyncResult) result = NULL;
  gint64 time;

  tranche_order_book_last_written_async (clock->base.book, NULL, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_order_book_last_written_finish (clock->base.book, result, &time, NULL));
  settle_main_loop ();
}

static void
start (Clock *clock)
{
  TrancheLiveClock fake = { get_monotonic, get_real, get_half, clock };

  clock->watch = tranche_clock_watch_new (clock->base.book);
  tranche_clock_watch_set_clock (clock->watch, &fake);
  tranche_clock_watch_start (clock->watch);
  wait_for_book (clock);
}

static void
stop (Clock *clock)
{
  tranche_clock_watch_stop (clock->watch);
  g_assert_finalize_object (g_steal_pointer (&clock->watch));
}

static void
set_up (Clock         *clock,
        gconstpointer  data)
{
  fixture_set_up (&clock->base, data);
  clock->monotonic = 1000 * HOUR;
  clock->real = g_get_real_time ();
  start (clock);
}

static void
tear_down (Clock         *clock,
           gconstpointer  data)
{
  stop (clock);
  fixture_tear_down (&clock->base, data);
}

static void
pass (Clock  *clock,
      gint64  monotonic,
      gint64  real)
{
  clock->monotonic += monotonic;
  clock->real += real;
  tranche_clock_watch_check (clock->watch);
}

static gboolean
is_behind (Clock *clock)
{
  return tranche_clock_watch_get_expected (clock->watch) != NULL;
}

/* Time passes, the computer sleeps, the clock is put right by seconds. */
static void
test_right (Clock         *clock,
            gconstpointer  data)
{
  g_assert_false (is_behind (clock));
  pass (clock, HOUR, HOUR);
  g_assert_false (is_behind (clock));
  pass (clock, MINUTE, 8 * HOUR);
  g_assert_false (is_behind (clock));
  for (int i = 0; i < 10; i++)
    pass (clock, MINUTE, MINUTE - 3 * G_TIME_SPAN_SECOND);
  g_assert_false (is_behind (clock));
}

static void
test_set_back (Clock         *clock,
               gconstpointer  data)
{
  gint64 before = clock->real;
  GDateTime *expected = NULL;

  pass (clock, MINUTE, MINUTE - 5 * HOUR);
  expected = tranche_clock_watch_get_expected (clock->watch);
  g_assert_nonnull (expected);
  g_assert_cmpint (g_date_time_to_unix_usec (expected), ==, before + MINUTE);

  /* It stays wrong however long it is, until it is put right. */
  pass (clock, 24 * HOUR, 24 * HOUR);
  g_assert_true (is_behind (clock));
  pass (clock, MINUTE, MINUTE + 5 * HOUR);
  g_assert_false (is_behind (clock));
}

/* Set back while the program was not running: the book knows better. */
static void
test_over_restart (Clock         *clock,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&clock->base, "A-1", TRANCHE_STAGE_WAITING);

  g_assert_false (is_behind (clock));
  stop (clock);
  fixture_close (&clock->base);
  fixture_open (&clock->base);
  clock->real -= 3 * HOUR;
  start (clock);
  g_assert_true (is_behind (clock));

  tranche_clock_watch_trust (clock->watch);
  g_assert_false (is_behind (clock));
  pass (clock, HOUR, HOUR);
  g_assert_false (is_behind (clock));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clock-watch/" path, Clock, NULL, set_up, function, tear_down)
  ADD ("right", test_right);
  ADD ("set-back", test_set_back);
  ADD ("over-restart", test_over_restart);

  return g_test_run ();
}
