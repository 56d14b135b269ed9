/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cfront-world.h"

#include "banks/cfront-client.h"

const CfrontVariant cfront_monobank = { "monobank", { .strict = TRUE } };
const CfrontVariant cfront_older = { "monobank", { .strict = TRUE, .duplicate_conflict = TRUE } };
const CfrontVariant cfront_globus = {
  "globus",
  { .not_found_as_error = TRUE, .id_header = "X-Partner", .signature_header = "X-Sign" },
};

gpointer
cfront_world_new (gconstpointer variant)
{
  CfrontWorld *self = g_new0 (CfrontWorld, 1);

  self->variant = variant;
  self->counter = demo_counter_new (&self->variant->options);

  return self;
}

void
cfront_world_free (gpointer world)
{
  CfrontWorld *self = world;

  demo_counter_free (self->counter);
  g_free (self);
}

static TrancheAccount *
make_account (CfrontWorld *world)
{
  g_autoptr (TrancheAgreement) agreement = tranche_agreement_new ();
  TrancheAccount *account = tranche_account_new (world->variant->bank);

  agreement->services = 0xff;
  agreement->id_header = g_strdup (world->variant->options.id_header);
  agreement->signature_header = g_strdup (world->variant->options.signature_header);
  tranche_account_set_base_url (account, world->counter->base_url);
  tranche_account_set_currency (account, "UAH");
  tranche_account_set_showcase_id (account, TRANCHE_DEMO_STORE_ID);
  tranche_account_set_rate (account, 1000);
  tranche_account_set_agreement (account, agreement);

  return account;
}

TrancheBank *
cfront_world_make_bank (gpointer data,
                        gboolean known)
{
  g_autoptr (TrancheAccount) account = make_account (data);

  return tranche_cfront_client_new (account, known ? TRANCHE_DEMO_STORE_SECRET : "wrong");
}

TrancheOrderDraft *
cfront_world_make_draft (gpointer    data,
                         const char *number)
{
  TrancheOrderDraft *draft = tranche_order_draft_new ("UAH");
  TrancheMoney price = tranche_money (249999, "UAH");
  g_autoptr (TrancheOrderItem) sofa = tranche_order_item_new ("Диван", 3, &price, NULL, NULL);
  g_autoptr (TrancheOrderItem) chair = tranche_order_item_new ("Стілець «Віденський»", 1, &price,
                                                               "Меблі", "В-17");
  TrancheCustomer customer = { .phone = (char *) "050 123 45 64" };
  TrancheSale sale = { .invoice_number = (char *) "РН-0007",
                       .invoice_date = (char *) "2025-11-21", .parts = 3 };

  tranche_order_draft_set_number (draft, number);
  tranche_order_draft_add_item (draft, sofa);
  tranche_order_draft_add_item (draft, chair);
  tranche_order_draft_set_customer (draft, &customer);
  tranche_order_draft_set_sale (draft, &sale);

  return draft;
}

gboolean
cfront_world_act (gpointer    world,
                  const char *number,
                  BankAct     what)
{
  static const char *const words[] = {
    [BANK_ACT_SIGN] = "approve",
    [BANK_ACT_CANCEL] = "reject",
    [BANK_ACT_REJECT] = "refuse",
  };
  g_autofree char *members = NULL;

  if ((gsize) what >= G_N_ELEMENTS (words) || !words[what])
    return FALSE;

  members = g_strdup_printf ("\"do\":\"%s\",\"dialect\":\"cfront\"", words[what]);
  demo_counter_act (((CfrontWorld *) world)->counter, number, members);

  return TRUE;
}
