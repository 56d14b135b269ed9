/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-draft-rules.h"

typedef struct {
  TrancheAccount *account;
  TrancheAgreement *agreement;
  TrancheOrderDraft *draft;
  TrancheSale sale;
} Fixture;

static void
set_phone (Fixture    *fixture,
           const char *phone)
{
  TrancheCustomer customer = { .phone = (char *) phone };

  tranche_order_draft_set_customer (fixture->draft, &customer);
}

static void
add_item (Fixture    *fixture,
          const char *name,
          gint64      quantity,
          gint64      minor,
          const char *currency)
{
  TrancheMoney price = tranche_money (minor, currency);
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new (name, quantity, &price, NULL, NULL);

  tranche_order_draft_add_item (fixture->draft, item);
}

static void
add_products (Fixture *fixture)
{
  g_autoptr (GPtrArray) products =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);

  g_ptr_array_add (products, tranche_product_new ("Глобус 3-6", "3–6", "3, 4,6"));
  g_ptr_array_add (products, tranche_product_new ("Глобус", "Any", NULL));
  tranche_account_set_products (fixture->account, products);
}

/* A draft with everything that is required, except for the goods. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->account = tranche_account_new ("globus");
  tranche_account_set_currency (fixture->account, "UAH");
  tranche_account_set_showcase_id (fixture->account, "store");
  fixture->agreement = tranche_agreement_new ();
  g_ptr_array_add (fixture->agreement->points_of_sale,
                   tranche_point_of_sale_new ("К-1", "Хрещатик"));

  fixture->draft = tranche_order_draft_new ("UAH");
  tranche_order_draft_set_number (fixture->draft, "A-1");
  set_phone (fixture, "050 123 45 67");
  fixture->sale = (TrancheSale) {
    .invoice_number = (char *) "7",
    .invoice_date = (char *) "2025-11-21",
    .parts = 3,
  };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->account);
  g_clear_object (&fixture->draft);
  tranche_agreement_free (fixture->agreement);
}

static GPtrArray *
validate (Fixture *fixture)
{
  tranche_account_set_agreement (fixture->account, fixture->agreement);
  tranche_order_draft_set_sale (fixture->draft, &fixture->sale);

  return tranche_cfront_validate_draft (fixture->account, fixture->draft);
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
  g_autoptr (GPtrArray) problems = validate (fixture);
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
  g_autoptr (GPtrArray) problems = validate (fixture);

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
  g_autofree char *most = text_of (500);
  g_autofree char *point = text_of (50);

  /* 2 hryvnias are the least. */
  add_item (fixture, "Диван", 2, 100, "UAH");
  assert_good (fixture);

  add_item (fixture, most, G_MAXINT32, 1, "UAH");
  tranche_order_draft_set_number (fixture->draft, sixty_four);
  tranche_order_draft_set_product_code (fixture->draft, most);
  tranche_order_draft_set_webhook_url (fixture->draft, "https://shop.example/a?b=c");
  fixture->sale.point_code = point;
  fixture->sale.parts = 25;
  fixture->sale.first_payment = tranche_money (100, "UAH");
  fixture->agreement->seller_phone = g_strdup ("+380677654321");
  assert_good (fixture);
}

/* All that is missing is told at once. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const wire_names[] = {
    "store-id", "store_order_id", "client_phone", "products",
    "available_programs.available_parts_count", "invoice.number", "invoice.date",
  };
  g_autoptr (GPtrArray) problems = NULL;

  tranche_account_set_showcase_id (fixture->account, NULL);
  tranche_order_draft_set_number (fixture->draft, NULL);
  set_phone (fixture, NULL);
  fixture->sale = (TrancheSale) { 0 };

  problems = validate (fixture);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (wire_names));
  for (guint i = 0; i < problems->len; i++) {
    TrancheFieldProblem *problem = problems->pdata[i];

    g_assert_cmpstr (problem->wire_name, ==, wire_names[i]);
    g_assert_cmpint (problem->flaw, ==, TRANCHE_FLAW_MISSING);
  }
}

static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *long_number = text_of (65);

  add_item (fixture, "Диван", 1, 1000, "UAH");
  tranche_order_draft_set_number (fixture->draft, "");
  assert_problem (fixture, TRANCHE_FIELD_NUMBER, -1, TRANCHE_FLAW_MISSING, 0, "store_order_id");
  tranche_order_draft_set_number (fixture->draft, long_number);
  assert_problem (fixture, TRANCHE_FIELD_NUMBER, -1, TRANCHE_FLAW_TOO_LONG, 64, "store_order_id");
}

static void
test_phones (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const wrong[] = {
    "050 123 45", "+79998887766", "050123456", "+38050123456789", "немає",
  };

  add_item (fixture, "Диван", 1, 1000, "UAH");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    set_phone (fixture, wrong[i]);
    assert_problem (fixture, TRANCHE_FIELD_PHONE, -1, TRANCHE_FLAW_SYNTAX, 0, "client_phone");
  }

  set_phone (fixture, "0501234567");
  fixture->agreement->seller_phone = g_strdup ("123");
  assert_problem (fixture, TRANCHE_FIELD_ACCOUNT, -1, TRANCHE_FLAW_SYNTAX, 0,
                  "additional_params.seller_phone");
}

static void
test_items (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *long_name = text_of (501);
  static const struct {
    const char *name;
    gint64 quantity;
    gint64 minor;
    const char *currency;
    TrancheField field;
    TrancheFlaw flaw;
    gint64 limit;
    const char *wire_name;
  } rows[] = {
    { "", 1, 1000, "UAH", TRANCHE_FIELD_ITEM_NAME, TRANCHE_FLAW_MISSING, 0, "products.name" },
    { NULL, 1, 1000, "UAH", TRANCHE_FIELD_ITEM_NAME, TRANCHE_FLAW_TOO_LONG, 500,
      "products.name" },
    { "Стіл", 0, 1000, "UAH", TRANCHE_FIELD_ITEM_QUANTITY, TRANCHE_FLAW_TOO_SMALL, 1,
      "products.count" },
    { "Стіл", G_MAXINT32 + G_GINT64_CONSTANT (1), 1, "UAH", TRANCHE_FIELD_ITEM_QUANTITY,
      TRANCHE_FLAW_TOO_LARGE, G_MAXINT32, "products.count" },
    { "Стіл", 1, 0, "UAH", TRANCHE_FIELD_ITEM_PRICE, TRANCHE_FLAW_TOO_SMALL, 1, "products.sum" },
    { "Стіл", 1, -1, "UAH", TRANCHE_FIELD_ITEM_PRICE, TRANCHE_FLAW_TOO_SMALL, 1, "products.sum" },
    { "Стіл", 1, 1000, "RUB", TRANCHE_FIELD_ITEM_PRICE, TRANCHE_FLAW_MISMATCH, 0,
      "products.sum" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    Fixture fresh;

    set_up (&fresh, NULL);
    add_item (&fresh, "Диван", 1, 1000, "UAH");
    add_item (&fresh, rows[i].name ? rows[i].name : long_name, rows[i].quantity, rows[i].minor,
              rows[i].currency);
    assert_problem (&fresh, rows[i].field, 1, rows[i].flaw, rows[i].limit, rows[i].wire_name);
    tear_down (&fresh, NULL);
  }
}

static void
test_sum (Fixture       *fixture,
          gconstpointer  data)
{
  TrancheMoney small = tranche_money (199, "UAH");
  TrancheMoney other = tranche_money (1001, "UAH");
  TrancheMoney foreign = tranche_money (1000, "RUB");

  assert_problem (fixture, TRANCHE_FIELD_ITEMS, -1, TRANCHE_FLAW_MISSING, 0, "products");

  add_item (fixture, "Диван", 1, 1000, "UAH");
  tranche_order_draft_set_sum (fixture->draft, &small);
  assert_problem (fixture, TRANCHE_FIELD_SUM, -1, TRANCHE_FLAW_TOO_SMALL, 200, "total_sum");
  tranche_order_draft_set_sum (fixture->draft, &other);
  assert_problem (fixture, TRANCHE_FIELD_SUM, -1, TRANCHE_FLAW_MISMATCH, 0, "total_sum");
  tranche_order_draft_set_sum (fixture->draft, &foreign);
  assert_problem (fixture, TRANCHE_FIELD_SUM, -1, TRANCHE_FLAW_MISMATCH, 0, "total_sum");
}

static void
test_huge_sum (Fixture       *fixture,
               gconstpointer  data)
{
  add_item (fixture, "Диван", 2, TRANCHE_MONEY_MAX, "UAH");
  assert_problem (fixture, TRANCHE_FIELD_SUM, -1, TRANCHE_FLAW_TOO_LARGE, 0, "total_sum");
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *wire_name = "available_programs.available_parts_count";

  add_item (fixture, "Диван", 1, 1000, "UAH");
  fixture->sale.parts = 0;
  assert_problem (fixture, TRANCHE_FIELD_TERM, -1, TRANCHE_FLAW_MISSING, 0, wire_name);
  fixture->sale.parts = 2;
  assert_problem (fixture, TRANCHE_FIELD_TERM, -1, TRANCHE_FLAW_TOO_SMALL, 3, wire_name);
  fixture->sale.parts = 26;
  assert_problem (fixture, TRANCHE_FIELD_TERM, -1, TRANCHE_FLAW_TOO_LARGE, 25, wire_name);
}

static void
test_products (Fixture       *fixture,
               gconstpointer  data)
{
  add_item (fixture, "Диван", 1, 1000, "UAH");
  add_products (fixture);
  assert_problem (fixture, TRANCHE_FIELD_PRODUCT, -1, TRANCHE_FLAW_MISSING, 0,
                  "available_programs.type");

  tranche_order_draft_set_product_code (fixture->draft, "глобус 3-6");
  assert_problem (fixture, TRANCHE_FIELD_PRODUCT, -1, TRANCHE_FLAW_NOT_OFFERED, 0,
                  "available_programs.type");

  tranche_order_draft_set_product_code (fixture->draft, "Глобус 3-6");
  for (guint parts = 3; parts <= 25; parts++) {
    fixture->sale.parts = parts;
    if (parts == 3 || parts == 4 || parts == 6)
      assert_good (fixture);
    else
      assert_problem (fixture, TRANCHE_FIELD_TERM, -1, TRANCHE_FLAW_NOT_OFFERED, 0,
                      "available_programs.available_parts_count");
  }

  /* No terms are no rule. */
  tranche_order_draft_set_product_code (fixture->draft, "Глобус");
  assert_good (fixture);
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const good[] = { "2025-11-21", "2024-02-29", "1999-12-31", "0001-01-01" };
  static const char * const wrong[] = {
    "2025-02-29", "2025-13-01", "2025-00-10", "2025-11-00", "2025-11-31", "0000-01-01",
    "21.11.2025", "2025-11-1", "2025-11-211", "2025/11/21", "2025-11-2x", "2025-1-121",
    "20251121--", "2025-11-21T00:00:00Z", "сьогодні",
  };

  add_item (fixture, "Диван", 1, 1000, "UAH");
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    fixture->sale.invoice_date = (char *) good[i];
    assert_good (fixture);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_test_message ("%s", wrong[i]);
    fixture->sale.invoice_date = (char *) wrong[i];
    assert_problem (fixture, TRANCHE_FIELD_INVOICE_DATE, -1, TRANCHE_FLAW_SYNTAX, 0,
                    "invoice.date");
  }
}

static void
test_points (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *long_code = text_of (51);

  add_item (fixture, "Диван", 1, 1000, "UAH");
  fixture->sale.point_code = long_code;
  assert_problem (fixture, TRANCHE_FIELD_POINT_OF_SALE, -1, TRANCHE_FLAW_TOO_LONG, 50,
                  "invoice.point_id");

  /* By agreement the bank takes any code, or none. */
  fixture->sale.point_code = (char *) "К-2";
  assert_good (fixture);

  fixture->agreement->points_checked = TRUE;
  assert_problem (fixture, TRANCHE_FIELD_POINT_OF_SALE, -1, TRANCHE_FLAW_NOT_OFFERED, 0,
                  "invoice.point_id");
  fixture->sale.point_code = NULL;
  assert_problem (fixture, TRANCHE_FIELD_POINT_OF_SALE, -1, TRANCHE_FLAW_MISSING, 0,
                  "invoice.point_id");
  fixture->sale.point_code = (char *) "К-1";
  assert_good (fixture);
}

static void
test_first_payment (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *wire_name = "additional_params.ext_initial_sum";

  add_item (fixture, "Диван", 1, 1000, "UAH");
  fixture->sale.first_payment = tranche_money (0, "UAH");
  assert_good (fixture);
  fixture->sale.first_payment = tranche_money (999, "UAH");
  assert_good (fixture);
  fixture->sale.first_payment = tranche_money (1000, "UAH");
  assert_problem (fixture, TRANCHE_FIELD_FIRST_PAYMENT, -1, TRANCHE_FLAW_TOO_LARGE, 999,
                  wire_name);
  fixture->sale.first_payment = tranche_money (-1, "UAH");
  assert_problem (fixture, TRANCHE_FIELD_FIRST_PAYMENT, -1, TRANCHE_FLAW_TOO_SMALL, 0, wire_name);
  fixture->sale.first_payment = tranche_money (1, "RUB");
  assert_problem (fixture, TRANCHE_FIELD_FIRST_PAYMENT, -1, TRANCHE_FLAW_MISMATCH, 0, wire_name);
}

static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  add_item (fixture, "Диван", 1, 1000, "UAH");
  tranche_order_draft_set_webhook_url (fixture->draft, "shop.example/hook");
  assert_problem (fixture, TRANCHE_FIELD_URL, -1, TRANCHE_FLAW_SYNTAX, 0, "result_callback");
  tranche_order_draft_set_webhook_url (fixture->draft, NULL);

  fixture->sale.invoice_number = (char *) "\xff";
  assert_problem (fixture, TRANCHE_FIELD_INVOICE_NUMBER, -1, TRANCHE_FLAW_SYNTAX, 0,
                  "invoice.number");
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void (* test) (Fixture       *fixture,
                   gconstpointer  data);
  } tests[] = {
    { "/cfront-draft-rules/good", test_good },
    { "/cfront-draft-rules/empty", test_empty },
    { "/cfront-draft-rules/number", test_number },
    { "/cfront-draft-rules/phones", test_phones },
    { "/cfront-draft-rules/items", test_items },
    { "/cfront-draft-rules/sum", test_sum },
    { "/cfront-draft-rules/huge-sum", test_huge_sum },
    { "/cfront-draft-rules/parts", test_parts },
    { "/cfront-draft-rules/products", test_products },
    { "/cfront-draft-rules/dates", test_dates },
    { "/cfront-draft-rules/points", test_points },
    { "/cfront-draft-rules/first-payment", test_first_payment },
    { "/cfront-draft-rules/others", test_others },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
