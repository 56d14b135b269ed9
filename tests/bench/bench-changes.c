/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets many answers of banks arrive at once in a book that a list is open on, and
 * tells how long the window could not have drawn: the longest time between two
 * turns of a source with the priority at which GTK draws. */

#include "model/operations.h"
#include "model/order-list.h"
#include "model/view-counts.h"

#include <glib/gstdio.h>

#define N_CHANGES 10000
/* Rows that a tall window shows. */
#define N_ROWS 60
#define PRIORITY_DRAW (G_PRIORITY_HIGH_IDLE + 20)
#define FRAME 16 /* ms */
#define LONGEST (50 * G_TIME_SPAN_MILLISECOND)

typedef struct {
  TrancheOrderBook *book;
  gint64 *ids;
  guint n_done;
  gint64 drawn_at;
  gint64 longest;
} Bench;

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
check (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static gboolean
draw_cb (gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = g_get_monotonic_time ();

  if (bench->drawn_at != 0)
    bench->longest = MAX (bench->longest, now - bench->drawn_at);
  bench->drawn_at = now;

  return G_SOURCE_CONTINUE;
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order =
    tranche_order_book_add_finish (TRANCHE_ORDER_BOOK (source), result, &error);

  check (error);
  bench->ids[bench->n_done++] = tranche_order_get_id (order);
}

static void
add_orders (Bench *bench)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TrancheMoney amount = tranche_money (1000000, "RUB");

  for (guint i = 0; i < N_CHANGES; i++) {
    g_autoptr (TrancheOrder) order = tranche_order_new ();
    g_autofree char *number = g_strdup_printf ("bench-%u", i);

    tranche_order_set_account_id (order, "3b241101-e2bb-4255-8caf-4136c566a962");
    tranche_order_set_number (order, number);
    tranche_order_set_amount (order, &amount);
    tranche_order_set_created_at (order, now);
    tranche_order_set_stage (order, TRANCHE_STAGE_WAITING);
    tranche_order_book_add_async (bench->book, order, TRANCHE_ORIGIN_USER, NULL, added_cb, bench);
  }
  while (bench->n_done < N_CHANGES)
    g_main_context_iteration (NULL, TRUE);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order =
    tranche_order_book_apply_finish (TRANCHE_ORDER_BOOK (source), result, &error);

  check (error);
  bench->n_done++;
}

static void
apply (Bench *bench)
{
  bench->n_done = 0;
  for (guint i = 0; i < N_CHANGES; i++) {
    g_autoptr (TrancheOrder) answer = tranche_order_new ();

    tranche_order_set_stage (answer, TRANCHE_STAGE_APPROVED);
    tranche_order_set_raw_state (answer, "approved");
    tranche_order_book_apply_async (bench->book, bench->ids[i], answer, TRANCHE_ORIGIN_POLL, NULL,
                                    applied_cb, bench);
  }
}

/* The rows on screen, as a view holds them. */
static GPtrArray *
hold_rows (GListModel *list)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  while (g_list_model_get_n_items (list) < N_CHANGES)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < N_ROWS; i++)
    g_ptr_array_add (rows, g_list_model_get_item (list, i));

  return rows;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_unlink (file);
  }
  g_rmdir (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("tranche-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "orders.db", NULL);
  g_autofree gint64 *ids = g_new0 (gint64, N_CHANGES);
  Bench bench = { .ids = ids };
  g_autoptr (GListStore) connections = g_list_store_new (TRANCHE_TYPE_CONNECTION);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOperations) operations = NULL;
  g_autoptr (TrancheOrderList) list = NULL;
  g_autoptr (TrancheViewCounts) counts = NULL;
  g_autoptr (TrancheOrderQuery) query = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 began;
  guint draw_id;

  tranche_order_book_open_async (path, NULL, NULL, store_result_cb, &result);
  bench.book = tranche_order_book_open_finish (wait_for (&result), &error);
  check (error);
  add_orders (&bench);

  operations = tranche_operations_new (bench.book, G_LIST_MODEL (connections));
  list = tranche_order_list_new (bench.book, operations);
  counts = tranche_view_counts_new (bench.book);
  query = tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_URGENCY, FALSE);
  tranche_order_list_set_query (list, query);
  rows = hold_rows (G_LIST_MODEL (list));

  apply (&bench);
  draw_id = g_timeout_add_full (PRIORITY_DRAW, FRAME, draw_cb, &bench, NULL);
  began = g_get_monotonic_time ();
  bench.drawn_at = began;
  while (bench.n_done < N_CHANGES)
    g_main_context_iteration (NULL, TRUE);
  draw_cb (&bench);
  g_source_remove (draw_id);

  g_print ("%u changes in %.1f s, at most %.1f ms without a frame\n", N_CHANGES,
           (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC,
           (double) bench.longest / G_TIME_SPAN_MILLISECOND);
  remove_folder (folder);

  return bench.longest <= LONGEST ? 0 : 1;
}
