/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-wire-request.h"

static TrancheAccount *
account_new (gboolean demo)
{
  TrancheAccount *account = tranche_account_new ("tbank");

  tranche_account_set_currency (account, "RUB");
  tranche_account_set_shop_id (account, "SHOP_ID");
  tranche_account_set_showcase_id (account, "SHOWCASE_ID");
  tranche_account_set_demo (account, demo);

  return account;
}

static void
add_item (TrancheOrderDraft *draft,
          const char        *name,
          gint64             quantity,
          gint64             minor,
          const char        *category,
          const char        *vendor_code)
{
  TrancheMoney price = tranche_money (minor, "RUB");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new (name, quantity, &price, category,
                                                              vendor_code);

  tranche_order_draft_add_item (draft, item);
}

static void
assert_body (TrancheAccount    *account,
             TrancheOrderDraft *draft,
             const char        *expected)
{
  g_autoptr (GBytes) body = tranche_tbank_write_create (account, draft);
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_least (void)
{
  g_autoptr (TrancheAccount) account = account_new (FALSE);
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");

  tranche_order_draft_set_number (draft, "1234567890");
  add_item (draft, "iPhone", 1, 10000000, NULL, NULL);

  assert_body (account, draft,
               "{\"shopId\":\"SHOP_ID\",\"showcaseId\":\"SHOWCASE_ID\",\"sum\":100000,"
               "\"items\":[{\"name\":\"iPhone\",\"quantity\":1,\"price\":100000}],"
               "\"orderNumber\":\"1234567890\"}");
}

static void
fill (TrancheOrderDraft *draft)
{
  TrancheCustomer customer = {
    .last_name = (char *) "Иванов",
    .first_name = (char *) "Иван",
    .middle_name = (char *) "Иванович",
    .phone = (char *) "9998887766",
    .email = (char *) "ivan@example.com",
  };

  tranche_order_draft_set_number (draft, "A/1 \"ц\"");
  tranche_order_draft_set_product_code (draft, "installment_0_0_6_6,5");
  add_item (draft, "Чехол \"Люкс\"\n", 3, 249999, "mobile", "12345");
  add_item (draft, "Подарок", 1, 0, NULL, NULL);
  add_item (draft, "Плёнка", 1, 50, NULL, "x\\y");
  tranche_order_draft_set_webhook_url (draft, "https://shop.example/hook");
  tranche_order_draft_set_success_url (draft, "https://shop.example/yes");
  tranche_order_draft_set_fail_url (draft, "https://shop.example/no");
  tranche_order_draft_set_return_url (draft, "https://shop.example/back");
  tranche_order_draft_set_demo_flow (draft, "sms");
  tranche_order_draft_set_initial_stage (draft, "filling");
  tranche_order_draft_set_customer (draft, &customer);
}

#define GOODS                                                                                      \
  "\"sum\":7500.47,\"items\":["                                                                    \
  "{\"name\":\"Чехол \\\"Люкс\\\"\\n\",\"quantity\":3,\"price\":2499.99,"                          \
  "\"category\":\"mobile\",\"vendorCode\":\"12345\"},"                                             \
  "{\"name\":\"Подарок\",\"quantity\":1,\"price\":0},"                                             \
  "{\"name\":\"Плёнка\",\"quantity\":1,\"price\":0.5,\"vendorCode\":\"x\\\\y\"}],"                 \
  "\"orderNumber\":\"A/1 \\\"ц\\\"\",\"promoCode\":\"installment_0_0_6_6,5\","                     \
  "\"webhookURL\":\"https://shop.example/hook\",\"successURL\":\"https://shop.example/yes\","      \
  "\"failURL\":\"https://shop.example/no\",\"returnURL\":\"https://shop.example/back\","
#define CUSTOMER                                                                                   \
  "\"values\":{\"contact\":{\"fio\":{\"lastName\":\"Иванов\",\"firstName\":\"Иван\","              \
  "\"middleName\":\"Иванович\"},\"mobilePhone\":\"9998887766\",\"email\":\"ivan@example.com\"}}}"
#define SHOP "{\"shopId\":\"SHOP_ID\",\"showcaseId\":\"SHOWCASE_ID\","

static void
test_everything (void)
{
  g_autoptr (TrancheAccount) real = account_new (FALSE);
  g_autoptr (TrancheAccount) demo = account_new (TRUE);
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");

  fill (draft);
  assert_body (real, draft, SHOP GOODS CUSTOMER);
  assert_body (demo, draft,
               SHOP GOODS "\"demoFlow\":\"sms\",\"initialStage\":\"filling\"," CUSTOMER);
}

static void
test_part_of_customer (void)
{
  static const struct {
    TrancheCustomer customer;
    const char *values;
  } rows[] = {
    { { .phone = (char *) "9998887766" },
      ",\"values\":{\"contact\":{\"mobilePhone\":\"9998887766\"}}}" },
    { { .email = (char *) "a@b.ru", .first_name = (char *) "" },
      ",\"values\":{\"contact\":{\"email\":\"a@b.ru\"}}}" },
    { { .middle_name = (char *) "О." },
      ",\"values\":{\"contact\":{\"fio\":{\"middleName\":\"О.\"}}}}" },
    { { .phone = (char *) "" }, "}" },
  };
  g_autoptr (TrancheAccount) account = account_new (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");
    g_autofree char *expected = NULL;

    tranche_order_draft_set_number (draft, "1");
    tranche_order_draft_set_customer (draft, &rows[i].customer);
    add_item (draft, "a", 1, 100, NULL, NULL);
    expected = g_strconcat (SHOP "\"sum\":1,\"items\":[{\"name\":\"a\",\"quantity\":1,"
                            "\"price\":1}],\"orderNumber\":\"1\"", rows[i].values, NULL);
    assert_body (account, draft, expected);
  }
}

static void
test_paths (void)
{
  static const struct {
    const char *number;
    const char *path;
  } rows[] = {
    { "1234567890", "/api/partners/v2/orders/1234567890/info" },
    { "a/b ц", "/api/partners/v2/orders/a%2Fb%20%D1%86/info" },
    { "50%25?x#y", "/api/partners/v2/orders/50%2525%3Fx%23y/info" },
    { "A-b_c.d~e", "/api/partners/v2/orders/A-b_c.d~e/info" },
    { "a+b&c=d;e:f@g", "/api/partners/v2/orders/a%2Bb%26c%3Dd%3Be%3Af%40g/info" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = tranche_tbank_order_path (rows[i].number, "info");

    g_assert_cmpstr (path, ==, rows[i].path);
  }
  g_assert_cmpstr (tranche_tbank_create_path (FALSE), ==, "/api/partners/v2/orders/create");
  g_assert_cmpstr (tranche_tbank_create_path (TRUE), ==, "/api/partners/v2/orders/create-demo");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tbank-wire-request/least", test_least);
  g_test_add_func ("/tbank-wire-request/everything", test_everything);
  g_test_add_func ("/tbank-wire-request/part-of-customer", test_part_of_customer);
  g_test_add_func ("/tbank-wire-request/paths", test_paths);

  return g_test_run ();
}
