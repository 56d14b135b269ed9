/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cfront-shop.h"

#include "banks/cfront-client.h"

static const CfrontExchange exchanges[] = {
  { BANK_CREATE, "/api/order/create",
    "{\"store_order_id\":\"A/1\",\"client_phone\":\"+380501234567\",\"total_sum\":1000.5,"
    "\"invoice\":{\"number\":\"7\",\"date\":\"2025-11-21\",\"source\":\"STORE\"},"
    "\"available_programs\":[{\"available_parts_count\":[3]}],"
    "\"products\":[{\"name\":\"Диван\",\"count\":1,\"sum\":1000.5}]}",
    CFRONT_BODY_ID },
  { BANK_INFO, "/api/order/state", CFRONT_BODY_ID, CFRONT_ACTIVE },
  { BANK_COMMIT, "/api/order/confirm", CFRONT_BODY_ID, CFRONT_ACTIVE },
  { BANK_CANCEL, "/api/order/reject", CFRONT_BODY_ID, CFRONT_STATE ("FAIL", "REJECTED_BY_STORE") },
  { BANK_PAYOUT, "/api/order/check/paid", CFRONT_BODY_ID,
    "{\"fully_paid\":false,\"bank_can_return_money_to_card\":true}" },
  { BANK_RETURN, "/api/order/return",
    "{\"order_id\":\"" CFRONT_ID "\",\"sum\":0.5,\"store_return_id\":\"RET-1\","
    "\"return_money_to_card\":true}",
    "{\"status\":\"OK\"}" },
  { BANK_CUSTOMER, "/api/client/validate", "{\"phone\":\"+380501234567\"}",
    "{\"found\":true,\"client\":{\"last_name\":\"Сідоренко\"}}" },
  { BANK_LETTER, "/api/v2/order/data/for/guarantee/letter",
    "{\"order_id\":\"" CFRONT_ID "\",\"invoice\":{\"number\":\"8\"}}", "{\"expansion\":{}}" },
  { BANK_PDF, "/api/order/guarantee/letter",
    "{\"order_id\":\"" CFRONT_ID "\",\"invoice\":{\"date\":\"2025-11-22\"}}", "%PDF-1.7\n" },
  { BANK_DETAILS, "/api/order/data", CFRONT_BODY_ID, "{\"total_sum\":1000.5}" },
  { BANK_REPORT, "/api/store/report", "{\"date\":\"2025-11-21\"}", "{\"orders\":[]}" },
};

const CfrontExchange *
cfront_exchanges (gsize *n_exchanges)
{
  *n_exchanges = G_N_ELEMENTS (exchanges);

  return exchanges;
}

CfrontServer *
cfront_server_new_good (void)
{
  CfrontServer *server = cfront_server_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (exchanges); i++)
    cfront_server_answer (server, exchanges[i].path,
                          exchanges[i].method == BANK_CREATE ? 201 : 200, exchanges[i].answered);

  return server;
}

TrancheAccount *
cfront_shop_account (const char *base_url,
                     guint       services)
{
  g_autoptr (TrancheAgreement) agreement = tranche_agreement_new ();
  TrancheAccount *account = tranche_account_new ("monobank");

  agreement->services = services;
  tranche_account_set_base_url (account, base_url);
  tranche_account_set_currency (account, "UAH");
  tranche_account_set_showcase_id (account, "test_store_with_confirm");
  tranche_account_set_rate (account, 1000);
  tranche_account_set_agreement (account, agreement);

  return account;
}

TrancheBank *
cfront_shop_bank (const char *base_url,
                  guint       services)
{
  g_autoptr (TrancheAccount) account = cfront_shop_account (base_url, services);

  return tranche_cfront_client_new (account, CFRONT_SECRET);
}

TrancheBank *
cfront_shop_connect (CfrontServer *server,
                     guint         services)
{
  return cfront_shop_bank (cfront_server_get_base_url (server), services);
}

TrancheOrder *
cfront_shop_order (void)
{
  TrancheOrder *order = tranche_order_new ();

  tranche_order_set_number (order, "A/1");
  tranche_order_set_bank_order_id (order, CFRONT_ID);

  return order;
}

static TrancheOrderDraft *
draft_new (void)
{
  TrancheOrderDraft *draft = tranche_order_draft_new ("UAH");
  TrancheMoney price = tranche_money (100050, "UAH");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Диван", 1, &price, NULL, NULL);
  TrancheCustomer customer = { .phone = (char *) "0501234567" };
  TrancheSale sale = { .invoice_number = (char *) "7", .invoice_date = (char *) "2025-11-21",
                       .parts = 3 };

  tranche_order_draft_set_number (draft, "A/1");
  tranche_order_draft_add_item (draft, item);
  tranche_order_draft_set_customer (draft, &customer);
  tranche_order_draft_set_sale (draft, &sale);

  return draft;
}

void
cfront_shop_start (TrancheBank  *bank,
                   BankMethod    method,
                   TrancheOrder *order,
                   GCancellable *cancellable,
                   Await        *await)
{
  g_autoptr (TrancheOrderDraft) draft = draft_new ();

  bank_call_start (bank, method, order, draft, cancellable, await);
}

gboolean
cfront_shop_call (TrancheBank  *bank,
                  BankMethod    method,
                  GError      **error)
{
  g_autoptr (TrancheOrder) order = cfront_shop_order ();
  Await await = AWAIT_INIT;

  cfront_shop_start (bank, method, order, NULL, &await);

  return bank_call_finish (bank, method, &await, error);
}

TrancheOrder *
cfront_shop_call_for_order (TrancheBank  *bank,
                            BankMethod    method,
                            GError      **error)
{
  g_autoptr (TrancheOrder) order = cfront_shop_order ();
  Await await = AWAIT_INIT;

  cfront_shop_start (bank, method, order, NULL, &await);

  return bank_call_finish_order (bank, method, &await, error);
}
