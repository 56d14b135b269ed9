/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/bank-error.h"
#include "core/reported-order.h"
#include "fixture.h"

static void
assert_time (GDateTime *a,
             GDateTime *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a)
    g_assert_true (g_date_time_equal (a, b));
}

static void
assert_items (GPtrArray *a,
              GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (tranche_order_item_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)));
}

/* Whether every fact is the same, the id apart. */
static void
assert_order (TrancheOrder *a,
              TrancheOrder *b)
{
  static const char * (* const strings[]) (TrancheOrder *) = {
    tranche_order_get_account_id, tranche_order_get_number, tranche_order_get_bank_order_id,
    tranche_order_get_link, tranche_order_get_product_code, tranche_order_get_raw_state,
    tranche_order_get_raw_answer, tranche_order_get_loan_number, tranche_order_get_chosen_bank,
    tranche_order_get_product_kind, tranche_order_get_signing_type,
    tranche_order_get_signing_types, tranche_order_get_invoice_number,
    tranche_order_get_invoice_date, tranche_order_get_point_code, tranche_order_get_trace_id,
    tranche_order_get_last_error,
  };
  static const TrancheMoney * (* const moneys[]) (TrancheOrder *) = {
    tranche_order_get_amount, tranche_order_get_first_payment, tranche_order_get_credit_amount,
    tranche_order_get_transfer_amount, tranche_order_get_monthly_payment,
  };
  static GDateTime * (* const times[]) (TrancheOrder *) = {
    tranche_order_get_created_at, tranche_order_get_changed_at, tranche_order_get_checked_at,
    tranche_order_get_signed_at, tranche_order_get_committed_at, tranche_order_get_cooling_until,
    tranche_order_get_expires_at,
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_assert_cmpstr (strings[i] (a), ==, strings[i] (b));
  for (guint i = 0; i < G_N_ELEMENTS (moneys); i++)
    g_assert_true (tranche_money_equal (moneys[i] (a), moneys[i] (b)));
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    assert_time (times[i] (a), times[i] (b));
  g_assert_cmpint (tranche_order_get_demo (a), ==, tranche_order_get_demo (b));
  g_assert_cmpint (tranche_order_get_stage (a), ==, tranche_order_get_stage (b));
  g_assert_cmpint (tranche_order_get_reason (a), ==, tranche_order_get_reason (b));
  g_assert_cmpint (tranche_order_get_term (a), ==, tranche_order_get_term (b));
  g_assert_cmpint (tranche_order_get_last_error_code (a), ==,
                   tranche_order_get_last_error_code (b));
  g_assert_true (tranche_customer_equal (tranche_order_get_customer (a),
                                         tranche_order_get_customer (b)));
  assert_items (tranche_order_get_items (a), tranche_order_get_items (b));
}

static void
fill_money (TrancheOrder *order)
{
  TrancheMoney first = tranche_money (1, "RUB");
  TrancheMoney credit = tranche_money (G_MAXINT64, "RUB");
  TrancheMoney transfer = tranche_money (0, "RUB");
  TrancheMoney monthly = tranche_money (-5, "RUB");

  tranche_order_set_first_payment (order, &first);
  tranche_order_set_credit_amount (order, &credit);
  tranche_order_set_transfer_amount (order, &transfer);
  tranche_order_set_monthly_payment (order, &monthly);
}

static void
fill_times (TrancheOrder *order)
{
  static void (* const setters[]) (TrancheOrder *, GDateTime *) = {
    tranche_order_set_changed_at, tranche_order_set_checked_at, tranche_order_set_signed_at,
    tranche_order_set_committed_at, tranche_order_set_cooling_until, tranche_order_set_expires_at,
  };
  g_autoptr (GTimeZone) moscow = g_time_zone_new_offset (3 * 60 * 60);

  for (guint i = 0; i < G_N_ELEMENTS (setters); i++) {
    g_autoptr (GDateTime) time = g_date_time_new (moscow, 2026, 1 + i, 2, 3, 4, 5.000006);

    setters[i] (order, time);
  }
}

static TrancheOrder *
make_full_order (const char *number)
{
  TrancheOrder *order = make_order (number);
  g_autoptr (TrancheCustomer) customer = tranche_customer_copy (tranche_order_get_customer (order));

  customer->middle_name = g_strdup ("Ђорђевна");
  customer->email = g_strdup ("a@example.com");
  customer->tax_code = g_strdup ("770123456789");
  tranche_order_set_customer (order, customer);
  tranche_order_set_bank_order_id (order, "demo-1");
  tranche_order_set_link (order, "https://example.com/?a=b&c='d'\"");
  tranche_order_set_product_code (order, "installment_0_0_6_6,5");
  tranche_order_set_demo (order, TRUE);
  tranche_order_set_stage (order, TRANCHE_STAGE_CANCELED);
  tranche_order_set_reason (order, TRANCHE_REASON_EXPIRED);
  tranche_order_set_raw_state (order, "canceled");
  tranche_order_set_raw_answer (order, "{\"status\":\"canceled\"}");
  tranche_order_set_term (order, 24);
  tranche_order_set_loan_number (order, "5-123");
  tranche_order_set_chosen_bank (order, "tcb");
  tranche_order_set_product_kind (order, "credit");
  tranche_order_set_signing_type (order, "sms");
  tranche_order_set_signing_types (order, "sms,ses");
  tranche_order_set_invoice_number (order, "РН-17/3");
  tranche_order_set_invoice_date (order, "2026-03-14");
  tranche_order_set_point_code (order, "K-1");
  tranche_order_set_trace_id (order, "7f0c");
  tranche_order_set_last_error (order, TRANCHE_BANK_ERROR_SERVER, "500");
  fill_money (order);
  fill_times (order);
  return order;
}

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

static gboolean
remove_order (Fixture  *fixture,
              gint64    id,
              GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_book_remove_async (fixture->book, id, NULL, ready_cb, &result);
  await (&result);
  return tranche_order_book_remove_finish (fixture->book, result, error);
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
test_find (Fixture       *fixture,
           gconstpointer  unused)
{
  static const struct {
    const char *account;
    const char *number;
    gboolean found;
  } cases[] = {
    { FIXTURE_ACCOUNT, "1", TRUE },
    { FIXTURE_ACCOUNT, "2", FALSE },
    { "another", "1", FALSE },
  };
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_WAITING);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TrancheOrder) order = NULL;
    g_autoptr (GError) error = NULL;

    tranche_order_book_find_async (fixture->book, cases[i].account, cases[i].number, NULL,
                                   ready_cb, &result);
    await (&result);
    order = tranche_order_book_find_finish (fixture->book, result, &error);
    if (cases[i].found)
      g_assert_cmpint (tranche_order_get_id (order), ==, id);
    else
      g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
  }
}

static gint64
add_with_bank_id (Fixture    *fixture,
                  const char *number,
                  const char *bank_order_id)
{
  g_autoptr (TrancheOrder) order = make_order (number);
  g_autoptr (TrancheOrder) added = NULL;

  tranche_order_set_bank_order_id (order, bank_order_id);
  added = add_order (fixture, order, NULL);

  return tranche_order_get_id (added);
}

static void
test_find_number (Fixture       *fixture,
                  gconstpointer  unused)
{
  static const char * const numbers[] = { "TILL/7", "till/7", "TILL/77", "" };
  g_autoptr (TrancheOrder) order = make_order ("TILL/7");
  g_autoptr (TrancheOrder) other = make_order ("TILL/8");
  g_autoptr (TrancheOrder) added = add_order (fixture, order, NULL);
  g_autoptr (TrancheOrder) added_other = add_order (fixture, other, NULL);

  g_assert_nonnull (added);
  g_assert_nonnull (added_other);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GArray) ids = NULL;
    g_autoptr (GError) error = NULL;

    tranche_order_book_find_number_async (fixture->book, numbers[i], NULL, ready_cb, &result);
    await (&result);
    ids = tranche_order_book_find_number_finish (fixture->book, result, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (ids->len, ==, i == 0 ? 1 : 0);
    if (i == 0)
      g_assert_cmpint (g_array_index (ids, gint64, 0), ==, tranche_order_get_id (added));
  }
}

static void
test_find_by_bank_id (Fixture       *fixture,
                      gconstpointer  unused)
{
  gint64 only = add_with_bank_id (fixture, "1", "b-1");
  gint64 older = add_with_bank_id (fixture, "2", "b-2");
  gint64 newer = add_with_bank_id (fixture, "3", "b-2");
  gint64 none = add_with_bank_id (fixture, "4", NULL);
  const struct {
    const char *account;
    const char *bank_order_id;
    gint64 id;
  } cases[] = {
    { FIXTURE_ACCOUNT, "b-1", only },
    { FIXTURE_ACCOUNT, "b-2", newer },
    { FIXTURE_ACCOUNT, "B-1", 0 },
    { FIXTURE_ACCOUNT, "", 0 },
    { FIXTURE_ACCOUNT, "1", 0 },
    { "another", "b-1", 0 },
  };

  g_assert_cmpint (older, <, newer);
  g_assert_cmpint (none, !=, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TrancheOrder) order = NULL;
    g_autoptr (GError) error = NULL;

    tranche_order_book_find_by_bank_id_async (fixture->book, cases[i].account,
                                              cases[i].bank_order_id, NULL, ready_cb, &result);
    await (&result);
    order = tranche_order_book_find_by_bank_id_finish (fixture->book, result, &error);
    if (cases[i].id)
      g_assert_cmpint (tranche_order_get_id (order), ==, cases[i].id);
    else
      g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
  }
}

static void
set_committed_at (TrancheOrder *order,
                  int           minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2025, 12, 3, 0, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_minutes (time, minute);

  tranche_order_set_stage (order, TRANCHE_STAGE_COMMITTED);
  tranche_order_set_committed_at (order, then);
}

static void
add_committed (Fixture    *fixture,
               const char *number,
               int         minute)
{
  g_autoptr (TrancheOrder) order = make_order (number);
  g_autoptr (TrancheOrder) added = NULL;

  set_committed_at (order, minute);
  tranche_order_set_bank_order_id (order, number);
  added = add_order (fixture, order, NULL);
  g_assert_nonnull (added);
}

static void
assert_reported (const TrancheReportedOrder *reported,
                 const char                 *number)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_cmpstr (tranche_order_get_number (reported->order), ==, number);
  g_assert_cmpint (g_date_time_difference (now, reported->known_since), <, G_TIME_SPAN_HOUR);
  g_assert_cmpuint (reported->returns->len, ==, 0);
}

static void
test_reported (Fixture       *fixture,
               gconstpointer  unused)
{
  const char *ids[] = { "b-1", "in", "nobody", "b-1", NULL };
  g_autoptr (GDateTime) from = g_date_time_new_utc (2025, 12, 3, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2025, 12, 4, 0, 0, 0);
  g_autoptr (TrancheOrder) foreign = make_order ("foreign");
  g_autoptr (TrancheOrder) added = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  add_with_bank_id (fixture, "named", "b-1");
  add_with_bank_id (fixture, "other", "b-2");
  add_committed (fixture, "before", -1);
  add_committed (fixture, "in", 24 * 60 - 1);
  add_committed (fixture, "first", 0);
  add_committed (fixture, "after", 24 * 60);
  tranche_order_set_account_id (foreign, "another");
  set_committed_at (foreign, 1);
  added = add_order (fixture, foreign, NULL);
  g_assert_nonnull (added);

  tranche_order_book_reported_async (fixture->book, FIXTURE_ACCOUNT, from, until, ids, NULL,
                                     ready_cb, &result);
  await (&result);
  orders = tranche_order_book_reported_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 3);
  assert_reported (orders->pdata[0], "first");
  assert_reported (orders->pdata[1], "in");
  assert_reported (orders->pdata[2], "named");
}

static void
test_load_order (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;
  gint64 gone = 4711;
  gint64 first = add_in_stage (fixture, "1", TRANCHE_STAGE_WAITING);
  gint64 second = add_in_stage (fixture, "2", TRANCHE_STAGE_WAITING);

  g_array_append_val (ids, second);
  g_array_append_val (ids, gone);
  g_array_append_val (ids, first);
  tranche_order_book_load_async (fixture->book, ids, NULL, ready_cb, &result);
  await (&result);
  orders = tranche_order_book_load_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 2);
  g_assert_cmpint (tranche_order_get_id (g_ptr_array_index (orders, 0)), ==, second);
  g_assert_cmpint (tranche_order_get_id (g_ptr_array_index (orders, 1)), ==, first);
}

static void
test_watched (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;
  gboolean watched[TRANCHE_N_STAGES] = { FALSE };

  for (TrancheStage stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    g_autofree char *number = g_strdup_printf ("%d", stage);
    g_autoptr (TrancheOrder) order = make_order (number);
    g_autoptr (TrancheOrder) added = NULL;
    g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

    tranche_order_set_stage (order, stage);
    if (stage == TRANCHE_STAGE_COMMITTED)
      tranche_order_set_committed_at (order, now);
    added = add_order (fixture, order, &error);
    g_assert_no_error (error);
  }

  tranche_order_book_watched_async (fixture->book, NULL, ready_cb, &result);
  await (&result);
  orders = tranche_order_book_watched_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < orders->len; i++)
    watched[tranche_order_get_stage (g_ptr_array_index (orders, i))] = TRUE;
  for (TrancheStage stage = 0; stage < TRANCHE_N_STAGES; stage++)
    g_assert_cmpint (watched[stage], ==,
                     tranche_stage_is_open (stage) || stage == TRANCHE_STAGE_SENDING ||
                     stage == TRANCHE_STAGE_COMMITTED);
}

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
  ADD ("find-number", test_find_number);
  ADD ("goods", test_goods);
  ADD ("currencies", test_currencies);
  ADD ("edit", test_edit);
  ADD ("remove", test_remove);
  ADD ("apply", test_apply);
  ADD ("apply-late", test_apply_late);
  ADD ("fail", test_fail);
  ADD ("find", test_find);
  ADD ("find-by-bank-id", test_find_by_bank_id);
  ADD ("reported", test_reported);
  ADD ("load-order", test_load_order);
  ADD ("watched", test_watched);
  ADD ("signals", test_signals);
  ADD ("batch", test_batch);
  ADD ("cancellation", test_cancellation);
  ADD ("close", test_close);

  return g_test_run ();
}
