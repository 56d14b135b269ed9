/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/order-list.h"
#include "model/order-news.h"

typedef struct {
  Fixture base;
  TrancheOrderList *list;
  GPtrArray *mirror;      /* of TrancheOrderRow: what the signals alone tell */
  guint n_signals;
  gboolean was_reset;     /* a signal touched every row of a longer list */
} List;

/* Follows the list as a view does, and checks that the signals are true. */
static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  List       *list)
{
  list->n_signals++;
  if (n_removed > 1 && n_removed == list->mirror->len)
    list->was_reset = TRUE;

  g_assert_cmpuint (position + n_removed, <=, list->mirror->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (list->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (list->mirror, (int) (position + i),
                        g_list_model_get_item (model, position + i));
}

static void
set_up (List          *list,
        gconstpointer  data)
{
  fixture_set_up (&list->base, data);
  list->list = tranche_order_list_new (list->base.book, list->base.operations);
  list->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (list->list, "items-changed", G_CALLBACK (items_changed_cb), list);
}

static void
tear_down (List          *list,
           gconstpointer  data)
{
  TrancheOrderList *alive = list->list;

  g_ptr_array_unref (list->mirror);
  g_signal_handlers_disconnect_by_data (list->list, list);
  tranche_order_list_set_query (list->list, NULL);
  g_object_add_weak_pointer (G_OBJECT (alive), (gpointer *) &alive);
  g_clear_object (&list->list);
  WAIT_UNTIL (alive == NULL);
  fixture_tear_down (&list->base, data);
}

static void
ask (List        *list,
     TrancheView  view,
     const char  *text)
{
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (view, NULL, text, TRANCHE_SORT_NUMBER, FALSE);

  tranche_order_list_set_query (list->list, query);
}

static guint
get_n (List *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list->list));
}

static TrancheOrderRow *
get_row (List  *list,
         guint  position)
{
  return g_list_model_get_item (G_LIST_MODEL (list->list), position);
}

/* What the book itself says. */
static TrancheOrderListing *
query_book (List *list)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  TrancheOrderListing *listing;

  tranche_order_book_query_async (list->base.book, tranche_order_list_get_query (list->list), now, 0,
                                  NULL, store_result_cb, &result);
  wait_for_result (&result);
  listing = tranche_order_book_query_finish (list->base.book, result, &error);
  g_assert_no_error (error);

  return listing;
}

static gboolean
list_is (List   *list,
         GArray *ids)
{
  if (get_n (list) != ids->len)
    return FALSE;

  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (TrancheOrderRow) row = get_row (list, i);

    if (tranche_order_row_get_id (row) != g_array_index (ids, gint64, i))
      return FALSE;
  }

  return TRUE;
}

/* The list is parted as the book says. */
static void
assert_days (List                *list,
             TrancheOrderListing *listing)
{
  TrancheDayRange day;

  if (listing->days == NULL) {
    g_assert_false (tranche_order_list_get_day (list->list, 0, &day));
    return;
  }

  for (guint i = 0; i < listing->ids->len; i++) {
    guint n = tranche_order_listing_find_day (listing, i);
    TrancheListDay *expected = &g_array_index (listing->days, TrancheListDay, n);

    g_assert_true (tranche_order_list_get_day (list->list, i, &day));
    g_assert_cmpint (day.start, ==, expected->start);
    g_assert_cmpuint (day.first, ==, expected->position);
    g_assert_cmpuint (day.end, ==,
                      n + 1 < listing->days->len ? expected[1].position : listing->ids->len);
  }
  g_assert_false (tranche_order_list_get_day (list->list, listing->ids->len, &day));
}

/* The list, the mirror of its signals, and the book agree. */
static void
assert_true_to_book (List *list)
{
  g_autoptr (TrancheOrderListing) listing = query_book (list);
  GArray *ids = listing->ids;

  WAIT_UNTIL (list_is (list, ids));
  g_assert_cmpuint (list->mirror->len, ==, ids->len);
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (TrancheOrderRow) row = get_row (list, i);

    g_assert_true (g_ptr_array_index (list->mirror, i) == row);
    g_assert_cmpuint (tranche_order_list_find (list->list, tranche_order_row_get_id (row)), ==, i);
  }
  assert_days (list, listing);
}

static TrancheOrder *
add (List         *list,
     guint         number,
     TrancheStage  stage)
{
  g_autofree char *text = g_strdup_printf ("A-%05u", number);

  return fixture_add_order (&list->base, text, stage);
}

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_answers (List          *list,
              gconstpointer  data)
{
  guint n_loading = 0;

  g_signal_connect_swapped (list->list, "notify::loading", G_CALLBACK (count_cb), &n_loading);
  for (guint i = 0; i < 5; i++)
    g_object_unref (add (list, i, TRANCHE_STAGE_WAITING));

  g_assert_cmpuint (get_n (list), ==, 0);
  g_assert_false (tranche_order_list_get_loading (list->list));
  ask (list, TRANCHE_VIEW_ALL, NULL);
  g_assert_true (tranche_order_list_get_loading (list->list));
  WAIT_UNTIL (!tranche_order_list_get_loading (list->list));
  g_assert_cmpuint (n_loading, ==, 2);
  g_assert_cmpuint (list->n_signals, ==, 1);
  assert_true_to_book (list);
  g_assert_null (tranche_order_list_get_error (list->list));
  g_assert_cmpuint (tranche_order_list_find (list->list, 4711), ==, G_MAXUINT);

  /* The same query again is no question. */
  ask (list, TRANCHE_VIEW_ALL, NULL);
  g_assert_false (tranche_order_list_get_loading (list->list));

  tranche_order_list_set_query (list->list, NULL);
  g_assert_cmpuint (get_n (list), ==, 0);
}

/* The first rows of a list come filled; the others are filled in when they are asked
 * for, and what is next before it is. */
static void
test_fills_in (List          *list,
               gconstpointer  data)
{
  g_autoptr (TrancheOrderRow) first = NULL;
  g_autoptr (TrancheOrderRow) later = NULL;
  g_autoptr (TrancheOrderRow) next = NULL;

  g_signal_handlers_disconnect_by_data (list->list, list);
  for (guint i = 0; i < 300; i++)
    g_object_unref (add (list, i, TRANCHE_STAGE_WAITING));
  ask (list, TRANCHE_VIEW_ALL, NULL);
  WAIT_UNTIL (get_n (list) == 300);

  first = get_row (list, 0);
  g_assert_nonnull (tranche_order_row_get_order (first));
  g_assert_cmpstr (tranche_order_get_number (tranche_order_row_get_order (first)), ==, "A-00000");

  later = get_row (list, 250);
  g_assert_null (tranche_order_row_get_order (later));
  WAIT_UNTIL (tranche_order_row_get_order (later) != NULL);
  g_assert_cmpstr (tranche_order_get_number (tranche_order_row_get_order (later)), ==, "A-00250");

  next = get_row (list, 265);
  g_assert_nonnull (tranche_order_row_get_order (next));
}

/* A change of an order changes its row in place: the same object, no signal of
 * the list. */
static void
test_changes_in_place (List          *list,
                       gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add (list, 1, TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrderRow) row = NULL;
  g_autoptr (TrancheOrderRow) later = NULL;
  guint n_orders = 0;

  ask (list, TRANCHE_VIEW_ALL, NULL);
  WAIT_UNTIL (get_n (list) == 1);
  row = get_row (list, 0);
  WAIT_UNTIL (tranche_order_row_get_order (row) != NULL);
  list->n_signals = 0;

  g_signal_connect_swapped (row, "notify::order", G_CALLBACK (count_cb), &n_orders);
  fixture_apply_stage (&list->base, tranche_order_get_id (order), TRANCHE_STAGE_APPROVED);
  g_assert_cmpuint (n_orders, ==, 1);
  g_assert_cmpint (tranche_order_get_stage (tranche_order_row_get_order (row)), ==,
                   TRANCHE_STAGE_APPROVED);

  tranche_order_list_refresh (list->list);
  assert_true_to_book (list);
  later = get_row (list, 0);
  g_assert_true (later == row);
  g_assert_cmpuint (list->n_signals, ==, 0);
}

/* An order leaves the view and comes back to it, by itself. */
static void
test_leaves_view (List          *list,
                  gconstpointer  data)
{
  g_autoptr (TrancheOrder) first = add (list, 1, TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) second = add (list, 2, TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) third = NULL;

  ask (list, TRANCHE_VIEW_WAITING, NULL);
  WAIT_UNTIL (get_n (list) == 2);
  fixture_apply_stage (&list->base, tranche_order_get_id (first), TRANCHE_STAGE_REJECTED);
  WAIT_UNTIL (get_n (list) == 1);
  assert_true_to_book (list);
  third = add (list, 0, TRANCHE_STAGE_WAITING);
  WAIT_UNTIL (get_n (list) == 2);
  assert_true_to_book (list);
  g_assert_cmpuint (tranche_order_list_find (list->list, tranche_order_get_id (third)), ==, 0);
}

/* Of two queries in a row only the second is answered. */
static void
test_newer_query (List          *list,
                  gconstpointer  data)
{
  g_autoptr (TrancheOrderRow) row = NULL;

  g_object_unref (add (list, 1, TRANCHE_STAGE_WAITING));
  g_object_unref (add (list, 2, TRANCHE_STAGE_REJECTED));
  ask (list, TRANCHE_VIEW_WAITING, NULL);
  ask (list, TRANCHE_VIEW_FAILED, NULL);
  WAIT_UNTIL (!tranche_order_list_get_loading (list->list));
  settle_main_loop ();
  g_assert_cmpuint (list->n_signals, ==, 1);
  g_assert_cmpuint (get_n (list), ==, 1);
  row = get_row (list, 0);
  WAIT_UNTIL (tranche_order_row_get_order (row) != NULL);
  g_assert_cmpint (tranche_order_get_stage (tranche_order_row_get_order (row)), ==,
                   TRANCHE_STAGE_REJECTED);
}

static void
test_operation (List          *list,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add (list, 1, TRANCHE_STAGE_READY);
  g_autoptr (TrancheOrderRow) row = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (GError) error = NULL;

  ask (list, TRANCHE_VIEW_ALL, NULL);
  WAIT_UNTIL (get_n (list) == 1);
  row = get_row (list, 0);
  g_assert_cmpint (tranche_order_row_get_operation (row), ==, TRANCHE_OPERATION_NONE);
  tranche_operations_commit_async (list->base.operations, order, NULL, store_result_cb, &result);
  g_assert_cmpint (tranche_order_row_get_operation (row), ==, TRANCHE_OPERATION_COMMIT);
  wait_for_result (&result);
  committed = tranche_operations_commit_finish (list->base.operations, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_row_get_operation (row), ==, TRANCHE_OPERATION_NONE);
}

static void
ask_something (List *list)
{
  static const TrancheView views[] = {
    TRANCHE_VIEW_ALL, TRANCHE_VIEW_WAITING, TRANCHE_VIEW_FAILED, TRANCHE_VIEW_NEEDS_ACTION,
    TRANCHE_VIEW_TODAY,
  };
  static const TrancheSortKey keys[] = {
    TRANCHE_SORT_NUMBER, TRANCHE_SORT_CREATED, TRANCHE_SORT_STAGE, TRANCHE_SORT_URGENCY,
  };
  static const char *const texts[] = { NULL, NULL, "00", "a-0" };
  TrancheOrderFilter filter = TRANCHE_ORDER_FILTER_NONE;
  g_autoptr (TrancheOrderQuery) query = NULL;

  if (g_test_rand_bit ())
    filter.stages = (guint) g_test_rand_int_range (0, 1 << TRANCHE_N_STAGES);
  query = tranche_order_query_new_filtered (views[g_test_rand_int_range (0, G_N_ELEMENTS (views))],
                                            NULL,
                                            texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))],
                                            &filter,
                                            keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))],
                                            g_test_rand_bit ());
  tranche_order_list_set_query (list->list, query);
}

/* Whatever happens to the book, the signals lead to what the book says. */
static void
test_random (List          *list,
             gconstpointer  data)
{
  static const TrancheStage stages[] = {
    TRANCHE_STAGE_WAITING, TRANCHE_STAGE_APPROVED, TRANCHE_STAGE_READY,
    TRANCHE_STAGE_REJECTED, TRANCHE_STAGE_CANCELED,
  };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint round = 0; round < 40; round++) {
    guint n_changes = (guint) g_test_rand_int_range (1, 10);

    if (round % 4 == 0)
      ask_something (list);

    for (guint i = 0; i < n_changes; i++) {
      TrancheStage stage = stages[g_test_rand_int_range (0, G_N_ELEMENTS (stages))];

      if (ids->len == 0 || g_test_rand_int_range (0, 3) == 0) {
        /* Numbers that sort anywhere between those that are there. */
        guint number = round * 10 + i + (guint) g_test_rand_int_range (0, 60) * 1000;
        g_autoptr (TrancheOrder) order = add (list, number, stage);
        gint64 id = tranche_order_get_id (order);

        g_array_append_val (ids, id);
      } else {
        guint any = (guint) g_test_rand_int_range (0, (gint32) ids->len);

        fixture_apply_stage (&list->base, g_array_index (ids, gint64, any), stage);
      }
    }

    assert_true_to_book (list);
  }
}

/* That an order was asked for is no news of it. */
static void
test_no_news (List          *list,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add (list, 1, TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) again = NULL;
  g_autoptr (TrancheOrder) other = NULL;
  g_autoptr (GDateTime) later = g_date_time_new_now_utc ();

  again = tranche_order_copy (order);
  tranche_order_set_checked_at (again, later);
  tranche_order_set_trace_id (again, "trace");
  g_assert_false (tranche_order_is_news (order, again));
  g_assert_true (tranche_order_is_news (NULL, again));

  other = tranche_order_copy (again);
  tranche_order_set_stage (other, TRANCHE_STAGE_APPROVED);
  g_assert_true (tranche_order_is_news (again, other));
  tranche_order_set_stage (other, TRANCHE_STAGE_WAITING);
  g_assert_false (tranche_order_is_news (again, other));
  tranche_order_set_cooling_until (other, later);
  g_assert_true (tranche_order_is_news (again, other));
}

/* A long list shows its first page, grows, and then shows all of it. */
static void
test_first_page (List          *list,
                 gconstpointer  data)
{
  guint n_first = 0;

  for (guint i = 0; i < 400; i++)
    g_object_unref (add (list, i, TRANCHE_STAGE_APPROVED));
  ask (list, TRANCHE_VIEW_ALL, NULL);
  WAIT_UNTIL (!tranche_order_list_get_loading (list->list));
  n_first = get_n (list);
  g_assert_false (tranche_order_list_get_complete (list->list));
  g_assert_cmpuint (n_first, >, 0);
  g_assert_cmpuint (n_first, <, 400);
  WAIT_UNTIL (tranche_order_list_get_complete (list->list));
  g_assert_cmpuint (list->n_signals, >, 1);
  assert_true_to_book (list);
}

/* In a list that is too long for a step over all of it, one that moves leaves
 * the others alone. */
static void
test_long_list (List          *list,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) first = NULL;
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_STAGE, FALSE);

  first = add (list, 0, TRANCHE_STAGE_WAITING);
  for (guint i = 1; i < 600; i++)
    g_object_unref (add (list, i, TRANCHE_STAGE_APPROVED));
  tranche_order_list_set_query (list->list, query);
  WAIT_UNTIL (get_n (list) == 600);
  assert_true_to_book (list);
  list->was_reset = FALSE;
  list->n_signals = 0;

  fixture_apply_stage (&list->base, tranche_order_get_id (first), TRANCHE_STAGE_REJECTED);
  WAIT_UNTIL (tranche_order_list_find (list->list, tranche_order_get_id (first)) != 0);
  assert_true_to_book (list);
  g_assert_false (list->was_reset);
  g_assert_cmpuint (list->n_signals, >, 1);
}

#define ADD(path, function) \
  g_test_add ("/order-list/" path, List, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("answers", test_answers);
  ADD ("fills-in", test_fills_in);
  ADD ("changes-in-place", test_changes_in_place);
  ADD ("leaves-view", test_leaves_view);
  ADD ("newer-query", test_newer_query);
  ADD ("operation", test_operation);
  ADD ("random", test_random);
  ADD ("first-page", test_first_page);
  ADD ("no-news", test_no_news);
  ADD ("long-list", test_long_list);

  return g_test_run ();
}
