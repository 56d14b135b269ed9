/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-calls.h"
#include "core/bank-error.h"
#include "full-order.h"

typedef struct {
  guint added;
  guint changed;
  guint removed;
  GAsyncResult **result; /* not there yet while the signals come */
  GThread *thread;
} Signals;

static void
changed_cb (TrancheOrderBook *book,
            TrancheOrder     *after,
            TrancheOrder     *before,
            Signals          *seen)
{
  g_assert_true (g_thread_self () == seen->thread);
  g_assert_true (seen->result == NULL || *seen->result == NULL);
  if (before) {
    g_assert_cmpint (tranche_order_get_id (after), ==, tranche_order_get_id (before));
    seen->changed++;
  } else {
    seen->added++;
  }
}

static void
removed_cb (TrancheOrderBook *book,
            gint64            id,
            Signals          *seen)
{
  g_assert_cmpint (id, ==, 1);
  seen->removed++;
}

static void
test_signals (Fixture       *fixture,
              gconstpointer  unused)
{
  Signals seen = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) answer = make_answer (TRANCHE_STAGE_WAITING, "new");
  g_autoptr (TrancheOrder) failed = NULL;
  g_autoptr (TrancheOrder) checked = NULL;
  gint64 draft, waiting;

  seen.thread = g_thread_self ();
  g_signal_connect (fixture->book, "changed", G_CALLBACK (changed_cb), &seen);
  g_signal_connect (fixture->book, "removed", G_CALLBACK (removed_cb), &seen);

  draft = add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
  waiting = add_in_stage (fixture, "2", TRANCHE_STAGE_WAITING);
  g_assert_cmpuint (seen.added, ==, 2);

  seen.result = &result;
  tranche_order_book_apply_async (fixture->book, waiting, answer, TRANCHE_ORIGIN_POLL, NULL,
                                  ready_cb, &result);
  await (&result);
  seen.result = NULL;
  g_assert_cmpuint (seen.changed, ==, 1);
  /* Only checked. */
  checked = apply_answer (fixture, waiting, answer, NULL);
  g_assert_cmpuint (seen.changed, ==, 2);
  failed = fail_order (fixture, waiting, TRANCHE_BANK_ERROR_TIMEOUT);
  g_assert_cmpuint (seen.changed, ==, 3);
  /* A commit that begins changes nothing yet. */
  g_assert_cmpint (begin_operation (fixture, waiting, TRANCHE_OPERATION_CANCEL, NULL), >, 0);
  g_assert_cmpuint (seen.changed, ==, 3);
  /* What fails is not told. */
  g_assert_null (apply_answer (fixture, 4711, answer, NULL));
  g_assert_cmpuint (seen.changed, ==, 3);

  g_assert_true (remove_order (fixture, draft, NULL));
  g_assert_cmpuint (seen.removed, ==, 1);
  g_assert_cmpuint (seen.added, ==, 2);
}

/* Many changes that wait together: each succeeds or fails for itself. */
static void
test_batch (Fixture       *fixture,
            gconstpointer  unused)
{
  enum { N = 300 };
  GAsyncResult *results[N] = { NULL };

  for (guint i = 0; i < N; i++) {
    /* Every third has the number of the one before it. */
    g_autofree char *number = g_strdup_printf ("%u", i % 3 == 2 ? i - 1 : i);
    g_autoptr (TrancheOrder) order = make_order (number);

    tranche_order_book_add_async (fixture->book, order, TRANCHE_ORIGIN_USER, NULL, ready_cb,
                                  &results[i]);
  }

  for (guint i = 0; i < N; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) added = NULL;
    g_autoptr (TrancheOrder) loaded = NULL;

    await (&results[i]);
    added = tranche_order_book_add_finish (fixture->book, results[i], &error);
    if (i % 3 == 2) {
      g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_EXISTS);
    } else {
      g_assert_no_error (error);
      loaded = load_order (fixture, tranche_order_get_id (added));
      assert_order (loaded, added);
    }
    g_object_unref (results[i]);
  }
}

static void
test_cancellation (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TrancheOrder) order = make_order ("1");
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_CREATED, FALSE);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (GAsyncResult) added = NULL;
  g_autoptr (GAsyncResult) queried = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  tranche_order_book_add_async (fixture->book, order, TRANCHE_ORIGIN_USER, cancellable, ready_cb,
                                &added);
  await (&added);
  g_assert_null (tranche_order_book_add_finish (fixture->book, added, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  tranche_order_book_query_async (fixture->book, query, now, 0, cancellable, ready_cb, &queried);
  await (&queried);
  g_assert_null (tranche_order_book_query_finish (fixture->book, queried, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  ids = query_ids (fixture, query, now);
  g_assert_cmpuint (ids->len, ==, 0);
}

static void
test_close (Fixture       *fixture,
            gconstpointer  unused)
{
  enum { N = 50 };
  GAsyncResult *results[N] = { NULL };
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (TrancheOrder) late_order = make_order ("late");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    g_autoptr (TrancheOrder) order = make_order (number);

    tranche_order_book_add_async (fixture->book, order, TRANCHE_ORIGIN_USER, NULL, ready_cb,
                                  &results[i]);
  }
  tranche_order_book_close_async (fixture->book, ready_cb, &closed);
  tranche_order_book_add_async (fixture->book, late_order, TRANCHE_ORIGIN_USER, NULL, ready_cb,
                                &late);

  await (&closed);
  g_assert_true (tranche_order_book_close_finish (fixture->book, closed, &error));
  for (guint i = 0; i < N; i++) {
    g_autoptr (TrancheOrder) added = NULL;

    /* What was begun came before the close. */
    g_assert_nonnull (results[i]);
    added = tranche_order_book_add_finish (fixture->book, results[i], &error);
    g_assert_no_error (error);
    g_object_unref (results[i]);
  }

  await (&late);
  g_assert_null (tranche_order_book_add_finish (fixture->book, late, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/order-book-calls/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("signals", test_signals);
  ADD ("batch", test_batch);
  ADD ("cancellation", test_cancellation);
  ADD ("close", test_close);

  return g_test_run ();
}
