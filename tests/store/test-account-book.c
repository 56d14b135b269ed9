/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-calls.h"
#include "store/account-book.h"

static GPtrArray *
load (TrancheAccountBook *accounts)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *loaded;

  tranche_account_book_load_async (accounts, NULL, ready_cb, &result);
  await (&result);
  loaded = tranche_account_book_load_finish (accounts, result, &error);
  g_assert_no_error (error);
  return loaded;
}

static void
save (TrancheAccountBook *accounts,
      TrancheAccount     *account)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_account_book_save_async (accounts, account, NULL, ready_cb, &result);
  await (&result);
  g_assert_true (tranche_account_book_save_finish (accounts, result, &error));
  g_assert_no_error (error);
}

static gboolean
remove_account (TrancheAccountBook  *accounts,
                const char          *id,
                GError             **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_account_book_remove_async (accounts, id, NULL, ready_cb, &result);
  await (&result);
  return tranche_account_book_remove_finish (accounts, result, error);
}

static void
set_agreement (TrancheAccount *account)
{
  g_autoptr (TrancheAgreement) agreement = tranche_agreement_new ();

  agreement->services = TRANCHE_SERVICE_LETTER | TRANCHE_SERVICE_RETURN;
  agreement->id_header = g_strdup ("store-id");
  agreement->signature_header = g_strdup ("signature");
  agreement->points_checked = TRUE;
  agreement->seller_phone = g_strdup ("+380670000001");
  agreement->callback_url = g_strdup ("https://shop.example/tranche");
  agreement->callback_port = 8443;
  agreement->callback_interface = g_strdup ("192.168.1.7");
  g_ptr_array_add (agreement->points_of_sale, tranche_point_of_sale_new ("K-1", "Київ"));
  g_ptr_array_add (agreement->points_of_sale, tranche_point_of_sale_new ("K-2", NULL));
  tranche_account_set_agreement (account, agreement);
}

static TrancheAccount *
make_account (const char *name)
{
  TrancheAccount *account = tranche_account_new ("tbank");
  g_autoptr (GPtrArray) products =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);

  g_ptr_array_add (products, tranche_product_new ("default", "Кредит", NULL));
  g_ptr_array_add (products, tranche_product_new ("installment_0_0_6", "Рассрочка", "3,6,12"));
  tranche_account_set_name (account, name);
  tranche_account_set_base_url (account, "https://forma.tbank.ru");
  tranche_account_set_currency (account, "RUB");
  tranche_account_set_shop_id (account, "shop");
  tranche_account_set_showcase_id (account, "showcase");
  tranche_account_set_demo (account, TRUE);
  tranche_account_set_auto_commit (account, TRUE);
  tranche_account_set_ask_handover (account, FALSE);
  tranche_account_set_payout_days (account, 4);
  tranche_account_set_rate (account, 7);
  tranche_account_set_products (account, products);
  set_agreement (account);
  return account;
}

static void
assert_account (TrancheAccount *a,
                TrancheAccount *b)
{
  GPtrArray *products_a = tranche_account_get_products (a);
  GPtrArray *products_b = tranche_account_get_products (b);

  g_assert_cmpstr (tranche_account_get_id (a), ==, tranche_account_get_id (b));
  g_assert_cmpstr (tranche_account_get_bank (a), ==, tranche_account_get_bank (b));
  g_assert_cmpstr (tranche_account_get_name (a), ==, tranche_account_get_name (b));
  g_assert_cmpstr (tranche_account_get_base_url (a), ==, tranche_account_get_base_url (b));
  g_assert_cmpstr (tranche_account_get_currency (a), ==, tranche_account_get_currency (b));
  g_assert_cmpstr (tranche_account_get_shop_id (a), ==, tranche_account_get_shop_id (b));
  g_assert_cmpstr (tranche_account_get_showcase_id (a), ==, tranche_account_get_showcase_id (b));
  g_assert_cmpint (tranche_account_get_demo (a), ==, tranche_account_get_demo (b));
  g_assert_cmpint (tranche_account_get_auto_commit (a), ==, tranche_account_get_auto_commit (b));
  g_assert_cmpint (tranche_account_get_ask_handover (a), ==, tranche_account_get_ask_handover (b));
  g_assert_cmpuint (tranche_account_get_payout_days (a), ==, tranche_account_get_payout_days (b));
  g_assert_cmpuint (tranche_account_get_rate (a), ==, tranche_account_get_rate (b));
  g_assert_true (tranche_agreement_equal (tranche_account_get_agreement (a),
                                          tranche_account_get_agreement (b)));
  g_assert_cmpuint (products_a->len, ==, products_b->len);
  for (guint i = 0; i < products_a->len; i++) {
    TrancheProduct *product_a = g_ptr_array_index (products_a, i);
    TrancheProduct *product_b = g_ptr_array_index (products_b, i);

    g_assert_cmpstr (product_a->code, ==, product_b->code);
    g_assert_cmpstr (product_a->name, ==, product_b->name);
    g_assert_cmpstr (product_a->terms, ==, product_b->terms);
  }
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (TrancheAccountBook) accounts = tranche_account_book_new (fixture->book);
  g_autoptr (TrancheAccount) account = make_account ("Магазин");
  g_autoptr (TrancheAccount) edited = tranche_account_copy (account);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (TrancheAgreement) no_agreement = tranche_agreement_new ();
  g_autoptr (GPtrArray) loaded = NULL;

  save (accounts, account);
  loaded = load (accounts);
  g_assert_cmpuint (loaded->len, ==, 1);
  assert_account (g_ptr_array_index (loaded, 0), account);
  g_clear_pointer (&loaded, g_ptr_array_unref);

  tranche_account_set_name (edited, "Другой");
  tranche_account_set_demo (edited, FALSE);
  tranche_account_set_products (edited, none);
  tranche_account_set_agreement (edited, no_agreement);
  save (accounts, edited);
  loaded = load (accounts);
  g_assert_cmpuint (loaded->len, ==, 1);
  assert_account (g_ptr_array_index (loaded, 0), edited);
}

static void
test_by_name (Fixture       *fixture,
              gconstpointer  unused)
{
  static const char *const names[] = { "яблоко", "Ёлка", "Globus", "енот", "їжак", "зима" };
  static const char *const sorted[] = { "Globus", "Ёлка", "енот", "зима", "їжак", "яблоко" };
  g_autoptr (TrancheAccountBook) accounts = tranche_account_book_new (fixture->book);
  g_autoptr (GPtrArray) loaded = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (TrancheAccount) account = make_account (names[i]);

    save (accounts, account);
  }

  loaded = load (accounts);
  g_assert_cmpuint (loaded->len, ==, G_N_ELEMENTS (sorted));
  for (guint i = 0; i < loaded->len; i++)
    g_assert_cmpstr (tranche_account_get_name (g_ptr_array_index (loaded, i)), ==, sorted[i]);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (TrancheAccountBook) accounts = tranche_account_book_new (fixture->book);
  g_autoptr (TrancheAccount) account = make_account ("Магазин");
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  /* The account of the fixture's orders. */
  tranche_account_set_id (account, FIXTURE_ACCOUNT);
  save (accounts, account);
  id = add_in_stage (fixture, "1", TRANCHE_STAGE_WAITING);

  g_assert_true (remove_account (accounts, FIXTURE_ACCOUNT, &error));
  g_assert_no_error (error);
  loaded = load (accounts);
  g_assert_cmpuint (loaded->len, ==, 0);
  g_clear_pointer (&loaded, g_ptr_array_unref);
  order = load_order (fixture, id);
  g_assert_cmpstr (tranche_order_get_account_id (order), ==, FIXTURE_ACCOUNT);

  g_assert_false (remove_account (accounts, FIXTURE_ACCOUNT, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);

  /* Saved again it is there again. */
  save (accounts, account);
  loaded = load (accounts);
  g_assert_cmpuint (loaded->len, ==, 1);
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (TrancheAccountBook) accounts = tranche_account_book_new (fixture->book);
  g_autoptr (TrancheAccount) account = make_account ("Магазин");
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_close_async (fixture->book, ready_cb, &closed);
  await (&closed);
  tranche_account_book_save_async (accounts, account, NULL, ready_cb, &saved);
  await (&saved);
  g_assert_false (tranche_account_book_save_finish (accounts, saved, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/account-book/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("by-name", test_by_name);
  ADD ("remove", test_remove);
  ADD ("closed", test_closed);

  return g_test_run ();
}
