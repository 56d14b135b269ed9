/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "banks/cfront-signature.h"
#include "model/callback-desk.h"
#include "raw-visit.h"

#define SECRET "secret_98765432--123-123"
#define PUBLIC_URL "https://shop.example/tranche"
#define FROM_TBANK "X-Real-IP: 91.194.226.7\r\n"

static guint
find_free_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  guint port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  g_socket_listener_close (listener);

  return port;
}

static TrancheSecrets *
make_secrets (TrancheAccount *account)
{
  TrancheSecrets *secrets = tranche_secrets_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_secrets_store_async (secrets, account, SECRET, NULL, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_secrets_store_finish (secrets, result, &error));
  g_assert_no_error (error);

  return secrets;
}

/* The account as the manager has edited it. @url: (nullable) */
static TrancheAccount *
edit_account (TrancheAccount *account,
              const char     *url,
              guint           port,
              const char     *interface)
{
  TrancheAccount *edited = tranche_account_copy (account);
  g_autoptr (TrancheAgreement) agreement =
    tranche_agreement_copy (tranche_account_get_agreement (account));

  g_set_str (&agreement->callback_url, url);
  agreement->callback_port = port;
  g_set_str (&agreement->callback_interface, interface);
  tranche_account_set_agreement (edited, agreement);

  return edited;
}

static void
listen (Fixture    *fixture,
        const char *url,
        guint       port,
        const char *interface)
{
  g_autoptr (TrancheAccount) edited = edit_account (fixture->account, url, port, interface);

  tranche_connection_set_account (fixture->connection, edited);
}

static TrancheCallbackState
get_state (Fixture *fixture)
{
  return tranche_connection_get_callback_state (fixture->connection);
}

static void
wait_for_state (Fixture              *fixture,
                TrancheCallbackState  state)
{
  WAIT_UNTIL (get_state (fixture) == state);
  g_assert_cmpint (tranche_connection_get_callback_url (fixture->connection) != NULL, ==,
                   state == TRANCHE_CALLBACK_LISTENING);
}

/* As a proxy does that hands on the path of the public address. */
static guint
post (TrancheConnection *connection,
      guint              port,
      const char        *header,
      const char        *body)
{
  const char *path = strstr (tranche_connection_get_callback_url (connection), "/tranche/");
  g_autofree char *request =
    g_strdup_printf ("POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%sContent-Length: %zu\r\n\r\n%s",
                     path, header, strlen (body), body);

  return raw_visit_once (port, request, NULL);
}

static TrancheStage
get_stage (Fixture *fixture,
           gint64   id)
{
  g_autoptr (TrancheOrder) order = fixture_load (fixture, id);

  return tranche_order_get_stage (order);
}

/* When the bank's last answer was laid over the order, in microseconds. */
static gint64
get_checked_at (Fixture *fixture,
                gint64   id)
{
  g_autoptr (TrancheOrder) order = fixture_load (fixture, id);

  return g_date_time_to_unix_usec (tranche_order_get_checked_at (order));
}

static gboolean
is_taken (guint port)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();

  return !g_socket_listener_add_inet_port (listener, port, NULL, NULL);
}

static void
test_off (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TrancheSecrets) secrets = make_secrets (fixture->account);
  g_autoptr (TrancheCallbackDesk) desk =
    tranche_callback_desk_new (fixture->book, fixture->operations, secrets);
  const struct {
    const char *url;
    guint port;
  } cases[] = {
    { NULL, 0 },
    { PUBLIC_URL, 0 },
    { NULL, find_free_port () },
    { "", find_free_port () },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    listen (fixture, cases[i].url, cases[i].port, NULL);
    settle_main_loop ();
    wait_for_state (fixture, TRANCHE_CALLBACK_OFF);
    g_assert_false (cases[i].port != 0 && is_taken (cases[i].port));
  }
}

static void
test_tbank (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheSecrets) secrets = make_secrets (fixture->account);
  g_autoptr (TrancheCallbackDesk) desk =
    tranche_callback_desk_new (fixture->book, fixture->operations, secrets);
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  gint64 id = tranche_order_get_id (order);
  guint port = find_free_port ();

  listen (fixture, PUBLIC_URL, port, NULL);
  wait_for_state (fixture, TRANCHE_CALLBACK_LISTENING);
  g_assert_true (g_str_has_prefix (tranche_connection_get_callback_url (fixture->connection),
                                   PUBLIC_URL "/"));

  /* The message is not believed: what the bank says of the order counts. */
  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_READY);
  g_assert_cmpuint (post (fixture->connection, port, "",
                          "{\"id\":\"A-1\",\"status\":\"canceled\"}"), ==, 403);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), ==, 0);
  g_assert_cmpuint (post (fixture->connection, port, FROM_TBANK,
                          "{\"id\":\"A-1\",\"status\":\"canceled\"}"), ==, 200);
  WAIT_UNTIL (get_stage (fixture, id) == TRANCHE_STAGE_READY);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), ==, 1);

  listen (fixture, NULL, 0, NULL);
  wait_for_state (fixture, TRANCHE_CALLBACK_OFF);
  g_assert_false (is_taken (port));
}

/* Puts the account of @bank_id into the list in place of the fixture's. */
static void
change_bank (Fixture    *fixture,
             const char *bank_id)
{
  g_autoptr (TrancheAccount) account = tranche_account_new (bank_id);

  tranche_account_set_id (account, tranche_account_get_id (fixture->account));
  tranche_account_set_currency (account, "RUB");
  g_set_object (&fixture->account, account);
  tranche_connection_set_account (fixture->connection, account);
}

static char *
sign (const char *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autofree char *signature = tranche_cfront_sign (bytes, SECRET);

  return g_strdup_printf ("signature: %s\r\n", signature);
}

static void
set_bank_order_id (Fixture      *fixture,
                   TrancheOrder *order,
                   const char   *bank_order_id)
{
  g_autoptr (TrancheOrder) answer = tranche_order_new ();
  g_autoptr (TrancheOrder) applied = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_set_stage (answer, tranche_order_get_stage (order));
  tranche_order_set_bank_order_id (answer, bank_order_id);
  tranche_order_book_apply_async (fixture->book, tranche_order_get_id (order), answer,
                                  TRANCHE_ORIGIN_BANK, NULL, store_result_cb, &result);
  wait_for_result (&result);
  applied = tranche_order_book_apply_finish (fixture->book, result, &error);
  g_assert_no_error (error);
}

/* A signed "failed" that comes after all is done, and again and again. */
static void
test_cfront (Fixture       *fixture,
             gconstpointer  data)
{
  const char *body = "{\"order_id\":\"b-1\",\"state\":\"FAIL\","
                     "\"order_sub_state\":\"CLIENT_PUSH_TIMEOUT\"}";
  g_autofree char *signature = sign (body);
  g_autofree char *forged = sign ("{}");
  g_autoptr (TrancheSecrets) secrets = make_secrets (fixture->account);
  g_autoptr (TrancheCallbackDesk) desk = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  guint port = find_free_port ();
  gint64 id;
  gint64 checked_at;

  change_bank (fixture, "globus");
  order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  id = tranche_order_get_id (order);
  set_bank_order_id (fixture, order, "b-1");
  checked_at = get_checked_at (fixture, id);
  desk = tranche_callback_desk_new (fixture->book, fixture->operations, secrets);
  listen (fixture, PUBLIC_URL, port, "127.0.0.1");
  wait_for_state (fixture, TRANCHE_CALLBACK_LISTENING);

  g_assert_cmpuint (post (fixture->connection, port, forged, body), ==, 403);
  settle_main_loop ();
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), ==, 0);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (post (fixture->connection, port, signature, body), ==, 200);
  WAIT_UNTIL (get_checked_at (fixture, id) > checked_at);
  g_assert_cmpint (get_stage (fixture, id), ==, TRANCHE_STAGE_COMMITTED);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheSecrets) secrets = make_secrets (fixture->account);
  g_autoptr (TrancheCallbackDesk) desk =
    tranche_callback_desk_new (fixture->book, fixture->operations, secrets);
  const char *numbers[] = { "A-1", "A-2" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (TrancheOrderDraft) draft = fixture_new_draft (numbers[i]);
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TrancheOrder) order = NULL;
    g_autoptr (GError) error = NULL;

    tranche_operations_create_async (fixture->operations, fixture->connection, draft, 0, NULL,
                                     store_result_cb, &result);
    wait_for_result (&result);
    order = tranche_operations_create_finish (fixture->operations, result, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (tranche_order_draft_get_webhook_url (draft), ==,
                     tranche_connection_get_callback_url (fixture->connection));

    listen (fixture, PUBLIC_URL, find_free_port (), NULL);
    wait_for_state (fixture, TRANCHE_CALLBACK_LISTENING);
  }
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GSocketListener) other = g_socket_listener_new ();
  g_autoptr (TrancheSecrets) secrets = make_secrets (fixture->account);
  g_autoptr (TrancheCallbackDesk) desk =
    tranche_callback_desk_new (fixture->book, fixture->operations, secrets);
  guint port = g_socket_listener_add_any_inet_port (other, NULL, NULL);

  listen (fixture, PUBLIC_URL, port, NULL);
  wait_for_state (fixture, TRANCHE_CALLBACK_PORT_IN_USE);
  g_socket_listener_close (other);
  listen (fixture, PUBLIC_URL, port, NULL);
  wait_for_state (fixture, TRANCHE_CALLBACK_LISTENING);

  listen (fixture, "http://shop.example", port, NULL);
  wait_for_state (fixture, TRANCHE_CALLBACK_BAD_ADDRESS);
  listen (fixture, PUBLIC_URL, port, "eth0");
  wait_for_state (fixture, TRANCHE_CALLBACK_BAD_INTERFACE);
  /* An address for examples, that no computer has. */
  listen (fixture, PUBLIC_URL, port, "192.0.2.1");
  wait_for_state (fixture, TRANCHE_CALLBACK_FAILED);
  listen (fixture, PUBLIC_URL, 65536, NULL);
  wait_for_state (fixture, TRANCHE_CALLBACK_BAD_INTERFACE);
  listen (fixture, PUBLIC_URL, port, "");
  wait_for_state (fixture, TRANCHE_CALLBACK_LISTENING);
}

static void
test_no_secret (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TrancheSecrets) secrets = tranche_secrets_new (NULL);
  g_autoptr (TrancheCallbackDesk) desk =
    tranche_callback_desk_new (fixture->book, fixture->operations, secrets);
  guint port = find_free_port ();

  listen (fixture, PUBLIC_URL, port, NULL);
  settle_main_loop ();
  wait_for_state (fixture, TRANCHE_CALLBACK_OFF);
  g_assert_false (is_taken (port));
}

/* Accounts come and go at one port, and each connection has its own path. */
static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheSecrets) secrets = make_secrets (fixture->account);
  g_autoptr (TrancheCallbackDesk) desk =
    tranche_callback_desk_new (fixture->book, fixture->operations, secrets);
  g_autoptr (TrancheAccount) account = tranche_account_new ("monobank");
  g_autoptr (TrancheAccount) edited = NULL;
  g_autoptr (TrancheConnection) second = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *signature = sign ("{\"order_id\":\"x\"}");
  guint port = find_free_port ();

  tranche_secrets_store_async (secrets, account, SECRET, NULL, store_result_cb, &result);
  wait_for_result (&result);
  edited = edit_account (account, PUBLIC_URL, port, NULL);
  second = tranche_connection_new (edited);
  g_list_store_insert (fixture->connections, 0, second);
  g_assert_cmpint (tranche_connection_get_callback_state (second), ==, TRANCHE_CALLBACK_OFF);
  tranche_connection_set_bank (second, fake_bank_as_bank (fixture->bank));
  WAIT_UNTIL (tranche_connection_get_callback_state (second) == TRANCHE_CALLBACK_LISTENING);

  listen (fixture, PUBLIC_URL, port, NULL);
  wait_for_state (fixture, TRANCHE_CALLBACK_LISTENING);
  g_assert_cmpstr (tranche_connection_get_callback_url (second), !=,
                   tranche_connection_get_callback_url (fixture->connection));
  g_assert_cmpuint (post (second, port, signature, "{\"order_id\":\"x\"}"), ==, 200);
  g_assert_cmpuint (post (fixture->connection, port, FROM_TBANK, "{\"id\":\"x\"}"), ==, 200);

  g_list_store_remove (fixture->connections, 1);
  g_assert_cmpint (get_state (fixture), ==, TRANCHE_CALLBACK_OFF);
  g_assert_cmpuint (post (second, port, signature, "{\"order_id\":\"x\"}"), ==, 200);

  tranche_connection_set_bank (second, NULL);
  g_assert_cmpint (tranche_connection_get_callback_state (second), ==, TRANCHE_CALLBACK_OFF);
  g_assert_false (is_taken (port));
}

/* A new secret has a new path, and the old one is gone. */
static void
test_new_secret (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrancheSecrets) secrets = make_secrets (fixture->account);
  g_autoptr (TrancheCallbackDesk) desk =
    tranche_callback_desk_new (fixture->book, fixture->operations, secrets);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *old_url = NULL;

  listen (fixture, PUBLIC_URL, find_free_port (), NULL);
  wait_for_state (fixture, TRANCHE_CALLBACK_LISTENING);
  old_url = g_strdup (tranche_connection_get_callback_url (fixture->connection));

  tranche_secrets_store_async (secrets, fixture->account, "new", NULL, store_result_cb, &result);
  wait_for_result (&result);
  tranche_connection_set_bank (fixture->connection, NULL);
  tranche_connection_set_bank (fixture->connection, fake_bank_as_bank (fixture->bank));
  wait_for_state (fixture, TRANCHE_CALLBACK_LISTENING);
  g_assert_cmpstr (tranche_connection_get_callback_url (fixture->connection), !=, old_url);
}

static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrancheSecrets) secrets = make_secrets (fixture->account);
  g_autoptr (TrancheCallbackDesk) desk =
    tranche_callback_desk_new (fixture->book, fixture->operations, secrets);
  guint port = find_free_port ();

  listen (fixture, PUBLIC_URL, port, NULL);
  wait_for_state (fixture, TRANCHE_CALLBACK_LISTENING);
  tranche_callback_desk_stop (desk);
  wait_for_state (fixture, TRANCHE_CALLBACK_OFF);
  g_assert_false (is_taken (port));

  /* While the secret is fetched. */
  g_clear_object (&desk);
  desk = tranche_callback_desk_new (fixture->book, fixture->operations, secrets);
  g_assert_finalize_object (g_steal_pointer (&desk));
  settle_main_loop ();
  g_assert_cmpint (get_state (fixture), ==, TRANCHE_CALLBACK_OFF);
  g_assert_false (is_taken (port));
}

#define ADD(path, function) \
  g_test_add ("/callback-desk/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("off", test_off);
  ADD ("tbank", test_tbank);
  ADD ("cfront", test_cfront);
  ADD ("create", test_create);
  ADD ("refused", test_refused);
  ADD ("no-secret", test_no_secret);
  ADD ("shared", test_shared);
  ADD ("new-secret", test_new_secret);
  ADD ("stop", test_stop);

  return g_test_run ();
}
