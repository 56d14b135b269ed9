/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-client.h"

static char *
find_file (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "demo", "tls", name, NULL);
}

static GTlsCertificate *
load_certificate (const char *name)
{
  g_autofree char *certificate = find_file (name);
  g_autofree char *key = find_file ("key.pem");
  g_autoptr (GError) error = NULL;
  GTlsCertificate *result = g_tls_certificate_new_from_files (certificate, key, &error);

  g_assert_no_error (error);

  return result;
}

/* A client that trusts the authority of the tests and no other. */
static DemoClient *
make_client (const char *name)
{
  g_autofree char *authority = find_file ("authority.pem");
  g_autoptr (GTlsCertificate) certificate = load_certificate (name);
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  DemoClient *client;

  options.rate = 0;
  options.customers = FALSE;
  options.day = FALSE;
  options.certificate = certificate;
  client = demo_client_new (&options);

  database = g_tls_file_database_new (authority, &error);
  g_assert_no_error (error);
  soup_session_set_tls_database (client->session, database);

  return client;
}

static void
test_good (void)
{
  g_autoptr (DemoClient) client = make_client ("good.pem");
  g_autoptr (DemoReply) info = NULL;

  g_assert_true (g_str_has_prefix (tranche_demo_server_get_base_url (client->server),
                                   "https://127.0.0.1:"));
  demo_client_create (client, "7", "9998887760", NULL);
  info = demo_client_call (client, "7", "info");
  g_assert_cmpstr (demo_reply_get_string (info, "status"), ==, "new");
}

typedef struct {
  GTlsCertificateFlags flags;
  GError *error;
  gboolean done;
} Refusal;

static gboolean
accept_certificate_cb (SoupMessage          *message,
                       GTlsCertificate      *certificate,
                       GTlsCertificateFlags  flags,
                       Refusal              *refusal)
{
  refusal->flags = flags;

  return FALSE;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Refusal *refusal = user_data;

  g_assert_null (soup_session_send_and_read_finish (SOUP_SESSION (source), result,
                                                    &refusal->error));
  refusal->done = TRUE;
}

static gboolean
accept_anything_cb (SoupMessage          *message,
                    GTlsCertificate      *certificate,
                    GTlsCertificateFlags  flags,
                    gpointer              user_data)
{
  return TRUE;
}

/* The server goes on. Also, libsoup complains when a server is stopped that has
 * not yet seen that a client has broken off. */
static void
assert_alive (DemoClient *client)
{
  g_autofree char *url =
    g_strconcat (tranche_demo_server_get_base_url (client->server), "/demo/orders", NULL);
  SoupMessage *message = soup_message_new ("GET", url);
  g_autoptr (DemoReply) reply = NULL;

  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_anything_cb), NULL);
  reply = demo_client_send_message (client, message);
  g_assert_cmpuint (reply->status, ==, 200);
}

static void
test_refused (gconstpointer user_data)
{
  const char *name = user_data;
  g_autoptr (DemoClient) client = make_client (name);
  g_autoptr (SoupMessage) message =
    soup_message_new ("GET", tranche_demo_server_get_base_url (client->server));
  Refusal refusal = { 0 };

  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), &refusal);
  soup_session_send_and_read_async (client->session, message, G_PRIORITY_DEFAULT, NULL,
                                    sent_cb, &refusal);
  while (!refusal.done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (refusal.error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE);
  g_clear_error (&refusal.error);
  if (g_str_equal (name, "expired.pem"))
    g_assert_cmpuint (refusal.flags, ==, G_TLS_CERTIFICATE_EXPIRED);
  else if (g_str_equal (name, "wrong-name.pem"))
    g_assert_cmpuint (refusal.flags, ==, G_TLS_CERTIFICATE_BAD_IDENTITY);
  else
    g_assert_cmpuint (refusal.flags, ==, G_TLS_CERTIFICATE_UNKNOWN_CA);

  assert_alive (client);
}

/* Below TLS the connection is the same. */
static void
test_faults (void)
{
  static const char *const broken[] = { "drop when=after", "reset" };
  g_autoptr (DemoClient) client = make_client ("good.pem");
  g_autoptr (DemoReply) half = NULL;
  g_autoptr (DemoReply) reply = NULL;

  demo_client_create (client, "7", "9998887760", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autofree char *url =
      g_strconcat (tranche_demo_server_get_base_url (client->server),
                   "/api/partners/v2/orders/8/info", NULL);
    g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
    Refusal refusal = { 0 };

    g_test_message ("%s", broken[i]);
    g_assert_true (tranche_demo_server_set_faults (client->server, broken[i], NULL));
    soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
    soup_session_send_and_read_async (client->session, message, G_PRIORITY_DEFAULT, NULL,
                                      sent_cb, &refusal);
    while (!refusal.done)
      g_main_context_iteration (NULL, TRUE);
    g_assert_nonnull (refusal.error);
    g_clear_error (&refusal.error);
  }

  g_assert_true (tranche_demo_server_set_faults (client->server, "half", NULL));
  half = demo_client_call (client, "7", "info");
  g_assert_true (*half->body == '{');
  g_assert_null (half->root);

  g_assert_true (tranche_demo_server_set_faults (client->server, "drip ms=0", NULL));
  reply = demo_client_call (client, "7", "info");
  g_assert_cmpstr (demo_reply_get_string (reply, "status"), ==, "new");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/tls/good", test_good);
  g_test_add_data_func ("/demo/tls/expired", "expired.pem", test_refused);
  g_test_add_data_func ("/demo/tls/wrong-name", "wrong-name.pem", test_refused);
  g_test_add_data_func ("/demo/tls/self-signed", "self-signed.pem", test_refused);
  g_test_add_func ("/demo/tls/faults", test_faults);

  return g_test_run ();
}
