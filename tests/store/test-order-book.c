/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-calls.h"
#include "core/bank-error.h"
#include "full-order.h"

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (TrancheOrder) full = make_full_order ("A/1 ё");
  g_autoptr (TrancheOrder) bare = tranche_order_new ();
  g_autoptr (TrancheOrder) added_full = NULL;
  g_autoptr (TrancheOrder) added_bare = NULL;
  g_autoptr (TrancheOrder) loaded = NULL;
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);
  g_autoptr (GError) error = NULL;
  TrancheMoney amount = tranche_money (100, "UAH");

  added_full = add_order (fixture, full, &error);
  g_assert_no_error (error);
  assert_order (added_full, full);

  tranche_order_set_account_id (bare, "another");
  tranche_order_set_number (bare, "A/1 ё");
  tranche_order_set_amount (bare, &amount);
  tranche_order_set_created_at (bare, created);
  tranche_order_set_changed_at (bare, created);
  added_bare = add_order (fixture, bare, &error);
  g_assert_no_error (error);

  fixture_close (fixture);
  fixture_open (fixture);
  loaded = load_order (fixture, tranche_order_get_id (added_full));
  assert_order (loaded, full);
  g_clear_object (&loaded);
  loaded = load_order (fixture, tranche_order_get_id (added_bare));
  assert_order (loaded, bare);
}

static void
test_same_number (Fixture       *fixture,
                  gconstpointer  unused)
{
  g_autoptr (TrancheOrder) order = make_order ("1");
  g_autoptr (TrancheOrder) added = NULL;
  g_autoptr (GError) error = NULL;

  added = add_order (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_null (add_order (fixture, order, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_null (strstr (error->message, "Иванова"));
}

static void
test_currencies (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (TrancheOrder) order = make_order ("1");
  g_autoptr (GError) error = NULL;
  TrancheMoney foreign = tranche_money (1, "UAH");

  tranche_order_set_transfer_amount (order, &foreign);
  g_assert_null (add_order (fixture, order, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED);
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
  gint64 sent = add_in_stage (fixture, "2", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) draft = make_order ("7");
  g_autoptr (TrancheOrder) edited = NULL;
  g_autoptr (TrancheOrder) loaded = NULL;
  g_autoptr (GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  TrancheMoney price = tranche_money (300, "RUB");

  g_ptr_array_add (items, tranche_order_item_new ("Стол", 1, &price, NULL, NULL));
  g_ptr_array_add (items, tranche_order_item_new ("Стул", 4, &price, NULL, NULL));
  tranche_order_set_items (draft, items);
  tranche_order_set_id (draft, id);
  tranche_order_book_edit_async (fixture->book, draft, NULL, ready_cb, &result);
  await (&result);
  edited = tranche_order_book_edit_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  loaded = load_order (fixture, id);
  assert_order (loaded, edited);
  g_assert_cmpstr (tranche_order_get_number (loaded), ==, "7");
  assert_items (tranche_order_get_items (loaded), items);
  g_assert_cmpint (tranche_order_get_stage (loaded), ==, TRANCHE_STAGE_DRAFT);

  tranche_order_set_id (draft, sent);
  tranche_order_book_edit_async (fixture->book, draft, NULL, ready_cb, &second);
  await (&second);
  g_assert_null (tranche_order_book_edit_finish (fixture->book, second, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gint64 draft = add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
  gint64 sending = add_in_stage (fixture, "2", TRANCHE_STAGE_DRAFT);
  gint64 again;

  g_assert_cmpint (begin_operation (fixture, sending, TRANCHE_OPERATION_CREATE, NULL), >, 0);
  g_assert_false (remove_order (fixture, sending, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  g_clear_error (&error);

  g_assert_true (remove_order (fixture, draft, &error));
  g_assert_no_error (error);
  g_assert_null (load_order (fixture, draft));
  g_assert_false (remove_order (fixture, draft, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);

  /* Neither the number nor the search keeps a trace; the id is not used again. */
  again = add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
  g_assert_cmpint (again, >, sending);
}

static void
test_apply (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) signed_answer = make_answer (TRANCHE_STAGE_READY, "signed");
  g_autoptr (TrancheOrder) again = make_answer (TRANCHE_STAGE_READY, "signed");
  g_autoptr (TrancheOrder) failed = NULL;
  g_autoptr (TrancheOrder) first = NULL;
  g_autoptr (TrancheOrder) second = NULL;
  g_autoptr (TrancheOrder) loaded = NULL;
  g_autoptr (GPtrArray) history = NULL;
  TrancheHistoryEntry *entry;

  failed = fail_order (fixture, id, TRANCHE_BANK_ERROR_TIMEOUT);
  g_assert_cmpint (tranche_order_get_last_error_code (failed), ==, TRANCHE_BANK_ERROR_TIMEOUT);

  tranche_order_set_trace_id (signed_answer, "t-1");
  tranche_order_set_trace_id (again, "t-2");
  first = apply_answer (fixture, id, signed_answer, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tranche_order_get_trace_id (first), ==, "t-1");
  g_assert_cmpint (tranche_order_get_stage (first), ==, TRANCHE_STAGE_READY);
  g_assert_cmpint (tranche_order_get_last_error_code (first), ==, 0);
  g_assert_nonnull (tranche_order_get_checked_at (first));
  g_assert_nonnull (tranche_order_get_signed_at (first));

  /* The same answer again is only a check. */
  second = apply_answer (fixture, id, again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_date_time_compare (tranche_order_get_checked_at (second),
                                        tranche_order_get_checked_at (first)), >=, 0);
  assert_time (tranche_order_get_changed_at (second), tranche_order_get_changed_at (first));
  g_assert_cmpstr (tranche_order_get_trace_id (second), ==, "t-2");
  loaded = load_order (fixture, id);
  assert_order (loaded, second);

  history = load_history (fixture, id);
  g_assert_cmpuint (history->len, ==, 2);
  entry = g_ptr_array_index (history, 1);
  g_assert_cmpstr (tranche_history_entry_get_trace_id (entry), ==, "t-1");
  g_assert_cmpint (tranche_history_entry_get_origin (entry), ==, TRANCHE_ORIGIN_POLL);
  g_assert_cmpint (tranche_history_entry_get_operation (entry), ==, TRANCHE_OPERATION_NONE);
  g_assert_cmpint (tranche_history_entry_get_from (entry), ==, TRANCHE_STAGE_WAITING);
  g_assert_cmpint (tranche_history_entry_get_to (entry), ==, TRANCHE_STAGE_READY);
  g_assert_cmpstr (tranche_history_entry_get_detail (entry), ==, "signed");

  g_assert_null (apply_answer (fixture, 4711, again, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
}

/* An answer that tells of a stage that is past changes nothing, but the bank
 * was reached. */
static void
test_apply_late (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_CLOSED);
  g_autoptr (TrancheOrder) answer = make_answer (TRANCHE_STAGE_WAITING, NULL);
  g_autoptr (TrancheOrder) failed = fail_order (fixture, id, TRANCHE_BANK_ERROR_TIMEOUT);
  g_autoptr (TrancheOrder) applied = apply_answer (fixture, id, answer, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (applied), ==, TRANCHE_STAGE_CLOSED);
  g_assert_nonnull (tranche_order_get_checked_at (applied));
  g_assert_cmpint (tranche_order_get_last_error_code (applied), ==, 0);
}

/* History tells what the bank said of the order, not each lost connection. */
static void
test_fail (Fixture       *fixture,
           gconstpointer  unused)
{
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_WAITING);
  static const int codes[] = {
    TRANCHE_BANK_ERROR_NETWORK, TRANCHE_BANK_ERROR_TIMEOUT, TRANCHE_BANK_ERROR_NOT_FOUND,
    TRANCHE_BANK_ERROR_NOT_FOUND,
  };
  g_autoptr (GPtrArray) history = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autoptr (TrancheOrder) failed = fail_order (fixture, id, codes[i]);
    g_autoptr (TrancheOrder) loaded = load_order (fixture, id);

    g_assert_cmpint (tranche_order_get_last_error_code (failed), ==, codes[i]);
    g_assert_cmpstr (tranche_order_get_trace_id (failed), ==, "trace-failed");
    assert_order (failed, loaded);
  }

  history = load_history (fixture, id);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpint (tranche_history_entry_get_error_code (g_ptr_array_index (history, 1)), ==,
                   TRANCHE_BANK_ERROR_NOT_FOUND);
  g_assert_cmpstr (tranche_history_entry_get_trace_id (g_ptr_array_index (history, 1)), ==,
                   "trace-failed");
}

static void
test_goods (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (TrancheOrder) order = make_order ("1");
  g_autoptr (TrancheOrder) added = NULL;
  g_autoptr (GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  TrancheMoney price = tranche_money (4990, "RUB");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheCatalogue) catalogue = NULL;
  g_autoptr (TrancheOrderItem) found = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, tranche_order_item_new ("Кружка", 3, &price, "Посуда", "4820000000017"));
  tranche_order_set_items (order, items);
  added = add_order (fixture, order, NULL);
  g_assert_nonnull (added);

  tranche_order_book_goods_async (fixture->book, NULL, ready_cb, &result);
  await (&result);
  catalogue = tranche_order_book_goods_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tranche_catalogue_get_n_goods (catalogue), ==, 1);
  found = tranche_catalogue_find_code (catalogue, "4820000000017", "RUB");
  g_assert_cmpstr (tranche_order_item_get_name (found), ==, "Кружка");
  g_assert_cmpstr (tranche_order_item_get_category (found), ==, "Посуда");
  g_assert_cmpint (tranche_order_item_get_price (found)->minor, ==, 4990);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/order-book/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("same-number", test_same_number);
  ADD ("goods", test_goods);
  ADD ("currencies", test_currencies);
  ADD ("edit", test_edit);
  ADD ("remove", test_remove);
  ADD ("apply", test_apply);
  ADD ("apply-late", test_apply_late);
  ADD ("fail", test_fail);

  return g_test_run ();
}
