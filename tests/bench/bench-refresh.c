/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Refreshes everything at the demo bank, which is a process of its own, at
 * several latencies, and tells how much of the allowed rate was used and whether
 * the bank ever refused a request for coming too soon. */

#include "demo/demo-credentials.h"
#include "model/bank-registry.h"
#include "model/connection.h"
#include "model/live-status.h"
#include "model/operations.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#define RATE 25
#define LEAST_USE 98.0
#define N_ORDERS 500
#define PATIENCE (120 * G_USEC_PER_SEC)

typedef struct {
  char *folder;
  GSubprocess *process;
  char *url;
  SoupSession *session;
  TrancheAccount *account;
  TrancheConnection *connection;
  TrancheOrderBook *book;
  TrancheOperations *operations;
  TrancheLiveStatus *live;
} Bench;

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
check (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
start_bank (Bench      *bench,
            const char *program)
{
  g_autofree char *rate = g_strdup_printf ("--rate=%u", RATE);
  const char *argv[] = { program, rate, "--empty", "--no-customers", NULL };
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GError) error = NULL;

  bench->process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  check (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (bench->process));
  regex = g_regex_new ("http://127\\.0\\.0\\.1:[0-9]+", 0, 0, NULL);

  while (bench->url == NULL) {
    g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, &error);
    g_autoptr (GMatchInfo) match = NULL;

    check (error);
    if (line == NULL)
      g_error ("The demo bank does not say where it listens");
    if (g_regex_match (regex, line, 0, &match))
      bench->url = g_match_info_fetch (match, 0);
  }
}

/* (transfer full) */
static GBytes *
ask_bank (Bench      *bench,
          const char *method,
          const char *path,
          const char *body)
{
  g_autofree char *url = g_strconcat (bench->url, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GBytes) bytes = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  GBytes *answer = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes != NULL)
    soup_message_set_request_body_from_bytes (message, "text/plain", bytes);
  answer = soup_session_send_and_read (bench->session, message, NULL, &error);
  check (error);

  return answer;
}

static void
get_ledger (Bench  *bench,
            gint64 *peak,
            gint64 *n_refused)
{
  g_autoptr (GBytes) bytes = ask_bank (bench, "GET", "/demo/ledger", NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  JsonObject *requests = NULL;
  JsonArray *answers = NULL;

  root = json_from_string (text, NULL);
  requests = json_object_get_object_member (json_node_get_object (root), "requests");
  answers = json_object_get_array_member (requests, "answers");

  *peak = json_object_get_int_member (requests, "peak_per_second");
  *n_refused = 0;
  for (guint i = 0; i < json_array_get_length (answers); i++) {
    JsonObject *answer = json_array_get_object_element (answers, i);

    if (json_object_get_int_member (answer, "status") == 429)
      *n_refused += json_object_get_int_member (answer, "count");
  }
}

static void
open_shop (Bench *bench)
{
  g_autoptr (GListStore) connections = g_list_store_new (TRANCHE_TYPE_CONNECTION);
  g_autofree char *path = NULL;
  g_autoptr (TrancheBank) bank = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  bench->folder = g_dir_make_tmp ("tranche-bench-XXXXXX", NULL);
  path = g_build_filename (bench->folder, "orders.db", NULL);
  tranche_order_book_open_async (path, NULL, NULL, store_result_cb, &result);
  bench->book = tranche_order_book_open_finish (wait_for (&result), &error);
  check (error);

  bench->account = tranche_bank_registry_new_account ("tbank");
  tranche_account_set_base_url (bench->account, bench->url);
  tranche_account_set_shop_id (bench->account, TRANCHE_DEMO_SHOP_ID);
  tranche_account_set_showcase_id (bench->account, TRANCHE_DEMO_SHOWCASE_ID);
  tranche_account_set_rate (bench->account, RATE);
  bank = tranche_bank_registry_build (bench->account, TRANCHE_DEMO_PASSWORD);

  bench->connection = tranche_connection_new (bench->account);
  tranche_connection_set_bank (bench->connection, bank);
  tranche_connection_set_state (bench->connection, TRANCHE_CONNECTION_READY);
  g_list_store_append (connections, bench->connection);
  bench->operations = tranche_operations_new (bench->book, G_LIST_MODEL (connections));
  bench->live = tranche_live_status_new (bench->book, bench->operations);
}

/* Orders that the bank does not know are asked for and answered like others;
 * what is measured is how they are asked for. */
static void
add_orders (Bench *bench)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TrancheMoney amount = tranche_money (1000000, "RUB");

  for (guint i = 0; i < N_ORDERS; i++) {
    g_autoptr (TrancheOrder) order = tranche_order_new ();
    g_autoptr (TrancheOrder) added = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *number = g_strdup_printf ("bench-%u", i);

    tranche_order_set_account_id (order, tranche_account_get_id (bench->account));
    tranche_order_set_number (order, number);
    tranche_order_set_amount (order, &amount);
    tranche_order_set_created_at (order, now);
    tranche_order_set_checked_at (order, now);
    tranche_order_set_stage (order, TRANCHE_STAGE_COMMITTED);
    tranche_order_set_committed_at (order, now);
    tranche_order_book_add_async (bench->book, order, TRANCHE_ORIGIN_USER, NULL, store_result_cb,
                                  &result);
    added = tranche_order_book_add_finish (bench->book, wait_for (&result), &error);
    check (error);
  }
}

/* In the steady state: between the first answer and the last. */
static gboolean
measure (Bench *bench,
         guint  latency)
{
  g_autofree char *plan = g_strdup_printf ("delay ms=%u path=/api/*", latency);
  g_autoptr (GBytes) answer = ask_bank (bench, "POST", "/demo/faults", plan);
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gint64 began = 0;
  gint64 peak = 0;
  gint64 n_refused = 0;
  guint n_first;
  double use;

  tranche_live_status_refresh_all (bench->live);
  n_first = tranche_live_status_get_pending (bench->live);
  while (tranche_live_status_get_pending (bench->live) > 0 && g_get_monotonic_time () < end) {
    g_main_context_iteration (NULL, TRUE);
    if (began == 0 && tranche_live_status_get_pending (bench->live) < n_first) {
      n_first = tranche_live_status_get_pending (bench->live);
      began = g_get_monotonic_time ();
    }
  }

  use = 100.0 * n_first * G_USEC_PER_SEC / (g_get_monotonic_time () - began) / RATE;
  get_ledger (bench, &peak, &n_refused);
  g_print ("%u orders at %u ms: %.1f %% of %u a second, %" G_GINT64_FORMAT
           " at most in any second, %" G_GINT64_FORMAT " refused\n",
           n_first + 1, latency, use, RATE, peak, n_refused);

  return tranche_live_status_get_pending (bench->live) == 0 && use >= LEAST_USE && n_refused == 0;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_unlink (file);
  }
  g_rmdir (path);
}

int
main (int   argc,
      char *argv[])
{
  static const guint latencies[] = { 20, 400 };
  Bench bench = { NULL };
  gboolean kept = TRUE;

  if (argc < 2)
    return 2;

  bench.session = soup_session_new ();
  start_bank (&bench, argv[1]);
  open_shop (&bench);
  add_orders (&bench);
  tranche_live_status_start (bench.live);
  while (tranche_live_status_get_total (bench.live) == 0) {
    g_main_context_iteration (NULL, TRUE);
    tranche_live_status_refresh_all (bench.live);
  }
  tranche_live_status_cancel_refresh (bench.live);

  for (guint i = 0; i < G_N_ELEMENTS (latencies); i++)
    kept &= measure (&bench, latencies[i]);

  g_subprocess_force_exit (bench.process);
  tranche_live_status_stop (bench.live);
  remove_folder (bench.folder);

  return kept ? 0 : 1;
}
