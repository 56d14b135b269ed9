/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-texts.h"
#include "ui/payout-words.h"

#define RUBLES "\302\240\342\202\275"

static void
assert_text (char       *text,
             const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static TrancheOrder *
create_order (const char *currency)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  TrancheMoney amount = tranche_money (10000000, currency);

  tranche_order_set_number (order, "T-1");
  tranche_order_set_amount (order, &amount);

  return g_steal_pointer (&order);
}

static void
test_nothing_known (void)
{
  char *(*const texts[]) (TrancheOrder *) = {
    tranche_order_text_first_payment, tranche_order_text_credit_amount,
    tranche_order_text_transfer_amount, tranche_order_text_monthly_payment,
    tranche_order_text_customer, tranche_order_text_phone, tranche_order_text_email,
    tranche_order_text_tax_code, tranche_order_text_loan_number,
    tranche_order_text_chosen_bank, tranche_order_text_signing,
    tranche_order_text_bank_order_id, tranche_order_text_created_at,
    tranche_order_text_signed_at, tranche_order_text_cooling_until,
    tranche_order_text_committed_at, tranche_order_text_expires_at,
    tranche_order_text_raw_state, tranche_order_text_raw_answer,
  };
  g_autoptr (TrancheOrder) order = create_order ("RUB");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    assert_text (texts[i] (order), "");
    assert_text (texts[i] (NULL), "");
  }

  assert_text (tranche_order_text_amount (NULL), "");
  assert_text (tranche_order_text_amount (order), "100,000.00" RUBLES);
  assert_text (tranche_order_text_product (order, NULL), "");
}

static void
test_monthly_payment (void)
{
  g_autoptr (TrancheOrder) order = create_order ("RUB");
  TrancheMoney payment = tranche_money (1750000, "RUB");

  tranche_order_set_term (order, 6);
  assert_text (tranche_order_text_monthly_payment (order), "6 months");
  tranche_order_set_monthly_payment (order, &payment);
  assert_text (tranche_order_text_monthly_payment (order), "17,500.00" RUBLES " · 6 months");
  assert_text (tranche_order_text_payments (order), "6 payments of 17,500.00" RUBLES);
  tranche_order_set_term (order, 0);
  assert_text (tranche_order_text_monthly_payment (order), "17,500.00" RUBLES);
  assert_text (tranche_order_text_payments (order), "17,500.00" RUBLES);
}

static void
test_phone (void)
{
  static const struct {
    const char *currency;
    const char *phone;
    const char *text;
  } rows[] = {
    { "RUB", "9998887766", "+7 999 888-77-66" },
    { "RUB", "8 (999) 888-77-66", "+7 999 888-77-66" },
    { "RUB", "+79998887766", "+7 999 888-77-66" },
    { "UAH", "+380998887766", "+380 99 888-77-66" },
    { "UAH", "0998887766", "+380 99 888-77-66" },
    { "RUB", "+7 999 ***-**-66", "+7 999 ***-**-66" },
    { "RUB", "112", "112" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheOrder) order = create_order (rows[i].currency);
    g_autoptr (TrancheCustomer) customer = tranche_customer_new ();

    customer->phone = g_strdup (rows[i].phone);
    tranche_order_set_customer (order, customer);
    assert_text (tranche_order_text_phone (order), rows[i].text);
  }
}

static void
test_product (void)
{
  g_autoptr (TrancheOrder) order = create_order ("RUB");
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
  g_autoptr (GPtrArray) products
    = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);

  g_ptr_array_add (products, tranche_product_new ("i_0_6", "0-0-6", NULL));
  tranche_account_set_products (account, products);

  tranche_order_set_product_code (order, "i_0_6");
  assert_text (tranche_order_text_product (order, account), "0-0-6");
  assert_text (tranche_order_text_product (order, NULL), "i_0_6");
  tranche_order_set_product_code (order, "other");
  assert_text (tranche_order_text_product (order, account), "other");
}

static void
test_signing (void)
{
  g_autoptr (TrancheOrder) order = create_order ("RUB");

  tranche_order_set_signing_types (order, "bank,sms");
  assert_text (tranche_order_text_signing (order),
               "at a meeting with the bank, by a code in an SMS");
  tranche_order_set_signing_type (order, "sms");
  assert_text (tranche_order_text_signing (order), "by a code in an SMS");
  tranche_order_set_signing_type (order, "wink");
  assert_text (tranche_order_text_signing (order), "wink");
}

static void
test_payout (void)
{
  static const struct {
    TranchePayoutState state;
    gboolean has_amount;
    const char *title;
    const char *committed;
  } rows[] = {
    { TRANCHE_PAYOUT_NOT_COMMITTED, TRUE, "Nothing is paid yet", "No" },
    { TRANCHE_PAYOUT_DUE, TRUE, "The bank pays 98,000.00" RUBLES,
      "Yes, since 3 December 2025, 14:05" },
    { TRANCHE_PAYOUT_DUE, FALSE, "The bank pays the shop",
      "Yes, since 3 December 2025, 14:05" },
    { TRANCHE_PAYOUT_PAID, TRUE, "The bank has paid 98,000.00" RUBLES,
      "Yes, since 3 December 2025, 14:05" },
    { TRANCHE_PAYOUT_PAID, FALSE, "The bank has paid the shop",
      "Yes, since 3 December 2025, 14:05" },
  };
  const TrancheMoney unset = TRANCHE_MONEY_UNSET;
  TrancheMoney amount = tranche_money (9800000, "RUB");
  g_autoptr (TrancheOrder) order = create_order ("RUB");
  g_autoptr (GDateTime) since = g_date_time_new_utc (2025, 12, 3, 14, 5, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TranchePayout) payout
      = tranche_payout_new (rows[i].state, rows[i].has_amount ? &amount : &unset, NULL);

    tranche_order_set_committed_at (order, since);
    assert_text (tranche_payout_title (payout), rows[i].title);
    assert_text (tranche_payout_committed (payout, order), rows[i].committed);
    g_assert_cmpstr (tranche_payout_advice (rows[i].state), !=, "");
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-texts/nothing-known", test_nothing_known);
  g_test_add_func ("/order-texts/monthly-payment", test_monthly_payment);
  g_test_add_func ("/order-texts/phone", test_phone);
  g_test_add_func ("/order-texts/product", test_product);
  g_test_add_func ("/order-texts/signing", test_signing);
  g_test_add_func ("/order-texts/payout", test_payout);

  return g_test_run ();
}
