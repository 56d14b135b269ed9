/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/account.h"

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *count = user_data;

  *count += 1;
}

static void
test_new (void)
{
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
  g_autoptr (TrancheAccount) other = tranche_account_new ("tbank");

  g_assert_true (g_uuid_string_is_valid (tranche_account_get_id (account)));
  g_assert_cmpstr (tranche_account_get_id (account), !=, tranche_account_get_id (other));
  g_assert_cmpstr (tranche_account_get_bank (account), ==, "tbank");
  g_assert_null (tranche_account_get_name (account));
  g_assert_false (tranche_account_get_demo (account));
  g_assert_false (tranche_account_get_auto_commit (account));
  g_assert_true (tranche_account_get_ask_handover (account));
  g_assert_cmpuint (tranche_account_get_rate (account), ==, 25);
  g_assert_cmpuint (tranche_account_get_products (account)->len, ==, 0);
}

/* Every property is set and read by its name, notifies once, and not again for
 * the same value. */
static void
test_properties (void)
{
  static const char *const strings[] = {
    "id", "name", "base-url", "currency", "shop-id", "showcase-id",
  };
  static const char *const booleans[] = { "demo", "auto-commit" };
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
  guint count = 0;
  guint rate;

  g_signal_connect (account, "notify", G_CALLBACK (count_cb), &count);

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++) {
    g_autofree char *value = NULL;

    count = 0;
    g_object_set (account, strings[i], strings[i], NULL);
    g_object_set (account, strings[i], strings[i], NULL);
    g_object_get (account, strings[i], &value, NULL);
    g_assert_cmpstr (value, ==, strings[i]);
    g_assert_cmpuint (count, ==, 1);
  }

  for (gsize i = 0; i < G_N_ELEMENTS (booleans); i++) {
    gboolean value = FALSE;

    count = 0;
    g_object_set (account, booleans[i], TRUE, NULL);
    g_object_set (account, booleans[i], TRUE, NULL);
    g_object_get (account, booleans[i], &value, NULL);
    g_assert_true (value);
    g_assert_cmpuint (count, ==, 1);
  }

  count = 0;
  g_object_set (account, "rate", 10, NULL);
  g_object_set (account, "rate", 10, NULL);
  g_object_get (account, "rate", &rate, NULL);
  g_assert_cmpuint (rate, ==, 10);
  g_assert_cmpuint (count, ==, 1);

  g_assert_cmpstr (tranche_account_get_id (account), ==, "id");
  g_assert_cmpstr (tranche_account_get_name (account), ==, "name");
  g_assert_cmpstr (tranche_account_get_base_url (account), ==, "base-url");
  g_assert_cmpstr (tranche_account_get_currency (account), ==, "currency");
  g_assert_cmpstr (tranche_account_get_shop_id (account), ==, "shop-id");
  g_assert_cmpstr (tranche_account_get_showcase_id (account), ==, "showcase-id");
}

static void
test_base_url (void)
{
  static const struct {
    const char *set;
    const char *get;
  } cases[] = {
    { "https://example.com", "https://example.com" },
    { "https://example.com/", "https://example.com" },
    { "https://example.com/a//", "https://example.com/a" },
    { "", "" },
    { NULL, NULL },
  };
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    tranche_account_set_base_url (account, cases[i].set);
    g_assert_cmpstr (tranche_account_get_base_url (account), ==, cases[i].get);
  }
}

static GPtrArray *
make_products (void)
{
  GPtrArray *products = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);

  g_ptr_array_add (products, tranche_product_new ("installment_0_0_3", "3 months", NULL));
  g_ptr_array_add (products, tranche_product_new ("default", "Credit", "3,6,12"));

  return products;
}

static void
test_products (void)
{
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
  g_autoptr (GPtrArray) products = make_products ();
  TrancheProduct *product;
  guint count = 0;

  g_signal_connect (account, "notify::products", G_CALLBACK (count_cb), &count);

  tranche_account_set_products (account, products);
  tranche_account_set_products (account, products);
  tranche_account_set_products (account, tranche_account_get_products (account));
  g_assert_cmpuint (count, ==, 1);

  /* What was handed in is not what is kept. */
  g_ptr_array_set_size (products, 0);
  g_assert_cmpuint (tranche_account_get_products (account)->len, ==, 2);

  product = tranche_account_find_product (account, "default");
  g_assert_cmpstr (product->name, ==, "Credit");
  g_assert_cmpstr (product->terms, ==, "3,6,12");
  g_assert_null (tranche_account_find_product (account, "none"));
  g_assert_null (tranche_account_find_product (account, NULL));

  tranche_account_set_products (account, products);
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpuint (tranche_account_get_products (account)->len, ==, 0);
}

static void
test_copy (void)
{
  g_autoptr (TrancheAccount) account = tranche_account_new ("globus");
  g_autoptr (TrancheAccount) copy = NULL;
  g_autoptr (GPtrArray) products = make_products ();

  g_object_set (account,
                "name", "Main street",
                "base-url", "https://example.com",
                "currency", "UAH",
                "shop-id", "shop",
                "showcase-id", "showcase",
                "demo", TRUE,
                "auto-commit", TRUE,
                "ask-handover", FALSE,
                "payout-days", 9,
                "rate", 5,
                "products", products,
                NULL);

  copy = tranche_account_copy (account);
  tranche_account_set_name (account, "Another");
  tranche_account_set_products (account, tranche_account_get_products (copy));

  g_assert_cmpstr (tranche_account_get_id (copy), ==, tranche_account_get_id (account));
  g_assert_cmpstr (tranche_account_get_bank (copy), ==, "globus");
  g_assert_cmpstr (tranche_account_get_name (copy), ==, "Main street");
  g_assert_cmpstr (tranche_account_get_base_url (copy), ==, "https://example.com");
  g_assert_cmpstr (tranche_account_get_currency (copy), ==, "UAH");
  g_assert_cmpstr (tranche_account_get_shop_id (copy), ==, "shop");
  g_assert_cmpstr (tranche_account_get_showcase_id (copy), ==, "showcase");
  g_assert_true (tranche_account_get_demo (copy));
  g_assert_true (tranche_account_get_auto_commit (copy));
  g_assert_false (tranche_account_get_ask_handover (copy));
  g_assert_cmpuint (tranche_account_get_payout_days (copy), ==, 9);
  g_assert_cmpuint (tranche_account_get_rate (copy), ==, 5);
  g_assert_true (tranche_account_find_product (copy, "default") !=
                 tranche_account_find_product (account, "default"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/account/new", test_new);
  g_test_add_func ("/account/properties", test_properties);
  g_test_add_func ("/account/base-url", test_base_url);
  g_test_add_func ("/account/products", test_products);
  g_test_add_func ("/account/copy", test_copy);

  return g_test_run ();
}
