/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-draft-rules.h"

typedef struct {
  TrancheAccount *account;
  TrancheOrderDraft *draft;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->account = tranche_account_new ("tbank");
  tranche_account_set_currency (fixture->account, "RUB");
  tranche_account_set_shop_id (fixture->account, "shop");
  tranche_account_set_showcase_id (fixture->account, "showcase");
  fixture->draft = tranche_order_draft_new ("RUB");
  tranche_order_draft_set_number (fixture->draft, "A-1");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->account);
  g_clear_object (&fixture->draft);
}

static void
add_item (Fixture    *fixture,
          const char *name,
          gint64      quantity,
          gint64      minor,
          const char *category,
          const char *vendor_code)
{
  TrancheMoney price = tranche_money (minor, "RUB");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new (name, quantity, &price, category,
                                                              vendor_code);

  tranche_order_draft_add_item (fixture->draft, item);
}

/* Exactly one problem is found: this. */
static void
assert_problem (Fixture     *fixture,
                TrancheField field,
                int          item,
                TrancheFlaw  flaw,
                gint64       limit,
                const char  *wire_name)
{
  g_autoptr (GPtrArray) problems = tranche_tbank_validate_draft (fixture->account, fixture->draft);
  TrancheFieldProblem *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_cmpstr (problem->wire_name, ==, wire_name);
  g_assert_cmpint (problem->field, ==, field);
  g_assert_cmpint (problem->item, ==, item);
  g_assert_cmpint (problem->flaw, ==, flaw);
  g_assert_cmpint (problem->limit, ==, limit);
}

static void
assert_good (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = tranche_tbank_validate_draft (fixture->account, fixture->draft);

  g_assert_cmpuint (problems->len, ==, 0);
}

/* As many characters, each of two bytes. */
static char *
text_of (gsize length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    g_string_append (text, "ж");

  return g_string_free (text, FALSE);
}

static void
test_good (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *sixty_four = text_of (64);
  g_autofree char *most = text_of (255);
  TrancheCustomer customer = {
    .last_name = (char *) "Иванов",
    .phone = (char *) "8 (999) 888-77-66",
    .email = (char *) "ivan@mail.example.com",
  };

  add_item (fixture, "Диван", 2, 249999, NULL, NULL);
  assert_good (fixture);

  add_item (fixture, most, 1, 0, most, sixty_four);
  tranche_order_draft_set_number (fixture->draft, sixty_four);
  tranche_order_draft_set_product_code (fixture->draft, sixty_four);
  tranche_order_draft_set_customer (fixture->draft, &customer);
  tranche_order_draft_set_webhook_url (fixture->draft, "https://shop.example/a?b=c#d");
  assert_good (fixture);
}

static void
test_shop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *long_id = text_of (51);

  add_item (fixture, "Диван", 1, 100, NULL, NULL);

  tranche_account_set_shop_id (fixture->account, "");
  assert_problem (fixture, TRANCHE_FIELD_SHOP_ID, -1, TRANCHE_FLAW_MISSING, 0, "shopId");
  tranche_account_set_shop_id (fixture->account, long_id);
  assert_problem (fixture, TRANCHE_FIELD_SHOP_ID, -1, TRANCHE_FLAW_TOO_LONG, 50, "shopId");
  tranche_account_set_shop_id (fixture->account, "shop");
  tranche_account_set_showcase_id (fixture->account, NULL);
  assert_problem (fixture, TRANCHE_FIELD_SHOWCASE_ID, -1, TRANCHE_FLAW_MISSING, 0, "showcaseId");
}

static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct {
    const char *number;
    TrancheFlaw flaw;
  } rows[] = {
    { NULL, TRANCHE_FLAW_MISSING },
    { "", TRANCHE_FLAW_MISSING },
    { ".", TRANCHE_FLAW_SYNTAX },
    { "..", TRANCHE_FLAW_SYNTAX },
    { "\xff", TRANCHE_FLAW_SYNTAX },
  };
  g_autofree char *long_number = text_of (65);

  add_item (fixture, "Диван", 1, 100, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    tranche_order_draft_set_number (fixture->draft, rows[i].number);
    assert_problem (fixture, TRANCHE_FIELD_NUMBER, -1, rows[i].flaw, 0, "orderNumber");
  }
  tranche_order_draft_set_number (fixture->draft, long_number);
  assert_problem (fixture, TRANCHE_FIELD_NUMBER, -1, TRANCHE_FLAW_TOO_LONG, 64, "orderNumber");
}

static void
test_items (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *long_text = text_of (256);
  g_autofree char *long_code = text_of (65);
  const struct {
    const char *name;
    gint64 quantity;
    gint64 minor;
    const char *category;
    const char *vendor_code;
    TrancheField field;
    TrancheFlaw flaw;
    gint64 limit;
    const char *wire_name;
  } rows[] = {
    { "", 1, 1, NULL, NULL, TRANCHE_FIELD_ITEM_NAME, TRANCHE_FLAW_MISSING, 0, "items.name" },
    { long_text, 1, 1, NULL, NULL, TRANCHE_FIELD_ITEM_NAME, TRANCHE_FLAW_TOO_LONG, 255,
      "items.name" },
    { "a", 0, 1, NULL, NULL, TRANCHE_FIELD_ITEM_QUANTITY, TRANCHE_FLAW_TOO_SMALL, 1,
      "items.quantity" },
    { "a", -1, 1, NULL, NULL, TRANCHE_FIELD_ITEM_QUANTITY, TRANCHE_FLAW_TOO_SMALL, 1,
      "items.quantity" },
    { "a", 1, -1, NULL, NULL, TRANCHE_FIELD_ITEM_PRICE, TRANCHE_FLAW_TOO_SMALL, 0, "items.price" },
    { "a", 1, 1, long_text, NULL, TRANCHE_FIELD_ITEM_CATEGORY, TRANCHE_FLAW_TOO_LONG, 255,
      "items.category" },
    { "a", 1, 1, NULL, long_code, TRANCHE_FIELD_ITEM_VENDOR_CODE, TRANCHE_FLAW_TOO_LONG, 64,
      "items.vendorCode" },
  };

  assert_problem (fixture, TRANCHE_FIELD_ITEMS, -1, TRANCHE_FLAW_MISSING, 0, "items");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_clear_object (&fixture->draft);
    fixture->draft = tranche_order_draft_new ("RUB");
    tranche_order_draft_set_number (fixture->draft, "A-1");
    add_item (fixture, "Диван", 1, 100, NULL, NULL);
    add_item (fixture, rows[i].name, rows[i].quantity, rows[i].minor, rows[i].category,
              rows[i].vendor_code);
    assert_problem (fixture, rows[i].field, 1, rows[i].flaw, rows[i].limit, rows[i].wire_name);
  }
}

static void
test_sum (Fixture       *fixture,
          gconstpointer  data)
{
  TrancheMoney sum = tranche_money (249998, "RUB");

  add_item (fixture, "Подарок", 1, 0, NULL, NULL);
  assert_problem (fixture, TRANCHE_FIELD_SUM, -1, TRANCHE_FLAW_TOO_SMALL, 0, "sum");

  add_item (fixture, "Диван", 1, 249999, NULL, NULL);
  assert_good (fixture);
  tranche_order_draft_set_sum (fixture->draft, &sum);
  assert_problem (fixture, TRANCHE_FIELD_SUM, -1, TRANCHE_FLAW_MISMATCH, 0, "sum");
  sum = tranche_money (249999, "UAH");
  tranche_order_draft_set_sum (fixture->draft, &sum);
  assert_problem (fixture, TRANCHE_FIELD_SUM, -1, TRANCHE_FLAW_MISMATCH, 0, "sum");
  sum = tranche_money (249999, "RUB");
  tranche_order_draft_set_sum (fixture->draft, &sum);
  assert_good (fixture);

  add_item (fixture, "Море", G_MAXINT64, 200, NULL, NULL);
  assert_problem (fixture, TRANCHE_FIELD_SUM, -1, TRANCHE_FLAW_TOO_LARGE, 0, "sum");
}

static void
test_product (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                   tranche_product_free);

  add_item (fixture, "Диван", 1, 100, NULL, NULL);
  g_ptr_array_add (products, tranche_product_new ("default", "Кредит", NULL));
  tranche_account_set_products (fixture->account, products);

  assert_good (fixture);
  tranche_order_draft_set_product_code (fixture->draft, "default");
  assert_good (fixture);
  tranche_order_draft_set_product_code (fixture->draft, "installment_0_0_6_6,5");
  assert_problem (fixture, TRANCHE_FIELD_PRODUCT, -1, TRANCHE_FLAW_NOT_OFFERED, 0, "promoCode");
}

static void
test_customer (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *phones[] = { "99988877", "+380501234567", "phone", "999888776655" };
  static const char *emails[] = { "ivan", "@b.ru", "a@", "a@b", "a@.ru", "a@b.", "a b@c.ru",
                                  "a@b@c.ru", "Ivan <a@b.ru>" };

  add_item (fixture, "Диван", 1, 100, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++) {
    TrancheCustomer customer = { .phone = (char *) phones[i] };

    g_test_message ("%s", phones[i]);
    tranche_order_draft_set_customer (fixture->draft, &customer);
    assert_problem (fixture, TRANCHE_FIELD_PHONE, -1, TRANCHE_FLAW_SYNTAX, 0,
                    "values.contact.mobilePhone");
  }
  for (gsize i = 0; i < G_N_ELEMENTS (emails); i++) {
    TrancheCustomer customer = { .email = (char *) emails[i] };

    g_test_message ("%s", emails[i]);
    tranche_order_draft_set_customer (fixture->draft, &customer);
    assert_problem (fixture, TRANCHE_FIELD_EMAIL, -1, TRANCHE_FLAW_SYNTAX, 0,
                    "values.contact.email");
  }
}

static void
test_urls (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *urls[] = { "http://shop.example/", "shop.example", "https://", "/hook",
                                "javascript:alert(1)", "https://a b/" };

  add_item (fixture, "Диван", 1, 100, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (urls); i++) {
    g_test_message ("%s", urls[i]);
    tranche_order_draft_set_webhook_url (fixture->draft, urls[i]);
    assert_problem (fixture, TRANCHE_FIELD_URL, -1, TRANCHE_FLAW_SYNTAX, 0, "webhookURL");
  }
  tranche_order_draft_set_webhook_url (fixture->draft, NULL);
  tranche_order_draft_set_success_url (fixture->draft, "x");
  assert_problem (fixture, TRANCHE_FIELD_URL, -1, TRANCHE_FLAW_SYNTAX, 0, "successURL");
  tranche_order_draft_set_success_url (fixture->draft, NULL);
  tranche_order_draft_set_fail_url (fixture->draft, "x");
  assert_problem (fixture, TRANCHE_FIELD_URL, -1, TRANCHE_FLAW_SYNTAX, 0, "failURL");
  tranche_order_draft_set_fail_url (fixture->draft, NULL);
  tranche_order_draft_set_return_url (fixture->draft, "x");
  assert_problem (fixture, TRANCHE_FIELD_URL, -1, TRANCHE_FLAW_SYNTAX, 0, "returnURL");
}

static void
test_find_field (void)
{
  static const struct {
    const char *wire_name;
    TrancheField field;
    int item;
  } rows[] = {
    { "sum", TRANCHE_FIELD_SUM, -1 },
    { "orderNumber", TRANCHE_FIELD_NUMBER, -1 },
    { "items", TRANCHE_FIELD_ITEMS, -1 },
    { "items[0].price", TRANCHE_FIELD_ITEM_PRICE, 0 },
    { "items.12.name", TRANCHE_FIELD_ITEM_NAME, 12 },
    { "items[3].vendorCode", TRANCHE_FIELD_ITEM_VENDOR_CODE, 3 },
    { "items[99999999999999999999].name", TRANCHE_FIELD_ITEM_NAME, G_MAXINT },
    { "values.contact.email", TRANCHE_FIELD_EMAIL, -1 },
    { "contact.email", TRANCHE_FIELD_EMAIL, -1 },
    { "mobilePhone", TRANCHE_FIELD_PHONE, -1 },
    { "webhookUrl", TRANCHE_FIELD_URL, -1 },
    { "mail", TRANCHE_FIELD_OTHER, -1 },
    { "demoFlow", TRANCHE_FIELD_OTHER, -1 },
    { "items[2].colour", TRANCHE_FIELD_OTHER, -1 },
    { "", TRANCHE_FIELD_OTHER, -1 },
    { ".", TRANCHE_FIELD_OTHER, -1 },
    { "[][]..0", TRANCHE_FIELD_OTHER, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    int item;

    g_test_message ("%s", rows[i].wire_name);
    g_assert_cmpint (tranche_tbank_find_field (rows[i].wire_name, &item), ==, rows[i].field);
    g_assert_cmpint (item, ==, rows[i].item);
  }
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/tbank-draft-rules/good", test_good);
  add ("/tbank-draft-rules/shop", test_shop);
  add ("/tbank-draft-rules/number", test_number);
  add ("/tbank-draft-rules/items", test_items);
  add ("/tbank-draft-rules/sum", test_sum);
  add ("/tbank-draft-rules/product", test_product);
  add ("/tbank-draft-rules/customer", test_customer);
  add ("/tbank-draft-rules/urls", test_urls);
  g_test_add_func ("/tbank-draft-rules/find-field", test_find_field);

  return g_test_run ();
}
