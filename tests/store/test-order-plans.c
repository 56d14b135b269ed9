/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the book asks SQLite, and how that finds it: from which index, without going
 * through the table and without sorting what an index has sorted. A time would tell
 * the same in a long book only, and not on every computer.
 */

#include <string.h>

#include "book-calls.h"
#include "store/journal-table.h"
#include "store/order-counts.h"
#include "store/order-select.h"

typedef struct {
  Fixture base;
  TrancheSql *sql;
  GPtrArray *asked; /* (element-type utf8): the statements */
} Plans;

static int
trace_cb (unsigned int  event,
          void         *data,
          void         *statement,
          void         *text)
{
  Plans *plans = data;

  /* What a trigger and a virtual table do themselves begins with a comment. */
  if (!g_str_has_prefix (text, "--"))
    g_ptr_array_add (plans->asked, g_strdup (sqlite3_sql (statement)));
  return 0;
}

static void
set_up (Plans         *plans,
        gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&plans->base, NULL);
  for (guint i = 0; i < 200; i++) {
    g_autofree char *number = g_strdup_printf ("A-%u", i);

    add_in_stage (&plans->base, number, i % TRANCHE_N_STAGES);
  }

  plans->sql = tranche_sql_open (plans->base.path, SQLITE_OPEN_READONLY, &error);
  g_assert_no_error (error);
  tranche_order_select_teach (tranche_sql_get_handle (plans->sql));
  plans->asked = g_ptr_array_new_with_free_func (g_free);
  sqlite3_trace_v2 (tranche_sql_get_handle (plans->sql), SQLITE_TRACE_STMT, trace_cb, plans);
}

static void
tear_down (Plans         *plans,
           gconstpointer  unused)
{
  g_ptr_array_unref (plans->asked);
  tranche_sql_close (plans->sql);
  fixture_tear_down (&plans->base, NULL);
}

/* How SQLite goes about @text, a step a line. */
static char *
explain (Plans      *plans,
         const char *text)
{
  g_autofree char *question = g_strconcat ("EXPLAIN QUERY PLAN ", text, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (plans->sql, question, &error);
  GString *plan = g_string_new (NULL);
  gboolean row;

  g_assert_no_error (error);
  while (tranche_sql_step (plans->sql, statement, &row, &error) && row)
    g_string_append_printf (plan, "%s\n", sqlite3_column_text (statement, 3));
  g_assert_no_error (error);

  return g_string_free_and_steal (plan);
}

/* All that was asked since, with how it is found. */
static GPtrArray *
take_plans (Plans *plans)
{
  g_autoptr (GPtrArray) asked = g_steal_pointer (&plans->asked);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  plans->asked = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < asked->len; i++) {
    g_autofree char *plan = explain (plans, asked->pdata[i]);

    g_ptr_array_add (found, g_strdup_printf ("%s\n%s", (char *) asked->pdata[i], plan));
  }
  g_ptr_array_set_size (plans->asked, 0);

  return found;
}

static void
ask (Plans                     *plans,
     TrancheView                view,
     const char                *text,
     TrancheSortKey             key,
     gboolean                   descending,
     guint                      limit,
     const TrancheSelectBounds *bounds)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (view, NULL, text, key, descending);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrderListing) listing =
    tranche_order_select_list (plans->sql, query, now, limit, bounds, &error);

  g_assert_no_error (error);
}

static gboolean
is_full_scan (const char *plan)
{
  const char *scan = strstr (plan, "SCAN orders");

  return scan && !g_str_has_prefix (scan, "SCAN orders USING");
}

/* SQLite does not call an index of a computed column a covering one, nor one of some rows,
 * though it takes all from it for the urgency and the last check of what failed; of those
 * that need action, which are few in any book, rows are looked at. */
static gboolean
is_from_index (const char *plan)
{
  return strstr (plan, "COVERING INDEX") ||
         strstr (plan, "SEARCH orders USING INDEX orders_by_urgency (wrong=?") ||
         strstr (plan, "SEARCH orders USING INDEX orders_failed (checked_at") ||
         strstr (plan, "SCAN orders USING INDEX orders_needing_action");
}

/* In a long list each order comes from the index of its sorting alone. */
static void
test_sorted (Plans         *plans,
             gconstpointer  unused)
{
  static const TrancheSelectBounds long_book = { .many = G_MAXUINT };

  for (TrancheView view = 0; view < TRANCHE_N_VIEWS; view++) {
    for (TrancheSortKey key = 0; key <= TRANCHE_SORT_ACCOUNT; key++) {
      g_autoptr (GPtrArray) found = NULL;

      ask (plans, view, NULL, key, key % 2, 0, &long_book);
      found = take_plans (plans);
      g_assert_cmpuint (found->len, >, 0);
      for (guint i = 0; i < found->len; i++) {
        const char *plan = found->pdata[i];

        g_test_message ("%s", plan);
        g_assert_false (is_full_scan (plan));
        if (strstr (plan, "ORDER BY") && strstr (plan, "FROM orders")) {
          g_assert_true (is_from_index (plan));
          g_assert_null (strstr (plan, "TEMP B-TREE"));
        }
        /* What lets an order through is collected from an index too. */
        if (g_str_has_prefix (plan, "SELECT id FROM orders"))
          g_assert_true (is_from_index (plan));
      }
    }
  }
}

/* The first page goes along the same index, with looks into the table. */
static void
test_first_page (Plans         *plans,
                 gconstpointer  unused)
{
  static const TrancheSelectBounds many = { .visits = 1000 };

  for (TrancheSortKey key = 0; key <= TRANCHE_SORT_ACCOUNT; key++) {
    g_autoptr (GPtrArray) found = NULL;

    ask (plans, TRANCHE_VIEW_COMMITTED, "иван", key, key % 2, 5, &many);
    found = take_plans (plans);
    for (guint i = 0; i < found->len; i++) {
      const char *plan = found->pdata[i];

      g_test_message ("%s", plan);
      g_assert_false (is_full_scan (plan));
      if (strstr (plan, "FROM orders"))
        g_assert_null (strstr (plan, "TEMP B-TREE"));
    }
  }
}

/* Whether one of the plans has @part. */
static gboolean
has_part (GPtrArray  *plans,
          const char *part)
{
  gboolean found = FALSE;

  for (guint i = 0; i < plans->len; i++)
    found |= strstr (plans->pdata[i], part) != NULL;

  return found;
}

/* Of what a search finds, no more is looked up than the page takes, in the order of the
 * index of the search. */
static void
test_search_by_time (Plans         *plans,
                     gconstpointer  unused)
{
  for (guint descending = 0; descending < 2; descending++) {
    g_autoptr (GPtrArray) found = NULL;
    guint n_expected = 0;
    guint n = 0;

    ask (plans, TRANCHE_VIEW_ALL, "иван", TRANCHE_SORT_CREATED, descending, 5,
         &tranche_select_bounds);
    found = take_plans (plans);
    for (guint i = 0; i < found->len; i++) {
      const char *plan = found->pdata[i];

      g_test_message ("%s", plan);
      g_assert_null (strstr (plan, "TEMP B-TREE"));
      n += strstr (plan, " orders ") != NULL;
      n_expected += strstr (plan, "SEARCH orders USING INTEGER PRIMARY KEY") ||
                    strstr (plan, "SEARCH orders USING INDEX orders_belated (created_at");
    }
    g_assert_cmpuint (n_expected, ==, 2);
    g_assert_cmpuint (n, ==, 2);
  }
}

/* What the query says of the sorted column itself is where the index begins, and of
 * those without a value only what lies between the ids of the set. */
static void
test_range (Plans         *plans,
            gconstpointer  unused)
{
  static const TrancheSelectBounds collected = { .many = G_MAXUINT, .found = G_MAXUINT, .steps = 1000 };
  static const struct {
    TrancheSortKey key;
    const char *part;
  } cases[] = {
    { TRANCHE_SORT_CREATED, "orders_by_created (created_at>? AND created_at<?)" },
    { TRANCHE_SORT_AMOUNT, "orders_by_amount (amount>? AND amount<?)" },
    { TRANCHE_SORT_STAGE, "orders_by_stage (stage=? AND rowid>? AND rowid<?)" },
    { TRANCHE_SORT_DEADLINE, "orders_by_deadline (deadline=? AND rowid>? AND rowid<?)" },
    { TRANCHE_SORT_CHECKED, "orders_by_checked (checked_at=? AND rowid>? AND rowid<?)" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  TrancheOrderFilter filter = TRANCHE_ORDER_FILTER_NONE;

  filter.from = 0;
  filter.least = tranche_money (1, "RUB");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheOrderQuery) query =
      tranche_order_query_new_filtered (TRANCHE_VIEW_COMMITTED, NULL, NULL, &filter, cases[i].key,
                                        TRUE);
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrderListing) listing =
      tranche_order_select_list (plans->sql, query, now, 100, &collected, &error);
    g_autoptr (GPtrArray) found = NULL;

    g_assert_no_error (error);
    g_assert_cmpuint (listing->ids->len, >, 0);
    found = take_plans (plans);
    for (guint j = 0; j < found->len; j++)
      g_test_message ("%s", (const char *) found->pdata[j]);
    g_assert_true (has_part (found, cases[i].part));
  }
}

/* Few orders are looked up by their ids, and those alone are sorted. */
static void
test_few (Plans         *plans,
          gconstpointer  unused)
{
  for (TrancheSortKey key = 0; key <= TRANCHE_SORT_ACCOUNT; key++) {
    g_autoptr (GPtrArray) found = NULL;

    ask (plans, TRANCHE_VIEW_WAITING, "иван", key, key % 2, 5, &tranche_select_bounds);
    found = take_plans (plans);
    for (guint i = 0; i < found->len; i++) {
      const char *plan = found->pdata[i];

      g_test_message ("%s", plan);
      g_assert_false (is_full_scan (plan));
      if (strstr (plan, "json_each"))
        g_assert_nonnull (strstr (plan, "SEARCH orders USING INTEGER PRIMARY KEY"));
    }
  }
}

static void
test_counts (Plans         *plans,
             gconstpointer  unused)
{
  const TrancheDay today = { 0, 1000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = tranche_order_counts_of_views (plans->sql, &today, &error);
  g_autoptr (GPtrArray) found = take_plans (plans);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++) {
    const char *plan = found->pdata[i];

    g_test_message ("%s", plan);
    if (strstr (plan, "FROM orders "))
      g_assert_true (is_from_index (plan));
  }
}

/* What is open is found among all operations that there ever were, at each start. */
static void
test_open_operations (Plans         *plans,
                      gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) open = tranche_journal_table_list (plans->sql, &error);
  g_autoptr (GPtrArray) found = take_plans (plans);

  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_cmpuint (found->len, ==, 1);
  g_test_message ("%s", (const char *) found->pdata[0]);
  g_assert_true (has_part (found, "journal USING INDEX journal_open"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/order-plans/" path, Plans, NULL, set_up, function, tear_down)
  ADD ("sorted", test_sorted);
  ADD ("first-page", test_first_page);
  ADD ("search-by-time", test_search_by_time);
  ADD ("range", test_range);
  ADD ("few", test_few);
  ADD ("counts", test_counts);
  ADD ("open-operations", test_open_operations);

  return g_test_run ();
}
