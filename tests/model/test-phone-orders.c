/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/phone-orders.h"

static TrancheOrder *
new_order (const char   *number,
           const char   *phone,
           const char   *last_name,
           gint64        amount,
           TrancheStage  stage,
           GDateTime    *created_at)
{
  TrancheOrder *order = tranche_order_new ();
  TrancheMoney money = tranche_money (amount, "RUB");
  TrancheCustomer customer = { .phone = (char *) phone, .last_name = (char *) last_name };

  tranche_order_set_number (order, number);
  tranche_order_set_customer (order, &customer);
  tranche_order_set_amount (order, &money);
  tranche_order_set_stage (order, stage);
  tranche_order_set_created_at (order, created_at);

  return order;
}

static void
add (Fixture    *fixture,
     const char *number,
     const char *phone,
     int         hours_ago)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) created_at = g_date_time_add_hours (now, -hours_ago);
  g_autoptr (TrancheOrder) order = new_order (number, phone, "Иванова", 100, TRANCHE_STAGE_WAITING,
                                              created_at);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) added = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_set_account_id (order, tranche_account_get_id (fixture->account));
  tranche_order_book_add_async (fixture->book, order, TRANCHE_ORIGIN_USER, NULL, store_result_cb,
                                &result);
  wait_for_result (&result);
  added = tranche_order_book_add_finish (fixture->book, result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
find (Fixture    *fixture,
      const char *phone)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *orders = NULL;

  tranche_phone_orders_find_async (fixture->book, phone, NULL, store_result_cb, &result);
  wait_for_result (&result);
  orders = tranche_phone_orders_find_finish (result, &error);
  g_assert_no_error (error);

  return orders;
}

/* However it was written and is written now; newest first, and no one else. */
static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const spellings[] = {
    "+7 (999) 888-77-66", "89998887766", "9998887766", " 8 999 888 77 66",
  };
  g_autoptr (GPtrArray) short_of_one = find (fixture, "98887766");
  g_autoptr (GPtrArray) nothing = find (fixture, NULL);

  add (fixture, "old", "8 (999) 888-77-66", 48);
  add (fixture, "new", "+79998887766", 1);
  add (fixture, "other", "+79998887767", 1);
  add (fixture, "998887766", "+79130000000", 1);
  g_assert_cmpuint (short_of_one->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++) {
    g_autoptr (GPtrArray) orders = find (fixture, spellings[i]);

    g_assert_cmpuint (orders->len, ==, 2);
    g_assert_cmpstr (tranche_order_get_number (orders->pdata[0]), ==, "new");
    g_assert_cmpstr (tranche_order_get_number (orders->pdata[1]), ==, "old");
  }
}

static void
test_whole (void)
{
  g_assert_true (tranche_phone_orders_is_whole ("050 123 45 67"));
  g_assert_true (tranche_phone_orders_is_whole ("+7 (999) 888-77-66"));
  g_assert_false (tranche_phone_orders_is_whole ("050 123 4"));
  g_assert_false (tranche_phone_orders_is_whole (""));
  g_assert_false (tranche_phone_orders_is_whole (NULL));
}

static void
test_named (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_null (tranche_phone_orders_find_named (orders));
  g_ptr_array_add (orders, new_order ("nameless", "1", NULL, 1, TRANCHE_STAGE_WAITING, now));
  g_ptr_array_add (orders, new_order ("masked", "1", "И***", 1, TRANCHE_STAGE_WAITING, now));
  g_assert_null (tranche_phone_orders_find_named (orders));
  g_ptr_array_add (orders, new_order ("named", "1", "Иванова", 1, TRANCHE_STAGE_WAITING, now));
  g_ptr_array_add (orders, new_order ("older", "1", "Петрова", 1, TRANCHE_STAGE_WAITING, now));
  g_assert_cmpstr (tranche_order_get_number (tranche_phone_orders_find_named (orders)), ==,
                   "named");
}

/* The same sum on the same day of the manager's zone, unless it came to nothing. */
static void
test_twin (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3 * 3600);
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2025, 12, 3, 0, 30, 0);
  g_autoptr (GDateTime) today = g_date_time_new_utc (2025, 12, 2, 21, 10, 0);
  g_autoptr (GDateTime) yesterday = g_date_time_new_utc (2025, 12, 2, 20, 59, 0);
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  TrancheMoney amount = tranche_money (100, "RUB");
  TrancheMoney foreign = tranche_money (100, "UAH");

  g_ptr_array_add (orders, new_order ("draft", "1", "x", 100, TRANCHE_STAGE_DRAFT, today));
  g_ptr_array_add (orders, new_order ("rejected", "1", "x", 100, TRANCHE_STAGE_REJECTED, today));
  g_ptr_array_add (orders, new_order ("canceled", "1", "x", 100, TRANCHE_STAGE_CANCELED, today));
  g_ptr_array_add (orders, new_order ("sum", "1", "x", 101, TRANCHE_STAGE_COMMITTED, today));
  g_ptr_array_add (orders, new_order ("old", "1", "x", 100, TRANCHE_STAGE_COMMITTED, yesterday));
  g_assert_null (tranche_phone_orders_find_twin (orders, &amount, now));

  g_ptr_array_add (orders, new_order ("twin", "1", "x", 100, TRANCHE_STAGE_SENDING, today));
  g_assert_cmpstr (tranche_order_get_number (tranche_phone_orders_find_twin (orders, &amount, now)),
                   ==, "twin");
  g_assert_null (tranche_phone_orders_find_twin (orders, &foreign, now));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/phone-orders/find", Fixture, NULL, fixture_set_up, test_find, fixture_tear_down);
  g_test_add_func ("/phone-orders/whole", test_whole);
  g_test_add_func ("/phone-orders/named", test_named);
  g_test_add_func ("/phone-orders/twin", test_twin);

  return g_test_run ();
}
