/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What certificates and redirections do to an order, through the clients of the
 * banks and the channel that they all use. */

#include "await.h"
#include "banks/cfront-client.h"
#include "banks/tbank-client.h"
#include "demo-client.h"
#include "raw-server.h"

typedef struct {
  const char *bank;
  const char *currency;
  const char *showcase_id;
  const char *secret;
  TrancheBank *(* new_client) (TrancheAccount     *account,
                               const char         *secret,
                               TrancheHttpChannel *channel);
} Dialect;

static const Dialect dialects[] = {
  { "tbank", "RUB", TRANCHE_DEMO_SHOWCASE_ID, TRANCHE_DEMO_PASSWORD,
    tranche_tbank_client_new_with_channel },
  { "monobank", "UAH", TRANCHE_DEMO_STORE_ID, TRANCHE_DEMO_STORE_SECRET,
    tranche_cfront_client_new_with_channel },
};

static char *
find_file (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "demo", "tls", name, NULL);
}

static GTlsDatabase *
load_authority (void)
{
  g_autofree char *file = find_file ("authority.pem");
  g_autoptr (GError) error = NULL;
  GTlsDatabase *database = g_tls_file_database_new (file, &error);

  g_assert_no_error (error);

  return database;
}

/* @certificate: (nullable): the name of a file, to speak HTTPS. */
static DemoClient *
start_bank (const char *certificate)
{
  g_autoptr (GTlsDatabase) authority = load_authority ();
  g_autoptr (GTlsCertificate) loaded = NULL;
  g_autoptr (GError) error = NULL;
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  DemoClient *behind_counter;

  if (certificate) {
    g_autofree char *file = find_file (certificate);
    g_autofree char *key = find_file ("key.pem");

    loaded = g_tls_certificate_new_from_files (file, key, &error);
    g_assert_no_error (error);
  }
  options.certificate = loaded;
  options.customers = FALSE;
  options.day = FALSE;
  options.rate = 0;
  behind_counter = demo_client_new (&options);
  soup_session_set_tls_database (behind_counter->session, authority);

  return behind_counter;
}

/* @authority: (nullable): whom to trust instead of the system's authorities. */
static TrancheBank *
make_bank (const Dialect *dialect,
           const char    *base_url,
           GTlsDatabase  *authority)
{
  g_autoptr (TrancheAccount) account = tranche_account_new (dialect->bank);
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (1000);
  g_autoptr (TrancheHttpChannel) channel = NULL;

  tranche_account_set_base_url (account, base_url);
  tranche_account_set_currency (account, dialect->currency);
  tranche_account_set_shop_id (account, TRANCHE_DEMO_SHOP_ID);
  tranche_account_set_showcase_id (account, dialect->showcase_id);
  channel = g_object_new (TRANCHE_TYPE_HTTP_CHANNEL,
                          "base-url", base_url,
                          "limiter", limiter,
                          "tls-database", authority,
                          NULL);

  return dialect->new_client (account, dialect->secret, channel);
}

static TrancheOrderDraft *
make_draft (const Dialect *dialect)
{
  TrancheOrderDraft *draft = tranche_order_draft_new (dialect->currency);
  TrancheMoney price = tranche_money (249999, dialect->currency);
  g_autoptr (TrancheOrderItem) sofa = tranche_order_item_new ("Диван", 1, &price, NULL, NULL);
  TrancheCustomer customer = { .phone = (char *) "050 123 45 64" };
  TrancheSale sale = { .invoice_number = (char *) "РН-0007",
                       .invoice_date = (char *) "2025-11-21", .parts = 3 };

  tranche_order_draft_set_number (draft, "T-1");
  tranche_order_draft_add_item (draft, sofa);
  if (g_str_equal (dialect->currency, "UAH")) {
    tranche_order_draft_set_customer (draft, &customer);
    tranche_order_draft_set_sale (draft, &sale);
  }

  return draft;
}

static TrancheOrder *
create (TrancheBank    *bank,
        const Dialect  *dialect,
        GError        **error)
{
  g_autoptr (TrancheOrderDraft) draft = make_draft (dialect);
  g_autoptr (GAsyncResult) result = NULL;
  Await await = AWAIT_INIT;

  tranche_bank_create_async (bank, draft, NULL, await_cb, &await);
  result = await_result (&await);

  return tranche_bank_create_finish (bank, result, error);
}

static gboolean
accept_anything_cb (SoupMessage          *message,
                    GTlsCertificate      *certificate,
                    GTlsCertificateFlags  flags,
                    gpointer              user_data)
{
  return TRUE;
}

/* By the answer the bank has also seen that a client had broken off, without which
 * libsoup complains when the server is stopped. */
static void
assert_n_orders (DemoClient *behind_counter,
                 guint       n)
{
  g_autofree char *url =
    g_strconcat (tranche_demo_server_get_base_url (behind_counter->server), "/demo/orders", NULL);
  SoupMessage *message = soup_message_new ("GET", url);
  g_autoptr (DemoReply) reply = NULL;

  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_anything_cb), NULL);
  reply = demo_client_send_message (behind_counter, message);
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (reply->root)), ==, n);
}

static void
test_good (gconstpointer data)
{
  const Dialect *dialect = data;
  g_autoptr (DemoClient) behind_counter = start_bank ("good.pem");
  g_autoptr (GTlsDatabase) authority = load_authority ();
  g_autoptr (TrancheBank) bank =
    make_bank (dialect, tranche_demo_server_get_base_url (behind_counter->server), authority);
  g_autoptr (TrancheOrder) created = NULL;
  g_autoptr (GError) error = NULL;

  created = create (bank, dialect, &error);
  g_assert_no_error (error);
  assert_n_orders (behind_counter, 1);
}

/* Surely not sent, and told as such: no outcome is unknown. */
static void
assert_refuses (const Dialect *dialect,
                const char    *certificate,
                GTlsDatabase  *authority)
{
  g_autoptr (DemoClient) behind_counter = start_bank (certificate);
  g_autoptr (TrancheBank) bank =
    make_bank (dialect, tranche_demo_server_get_base_url (behind_counter->server), authority);
  g_autoptr (TrancheOrder) created = NULL;
  g_autoptr (GError) error = NULL;

  created = create (bank, dialect, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_TLS);
  assert_n_orders (behind_counter, 0);
}

static void
test_refused (gconstpointer data)
{
  static const char *const certificates[] = { "expired.pem", "wrong-name.pem", "self-signed.pem" };
  g_autoptr (GTlsDatabase) authority = load_authority ();

  for (gsize i = 0; i < G_N_ELEMENTS (certificates); i++) {
    g_test_message ("%s", certificates[i]);
    assert_refuses (data, certificates[i], authority);
  }
}

/* The system knows nothing of the tests' authority. */
static void
test_unknown_authority (gconstpointer data)
{
  assert_refuses (data, "good.pem", NULL);
}

/* Nothing is sent to where a bank points, neither login nor signature; whether the
 * order was made at the bank is known by the status where that can tell. */
static void
test_redirected (gconstpointer data)
{
  const Dialect *dialect = data;

  for (int after = 0; after < 2; after++) {
    g_autoptr (DemoClient) behind_counter = start_bank (NULL);
    g_autoptr (RawServer) elsewhere =
      raw_server_new (RAW_REPLY_AND_CLOSE, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    g_autofree char *fault = g_strdup_printf ("redirect%s url=%s/",
                                              after ? " when=after" : "",
                                              raw_server_get_base_url (elsewhere));
    g_autoptr (TrancheBank) bank =
      make_bank (dialect, tranche_demo_server_get_base_url (behind_counter->server), NULL);
    g_autoptr (TrancheOrder) created = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (tranche_demo_server_set_faults (behind_counter->server, fault, &error));
    g_assert_no_error (error);
    created = create (bank, dialect, &error);
    g_assert_error (error, TRANCHE_BANK_ERROR,
                    (int) (after ? TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME
                                 : TRANCHE_BANK_ERROR_PROTOCOL));
    assert_n_orders (behind_counter, after ? 1 : 0);
    g_assert_cmpuint (raw_server_count_requests (elsewhere), ==, 0);
  }
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *name;
    GTestDataFunc run;
  } tests[] = {
    { "good", test_good },
    { "refused", test_refused },
    { "unknown-authority", test_unknown_authority },
    { "redirected", test_redirected },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (dialects); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (tests); j++) {
      g_autofree char *path = g_strdup_printf ("/bank-tls/%s/%s", dialects[i].bank, tests[j].name);

      g_test_add_data_func (path, &dialects[i], tests[j].run);
    }

  return g_test_run ();
}
