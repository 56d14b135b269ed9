/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "await.h"
#include "banks/tbank-client.h"
#include "demo-counter.h"

/* The demo bank and one of its two worlds. */
typedef struct {
  DemoCounter *counter;
  gboolean demo;
} World;

static gpointer
set_up (gconstpointer data)
{
  World *world = g_new0 (World, 1);

  world->counter = demo_counter_new (NULL);
  world->demo = GPOINTER_TO_INT (data);

  return world;
}

static void
tear_down (gpointer data)
{
  World *world = data;

  demo_counter_free (world->counter);
  g_free (world);
}

static TrancheBank *
make_bank (gpointer data,
           gboolean known)
{
  World *world = data;
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");

  tranche_account_set_base_url (account, world->counter->base_url);
  tranche_account_set_currency (account, "RUB");
  tranche_account_set_shop_id (account, TRANCHE_DEMO_SHOP_ID);
  tranche_account_set_showcase_id (account, TRANCHE_DEMO_SHOWCASE_ID);
  tranche_account_set_demo (account, world->demo);
  tranche_account_set_rate (account, 1000);

  return tranche_tbank_client_new (account, known ? TRANCHE_DEMO_PASSWORD : "wrong");
}

static TrancheOrderDraft *
make_draft (gpointer    data,
            const char *number)
{
  TrancheOrderDraft *draft = tranche_order_draft_new ("RUB");
  TrancheMoney price = tranche_money (249999, "RUB");
  g_autoptr (TrancheOrderItem) sofa = tranche_order_item_new ("Диван", 3, &price, NULL, NULL);
  g_autoptr (TrancheOrderItem) chair = tranche_order_item_new ("Стул «Венский»", 1, &price,
                                                               "Мебель", "В-17");
  TrancheCustomer customer = {
    .last_name = (char *) "Иванов",
    .first_name = (char *) "Иван",
    .phone = (char *) "9998887766",
    .email = (char *) "ivan@example.com",
  };

  tranche_order_draft_set_number (draft, number);
  tranche_order_draft_add_item (draft, sofa);
  tranche_order_draft_add_item (draft, chair);
  tranche_order_draft_set_customer (draft, &customer);

  return draft;
}

static void
spoil (TrancheOrderDraft *draft)
{
  TrancheMoney wrong = tranche_money (1, "RUB");

  tranche_order_draft_set_sum (draft, &wrong);
}

static gboolean
act (gpointer    data,
     const char *number,
     BankAct     what)
{
  static const char *const words[] = {
    [BANK_ACT_APPROVE] = "\"do\":\"approve\"",
    [BANK_ACT_SIGN] = "\"do\":\"sign\"",
    [BANK_ACT_SIGN_COOLING] = "\"do\":\"sign\",\"cooling_seconds\":14400",
    [BANK_ACT_END_COOLING] = "\"do\":\"end-cooling\"",
    [BANK_ACT_CANCEL] = "\"do\":\"cancel\"",
    [BANK_ACT_REJECT] = "\"do\":\"reject\"",
  };
  World *world = data;
  g_autofree char *members =
    g_strdup_printf ("\"demo\":%s,%s", world->demo ? "true" : "false", words[what]);

  demo_counter_act (world->counter, number, members);

  return TRUE;
}

static BankEffects
count (gpointer    data,
       const char *number)
{
  World *world = data;

  return demo_counter_count (world->counter, number, world->demo);
}

static void
shut_down (gpointer data)
{
  demo_counter_shut_down (((World *) data)->counter);
}

#define MANY 40

/* The bank counts 25 a second; a client that is told so is never refused. */
static void
test_rate (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
  g_autoptr (TrancheBank) bank = NULL;
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  g_autoptr (DemoClient) behind_counter = NULL;
  Await awaits[MANY] = { 0 };

  options.customers = FALSE;
  options.day = FALSE;
  behind_counter = demo_client_new (&options);
  tranche_account_set_base_url (account,
                                tranche_demo_server_get_base_url (behind_counter->server));
  tranche_account_set_currency (account, "RUB");
  tranche_account_set_showcase_id (account, TRANCHE_DEMO_SHOWCASE_ID);
  bank = tranche_tbank_client_new (account, TRANCHE_DEMO_PASSWORD);

  tranche_order_set_number (order, "nobody-made-this");
  for (int i = 0; i < MANY; i++)
    tranche_bank_info_async (bank, order, TRANCHE_PRIORITY_POLL, NULL, await_cb, &awaits[i]);
  for (int i = 0; i < MANY; i++) {
    g_autoptr (GAsyncResult) result = await_result (&awaits[i]);
    g_autoptr (GError) error = NULL;

    g_assert_null (tranche_bank_info_finish (bank, result, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_FOUND);
  }
}

#define CONTRACT(is_demo)                                                                          \
  {                                                                                                \
    .data = GINT_TO_POINTER (is_demo), .set_up = set_up, .tear_down = tear_down,                   \
    .make_bank = make_bank, .make_draft = make_draft, .spoil = spoil, .act = act, .count = count,  \
    .shut_down = shut_down,                                                                        \
  }

static const BankContract real_contract = CONTRACT (FALSE);
static const BankContract demo_contract = CONTRACT (TRUE);

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  bank_contract_add_tests ("/tbank-contract/real", &real_contract);
  bank_contract_add_tests ("/tbank-contract/demo", &demo_contract);
  g_test_add_func ("/tbank-contract/rate", test_rate);

  return g_test_run ();
}
