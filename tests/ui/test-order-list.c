/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list-state.h"
#include "ui/order-columns.h"
#include "ui/visible-orders.h"

static void
test_state (void)
{
  static const struct {
    guint n_rows;
    gboolean loading;
    gboolean searching;
    gboolean failed;
    const char *name;
  } cases[] = {
    { 0, TRUE, FALSE, FALSE, "loading" },
    { 0, TRUE, TRUE, FALSE, "loading" },
    { 0, TRUE, FALSE, TRUE, "loading" },
    { 5, TRUE, FALSE, FALSE, "list" },
    { 5, FALSE, TRUE, FALSE, "list" },
    { 0, FALSE, FALSE, FALSE, "empty" },
    { 0, FALSE, TRUE, FALSE, "no-results" },
    { 0, FALSE, FALSE, TRUE, "failed" },
    { 5, FALSE, FALSE, TRUE, "failed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    TrancheListState state = tranche_list_state (cases[i].n_rows, cases[i].loading,
                                                 cases[i].searching, cases[i].failed);

    g_assert_cmpstr (tranche_list_state_to_name (state), ==, cases[i].name);
  }
}

static void
test_visible_range (void)
{
  static const struct {
    double value;
    double page_size;
    double upper;
    guint n_rows;
    guint first;
    guint count;
  } cases[] = {
    { 0, 400, 0, 0, 0, 0 },
    { 0, 0, 4000, 100, 0, 0 },
    { 0, 400, 120, 3, 0, 3 },
    { 0, 400, 4000, 100, 0, 10 },
    { 20, 400, 4000, 100, 0, 11 },
    { 3600, 400, 4000, 100, 90, 10 },
    { 3999, 400, 4000, 100, 99, 1 },
    /* A height that cannot be right does not make all visible. */
    { 0, 400, 1, 1000000, 0, 200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint first, count;

    tranche_visible_orders_range (cases[i].value, cases[i].page_size, cases[i].upper,
                                  cases[i].n_rows, &first, &count);
    g_assert_cmpuint (first, ==, cases[i].first);
    g_assert_cmpuint (count, ==, cases[i].count);
  }
}

/* The wider the list the more columns it has, and never none. */
static void
test_columns (void)
{
  guint before = 0;

  for (int width = 300; width < 1400; width += 10) {
    guint shown = 0;

    for (TrancheOrderField field = 0; field < TRANCHE_N_ORDER_FIELDS; field++)
      shown += tranche_order_columns_fits (field, width);

    g_assert_cmpuint (shown, >=, before);
    g_assert_true ((shown == 0) == tranche_order_columns_is_narrow (width));
    before = shown;
  }

  g_assert_cmpuint (before, ==, TRANCHE_N_ORDER_FIELDS);
}

static void
test_first_columns (void)
{
  int width = 300;

  while (tranche_order_columns_is_narrow (width))
    width++;

  g_assert_true (tranche_order_columns_fits (TRANCHE_ORDER_FIELD_STAGE, width));
  g_assert_true (tranche_order_columns_fits (TRANCHE_ORDER_FIELD_CUSTOMER, width));
  g_assert_true (tranche_order_columns_fits (TRANCHE_ORDER_FIELD_AMOUNT, width));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/order-list/state", test_state);
  g_test_add_func ("/ui/order-list/visible-range", test_visible_range);
  g_test_add_func ("/ui/order-list/columns", test_columns);
  g_test_add_func ("/ui/order-list/first-columns", test_first_columns);

  return g_test_run ();
}
