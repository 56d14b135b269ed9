/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-client.h"

/* A client without any HTTP of its own, which sees what happens to the
 * connection. It blocks, in a thread beside the server. */
typedef struct {
  char *request;
  guint16 port;
  /* After how many bytes it leaves. */
  gsize limit;
  GString *received;
  GError *error;
  gboolean done;
} Visitor;

static gpointer
visit (gpointer user_data)
{
  Visitor *visitor = user_data;
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection =
    g_socket_client_connect_to_host (client, "127.0.0.1", visitor->port, NULL, &visitor->error);
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char buffer[4096];
  gssize length = 1;

  g_output_stream_write_all (output, visitor->request, strlen (visitor->request), NULL, NULL,
                             &visitor->error);
  while (!visitor->error && length > 0 && visitor->received->len < visitor->limit) {
    length = g_input_stream_read (input, buffer, sizeof buffer, NULL, &visitor->error);
    if (length > 0)
      g_string_append_len (visitor->received, buffer, length);
  }

  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  g_atomic_int_set (&visitor->done, TRUE);
  g_main_context_wakeup (NULL);

  return NULL;
}

static void
visitor_init (Visitor    *visitor,
              DemoClient *client,
              const char *method,
              const char *operation,
              gsize       limit)
{
  g_autofree char *pair = g_strconcat (TRANCHE_DEMO_SHOWCASE_ID ":" TRANCHE_DEMO_PASSWORD, NULL);
  g_autofree char *login = g_base64_encode ((const guchar *) pair, strlen (pair));
  g_autoptr (GUri) uri =
    g_uri_parse (tranche_demo_server_get_base_url (client->server), G_URI_FLAGS_NONE, NULL);

  visitor->request = g_strdup_printf ("%s /api/partners/v2/orders/7/%s HTTP/1.1\r\n"
                                      "Host: 127.0.0.1\r\nAuthorization: Basic %s\r\n"
                                      "Content-Length: 0\r\n\r\n", method, operation, login);
  visitor->port = g_uri_get_port (uri);
  visitor->limit = limit;
  visitor->received = g_string_new (NULL);
}

static void
visitor_clear (Visitor *visitor)
{
  g_free (visitor->request);
  g_string_free (visitor->received, TRUE);
  g_clear_error (&visitor->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visitor, visitor_clear)

static void
visitor_run (Visitor *visitor)
{
  GThread *thread = g_thread_new ("visitor", visit, visitor);

  while (!g_atomic_int_get (&visitor->done))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
}

static DemoClient *
make_client (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  DemoClient *client;

  options.rate = 0;
  options.customers = FALSE;
  options.day = FALSE;
  client = demo_client_new (&options);
  demo_client_create (client, "7", "9998887760", NULL);
  demo_client_act (client, "7", "{\"do\": \"sign\"}");

  return client;
}

static void
plan (DemoClient *client,
      const char *text)
{
  g_autoptr (DemoReply) reply = demo_client_send (client, "POST", "/demo/faults", NULL, text);

  g_assert_cmpuint (reply->status, ==, 200);
}

/* What the ledger says of the commits of the order. */
static gint64
count_commits (DemoClient *client)
{
  g_autoptr (DemoReply) reply = demo_client_send (client, "GET", "/demo/ledger", NULL, NULL);
  JsonArray *orders = json_object_get_array_member (demo_reply_get_object (reply), "orders");

  return json_object_get_int_member (json_array_get_object_element (orders, 0), "commits");
}

static gint64
get_number_of_requests (DemoClient *client,
                        const char *which)
{
  g_autoptr (DemoReply) reply = demo_client_send (client, "GET", "/demo/ledger", NULL, NULL);
  JsonObject *requests =
    json_object_get_object_member (demo_reply_get_object (reply), "requests");

  return json_object_get_int_member (requests, which);
}

/* The connection ends without a byte. */
static void
test_cut (void)
{
  static const struct {
    const char *plan;
    gboolean reset;
    gint64 commits;
  } rows[] = {
    { "drop operation=commit", FALSE, 0 },
    { "drop operation=commit when=after", FALSE, 1 },
    { "drop operation=commit when=after ms=30", FALSE, 1 },
    { "reset operation=commit", TRUE, 0 },
    { "reset operation=commit when=after", TRUE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (DemoClient) client = make_client ();
    g_auto (Visitor) visitor = { 0 };

    g_test_message ("%s", rows[i].plan);
    plan (client, rows[i].plan);
    visitor_init (&visitor, client, "POST", "commit", G_MAXSIZE);
    visitor_run (&visitor);

    g_assert_cmpuint (visitor.received->len, ==, 0);
    if (rows[i].reset)
      g_assert_error (visitor.error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED);
    else
      g_assert_no_error (visitor.error);
    g_assert_cmpint (count_commits (client), ==, rows[i].commits);
    g_assert_cmpint (get_number_of_requests (client, "in_progress"), ==, 0);
  }
}

/* The answer is a good one of another kind than the bank would give. */
static void
test_answers (void)
{
  static const struct {
    const char *plan;
    guint status;
    const char *header;
    const char *value;
    gint64 commits;
  } rows[] = {
    { "429 retry_after=3", 429, "Retry-After", "3", 0 },
    { "500", 500, "Content-Type", "application/json", 0 },
    { "500 when=after", 500, "Content-Type", "application/json", 1 },
    { "503 retry_after=9", 503, "Retry-After", "9", 0 },
    { "503 when=after", 503, "Retry-After", "1", 1 },
    { "redirect", 307, "Location", "https://bank.invalid/", 0 },
    { "redirect url=http://127.0.0.1:9/x", 307, "Location", "http://127.0.0.1:9/x", 0 },
    { "redirect when=after", 302, "Location", "https://bank.invalid/", 1 },
    { "delay ms=30", 200, "Content-Type", "application/json", 1 },
    { "delay ms=30 when=before", 200, "Content-Type", "application/json", 1 },
    { "garbage", 200, "Content-Type", "application/json", 1 },
    { "garbage when=before", 200, "Content-Type", "application/json", 0 },
    { "wrong-type", 200, "Content-Type", "application/json", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (DemoClient) client = make_client ();
    g_autoptr (DemoReply) reply = NULL;

    g_test_message ("%s", rows[i].plan);
    plan (client, rows[i].plan);
    reply = demo_client_call (client, "7", "commit");

    g_assert_cmpuint (reply->status, ==, rows[i].status);
    g_assert_cmpstr (soup_message_headers_get_one (reply->headers, rows[i].header), ==,
                     rows[i].value);
    g_assert_cmpint (count_commits (client), ==, rows[i].commits);
  }
}

static void
test_garbage (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) reply = NULL;

  plan (client, "garbage");
  reply = demo_client_call (client, "7", "info");
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_null (reply->root);
  g_assert_true (*reply->body);
}

static void
test_wrong_type (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) usual = NULL;
  g_autoptr (DemoReply) chosen = NULL;

  plan (client, "wrong-type last=1; wrong-type field=order_amount");
  usual = demo_client_call (client, "7", "info");
  chosen = demo_client_call (client, "7", "info");

  g_assert_nonnull (json_object_get_array_member (demo_reply_get_object (usual), "status"));
  g_assert_cmpstr (demo_reply_get_string (usual, "id"), ==, "7");
  g_assert_nonnull (json_object_get_array_member (demo_reply_get_object (chosen), "order_amount"));
  g_assert_cmpstr (demo_reply_get_string (chosen, "status"), ==, "signed");
}

static void
test_delay (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) reply = NULL;
  gint64 start;

  plan (client, "delay ms=60");
  start = g_get_monotonic_time ();
  reply = demo_client_call (client, "7", "info");
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 60 * 1000);
  g_assert_cmpstr (demo_reply_get_string (reply, "status"), ==, "signed");
}

/* The length of the body that the head of an answer promises. */
static gsize
get_promise (Visitor  *visitor,
             char    **body)
{
  const char *length = strstr (visitor->received->str, "\r\nContent-Length: ");

  g_assert_true (g_str_has_prefix (visitor->received->str, "HTTP/1.1 200 OK\r\n"));
  g_assert_nonnull (length);
  *body = strstr (visitor->received->str, "\r\n\r\n");
  g_assert_nonnull (*body);
  *body += strlen ("\r\n\r\n");

  return g_ascii_strtoull (length + strlen ("\r\nContent-Length: "), NULL, 10);
}

static void
test_half (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_auto (Visitor) visitor = { 0 };
  gsize promise;
  char *body;

  plan (client, "half");
  visitor_init (&visitor, client, "POST", "commit", G_MAXSIZE);
  visitor_run (&visitor);

  g_assert_no_error (visitor.error);
  promise = get_promise (&visitor, &body);
  g_assert_cmpuint (strlen (body), ==, promise / 2);
  g_assert_cmpint (*body, ==, '{');
  g_assert_cmpint (count_commits (client), ==, 1);
}

static void
test_drip (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_auto (Visitor) visitor = { 0 };
  g_autoptr (JsonNode) root = NULL;
  gsize promise;
  char *body;

  plan (client, "drip ms=0");
  visitor_init (&visitor, client, "GET", "info", G_MAXSIZE);
  visitor_run (&visitor);

  g_assert_no_error (visitor.error);
  promise = get_promise (&visitor, &body);
  g_assert_cmpuint (strlen (body), ==, promise);
  root = json_from_string (body, NULL);
  g_assert_nonnull (root);
}

static void
test_drip_slowly (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_auto (Visitor) visitor = { 0 };
  gint64 start;

  plan (client, "drip ms=20");
  visitor_init (&visitor, client, "GET", "info", 6);
  start = g_get_monotonic_time ();
  visitor_run (&visitor);

  g_assert_cmpint (g_get_monotonic_time () - start, >=, 5 * 20 * 1000);
  g_assert_cmpstr (visitor.received->str, ==, "HTTP/1");
}

static void
test_endless (void)
{
  static const char *const plans[] = { "endless", "endless when=before" };

  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++) {
    g_autoptr (DemoClient) client = make_client ();
    g_auto (Visitor) visitor = { 0 };

    plan (client, plans[i]);
    visitor_init (&visitor, client, "POST", "commit", 8 * 1024 * 1024);
    visitor_run (&visitor);

    g_assert_no_error (visitor.error);
    g_assert_cmpuint (visitor.received->len, >=, 8 * 1024 * 1024);
    g_assert_true (g_str_has_prefix (visitor.received->str, "HTTP/1.1 200 OK\r\n"));
    g_assert_null (strstr (visitor.received->str, "Content-Length"));
    g_assert_cmpint (count_commits (client), ==, i == 0 ? 1 : 0);
  }
}

/* Who leaves while a request waits has made it all the same. */
static void
test_leave_early (void)
{
  static const char *const plans[] = {
    "delay ms=30", "delay ms=30 when=before", "drop ms=30 when=after", "half ms=30",
    "500 ms=30 when=after", "endless ms=30", "drip ms=0",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++) {
    g_autoptr (DemoClient) client = make_client ();
    g_auto (Visitor) visitor = { 0 };

    g_test_message ("%s", plans[i]);
    plan (client, plans[i]);
    visitor_init (&visitor, client, "POST", "commit", 0);
    visitor_run (&visitor);
    while (get_number_of_requests (client, "in_progress") > 0 || count_commits (client) == 0)
      ;
    g_assert_cmpint (count_commits (client), ==, 1);
  }
}

/* The server is stopped while an answer waits, or is on its way. */
static void
test_stop (void)
{
  static const char *const plans[] = {
    "delay ms=600000", "drop ms=600000", "drip ms=600000", "endless",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++) {
    g_autoptr (DemoClient) client = make_client ();
    g_auto (Visitor) visitor = { 0 };
    GThread *thread;

    g_test_message ("%s", plans[i]);
    plan (client, plans[i]);
    visitor_init (&visitor, client, "GET", "info", G_MAXSIZE);
    thread = g_thread_new ("visitor", visit, &visitor);
    while (get_number_of_requests (client, "total") < 2)
      ;

    tranche_demo_server_stop (client->server);
    while (!g_atomic_int_get (&visitor.done))
      g_main_context_iteration (NULL, TRUE);
    g_thread_join (thread);
  }
}

static void
test_control (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) none = demo_client_send (client, "GET", "/demo/faults", NULL, NULL);
  g_autoptr (DemoReply) storm = NULL;
  g_autoptr (DemoReply) shown = NULL;
  g_autoptr (DemoReply) wrong = NULL;
  g_autoptr (DemoReply) kept = NULL;
  g_autoptr (DemoReply) put = NULL;
  g_autoptr (DemoReply) gone = NULL;
  g_autoptr (DemoReply) after = NULL;
  g_autoptr (DemoReply) patched = NULL;

  g_assert_cmpstr (none->body, ==, "[]");
  plan (client, "429 count=1");
  storm = demo_client_call (client, "7", "info");
  g_assert_cmpuint (storm->status, ==, 429);
  shown = demo_client_send (client, "GET", "/demo/faults", NULL, NULL);
  g_assert_nonnull (strstr (shown->body, "\"matched\":1,\"struck\":1}]"));

  wrong = demo_client_send (client, "POST", "/demo/faults", NULL, "dance");
  demo_assert_message (wrong, 400);
  kept = demo_client_send (client, "GET", "/demo/faults", NULL, NULL);
  g_assert_cmpstr (kept->body, ==, shown->body);

  put = demo_client_send (client, "PUT", "/demo/faults", NULL, "[{\"kind\": \"500\"}]");
  g_assert_nonnull (strstr (put->body, "\"kind\":\"500\""));
  gone = demo_client_send (client, "DELETE", "/demo/faults", NULL, NULL);
  g_assert_cmpstr (gone->body, ==, "[]");
  after = demo_client_call (client, "7", "info");
  g_assert_cmpuint (after->status, ==, 200);
  patched = demo_client_send (client, "PATCH", "/demo/faults", NULL, "drop");
  demo_assert_message (patched, 405);
}

/* As from the command line. What is no business of a bank's is spared. */
static void
test_server (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) info = NULL;
  g_autoptr (DemoReply) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tranche_demo_server_set_faults (client->server, "dance", &error));
  g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_true (tranche_demo_server_set_faults (client->server, "500", &error));
  g_assert_no_error (error);

  info = demo_client_call (client, "7", "info");
  g_assert_cmpuint (info->status, ==, 500);
  list = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  g_assert_cmpuint (list->status, ==, 200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/faults/cut", test_cut);
  g_test_add_func ("/demo/faults/answers", test_answers);
  g_test_add_func ("/demo/faults/garbage", test_garbage);
  g_test_add_func ("/demo/faults/wrong-type", test_wrong_type);
  g_test_add_func ("/demo/faults/delay", test_delay);
  g_test_add_func ("/demo/faults/half", test_half);
  g_test_add_func ("/demo/faults/drip", test_drip);
  g_test_add_func ("/demo/faults/drip-slowly", test_drip_slowly);
  g_test_add_func ("/demo/faults/endless", test_endless);
  g_test_add_func ("/demo/faults/leave-early", test_leave_early);
  g_test_add_func ("/demo/faults/stop", test_stop);
  g_test_add_func ("/demo/faults/control", test_control);
  g_test_add_func ("/demo/faults/server", test_server);

  return g_test_run ();
}
