/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "full-order.h"

#include "core/bank-error.h"

void
assert_time (GDateTime *a,
             GDateTime *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a)
    g_assert_true (g_date_time_equal (a, b));
}

void
assert_items (GPtrArray *a,
              GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (tranche_order_item_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)));
}

void
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

TrancheOrder *
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
