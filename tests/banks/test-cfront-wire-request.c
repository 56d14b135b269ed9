/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-request.h"

#include "banks/cfront-phone.h"

#define ID "fa4a8249-336e-4e6d-9b85-79bc8be62377"

static void
assert_body (GBytes     *body,
             const char *expected)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  g_assert_cmpstr (text, ==, expected);
  g_bytes_unref (body);
}

static void
add_item (TrancheOrderDraft *draft,
          const char        *name,
          gint64             quantity,
          gint64             minor)
{
  TrancheMoney price = tranche_money (minor, "UAH");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new (name, quantity, &price, "mobile",
                                                              "12345");

  tranche_order_draft_add_item (draft, item);
}

static TrancheOrderDraft *
draft_new (const TrancheSale *sale)
{
  TrancheOrderDraft *draft = tranche_order_draft_new ("UAH");
  TrancheCustomer customer = { .last_name = (char *) "Шевченко", .phone = (char *) "050 123-45-67" };

  tranche_order_draft_set_number (draft, "ORD-1");
  tranche_order_draft_set_customer (draft, &customer);
  tranche_order_draft_set_sale (draft, sale);
  add_item (draft, "Телевізор \"Samsung\" 55\\", 2, 999999);

  return draft;
}

static void
test_create_least (void)
{
  TrancheSale sale = { .invoice_number = (char *) "7", .invoice_date = (char *) "2025-11-21",
                       .parts = 3 };
  g_autoptr (TrancheAccount) account = tranche_account_new ("monobank");
  g_autoptr (TrancheOrderDraft) draft = draft_new (&sale);

  assert_body (tranche_cfront_write_create (account, draft),
               "{\"store_order_id\":\"ORD-1\",\"client_phone\":\"+380501234567\","
               "\"total_sum\":19999.98,"
               "\"invoice\":{\"number\":\"7\",\"date\":\"2025-11-21\",\"source\":\"STORE\"},"
               "\"available_programs\":[{\"available_parts_count\":[3]}],"
               "\"products\":[{\"name\":\"Телевізор \\\"Samsung\\\" 55\\\\\",\"count\":2,"
               "\"sum\":9999.99}]}");
}

static void
test_create_everything (void)
{
  TrancheSale sale = { .invoice_number = (char *) "СФ-0000000134",
                       .invoice_date = (char *) "2025-11-21",
                       .point_code = (char *) "К-01",
                       .parts = 12,
                       .first_payment = tranche_money (50050, "UAH") };
  g_autoptr (TrancheAgreement) agreement = tranche_agreement_new ();
  g_autoptr (TrancheAccount) account = tranche_account_new ("globus");
  g_autoptr (TrancheOrderDraft) draft = draft_new (&sale);

  agreement->seller_phone = g_strdup ("0 67 765 43 21");
  tranche_account_set_agreement (account, agreement);
  tranche_order_draft_set_product_code (draft, "Глобус 12");
  tranche_order_draft_set_webhook_url (draft, "https://shop.example.com/hook?a=1&b=2");
  add_item (draft, "Чохол", 1, 10);

  assert_body (tranche_cfront_write_create (account, draft),
               "{\"store_order_id\":\"ORD-1\",\"client_phone\":\"+380501234567\","
               "\"total_sum\":20000.08,"
               "\"invoice\":{\"number\":\"СФ-0000000134\",\"date\":\"2025-11-21\","
               "\"source\":\"STORE\",\"point_id\":\"К-01\"},"
               "\"available_programs\":[{\"type\":\"Глобус 12\",\"available_parts_count\":[12]}],"
               "\"products\":[{\"name\":\"Телевізор \\\"Samsung\\\" 55\\\\\",\"count\":2,"
               "\"sum\":9999.99},{\"name\":\"Чохол\",\"count\":1,\"sum\":0.1}],"
               "\"result_callback\":\"https://shop.example.com/hook?a=1&b=2\","
               "\"additional_params\":{\"seller_phone\":\"+380677654321\","
               "\"ext_initial_sum\":500.5}}");
}

/* No first payment is none of zero. */
static void
test_create_no_first_payment (void)
{
  TrancheSale sale = { .invoice_number = (char *) "7", .invoice_date = (char *) "2025-11-21",
                       .parts = 3, .first_payment = tranche_money (0, "UAH") };
  g_autoptr (TrancheAccount) account = tranche_account_new ("monobank");
  g_autoptr (TrancheOrderDraft) draft = draft_new (&sale);
  g_autoptr (GBytes) body = tranche_cfront_write_create (account, draft);
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  g_assert_null (g_strstr_len (text, -1, "additional_params"));
  g_assert_null (g_strstr_len (text, -1, "null"));
}

static void
test_others (void)
{
  TrancheMoney amount = tranche_money (125050, "UAH");
  TrancheGoodsReturn to_card = { (char *) "RET-1", amount, TRUE, NULL };
  TrancheGoodsReturn in_cash = { (char *) "RET-2", amount, FALSE, NULL };

  assert_body (tranche_cfront_write_order (ID), "{\"order_id\":\"" ID "\"}");
  assert_body (tranche_cfront_write_letter (ID, NULL, NULL), "{\"order_id\":\"" ID "\"}");
  assert_body (tranche_cfront_write_letter (ID, "", ""), "{\"order_id\":\"" ID "\"}");
  assert_body (tranche_cfront_write_letter (ID, "002334", "2025-11-21"),
               "{\"order_id\":\"" ID "\",\"invoice\":{\"number\":\"002334\","
               "\"date\":\"2025-11-21\"}}");
  assert_body (tranche_cfront_write_letter (ID, NULL, "2025-11-21"),
               "{\"order_id\":\"" ID "\",\"invoice\":{\"date\":\"2025-11-21\"}}");
  assert_body (tranche_cfront_write_return (ID, &to_card),
               "{\"order_id\":\"" ID "\",\"sum\":1250.5,\"store_return_id\":\"RET-1\","
               "\"return_money_to_card\":true}");
  assert_body (tranche_cfront_write_return (ID, &in_cash),
               "{\"order_id\":\"" ID "\",\"sum\":1250.5,\"store_return_id\":\"RET-2\","
               "\"return_money_to_card\":false}");
  assert_body (tranche_cfront_write_phone ("+380501234567"), "{\"phone\":\"+380501234567\"}");
  assert_body (tranche_cfront_write_report ("2025-11-21"), "{\"date\":\"2025-11-21\"}");
}

static void
test_phones (void)
{
  static const struct {
    const char *typed;
    const char *sent;
  } rows[] = {
    { "+380501234567", "+380501234567" },
    { "+38 (050) 123-45-67", "+380501234567" },
    { "380501234567", "+380501234567" },
    { "80501234567", "+380501234567" },
    { "0501234567", "+380501234567" },
    { "050 123 45 67", "+380501234567" },
    { "501234567", "+380501234567" },
    { "+380000000001", "+380000000001" },
    { "+79998887766", NULL },
    { "89998887766", NULL },
    { "+38050123456", NULL },
    { "+3805012345678", NULL },
    { "+0501234567", NULL },
    { "050123456", NULL },
    { "", NULL },
    { NULL, NULL },
    { "phone", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *phone = tranche_cfront_phone (rows[i].typed);

    g_test_message ("%s", rows[i].typed ? rows[i].typed : "(none)");
    g_assert_cmpstr (phone, ==, rows[i].sent);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-wire-request/create-least", test_create_least);
  g_test_add_func ("/cfront-wire-request/create-everything", test_create_everything);
  g_test_add_func ("/cfront-wire-request/create-no-first-payment", test_create_no_first_payment);
  g_test_add_func ("/cfront-wire-request/others", test_others);
  g_test_add_func ("/cfront-wire-request/phones", test_phones);

  return g_test_run ();
}
