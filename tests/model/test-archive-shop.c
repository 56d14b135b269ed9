/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "model/shop.h"

/* An archive is read, and nothing of it changes, whatever is tried. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (TrancheShop) shop = NULL;
  g_autoptr (TrancheOrder) found = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) looked = NULL;
  g_autoptr (GAsyncResult) committed = NULL;
  g_autoptr (GAsyncResult) begun = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;
  TrancheOrderBook *book;

  fixture_close (fixture);
  tranche_shop_open_archive_async (fixture->path, NULL, NULL, store_result_cb, &opened);
  wait_for_result (&opened);
  shop = tranche_shop_open_archive_finish (opened, &error);
  g_assert_no_error (error);
  g_assert_true (tranche_shop_get_archive (shop));

  book = tranche_shop_get_book (shop);
  tranche_order_book_find_async (book, tranche_order_get_account_id (order), "A-1", NULL,
                                 store_result_cb, &looked);
  wait_for_result (&looked);
  found = tranche_order_book_find_finish (book, looked, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (found), ==, TRANCHE_STAGE_READY);

  tranche_operations_commit_async (tranche_shop_get_operations (shop), found, NULL,
                                   store_result_cb, &committed);
  wait_for_result (&committed);
  g_assert_null (tranche_operations_commit_finish (tranche_shop_get_operations (shop), committed,
                                                   &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  tranche_order_book_begin_async (book, tranche_order_get_id (found), TRANCHE_OPERATION_COMMIT, "me",
                                  NULL, store_result_cb, &begun);
  wait_for_result (&begun);
  g_assert_cmpint (tranche_order_book_begin_finish (book, begun, &error), ==, 0);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED);
  g_assert_null (tranche_order_book_get_trouble (book));

  tranche_shop_close_async (shop, store_result_cb, &closed);
  wait_for_result (&closed);
  g_assert_true (tranche_shop_close_finish (shop, closed, NULL));
  fixture_open (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/archive-shop/read-only", Fixture, NULL, fixture_set_up, test_read_only,
              fixture_tear_down);

  return g_test_run ();
}
