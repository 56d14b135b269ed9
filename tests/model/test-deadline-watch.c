/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/deadline-watch.h"

#define HOUR G_TIME_SPAN_HOUR

typedef struct {
  Fixture base;
  gint64 real;
  TrancheDeadlineWatch *watch;
  GString *told; /* "number:level " of each warning, "-number " of each settled */
} Watching;

static gint64
get_real (gpointer data)
{
  return ((Watching *) data)->real;
}

static double
get_half (gpointer data)
{
  return 0.5;
}

static void
warned_cb (Watching  *watching,
           GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++) {
    TrancheDeadlineWarning *warning = g_ptr_array_index (warnings, i);

    g_string_append_printf (watching->told, "%s:%d ", tranche_order_get_number (warning->order),
                            warning->level);
  }
}

static void
settled_cb (Watching *watching,
            gint64    order_id)
{
  g_autoptr (TrancheOrder) order = fixture_load (&watching->base, order_id);

  g_string_append_printf (watching->told, "-%s ", tranche_order_get_number (order));
}

static void
start (Watching *watching)
{
  TrancheLiveClock clock = { get_real, get_real, get_half, watching };

  watching->watch = tranche_deadline_watch_new (watching->base.book);
  tranche_deadline_watch_set_clock (watching->watch, &clock);
  g_signal_connect_swapped (watching->watch, "warned", G_CALLBACK (warned_cb), watching);
  g_signal_connect_swapped (watching->watch, "settled", G_CALLBACK (settled_cb), watching);
  tranche_deadline_watch_start (watching->watch);
}

static void
stop (Watching *watching)
{
  tranche_deadline_watch_stop (watching->watch);
  g_clear_object (&watching->watch);
}

static void
set_up (Watching      *watching,
        gconstpointer  data)
{
  fixture_set_up (&watching->base, data);
  watching->told = g_string_new (NULL);
  watching->real = g_get_real_time ();
  start (watching);
}

static void
tear_down (Watching      *watching,
           gconstpointer  data)
{
  stop (watching);
  g_string_free (watching->told, TRUE);
  fixture_tear_down (&watching->base, data);
}

/* A write after the check: what it told has come by then. */
static void
look (Watching *watching)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) more = NULL;

  tranche_deadline_watch_check (watching->watch);
  tranche_order_book_take_warnings_async (watching->base.book, 0, NULL, store_result_cb, &result);
  wait_for_result (&result);
  more = tranche_order_book_take_warnings_finish (watching->base.book, result, NULL);
  settle_main_loop ();
}

static TrancheOrder *
apply (Watching     *watching,
       gint64        id,
       TrancheStage  stage,
       gint64        signed_at)
{
  g_autoptr (TrancheOrder) answer = tranche_order_new ();
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_set_stage (answer, stage);
  if (signed_at != 0) {
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (signed_at);

    tranche_order_set_signed_at (answer, time);
  }
  tranche_order_book_apply_async (watching->base.book, id, answer, TRANCHE_ORIGIN_POLL, NULL,
                                  store_result_cb, &result);
  wait_for_result (&result);

  return tranche_order_book_apply_finish (watching->base.book, result, NULL);
}

/* 14 days after signing, at three points; each once, also over restarts; and
 * withdrawn when it is committed. */
static void
test_points (Watching      *watching,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) waiting =
    fixture_add_order (&watching->base, "A-1", TRANCHE_STAGE_WAITING);
  gint64 signed_at = watching->real;
  gint64 deadline = signed_at + 14 * G_TIME_SPAN_DAY;
  gint64 id = tranche_order_get_id (waiting);
  g_autoptr (TrancheOrder) ready = apply (watching, id, TRANCHE_STAGE_READY, signed_at);
  g_autoptr (TrancheOrder) committed = NULL;

  look (watching);
  watching->real = deadline - 73 * HOUR;
  look (watching);
  g_assert_cmpstr (watching->told->str, ==, "");

  watching->real = deadline - 72 * HOUR;
  look (watching);
  look (watching);
  g_assert_cmpstr (watching->told->str, ==, "A-1:1 ");

  stop (watching);
  fixture_close (&watching->base);
  fixture_open (&watching->base);
  start (watching);
  look (watching);
  g_assert_cmpstr (watching->told->str, ==, "A-1:1 ");

  watching->real = deadline - 23 * HOUR;
  look (watching);
  watching->real = deadline - 2 * HOUR;
  look (watching);
  look (watching);
  g_assert_cmpstr (watching->told->str, ==, "A-1:1 A-1:2 A-1:3 ");

  committed = apply (watching, id, TRANCHE_STAGE_COMMITTED, 0);
  g_assert_cmpstr (watching->told->str, ==, "A-1:1 A-1:2 A-1:3 -A-1 ");
  look (watching);
  g_assert_cmpstr (watching->told->str, ==, "A-1:1 A-1:2 A-1:3 -A-1 ");
}

/* What is settled in good time was never warned of. */
static void
test_early (Watching      *watching,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) waiting =
    fixture_add_order (&watching->base, "A-1", TRANCHE_STAGE_WAITING);
  gint64 id = tranche_order_get_id (waiting);
  g_autoptr (TrancheOrder) ready = apply (watching, id, TRANCHE_STAGE_READY, watching->real);
  g_autoptr (TrancheOrder) committed = apply (watching, id, TRANCHE_STAGE_COMMITTED, 0);

  look (watching);
  g_assert_cmpstr (watching->told->str, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/deadline-watch/points", Watching, NULL, set_up, test_points, tear_down);
  g_test_add ("/deadline-watch/early", Watching, NULL, set_up, test_early, tear_down);

  return g_test_run ();
}
