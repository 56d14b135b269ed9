/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-draft.h"

#define BOTH(name) { tranche_order_draft_get_##name, tranche_order_draft_set_##name }

static const struct {
  const char *(* get) (TrancheOrderDraft *self);
  void (* set) (TrancheOrderDraft *self,
                const char        *text);
} strings[] = {
  BOTH (number), BOTH (product_code), BOTH (webhook_url), BOTH (success_url),
  BOTH (fail_url), BOTH (return_url), BOTH (demo_flow), BOTH (initial_stage),
};

static void
add_item (TrancheOrderDraft *draft,
          gint64             quantity,
          gint64             minor,
          const char        *currency)
{
  TrancheMoney price = tranche_money (minor, currency);
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("a", quantity, &price, NULL, NULL);

  tranche_order_draft_add_item (draft, item);
}

static void
test_strings (void)
{
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");

  g_assert_cmpstr (tranche_order_draft_get_currency (draft), ==, "RUB");

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autofree char *text = g_strdup_printf ("text %zu", i);

    g_assert_null (strings[i].get (draft));
    strings[i].set (draft, text);
  }

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autofree char *text = g_strdup_printf ("text %zu", i);

    g_assert_cmpstr (strings[i].get (draft), ==, text);
  }
}

static void
test_sum (void)
{
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");
  TrancheMoney typed = tranche_money (1, "RUB");

  g_assert_cmpint (tranche_order_draft_get_sum (draft)->minor, ==, 0);
  g_assert_cmpstr (tranche_order_draft_get_sum (draft)->currency, ==, "RUB");

  add_item (draft, 2, 150, "RUB");
  add_item (draft, 1, 1, "RUB");
  g_assert_cmpuint (tranche_order_draft_get_items (draft)->len, ==, 2);
  g_assert_cmpint (tranche_order_draft_get_sum (draft)->minor, ==, 301);

  tranche_order_draft_set_sum (draft, &typed);
  add_item (draft, 1, 1, "RUB");
  g_assert_true (tranche_money_equal (tranche_order_draft_get_sum (draft), &typed));

  tranche_order_draft_set_sum (draft, NULL);
  g_assert_cmpint (tranche_order_draft_get_sum (draft)->minor, ==, 302);
}

/* A sum that cannot be counted is no sum, and never a wrong one. */
static void
test_sum_impossible (void)
{
  g_autoptr (TrancheOrderDraft) large = tranche_order_draft_new ("RUB");
  g_autoptr (TrancheOrderDraft) mixed = tranche_order_draft_new ("RUB");

  add_item (large, 2, TRANCHE_MONEY_MAX, "RUB");
  g_assert_false (tranche_money_is_set (tranche_order_draft_get_sum (large)));

  add_item (mixed, 1, 1, "UAH");
  g_assert_false (tranche_money_is_set (tranche_order_draft_get_sum (mixed)));
}

static void
test_customer (void)
{
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();

  g_assert_null (tranche_order_draft_get_customer (draft)->phone);

  customer->phone = g_strdup ("+79998887766");
  tranche_order_draft_set_customer (draft, customer);
  tranche_order_draft_set_customer (draft, tranche_order_draft_get_customer (draft));
  g_assert_true (tranche_order_draft_get_customer (draft) != customer);
  g_assert_cmpstr (tranche_order_draft_get_customer (draft)->phone, ==, "+79998887766");

  tranche_order_draft_set_customer (draft, NULL);
  g_assert_null (tranche_order_draft_get_customer (draft)->phone);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-draft/strings", test_strings);
  g_test_add_func ("/order-draft/sum", test_sum);
  g_test_add_func ("/order-draft/sum-impossible", test_sum_impossible);
  g_test_add_func ("/order-draft/customer", test_customer);

  return g_test_run ();
}
