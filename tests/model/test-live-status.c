/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/live-lane.h"
#include "model/live-schedule.h"
#include "model/live-status-private.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/* A network that a test switches. */

#define FAKE_TYPE_NETWORK (fake_network_get_type ())
G_DECLARE_FINAL_TYPE (FakeNetwork, fake_network, FAKE, NETWORK, GObject)

struct _FakeNetwork {
  GObject parent_instance;

  gboolean available;
};

enum {
  PROP_0,
  PROP_NETWORK_AVAILABLE,
  PROP_NETWORK_METERED,
  PROP_CONNECTIVITY,
};

static void
fake_network_initable_init (GInitableIface *iface)
{
}

static void
fake_network_monitor_init (GNetworkMonitorInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeNetwork, fake_network, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, fake_network_initable_init)
                               G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, fake_network_monitor_init))

static void
fake_network_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  FakeNetwork *self = FAKE_NETWORK (object);

  if (prop_id == PROP_CONNECTIVITY)
    g_value_set_enum (value, self->available ? G_NETWORK_CONNECTIVITY_FULL
                                             : G_NETWORK_CONNECTIVITY_LOCAL);
  else
    g_value_set_boolean (value, prop_id == PROP_NETWORK_AVAILABLE && self->available);
}

static void
fake_network_class_init (FakeNetworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fake_network_get_property;
  g_object_class_override_property (object_class, PROP_NETWORK_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_NETWORK_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
fake_network_init (FakeNetwork *self)
{
  self->available = TRUE;
}

static void
fake_network_set (FakeNetwork *self,
                  gboolean     available)
{
  self->available = available;
  g_object_notify (G_OBJECT (self), "network-available");
}

/* Live status with a clock that stands still until it is moved. */

typedef struct {
  Fixture base;
  gint64 monotonic;
  gint64 real_offset;
  FakeNetwork *network;
  TrancheLiveStatus *live;
} Live;

static gint64
get_monotonic (gpointer data)
{
  return ((Live *) data)->monotonic;
}

static gint64
get_real (gpointer data)
{
  Live *live = data;

  return live->monotonic + live->real_offset;
}

static double
get_half (gpointer data)
{
  return 0.5;
}

static void
set_up (Live          *live,
        gconstpointer  data)
{
  const TrancheLiveClock clock = { get_monotonic, get_real, get_half, live };

  fixture_set_up (&live->base, data);

  live->monotonic = 1000 * HOUR;
  live->real_offset = g_get_real_time () - live->monotonic;
  live->network = g_object_new (FAKE_TYPE_NETWORK, NULL);
  live->live = tranche_live_status_new (live->base.book, live->base.operations);
  tranche_live_status_set_clock (live->live, &clock);
  tranche_live_status_set_network_monitor (live->live, G_NETWORK_MONITOR (live->network));
}

static void
tear_down (Live          *live,
           gconstpointer  data)
{
  TrancheLiveStatus *watched = NULL;

  tranche_live_status_stop (live->live);
  for (guint i = 0; i < FAKE_N_METHODS; i++)
    fake_bank_let_go (live->base.bank, (FakeMethod) i);
  watched = live->live;
  g_object_add_weak_pointer (G_OBJECT (watched), (gpointer *) &watched);
  g_clear_object (&live->live);
  WAIT_UNTIL (watched == NULL);
  g_clear_object (&live->network);
  fixture_tear_down (&live->base, data);
}

static guint
get_n_asked (Live *live)
{
  return fake_bank_get_n_calls (live->base.bank, FAKE_INFO);
}

/* Moves the clock, wakes, and waits for all that was asked to be answered. */
static void
advance (Live   *live,
         gint64  microseconds)
{
  live->monotonic += microseconds;
  tranche_live_status_wake (live->live);
  settle_main_loop ();
}

static void
wait_for_asked (Live  *live,
                guint  n)
{
  WAIT_UNTIL (get_n_asked (live) == n);
}

/* Until the book has taken the answer and the next question is planned. */
static void
wait_for_due (Live   *live,
              gint64  id)
{
  WAIT_UNTIL (tranche_live_status_get_due (live->live, id) > live->monotonic);
}

static gint64
get_wait (Live   *live,
          gint64  id)
{
  return tranche_live_status_get_due (live->live, id) - live->monotonic;
}

static void
start (Live *live)
{
  tranche_live_status_start (live->live);
}

/* The table. */

static void
test_intervals (void)
{
  static const TrancheStage never[] = {
    TRANCHE_STAGE_DRAFT, TRANCHE_STAGE_CLOSED, TRANCHE_STAGE_RETURNED,
    TRANCHE_STAGE_CANCELED, TRANCHE_STAGE_REJECTED,
  };
  static const gint64 ages[] = {
    0, 59, 600, 1799, 3600, 14399, 86399, 86400, 604800, 2591999, 2592000, 31536000,
  };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_cmpuint (tranche_live_status_get_interval (never[i], 0, TRUE), ==, 0);

  for (guint stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    guint before = 0;

    for (guint i = 0; i < G_N_ELEMENTS (ages); i++) {
      guint interval = tranche_live_status_get_interval (stage, ages[i], FALSE);
      guint visible = tranche_live_status_get_interval (stage, ages[i], TRUE);

      /* Slower with age, and never slower on screen. */
      g_assert_true (interval >= before || interval == 0);
      g_assert_cmpuint (visible, <=, interval);
      g_assert_cmpint (visible == 0, ==, interval == 0);
      before = interval;
    }
    if (tranche_stage_is_open ((TrancheStage) stage))
      g_assert_cmpuint (before, >, 0);
  }

  g_assert_cmpuint (tranche_live_status_get_interval (TRANCHE_STAGE_WAITING, 0, FALSE), <=, 5);
  g_assert_cmpuint (tranche_live_status_get_interval (TRANCHE_STAGE_COMMITTED, 31 * 86400, FALSE),
                    ==, 0);
}

static void
test_backoff (void)
{
  double before = 0.0;

  g_assert_cmpfloat (tranche_live_schedule_get_backoff (0, 1.0), <=, 0.0);
  for (guint n = 1; n < 50; n++) {
    double least = tranche_live_schedule_get_backoff (n, 0.0);
    double most = tranche_live_schedule_get_backoff (n, 1.0);

    g_assert_cmpfloat (most, >=, before);
    g_assert_cmpfloat (most, <=, 600.0);
    g_assert_cmpfloat (least, >=, most / 2.0 - 0.001);
    g_assert_cmpfloat (least, <, most);
    before = most;
  }
  g_assert_cmpfloat (before, >=, 599.0);
}

static void
test_local_banks (void)
{
  static const struct {
    const char *base_url;
    gboolean local;
  } rows[] = {
    { "http://127.0.0.1:8080", TRUE },
    { "http://localhost:1", TRUE },
    { "http://[::1]:8080", TRUE },
    { "https://bank.example", FALSE },
    { "https://localhost.example", FALSE },
    { "https://127.0.0.1.example", FALSE },
    { "no address", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");

    tranche_account_set_base_url (account, rows[i].base_url);
    g_assert_cmpint (tranche_live_lane_is_local (account), ==, rows[i].local);
  }
}

/* The schedule. */

static void
test_polls (Live          *live,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) stored = NULL;
  gint64 id = tranche_order_get_id (order);
  guint interval = tranche_live_status_get_interval (TRANCHE_STAGE_WAITING, 0, FALSE);

  /* Never checked: at once. */
  start (live);
  wait_for_asked (live, 1);
  wait_for_due (live, id);
  g_assert_cmpint (get_wait (live, id), ==, interval * SECOND);

  advance (live, interval * SECOND - 1);
  g_assert_cmpuint (get_n_asked (live), ==, 1);

  fake_bank_set_stage (live->base.bank, "A-1", TRANCHE_STAGE_CANCELED);
  advance (live, 1);
  wait_for_asked (live, 2);
  WAIT_UNTIL (tranche_live_status_get_due (live->live, id) == -1);
  stored = fixture_load (&live->base, id);
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_CANCELED);

  advance (live, DAY);
  g_assert_cmpuint (get_n_asked (live), ==, 2);
}

static void
test_new_orders (Live          *live,
                 gconstpointer  data)
{
  g_autoptr (TrancheOrder) draft = NULL;
  g_autoptr (TrancheOrder) order = NULL;

  start (live);
  settle_main_loop ();
  draft = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_DRAFT);
  order = fixture_add_order (&live->base, "A-2", TRANCHE_STAGE_APPROVED);
  wait_for_asked (live, 1);
  g_assert_cmpstr (fake_bank_get_last_number (live->base.bank, FAKE_INFO), ==, "A-2");
  g_assert_cmpint (tranche_live_status_get_due (live->live, tranche_order_get_id (draft)), ==, -1);
}

static void
test_visible (Live          *live,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_READY);
  gint64 id = tranche_order_get_id (order);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint slow = tranche_live_status_get_interval (TRANCHE_STAGE_READY, 0, FALSE);
  guint fast = tranche_live_status_get_interval (TRANCHE_STAGE_READY, 0, TRUE);

  start (live);
  wait_for_asked (live, 1);
  wait_for_due (live, id);
  g_assert_cmpint (get_wait (live, id), ==, slow * SECOND);

  g_array_append_val (ids, id);
  tranche_live_status_set_visible (live->live, ids);
  g_assert_cmpint (get_wait (live, id), ==, fast * SECOND);

  g_array_set_size (ids, 0);
  tranche_live_status_set_visible (live->live, ids);
  g_assert_cmpint (get_wait (live, id), ==, slow * SECOND);
}

/* More is due than may be asked at once: those on screen come first, those that
 * only wait for their payout last. */
static void
test_urgency (Live          *live,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last;

  for (guint i = 0; i < 40; i++) {
    g_autofree char *number = g_strdup_printf ("A-%u", i);

    g_ptr_array_add (orders, fixture_add_order (&live->base, number,
                                                i < 20 ? TRANCHE_STAGE_COMMITTED
                                                       : TRANCHE_STAGE_WAITING));
  }
  last = tranche_order_get_id (g_ptr_array_index (orders, 39));
  g_array_append_val (ids, last);
  tranche_live_status_set_visible (live->live, ids);

  fake_bank_hold (live->base.bank, FAKE_INFO);
  start (live);
  WAIT_UNTIL (fake_bank_get_n_held (live->base.bank, FAKE_INFO) == 16);
  settle_main_loop ();
  g_assert_cmpuint (get_n_asked (live), ==, 16);

  for (guint n = 17; n <= 40; n++) {
    const char *number = NULL;

    fake_bank_let_one_go (live->base.bank, FAKE_INFO);
    wait_for_asked (live, n);
    number = fake_bank_get_last_number (live->base.bank, FAKE_INFO);
    if (n <= 20)
      g_assert_cmpint (atoi (number + 2), >=, 20);
    else
      g_assert_cmpint (atoi (number + 2), <, 20);
  }
}

static void
test_cooling_ends (Live          *live,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GDateTime) until = g_date_time_new_from_unix_utc_usec (get_real (live) + 90 * SECOND);
  gint64 id;

  order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_COOLING);
  id = tranche_order_get_id (order);
  fake_bank_set_cooling (live->base.bank, "A-1", until);
  start (live);
  wait_for_asked (live, 1);
  wait_for_due (live, id);

  /* The interval would be a quarter of an hour. */
  g_assert_cmpint (get_wait (live, id), ==, 91 * SECOND);
  fake_bank_set_stage (live->base.bank, "A-1", TRANCHE_STAGE_READY);
  advance (live, 91 * SECOND);
  wait_for_asked (live, 2);
}

/* The clock is set forward, past the end of the cooling-off. */
static void
test_clock_set (Live          *live,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GDateTime) until = g_date_time_new_from_unix_utc_usec (get_real (live) + 2 * HOUR);
  gint64 id;

  order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_COOLING);
  id = tranche_order_get_id (order);
  fake_bank_set_cooling (live->base.bank, "A-1", until);
  start (live);
  wait_for_asked (live, 1);
  wait_for_due (live, id);

  live->real_offset += 3 * HOUR;
  advance (live, SECOND);
  wait_for_asked (live, 2);
  wait_for_due (live, id);

  /* Set back, nothing is lost, and nothing storms. */
  live->real_offset -= 5 * HOUR;
  advance (live, SECOND);
  g_assert_cmpuint (get_n_asked (live), ==, 2);
  g_assert_cmpint (get_wait (live, id), <=, 15 * MINUTE);
}

/* Failures. */

static void
plan_failure (Live             *live,
              TrancheBankError  code)
{
  fake_bank_plan (live->base.bank, FAKE_INFO, tranche_bank_error_new (code, 0, "Failed"), FALSE);
}

static void
test_backs_off (Live          *live,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  gint64 id = tranche_order_get_id (order);
  gint64 before = 0;

  for (guint i = 0; i < 12; i++)
    plan_failure (live, TRANCHE_BANK_ERROR_NETWORK);
  start (live);

  for (guint n = 1; n <= 12; n++) {
    gint64 wait;

    wait_for_asked (live, n);
    wait_for_due (live, id);
    wait = get_wait (live, id);
    g_assert_cmpint (wait, >=, before);
    g_assert_cmpint (wait, <=, 10 * MINUTE);
    before = wait;
    advance (live, wait + MINUTE);
  }
  g_assert_cmpint (before, >=, 7 * MINUTE);

  /* An answer ends it. */
  wait_for_asked (live, 13);
  wait_for_due (live, id);
  g_assert_cmpint (get_wait (live, id), <, MINUTE);
}

/* One order that the bank does not know does not slow the others down. */
static void
test_backs_off_alone (Live          *live,
                      gconstpointer  data)
{
  g_autoptr (TrancheOrder) lost = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) order = NULL;

  plan_failure (live, TRANCHE_BANK_ERROR_NOT_FOUND);
  start (live);
  wait_for_asked (live, 1);
  wait_for_due (live, tranche_order_get_id (lost));

  order = fixture_add_order (&live->base, "A-2", TRANCHE_STAGE_WAITING);
  wait_for_asked (live, 2);
  wait_for_due (live, tranche_order_get_id (order));
  g_assert_cmpint (get_wait (live, tranche_order_get_id (order)), ==, 5 * SECOND);
}

static void
test_rate_limited (Live          *live,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) other = NULL;
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_RATE_LIMITED, 429, "Slow down");

  tranche_bank_error_set_retry_after (error, 30);
  fake_bank_plan (live->base.bank, FAKE_INFO, error, FALSE);
  start (live);
  wait_for_asked (live, 1);
  settle_main_loop ();

  /* Nothing of the account is asked for, whatever it is. */
  other = fixture_add_order (&live->base, "A-2", TRANCHE_STAGE_WAITING);
  advance (live, 29 * SECOND);
  g_assert_cmpuint (get_n_asked (live), ==, 1);
  advance (live, 1 * SECOND);
  wait_for_asked (live, 3);
}

static void
test_authentication (Live          *live,
                     gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) other = NULL;

  plan_failure (live, TRANCHE_BANK_ERROR_AUTHENTICATION);
  start (live);
  wait_for_asked (live, 1);
  WAIT_UNTIL (tranche_connection_get_state (live->base.connection) == TRANCHE_CONNECTION_REFUSED);

  other = fixture_add_order (&live->base, "A-2", TRANCHE_STAGE_WAITING);
  advance (live, HOUR);
  g_assert_cmpuint (get_n_asked (live), ==, 1);

  /* The account is saved anew. */
  tranche_connection_set_state (live->base.connection, TRANCHE_CONNECTION_READY);
  wait_for_asked (live, 3);
}

static void
test_offline (Live          *live,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheAccount) local = tranche_account_copy (live->base.account);

  g_assert_true (tranche_live_status_get_online (live->live));
  fake_network_set (live->network, FALSE);
  g_assert_false (tranche_live_status_get_online (live->live));
  start (live);
  settle_main_loop ();
  advance (live, HOUR);
  g_assert_cmpuint (get_n_asked (live), ==, 0);

  fake_network_set (live->network, TRUE);
  g_assert_true (tranche_live_status_get_online (live->live));
  wait_for_asked (live, 1);

  /* A bank on this computer needs no network. */
  wait_for_due (live, tranche_order_get_id (order));
  fake_network_set (live->network, FALSE);
  tranche_account_set_base_url (local, "http://127.0.0.1:8080");
  tranche_connection_set_account (live->base.connection, local);
  g_assert_true (tranche_live_status_get_online (live->live));
  advance (live, HOUR);
  wait_for_asked (live, 2);
}

/* Everything is overdue when the network is back: what a manager looks at is asked
 * for first, then what a customer is doing, and committed orders last. */
static void
test_back_online (Live          *live,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last;

  for (guint i = 0; i < 24; i++) {
    g_autofree char *number = g_strdup_printf ("A-%u", i);

    g_ptr_array_add (orders, fixture_add_order (&live->base, number,
                                                i < 12 ? TRANCHE_STAGE_COMMITTED
                                                       : TRANCHE_STAGE_WAITING));
  }
  start (live);
  wait_for_asked (live, 24);
  for (guint i = 0; i < orders->len; i++)
    wait_for_due (live, tranche_order_get_id (g_ptr_array_index (orders, i)));

  fake_network_set (live->network, FALSE);
  last = tranche_order_get_id (g_ptr_array_index (orders, 23));
  g_array_append_val (ids, last);
  tranche_live_status_set_visible (live->live, ids);
  advance (live, DAY);
  g_assert_cmpuint (get_n_asked (live), ==, 24);

  fake_bank_hold (live->base.bank, FAKE_INFO);
  fake_network_set (live->network, TRUE);
  WAIT_UNTIL (fake_bank_get_n_held (live->base.bank, FAKE_INFO) == 16);
  for (guint n = 1; n <= 16; n++) {
    const char *number = fake_bank_get_held_number (live->base.bank, FAKE_INFO, n - 1);

    if (n == 1)
      g_assert_cmpstr (number, ==, "A-23");
    else if (n <= 12)
      g_assert_cmpint (atoi (number + 2), >=, 12);
    else
      g_assert_cmpint (atoi (number + 2), <, 12);
  }
}

/* Operations. */

static void
test_busy (Live          *live,
           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = tranche_order_get_id (order);
  guint n_asked;

  start (live);
  wait_for_asked (live, 1);
  wait_for_due (live, id);

  fake_bank_hold (live->base.bank, FAKE_COMMIT);
  tranche_operations_commit_async (live->base.operations, order, NULL, store_result_cb, &result);
  WAIT_UNTIL (fake_bank_get_n_held (live->base.bank, FAKE_COMMIT) == 1);
  n_asked = get_n_asked (live);
  advance (live, HOUR);
  g_assert_cmpuint (get_n_asked (live), ==, n_asked);

  fake_bank_let_go (live->base.bank, FAKE_COMMIT);
  wait_for_result (&result);
  committed = tranche_operations_commit_finish (live->base.operations, result, &error);
  g_assert_no_error (error);
  advance (live, HOUR);
  wait_for_asked (live, n_asked + 1);
}

/* An operation whose outcome is open is settled by itself, as soon as the bank
 * can be reached. */
static void
test_settles (Live          *live,
              gconstpointer  data)
{
  g_autoptr (TrancheOrderDraft) draft = fixture_new_draft ("A-1");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) open = NULL;

  start (live);
  settle_main_loop ();
  fake_bank_plan (live->base.bank, FAKE_CREATE,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "Lost"), TRUE);
  plan_failure (live, TRANCHE_BANK_ERROR_NETWORK);
  tranche_operations_create_async (live->base.operations, live->base.connection, draft, 0, NULL,
                                   store_result_cb, &result);
  wait_for_result (&result);
  g_assert_null (tranche_operations_create_finish (live->base.operations, result, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);

  for (guint i = 0; i < 100 && fake_bank_get_n_calls (live->base.bank, FAKE_INFO) < 2; i++) {
    advance (live, 10 * SECOND);
    wait_once ();
  }
  WAIT_UNTIL (fake_bank_get_n_calls (live->base.bank, FAKE_CREATE) == 2);
  settle_main_loop ();
  WAIT_UNTIL (!tranche_operations_is_busy (live->base.operations, 1));
  open = fixture_list_open (&live->base);
  g_assert_cmpuint (open->len, ==, 0);
}

/* The refresh of everything. */

static void
test_refresh_all (Live          *live,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before;

  for (guint i = 0; i < 30; i++) {
    g_autofree char *number = g_strdup_printf ("A-%u", i);

    g_ptr_array_add (orders, fixture_add_order (&live->base, number, TRANCHE_STAGE_COMMITTED));
  }
  start (live);
  wait_for_asked (live, 30);
  for (guint i = 0; i < orders->len; i++)
    wait_for_due (live, tranche_order_get_id (g_ptr_array_index (orders, i)));
  g_assert_cmpuint (tranche_live_status_get_total (live->live), ==, 0);

  fake_bank_hold (live->base.bank, FAKE_INFO);
  tranche_live_status_refresh_all (live->live);
  g_assert_cmpuint (tranche_live_status_get_total (live->live), ==, 30);
  g_assert_cmpuint (tranche_live_status_get_pending (live->live), ==, 30);
  WAIT_UNTIL (fake_bank_get_n_held (live->base.bank, FAKE_INFO) == 16);

  /* What is under way is not asked for again. */
  tranche_live_status_refresh_all (live->live);
  settle_main_loop ();
  g_assert_cmpuint (get_n_asked (live), ==, 46);
  g_assert_cmpuint (tranche_live_status_get_pending (live->live), ==, 30);

  fake_bank_let_one_go (live->base.bank, FAKE_INFO);
  WAIT_UNTIL (tranche_live_status_get_pending (live->live) == 29);
  g_assert_cmpuint (tranche_live_status_get_total (live->live), ==, 30);

  fake_bank_let_go (live->base.bank, FAKE_INFO);
  WAIT_UNTIL (tranche_live_status_get_pending (live->live) == 0);
  g_assert_cmpuint (tranche_live_status_get_total (live->live), ==, 0);
  g_assert_cmpuint (get_n_asked (live), ==, 60);

  /* And given up. */
  fake_bank_hold (live->base.bank, FAKE_INFO);
  tranche_live_status_refresh_all (live->live);
  WAIT_UNTIL (fake_bank_get_n_held (live->base.bank, FAKE_INFO) == 16);
  tranche_live_status_cancel_refresh (live->live);
  g_assert_cmpuint (tranche_live_status_get_pending (live->live), ==, 0);
  n_before = get_n_asked (live);
  fake_bank_let_go (live->base.bank, FAKE_INFO);
  settle_main_loop ();
  g_assert_cmpuint (get_n_asked (live), ==, n_before);
}

static void
test_refresh_refused (Live          *live,
                      gconstpointer  data)
{
  g_autoptr (TrancheOrder) first = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) second = fixture_add_order (&live->base, "A-2", TRANCHE_STAGE_WAITING);

  start (live);
  wait_for_asked (live, 2);
  wait_for_due (live, tranche_order_get_id (first));
  wait_for_due (live, tranche_order_get_id (second));

  plan_failure (live, TRANCHE_BANK_ERROR_AUTHENTICATION);
  plan_failure (live, TRANCHE_BANK_ERROR_AUTHENTICATION);
  tranche_live_status_refresh_all (live->live);
  g_assert_cmpuint (tranche_live_status_get_pending (live->live), ==, 2);
  WAIT_UNTIL (tranche_live_status_get_pending (live->live) == 0);

  tranche_live_status_refresh_all (live->live);
  g_assert_cmpuint (tranche_live_status_get_total (live->live), ==, 0);
}

#define ADD(path, function) \
  g_test_add ("/live-status/" path, Live, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/live-status/intervals", test_intervals);
  g_test_add_func ("/live-status/backoff", test_backoff);
  g_test_add_func ("/live-status/local-banks", test_local_banks);
  ADD ("polls", test_polls);
  ADD ("new-orders", test_new_orders);
  ADD ("visible", test_visible);
  ADD ("urgency", test_urgency);
  ADD ("cooling-ends", test_cooling_ends);
  ADD ("clock-set", test_clock_set);
  ADD ("backs-off", test_backs_off);
  ADD ("backs-off-alone", test_backs_off_alone);
  ADD ("rate-limited", test_rate_limited);
  ADD ("authentication", test_authentication);
  ADD ("offline", test_offline);
  ADD ("back-online", test_back_online);
  ADD ("busy", test_busy);
  ADD ("settles", test_settles);
  ADD ("refresh-all", test_refresh_all);
  ADD ("refresh-refused", test_refresh_refused);

  return g_test_run ();
}
