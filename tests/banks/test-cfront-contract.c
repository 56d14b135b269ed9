/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-client.h"

#include "cfront-world.h"

static void
spoil (TrancheOrderDraft *draft)
{
  TrancheMoney wrong = tranche_money (1000, "UAH");

  tranche_order_draft_set_sum (draft, &wrong);
}

static BankEffects
count (gpointer    data,
       const char *number)
{
  return demo_counter_count (((CfrontWorld *) data)->counter, number, FALSE);
}

static void
shut_down (gpointer data)
{
  demo_counter_shut_down (((CfrontWorld *) data)->counter);
}

#define CONTRACT(variant)                                                                          \
  {                                                                                                \
    .data = &variant, .set_up = cfront_world_new, .tear_down = cfront_world_free,                  \
    .make_bank = cfront_world_make_bank, .make_draft = cfront_world_make_draft, .spoil = spoil,    \
    .act = cfront_world_act, .count = count, .shut_down = shut_down,                               \
  }

static const BankContract monobank_contract = CONTRACT (cfront_monobank);
static const BankContract older_contract = CONTRACT (cfront_older);
static const BankContract globus_contract = CONTRACT (cfront_globus);

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  bank_contract_add_tests ("/cfront-contract/monobank", &monobank_contract);
  bank_contract_add_tests ("/cfront-contract/older", &older_contract);
  bank_contract_add_tests ("/cfront-contract/globus", &globus_contract);

  return g_test_run ();
}
