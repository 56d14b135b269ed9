/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "ui/order-list-page.h"

typedef struct {
  TrancheShop *shop;
  TrancheClock *clock;
  TrancheOrderListPage *page;
  TrancheOrderList *list;
  guint n_queries;
} Page;

static void
set_up (Page          *page,
        gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_shop_open_demo_async (NULL, store_result_cb, &result);
  wait_for_result (&result);
  page->shop = tranche_shop_open_demo_finish (result, &error);
  g_assert_no_error (error);

  page->clock = tranche_clock_new ();
  page->page = g_object_ref_sink (g_object_new (TRANCHE_TYPE_ORDER_LIST_PAGE, NULL));
  tranche_order_list_page_set_shop (page->page, page->shop, page->clock);
  page->list = tranche_order_list_page_get_list (page->page);
}

static void
tear_down (Page          *page,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (page->page);
  g_clear_object (&page->clock);
  tranche_shop_close_async (page->shop, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_shop_close_finish (page->shop, result, &error));
  g_assert_no_error (error);
  g_clear_object (&page->shop);
  settle_main_loop ();
}

static void
query_changed_cb (Page *page)
{
  page->n_queries++;
}

/* The book is not asked for what nobody wants to see. */
static void
test_first_question (Page          *page,
                     gconstpointer  data)
{
  g_signal_connect_swapped (page->list, "notify::query", G_CALLBACK (query_changed_cb), page);

  g_assert_null (tranche_order_list_get_query (page->list));
  tranche_order_list_page_set_text (page->page, "a");
  g_object_set (page->page, "sort", "-amount", NULL);
  g_assert_null (tranche_order_list_get_query (page->list));

  tranche_order_list_page_set_view (page->page, TRANCHE_VIEW_TODAY, NULL);
  g_assert_cmpuint (page->n_queries, ==, 1);
  g_assert_nonnull (tranche_order_list_get_query (page->list));
}

static void
test_restored (Page          *page,
               gconstpointer  data)
{
  g_autoptr (GVariant) state = NULL;
  TrancheOrderQuery *query;

  tranche_order_list_page_set_view (page->page, TRANCHE_VIEW_TODAY, NULL);
  tranche_order_list_page_set_text (page->page, "a");
  g_object_set (page->page, "sort", "-amount", NULL);
  state = g_variant_ref_sink (tranche_order_list_page_save (page->page));

  tranche_order_list_page_set_text (page->page, NULL);
  g_object_set (page->page, "sort", "", NULL);
  tranche_order_list_page_set_view (page->page, TRANCHE_VIEW_ALL, NULL);

  g_signal_connect_swapped (page->list, "notify::query", G_CALLBACK (query_changed_cb), page);
  tranche_order_list_page_restore (page->page, state);
  g_assert_cmpuint (page->n_queries, ==, 1);

  query = tranche_order_list_get_query (page->list);
  g_assert_cmpint (tranche_order_query_get_view (query), ==, TRANCHE_VIEW_TODAY);
  g_assert_cmpstr (tranche_order_query_get_text (query), ==, "a");
  g_assert_cmpint (tranche_order_query_get_sort_key (query), ==, TRANCHE_SORT_AMOUNT);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/order-list-page/first-question", Page, NULL, set_up, test_first_question, tear_down);
  g_test_add ("/ui/order-list-page/restored", Page, NULL, set_up, test_restored, tear_down);

  return g_test_run ();
}
