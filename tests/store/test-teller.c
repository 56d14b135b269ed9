/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/teller.h"

#define N 2000
#define LIMIT (10 * G_TIME_SPAN_SECOND)

/* The window is drawn at it. */
#define REDRAW (G_PRIORITY_HIGH_IDLE + 20)

typedef struct {
  guint n_frames;
  guint n_told;
} Loop;

typedef struct {
  Loop *loop;
  guint place;
} Item;

typedef struct {
  TrancheTeller *teller;
  Item items[N];
} Work;

static gboolean
frame_cb (gpointer data)
{
  Loop *loop = data;
  loop->n_frames++;

  return G_SOURCE_CONTINUE;
}

/* A loop that always has a frame to draw. */
static guint
begin_frames (Loop *loop)
{
  return g_idle_add_full (REDRAW, frame_cb, loop, NULL);
}

static void
wait_until_told (Loop  *loop,
                 guint  n)
{
  gint64 end = g_get_monotonic_time () + LIMIT;

  while (loop->n_told < n) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  }
}

/* In its turn, and not for nothing. */
static void
tell_cb (gpointer data)
{
  Item *item = data;

  g_assert_cmpuint (item->place, ==, item->loop->n_told);
  item->loop->n_told++;
  g_usleep (20);
}

static void
push (Work  *work,
      Loop  *loop,
      guint  n)
{
  for (guint i = 0; i < n; i++) {
    work->items[i] = (Item) { loop, i };
    tranche_teller_push (work->teller, &work->items[i]);
  }
}

static gpointer
push_thread (gpointer data)
{
  Work *work = data;

  for (guint i = 0; i < N; i++)
    tranche_teller_push (work->teller, &work->items[i]);
  tranche_teller_free (work->teller);

  return NULL;
}

/* Neither keeps the other away. */
static void
test_both (void)
{
  Loop loop = { 0 };
  g_autofree Work *work = g_new0 (Work, 1);
  guint frames = begin_frames (&loop);
  GThread *thread;

  work->teller = tranche_teller_new (NULL, tell_cb);
  for (guint i = 0; i < N; i++)
    work->items[i] = (Item) { &loop, i };
  thread = g_thread_new ("push", push_thread, work);
  wait_until_told (&loop, N);
  g_thread_join (thread);
  g_source_remove (frames);

  /* 2000 of more than 20 µs are ten slices at least. */
  g_assert_cmpuint (loop.n_frames, >=, 10);
}

/* Where nothing else is to be done it is told together. */
static void
test_idle (void)
{
  Loop loop = { 0 };
  g_autofree Work *work = g_new0 (Work, 1);

  work->teller = tranche_teller_new (NULL, tell_cb);
  push (work, &loop, 3);
  g_assert_cmpuint (loop.n_told, ==, 0);
  g_assert_true (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (loop.n_told, ==, 3);
  tranche_teller_free (work->teller);
}

/* What was pushed is told also when the teller has gone. */
static void
test_freed (void)
{
  Loop loop = { 0 };
  g_autofree Work *work = g_new0 (Work, 1);

  work->teller = tranche_teller_new (NULL, tell_cb);
  push (work, &loop, 3);
  tranche_teller_free (work->teller);
  wait_until_told (&loop, 3);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  order = tranche_order_book_add_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  g_assert_no_error (error);
  ((Loop *) user_data)->n_told++;
}

/* A change of the book is told, however much is drawn. */
static void
test_book (void)
{
  g_autoptr (TrancheOrder) order = make_order ("A-1");
  Loop loop = { 0 };
  Fixture fixture = { 0 };
  guint frames;

  fixture_set_up (&fixture, NULL);
  frames = begin_frames (&loop);
  tranche_order_book_add_async (fixture.book, order, TRANCHE_ORIGIN_USER, NULL, added_cb, &loop);
  wait_until_told (&loop, 1);
  g_source_remove (frames);
  fixture_tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/teller/both", test_both);
  g_test_add_func ("/teller/idle", test_idle);
  g_test_add_func ("/teller/freed", test_freed);
  g_test_add_func ("/teller/book", test_book);

  return g_test_run ();
}
