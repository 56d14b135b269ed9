/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-query.h"

static void
test_fields (void)
{
  g_autoptr (TrancheOrderQuery) query = tranche_order_query_new (TRANCHE_VIEW_COOLING, "account",
                                                                 " 77 66\t", TRANCHE_SORT_AMOUNT, 4);
  g_autoptr (TrancheOrderQuery) blank = tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, "  ",
                                                                 TRANCHE_SORT_CREATED, FALSE);

  g_assert_cmpint (tranche_order_query_get_view (query), ==, TRANCHE_VIEW_COOLING);
  g_assert_cmpstr (tranche_order_query_get_account_id (query), ==, "account");
  g_assert_cmpstr (tranche_order_query_get_text (query), ==, "77 66");
  g_assert_cmpint (tranche_order_query_get_sort_key (query), ==, TRANCHE_SORT_AMOUNT);
  g_assert_cmpint (tranche_order_query_get_descending (query), ==, TRUE);

  g_assert_null (tranche_order_query_get_account_id (blank));
  g_assert_null (tranche_order_query_get_text (blank));
  g_assert_false (tranche_order_query_get_descending (blank));
}

static void
test_equal (void)
{
  static const struct {
    TrancheView view;
    const char *account_id;
    const char *text;
    TrancheSortKey sort_key;
    gboolean descending;
  } cases[] = {
    { TRANCHE_VIEW_ALL, "a", "b", TRANCHE_SORT_CREATED, FALSE },
    { TRANCHE_VIEW_TODAY, "a", "b", TRANCHE_SORT_CREATED, FALSE },
    { TRANCHE_VIEW_ALL, NULL, "b", TRANCHE_SORT_CREATED, FALSE },
    { TRANCHE_VIEW_ALL, "a", NULL, TRANCHE_SORT_CREATED, FALSE },
    { TRANCHE_VIEW_ALL, "a", "b", TRANCHE_SORT_NUMBER, FALSE },
    { TRANCHE_VIEW_ALL, "a", "b", TRANCHE_SORT_CREATED, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (gsize j = 0; j < G_N_ELEMENTS (cases); j++) {
      g_autoptr (TrancheOrderQuery) a =
        tranche_order_query_new (cases[i].view, cases[i].account_id, cases[i].text,
                                 cases[i].sort_key, cases[i].descending);
      g_autoptr (TrancheOrderQuery) b =
        tranche_order_query_new (cases[j].view, cases[j].account_id, cases[j].text,
                                 cases[j].sort_key, cases[j].descending);

      g_assert_cmpint (tranche_order_query_equal (a, b), ==, i == j);
    }
  }
}

static void
test_filter (void)
{
  static const TrancheOrderFilter filters[] = {
    TRANCHE_ORDER_FILTER_NONE,
    { TRANCHE_STAGE_BIT (TRANCHE_STAGE_READY), G_MININT64, G_MAXINT64, { 0, "" }, { 0, "" } },
    { 0, 5, G_MAXINT64, { 0, "" }, { 0, "" } },
    { 0, G_MININT64, 5, { 0, "" }, { 0, "" } },
    { 0, G_MININT64, G_MAXINT64, { 5, "RUB" }, { 0, "" } },
    { 0, G_MININT64, G_MAXINT64, { 5, "UAH" }, { 0, "" } },
    { 0, G_MININT64, G_MAXINT64, { 0, "" }, { 5, "RUB" } },
  };
  g_autoptr (TrancheOrderQuery) plain =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_CREATED, FALSE);

  g_assert_true (tranche_order_filter_is_empty (tranche_order_query_get_filter (plain)));
  g_assert_true (tranche_order_query_has_days (plain));

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_autoptr (TrancheOrderQuery) query =
      tranche_order_query_new_filtered (TRANCHE_VIEW_ALL, NULL, NULL, &filters[i],
                                        TRANCHE_SORT_CREATED, FALSE);

    g_assert_cmpint (tranche_order_filter_is_empty (&filters[i]), ==, i == 0);
    g_assert_cmpint (tranche_order_query_equal (plain, query), ==, i == 0);
    for (gsize j = 0; j < G_N_ELEMENTS (filters); j++)
      g_assert_cmpint (tranche_order_filter_equal (tranche_order_query_get_filter (query),
                                                   &filters[j]), ==, i == j);
  }
}

static void
test_nicks (void)
{
  g_autoptr (GEnumClass) views = g_type_class_ref (TRANCHE_TYPE_VIEW);
  g_autoptr (GEnumClass) keys = g_type_class_ref (TRANCHE_TYPE_SORT_KEY);

  g_assert_cmpuint (views->n_values, ==, TRANCHE_N_VIEWS);
  g_assert_cmpint (g_enum_get_value_by_nick (views, "needs-action")->value, ==,
                   TRANCHE_VIEW_NEEDS_ACTION);
  g_assert_cmpint (g_enum_get_value_by_nick (views, "failed")->value, ==, TRANCHE_VIEW_FAILED);
  g_assert_cmpint (g_enum_get_value_by_nick (keys, "urgency")->value, ==, TRANCHE_SORT_URGENCY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-query/fields", test_fields);
  g_test_add_func ("/order-query/equal", test_equal);
  g_test_add_func ("/order-query/filter", test_filter);
  g_test_add_func ("/order-query/nicks", test_nicks);

  return g_test_run ();
}
