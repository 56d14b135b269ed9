/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/draft-order.h"

/* What the manager typed is what is sent after a restart, too. */
static void
test_round_trip (void)
{
  g_autoptr (TrancheAccount) account = tranche_account_new ("globus");
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("UAH");
  TrancheMoney price = tranche_money (249999, "UAH");
  TrancheCustomer customer = { .last_name = (char *) "Шевченко", .phone = (char *) "0501234567" };
  TrancheSale sale = {
    .invoice_number = (char *) "РН-0007",
    .invoice_date = (char *) "2025-11-21",
    .point_code = (char *) "К-1",
    .parts = 6,
    .first_payment = tranche_money (5000, "UAH"),
  };
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Диван", 2, &price, NULL, NULL);
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrderDraft) again = NULL;
  const TrancheSale *same;

  tranche_order_draft_set_number (draft, "A-1");
  tranche_order_draft_set_product_code (draft, "Глобус 6");
  tranche_order_draft_set_customer (draft, &customer);
  tranche_order_draft_set_sale (draft, &sale);
  tranche_order_draft_add_item (draft, item);

  order = tranche_draft_order_new (draft, account);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_DRAFT);
  g_assert_cmpstr (tranche_order_get_account_id (order), ==, tranche_account_get_id (account));
  g_assert_cmpstr (tranche_order_get_invoice_number (order), ==, "РН-0007");
  g_assert_cmpstr (tranche_order_get_point_code (order), ==, "К-1");

  again = tranche_draft_order_to_draft (order);
  same = tranche_order_draft_get_sale (again);
  g_assert_cmpstr (tranche_order_draft_get_number (again), ==, "A-1");
  g_assert_cmpstr (tranche_order_draft_get_product_code (again), ==, "Глобус 6");
  g_assert_cmpstr (tranche_order_draft_get_customer (again)->last_name, ==, "Шевченко");
  g_assert_cmpint (tranche_order_draft_get_sum (again)->minor, ==, 499998);
  g_assert_cmpuint (tranche_order_draft_get_items (again)->len, ==, 1);
  g_assert_cmpstr (same->invoice_number, ==, "РН-0007");
  g_assert_cmpstr (same->invoice_date, ==, "2025-11-21");
  g_assert_cmpstr (same->point_code, ==, "К-1");
  g_assert_cmpuint (same->parts, ==, 6);
  g_assert_cmpint (same->first_payment.minor, ==, 5000);
}

/* Banks that do not ask for the sale are not told of one. */
static void
test_no_sale (void)
{
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrderDraft) again = NULL;
  TrancheMoney price = tranche_money (100, "RUB");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Диван", 1, &price, NULL, NULL);

  tranche_order_draft_add_item (draft, item);
  order = tranche_draft_order_new (draft, account);
  g_assert_null (tranche_order_get_invoice_number (order));
  g_assert_cmpuint (tranche_order_get_term (order), ==, 0);
  g_assert_false (tranche_money_is_set (tranche_order_get_first_payment (order)));

  again = tranche_draft_order_to_draft (order);
  g_assert_null (tranche_order_draft_get_sale (again)->invoice_date);
  g_assert_cmpuint (tranche_order_draft_get_sale (again)->parts, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft-order/round-trip", test_round_trip);
  g_test_add_func ("/draft-order/no-sale", test_no_sale);

  return g_test_run ();
}
