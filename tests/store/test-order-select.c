/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-select.h"

#include "book-calls.h"
#include "random-orders.h"

/* A plain list of orders that is changed, filtered and sorted beside the book:
 * both have to say the same. */

#define N_ORDERS 120
#define N_STEPS 400
#define QUERIES_A_STEP 4

static const char *const searches[] = {
  "иван", "ИВАН", "елк", "ёлкин", "петр", "7766", "77-66", "8 (9", "+7", "999 888", "8999",
  "9998887766", "8 999 888 77 66", "+7 (999) 888-77-66", "а", "ов", "A-1", "a-00", "0012",
  "иванов анна", "анна иванов 77", "їжак", "нет такого", "\"", "' OR 1", "100%", "_", "AND",
  "\xc2\xa0 ", "ов OR ин", "a-0012 елкин", "*", "и", "ив", "ё", "8", "79", "66", "ї", "холод",
  "galaxy s2", "s24", "іграш", "l-7", "L-77", "кол", "к", "иванов galaxy", "нов", "\"\"\"",
};

typedef struct {
  RandomOrders *orders;
  TrancheSql *sql; /* beside the book, to ask in every way that there is */
} Twin;

static TrancheOrderFilter
random_filter (RandomOrders *orders)
{
  TrancheOrderFilter filter = TRANCHE_ORDER_FILTER_NONE;

  if (g_rand_boolean (orders->rand))
    return filter;

  for (guint i = 0; i < 2; i++) {
    g_autoptr (GDateTime) time = random_orders_pick_time (orders);
    const char *currency = g_rand_int_range (orders->rand, 0, 4) > 0 ? "RUB" : "UAH";
    TrancheMoney amount = tranche_money (g_rand_int_range (orders->rand, 1, 30) * 10000, currency);

    switch (g_rand_int_range (orders->rand, 0, 5)) {
    case 0:
      filter.stages = (guint) g_rand_int_range (orders->rand, 0, 1 << TRANCHE_N_STAGES);
      break;
    case 1:
      filter.from = g_date_time_to_unix_usec (time);
      break;
    case 2:
      filter.until = g_date_time_to_unix_usec (time);
      break;
    case 3:
      filter.least = amount;
      break;
    default:
      filter.most = amount;
      break;
    }
  }

  return filter;
}

static GPtrArray *
select_known (RandomOrders      *orders,
              TrancheOrderQuery *query)
{
  GPtrArray *selected = g_ptr_array_new ();
  const char *account_id = tranche_order_query_get_account_id (query);
  const char *text = tranche_order_query_get_text (query);
  PlainSorting sorting = { tranche_order_query_get_sort_key (query),
                           tranche_order_query_get_descending (query) ? -1 : 1 };

  for (guint i = 0; i < orders->known->len; i++) {
    PlainOrder *known = g_ptr_array_index (orders->known, i);

    if (plain_order_is_in_view (known, tranche_order_query_get_view (query), orders->now) &&
        (!account_id || g_str_equal (account_id, tranche_order_get_account_id (known->order))) &&
        plain_order_is_let_through (known, tranche_order_query_get_filter (query)) &&
        (!text || plain_order_is_found (known, text)))
      g_ptr_array_add (selected, known);
  }

  g_ptr_array_sort_with_data (selected, plain_order_compare, &sorting);
  return selected;
}

/* Each change of the local day parts the list, and nothing else does. */
static void
check_days (RandomOrders        *orders,
            GPtrArray           *expected,
            TrancheOrderListing *listing)
{
  GTimeZone *zone = g_date_time_get_timezone (orders->now);
  g_autoptr (GDateTime) day = NULL;
  guint n_days = 0;

  for (guint i = 0; i < listing->ids->len; i++) {
    PlainOrder *known = g_ptr_array_index (expected, i);
    g_autoptr (GDateTime) created =
      g_date_time_to_timezone (tranche_order_get_created_at (known->order), zone);
    g_autoptr (GDateTime) start =
      g_date_time_new (zone, g_date_time_get_year (created), g_date_time_get_month (created),
                       g_date_time_get_day_of_month (created), 0, 0, 0);

    if (!day || !g_date_time_equal (day, start)) {
      TrancheListDay *begun = &g_array_index (listing->days, TrancheListDay, n_days++);

      g_assert_cmpuint (n_days, <=, listing->days->len);
      g_assert_cmpuint (begun->position, ==, i);
      g_assert_cmpint (begun->start, ==, g_date_time_to_unix_usec (start));
    }
    g_assert_cmpuint (tranche_order_listing_find_day (listing, i), ==, n_days - 1);
    g_clear_pointer (&day, g_date_time_unref);
    day = g_steal_pointer (&start);
  }
  g_assert_cmpuint (n_days, ==, listing->days->len);
}

static void
check_listing (RandomOrders        *orders,
               GPtrArray           *expected,
               guint                limit,
               gboolean             with_days,
               TrancheOrderListing *listing)
{
  g_assert_cmpuint (listing->ids->len, ==,
                    limit > 0 ? MIN (limit, expected->len) : expected->len);
  g_assert_cmpint (listing->complete, ==, listing->ids->len == expected->len);
  for (guint i = 0; i < listing->ids->len; i++) {
    PlainOrder *known = g_ptr_array_index (expected, i);

    g_assert_cmpint (g_array_index (listing->ids, gint64, i), ==,
                     tranche_order_get_id (known->order));
  }

  g_assert_cmpint (listing->days != NULL, ==, with_days);
  if (with_days)
    check_days (orders, expected, listing);
}

/* Each way to answer is taken in books of some size only; here in this small one. */
static TrancheOrderListing *
list_within_bounds (Twin              *twin,
                    TrancheOrderQuery *query,
                    guint              limit)
{
  TrancheSelectBounds bounds = {
    .few = (guint) g_rand_int_range (twin->orders->rand, 0, 40),
    .several = (guint) g_rand_int_range (twin->orders->rand, 0, 60),
    .many = (guint) g_rand_int_range (twin->orders->rand, 0, 80),
    .found = (guint) g_rand_int_range (twin->orders->rand, 0, 40),
    .visits = (guint) g_rand_int_range (twin->orders->rand, 1, 100),
    .steps = (guint) g_rand_int_range (twin->orders->rand, 1, 100),
  };
  g_autoptr (GError) error = NULL;
  TrancheOrderListing *listing =
    tranche_order_select_list (twin->sql, query, twin->orders->now, limit, &bounds, &error);

  g_assert_no_error (error);
  g_test_message ("few %u, several %u, many %u, found %u, visits %u, steps %u", bounds.few,
                  bounds.several, bounds.many, bounds.found, bounds.visits, bounds.steps);
  return listing;
}

static void
check_query (Twin *twin)
{
  RandomOrders *orders = twin->orders;
  TrancheOrderFilter filter = random_filter (orders);
  const char *account =
    g_rand_int_range (orders->rand, 0, 4) == 0 ? random_orders_pick_account (orders) : NULL;
  const char *text = g_rand_boolean (orders->rand)
                       ? searches[g_rand_int_range (orders->rand, 0, G_N_ELEMENTS (searches))]
                       : NULL;
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new_filtered (g_rand_int_range (orders->rand, 0, TRANCHE_N_VIEWS), account,
                                      text, &filter,
                                      g_rand_int_range (orders->rand, 0, TRANCHE_SORT_ACCOUNT + 1),
                                      g_rand_boolean (orders->rand));
  guint limit = g_rand_boolean (orders->rand) ? 0 : (guint) g_rand_int_range (orders->rand, 1, 20);
  g_autoptr (GPtrArray) expected = select_known (orders, query);
  g_autoptr (TrancheOrderListing) listing =
    list_orders (orders->fixture, query, orders->now, limit);
  g_autoptr (TrancheOrderListing) within = NULL;

  g_test_message ("view %d, account %s, text \"%s\", stages %x, sort %d%s, limit %u: %u of %u",
                  tranche_order_query_get_view (query), account, text, filter.stages,
                  tranche_order_query_get_sort_key (query),
                  tranche_order_query_get_descending (query) ? " down" : "", limit,
                  listing->ids->len, expected->len);
  within = list_within_bounds (twin, query, limit);
  check_listing (orders, expected, limit, tranche_order_query_has_days (query), listing);
  check_listing (orders, expected, limit, tranche_order_query_has_days (query), within);
}

static void
check_counts (RandomOrders *orders)
{
  g_autoptr (GArray) counts = count_views (orders->fixture, orders->now);

  g_assert_cmpuint (counts->len, ==, TRANCHE_N_VIEWS);
  for (TrancheView view = 0; view < TRANCHE_N_VIEWS; view++) {
    guint expected = 0;

    for (guint i = 0; i < orders->known->len; i++)
      expected += plain_order_is_in_view (orders->known->pdata[i], view, orders->now);
    g_assert_cmpuint (g_array_index (counts, guint, view), ==, expected);
  }
}

static void
test_against_plain_list (Fixture       *fixture,
                         gconstpointer  unused)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 3, 14, 1, 30, 0);
  guint32 seed = g_test_rand_int ();
  g_autoptr (RandomOrders) orders = random_orders_new (fixture, now, seed, N_ORDERS);
  g_autoptr (TrancheSql) sql = tranche_sql_open (fixture->path, SQLITE_OPEN_READONLY, NULL);
  Twin twin = { orders, sql };

  g_test_message ("seed %u", seed);
  tranche_order_select_teach (tranche_sql_get_handle (sql));

  for (guint step = 0; step < N_STEPS; step++) {
    random_orders_change (orders);
    for (guint i = 0; i < QUERIES_A_STEP; i++)
      check_query (&twin);
    check_counts (orders);
  }
}

/* Clocks of the shop and of the file are not the same: today is the shop's. */
static void
test_today (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct {
    int hour;       /* of the 14th, UTC */
    gboolean found; /* on the 15th in Vladivostok, UTC+10 */
  } cases[] = {
    { 13, FALSE },
    { 14, TRUE },
    { 23, TRUE },
  };
  g_autoptr (GTimeZone) vladivostok = g_time_zone_new_offset (10 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new (vladivostok, 2026, 3, 15, 9, 0, 0);
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_TODAY, NULL, NULL, TRANCHE_SORT_CREATED, FALSE);
  g_autoptr (GArray) ids = NULL;
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    g_autoptr (TrancheOrder) order = make_order (number);
    g_autoptr (TrancheOrder) added = NULL;
    g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 3, 14, cases[i].hour, 0, 0);

    tranche_order_set_created_at (order, created);
    added = add_order (fixture, order, NULL);
    found += cases[i].found;
  }

  ids = query_ids (fixture, query, now);
  g_assert_cmpuint (ids->len, ==, found);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 2);
}

/* An operation that a former run left stands among what went wrong. */
static void
test_left_operation (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_NEEDS_ACTION, NULL, NULL, TRANCHE_SORT_URGENCY, FALSE);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  gint64 ready = add_in_stage (fixture, "1", TRANCHE_STAGE_READY);
  gint64 waiting = add_in_stage (fixture, "2", TRANCHE_STAGE_WAITING);

  g_assert_cmpint (begin_operation (fixture, waiting, TRANCHE_OPERATION_CANCEL, NULL), >, 0);
  before = query_ids (fixture, query, now);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpint (g_array_index (before, gint64, 0), ==, ready);

  fixture_close (fixture);
  fixture_open (fixture);
  after = query_ids (fixture, query, now);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpint (g_array_index (after, gint64, 0), ==, waiting);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/order-select/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("against-plain-list", test_against_plain_list);
  ADD ("today", test_today);
  ADD ("left-operation", test_left_operation);

  return g_test_run ();
}
