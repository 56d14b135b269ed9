/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "demo/demo-server.h"
#include "model/order-list.h"
#include "model/shop.h"
#include "store/keyring.h"

#include <glib/gstdio.h>

/* A shop on a book of its own, beside a demo bank that nobody moves. */
typedef struct {
  char *folder;
  char *path;
  TrancheDemoServer *server;
  TrancheShop *shop;
} Shop;

static void
open_shop (Shop *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_shop_open_async (fixture->path, NULL, NULL, store_result_cb, &result);
  wait_for_result (&result);
  fixture->shop = tranche_shop_open_finish (result, &error);
  g_assert_no_error (error);
  tranche_shop_begin_rounds (fixture->shop);
  g_assert_false (tranche_shop_get_demo (fixture->shop));
}

static void
close_shop (Shop *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheShop *alive = fixture->shop;

  tranche_shop_close_async (fixture->shop, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_shop_close_finish (fixture->shop, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);

  g_object_add_weak_pointer (G_OBJECT (alive), (gpointer *) &alive);
  g_clear_object (&fixture->shop);
  WAIT_UNTIL (alive == NULL);
}

static void
set_up (Shop          *fixture,
        gconstpointer  data)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  options.customers = FALSE;
  options.day = FALSE;
  fixture->server = tranche_demo_server_new (&options);
  tranche_demo_server_start (fixture->server, &error);
  g_assert_no_error (error);

  fixture->folder = g_dir_make_tmp ("tranche-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "orders.db", NULL);
  open_shop (fixture);
}

/* As a person does, who is slower than the keyring. */
static void
set_up_and_wait (Shop          *fixture,
                 gconstpointer  data)
{
  set_up (fixture, data);
  WAIT_UNTIL (!tranche_guard_get_has_pin (tranche_shop_get_guard (fixture->shop)));
}

static void
tear_down (Shop          *fixture,
           gconstpointer  data)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-lock" };

  close_shop (fixture);
  tranche_demo_server_stop (fixture->server);
  g_clear_object (&fixture->server);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *file = g_strconcat (fixture->path, suffixes[i], NULL);

    g_unlink (file);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static TrancheAccount *
new_account (Shop       *fixture,
             const char *name)
{
  TrancheAccount *account = tranche_shop_new_account ("tbank");

  tranche_account_set_name (account, name);
  tranche_account_set_base_url (account, tranche_demo_server_get_base_url (fixture->server));
  tranche_account_set_shop_id (account, TRANCHE_DEMO_SHOP_ID);
  tranche_account_set_showcase_id (account, TRANCHE_DEMO_SHOWCASE_ID);

  return account;
}

static void
save (Shop            *fixture,
      TrancheAccount  *account,
      const char      *secret,
      GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_shop_save_account_async (fixture->shop, account, secret, NULL, store_result_cb, &result);
  wait_for_result (&result);
  tranche_shop_save_account_finish (fixture->shop, result, error);
}

static void
test (Shop            *fixture,
      TrancheAccount  *account,
      const char      *secret,
      GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_shop_test_account_async (fixture->shop, account, secret, NULL, store_result_cb, &result);
  wait_for_result (&result);
  tranche_shop_test_account_finish (fixture->shop, result, error);
}

static TrancheConnectionState
get_state (Shop           *fixture,
           TrancheAccount *account)
{
  TrancheConnection *connection =
    tranche_shop_find_connection (fixture->shop, tranche_account_get_id (account));

  g_assert_nonnull (connection);

  return tranche_connection_get_state (connection);
}

static TrancheOrder *
create (Shop            *fixture,
        TrancheAccount  *account,
        const char      *number,
        GError         **error)
{
  TrancheOperations *operations = tranche_shop_get_operations (fixture->shop);
  TrancheConnection *connection =
    tranche_shop_find_connection (fixture->shop, tranche_account_get_id (account));
  g_autoptr (TrancheOrderDraft) draft = fixture_new_draft (number);
  g_autoptr (GAsyncResult) result = NULL;

  tranche_operations_create_async (operations, connection, draft, 0, NULL, store_result_cb,
                                   &result);
  wait_for_result (&result);

  return tranche_operations_create_finish (operations, result, error);
}

static void
test_banks (void)
{
  guint n_banks = 0;
  const TrancheBankInfo *banks = tranche_shop_list_banks (&n_banks);

  g_assert_cmpuint (n_banks, >=, 1);
  for (guint i = 0; i < n_banks; i++) {
    g_autoptr (TrancheAccount) account = tranche_shop_new_account (banks[i].id);

    g_assert_true (tranche_shop_find_bank (banks[i].id) == &banks[i]);
    g_assert_cmpstr (tranche_account_get_bank (account), ==, banks[i].id);
    g_assert_cmpstr (tranche_account_get_base_url (account), ==, banks[i].base_url);
    g_assert_cmpstr (tranche_account_get_currency (account), ==, banks[i].currency);
    g_assert_true (*banks[i].base_url == '\0' ||
                   g_str_has_prefix (banks[i].base_url, "https://"));
  }
  g_assert_null (tranche_shop_find_bank ("no bank"));
}

static void
test_new_accounts (void)
{
  static const struct {
    const char *bank;
    guint n_products;
    TrancheServices services;
    const char *id_header;
    const char *signature_header;
  } rows[] = {
    { "tbank", 1, 0, NULL, NULL },
    /* What is agreed, address and products, is for the shop to say. */
    { "globus", 0, TRANCHE_SERVICE_CUSTOMER | TRANCHE_SERVICE_LETTER, "store-id", "signature" },
    { "monobank", 1,
      TRANCHE_SERVICE_CUSTOMER_FOUND | TRANCHE_SERVICE_LETTER_CONTRACT |
        TRANCHE_SERVICE_LETTER_PDF | TRANCHE_SERVICE_DETAILS | TRANCHE_SERVICE_RETURN |
        TRANCHE_SERVICE_REPORT,
      "store-id", "signature" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheAccount) account = tranche_shop_new_account (rows[i].bank);
    const TrancheAgreement *agreement = tranche_account_get_agreement (account);

    g_assert_cmpuint (tranche_account_get_products (account)->len, ==, rows[i].n_products);
    g_assert_cmpint (agreement->services, ==, rows[i].services);
    g_assert_cmpstr (agreement->id_header, ==, rows[i].id_header);
    g_assert_cmpstr (agreement->signature_header, ==, rows[i].signature_header);
  }
}

/* Save, make an order, restart, and go on with the secret from the keyring. */
static void
test_restart (Shop          *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheAccount) account = new_account (fixture, "Counter");
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) canceled = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (tranche_shop_get_connections (fixture->shop)), ==, 0);
  save (fixture, account, TRANCHE_DEMO_PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_state (fixture, account), ==, TRANCHE_CONNECTION_READY);

  order = create (fixture, account, "A-1", &error);
  g_assert_no_error (error);
  g_assert_nonnull (tranche_order_get_link (order));

  close_shop (fixture);
  open_shop (fixture);
  WAIT_UNTIL (get_state (fixture, account) != TRANCHE_CONNECTION_OPENING);
  g_assert_cmpint (get_state (fixture, account), ==, TRANCHE_CONNECTION_READY);

  tranche_operations_cancel_async (tranche_shop_get_operations (fixture->shop), order, NULL,
                                   store_result_cb, &result);
  wait_for_result (&result);
  canceled = tranche_operations_cancel_finish (tranche_shop_get_operations (fixture->shop), result,
                                               &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (canceled), ==, TRANCHE_STAGE_CANCELED);
}

static void
test_account_test (Shop          *fixture,
                   gconstpointer  data)
{
  g_autoptr (TrancheAccount) account = new_account (fixture, "Counter");
  g_autoptr (GError) error = NULL;

  test (fixture, account, TRANCHE_DEMO_PASSWORD, &error);
  g_assert_no_error (error);
  test (fixture, account, "wrong", &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_AUTHENTICATION);
  g_clear_error (&error);

  /* Without a secret the stored one is tried, and there is none yet. */
  test (fixture, account, NULL, &error);
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_NOT_FOUND);
  g_clear_error (&error);
  save (fixture, account, TRANCHE_DEMO_PASSWORD, &error);
  g_assert_no_error (error);
  test (fixture, account, NULL, &error);
  g_assert_no_error (error);
}

/* A wrong password shows with the first question; the right one mends it. */
static void
test_wrong_password (Shop          *fixture,
                     gconstpointer  data)
{
  g_autoptr (TrancheAccount) account = new_account (fixture, "Counter");
  g_autoptr (TrancheAccount) edited = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, account, "wrong", &error);
  g_assert_no_error (error);

  /* Create asks for no password, and the facts that follow it do. */
  order = create (fixture, account, "A-1", &error);
  g_assert_no_error (error);
  WAIT_UNTIL (get_state (fixture, account) == TRANCHE_CONNECTION_REFUSED);

  edited = tranche_account_copy (account);
  save (fixture, edited, TRANCHE_DEMO_PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_state (fixture, account), ==, TRANCHE_CONNECTION_READY);
}

static void
test_sorted_by_name (Shop          *fixture,
                     gconstpointer  data)
{
  g_autoptr (TrancheAccount) second = new_account (fixture, "B");
  g_autoptr (TrancheAccount) first = new_account (fixture, "A");
  g_autoptr (TrancheAccount) renamed = NULL;
  GListModel *connections = tranche_shop_get_connections (fixture->shop);
  TrancheConnection *connection = NULL;
  g_autoptr (TrancheConnection) last = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, second, "b", &error);
  g_assert_no_error (error);
  save (fixture, first, "a", &error);
  g_assert_no_error (error);
  connection = tranche_shop_find_connection (fixture->shop, tranche_account_get_id (first));

  /* An edit keeps the connection, its place may change; no secret keeps the old. */
  renamed = tranche_account_copy (first);
  tranche_account_set_name (renamed, "C");
  save (fixture, renamed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (connections), ==, 2);
  last = g_list_model_get_item (connections, 1);
  g_assert_true (last == connection);
  g_assert_cmpstr (tranche_account_get_name (tranche_connection_get_account (last)), ==, "C");
  g_assert_cmpint (tranche_connection_get_state (last), ==, TRANCHE_CONNECTION_READY);
}

static void
test_remove (Shop          *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheAccount) account = new_account (fixture, "Counter");
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GAsyncResult) looked_up = NULL;
  g_autoptr (TrancheKeyring) keyring = tranche_keyring_new (0);
  g_autoptr (GError) error = NULL;

  save (fixture, account, TRANCHE_DEMO_PASSWORD, &error);
  g_assert_no_error (error);
  order = create (fixture, account, "A-1", &error);
  g_assert_no_error (error);

  tranche_shop_remove_account_async (fixture->shop, tranche_account_get_id (account), NULL,
                                     store_result_cb, &removed);
  wait_for_result (&removed);
  g_assert_true (tranche_shop_remove_account_finish (fixture->shop, removed, &error));
  g_assert_no_error (error);
  g_clear_object (&removed);
  g_assert_null (tranche_shop_find_connection (fixture->shop, tranche_account_get_id (account)));

  tranche_keyring_lookup_async (keyring, tranche_account_get_id (account), FALSE, NULL,
                                store_result_cb, &looked_up);
  wait_for_result (&looked_up);
  g_assert_null (tranche_keyring_lookup_finish (keyring, looked_up, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_NOT_FOUND);

  close_shop (fixture);
  open_shop (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tranche_shop_get_connections (fixture->shop)), ==, 0);
}

/* Without a keyring no account is made that could not work, and one that is
 * there already says why it does not. */
static void
test_no_keyring (Shop          *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrancheAccount) account = new_account (fixture, "Counter");
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GAsyncResult) unlocked = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, account, TRANCHE_DEMO_PASSWORD, &error);
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_UNAVAILABLE);
  g_clear_error (&error);
  g_assert_null (tranche_shop_find_connection (fixture->shop, tranche_account_get_id (account)));

  save (fixture, account, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_state (fixture, account), ==, TRANCHE_CONNECTION_NO_KEYRING);

  order = create (fixture, account, "A-1", &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CREDENTIALS);
  g_assert_null (order);
  g_clear_error (&error);

  tranche_shop_unlock_async (fixture->shop,
                             tranche_shop_find_connection (fixture->shop,
                                                           tranche_account_get_id (account)),
                             NULL, store_result_cb, &unlocked);
  wait_for_result (&unlocked);
  g_assert_false (tranche_shop_unlock_finish (fixture->shop, unlocked, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_UNAVAILABLE);
  g_clear_object (&unlocked);
}

static void
test_unreadable_book (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("tranche-test-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, "This is no book, and far too long to be an empty one.", -1, &error);
  g_assert_no_error (error);

  tranche_shop_open_async (path, NULL, NULL, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_null (tranche_shop_open_finish (result, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED);
  g_unlink (path);
}

#define ADD(path, begin, function) \
  g_test_add ("/shop-accounts/" path, Shop, NULL, begin, function, tear_down)

/* The keyring is chosen when it is first used, so that each kind has a process. */
int
main (int   argc,
      char *argv[])
{
  g_autofree char *keyring = g_build_filename (g_get_tmp_dir (), "tranche-test-keyring", NULL);
  g_autofree char *unique = g_strdup_printf ("%s-%08x", keyring, g_random_int ());
  int failed;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  if (g_str_equal (argv[1], "file")) {
    g_setenv ("SECRET_BACKEND", "file", TRUE);
    g_setenv ("SECRET_FILE_TEST_PATH", unique, TRUE);
    g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
    g_test_add_func ("/shop-accounts/banks", test_banks);
    g_test_add_func ("/shop-accounts/new-accounts", test_new_accounts);
    g_test_add_func ("/shop-accounts/unreadable-book", test_unreadable_book);
    ADD ("restart", set_up_and_wait, test_restart);
    ADD ("account-test", set_up_and_wait, test_account_test);
    ADD ("wrong-password", set_up_and_wait, test_wrong_password);
    ADD ("sorted-by-name", set_up_and_wait, test_sorted_by_name);
    ADD ("remove", set_up_and_wait, test_remove);
  } else {
    g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
    ADD ("no-keyring", set_up, test_no_keyring);
  }

  failed = g_test_run ();
  g_unlink (unique);

  return failed;
}
