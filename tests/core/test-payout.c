/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/payout.h"

static void
test_fields (void)
{
  TrancheMoney amount = tranche_money (249999, "RUB");
  TrancheOrder *order = tranche_order_new ();
  g_autoptr (TranchePayout) payout = tranche_payout_new (TRANCHE_PAYOUT_DUE, &amount, order);

  g_object_add_weak_pointer (G_OBJECT (order), (gpointer *) &order);
  g_object_unref (order);

  g_assert_cmpint (tranche_payout_get_state (payout), ==, TRANCHE_PAYOUT_DUE);
  g_assert_true (tranche_money_equal (tranche_payout_get_amount (payout), &amount));
  g_assert_nonnull (order);
  g_assert_true (tranche_payout_get_order (payout) == order);

  g_clear_pointer (&payout, tranche_payout_free);
  g_assert_null (order);
}

static void
test_nullable (void)
{
  g_autoptr (TranchePayout) payout = tranche_payout_new (TRANCHE_PAYOUT_NOT_COMMITTED, NULL, NULL);

  g_assert_false (tranche_money_is_set (tranche_payout_get_amount (payout)));
  g_assert_null (tranche_payout_get_order (payout));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/payout/fields", test_fields);
  g_test_add_func ("/payout/nullable", test_nullable);

  return g_test_run ();
}
