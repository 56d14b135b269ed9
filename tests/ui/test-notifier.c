/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/bank-error.h"
#include "fixture.h"
#include "network.h"
#include "notification-daemon.h"
#include "ui/notifier.h"

#define URGENT 2

/* The daemon and the application are those of the whole program: GIO does not
 * part with a desktop that comes and goes. */
/* Orders for which the bank refuses the password. */
#define N_REFUSED 8

typedef struct {
  Fixture base;
  NotificationDaemon *daemon;
  GtkApplication *application;
  GSettings *settings;
  char *path;
  TrancheShop *shop;
  TrancheNotifier *notifier;
} Desk;

static void
open_shop (Desk *desk)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  tranche_shop_open_async (desk->path, NULL, NULL, store_result_cb, &opened);
  wait_for_result (&opened);
  desk->shop = tranche_shop_open_finish (opened, &error);
  g_assert_no_error (error);
  /* As the window does: whoever is warned has to listen. */
  desk->notifier = tranche_notifier_new (desk->application, desk->settings, desk->shop);
  tranche_shop_begin_rounds (desk->shop);
}

static void
close_shop (Desk *desk)
{
  g_autoptr (GAsyncResult) closed = NULL;

  tranche_shop_close_async (desk->shop, store_result_cb, &closed);
  wait_for_result (&closed);
  g_assert_true (tranche_shop_close_finish (desk->shop, closed, NULL));
  g_assert_finalize_object (g_steal_pointer (&desk->notifier));
  g_clear_object (&desk->shop);
}

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  const Desk *whole = data;

  fixture_set_up (&desk->base, NULL);
  desk->daemon = whole->daemon;
  desk->daemon->n_shown = 0;
  desk->application = whole->application;
  desk->settings = g_settings_new (TRANCHE_APPLICATION_ID);
  desk->path = g_build_filename (desk->base.folder, "other", "orders.db", NULL);
  open_shop (desk);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  close_shop (desk);
  g_ptr_array_set_size (desk->daemon->shown, 0);
  g_clear_object (&desk->settings);
  g_free (desk->path);
  fixture_tear_down (&desk->base, NULL);
}

static void
connect_bank (Desk *desk)
{
  g_list_store_append (G_LIST_STORE (tranche_shop_get_connections (desk->shop)),
                       desk->base.connection);
}

static GDateTime *
from_now (gint64 span)
{
  return g_date_time_new_from_unix_utc_usec (g_get_real_time () + span);
}

static TrancheOrder *
new_order (Desk         *desk,
           const char   *number,
           TrancheStage  stage)
{
  TrancheOrder *order = tranche_order_new ();
  g_autoptr (GDateTime) now = from_now (0);
  TrancheMoney amount = tranche_money (249999, "RUB");

  tranche_order_set_account_id (order, tranche_account_get_id (desk->base.account));
  tranche_order_set_number (order, number);
  tranche_order_set_amount (order, &amount);
  tranche_order_set_created_at (order, now);
  tranche_order_set_stage (order, stage);
  fake_bank_set_stage (desk->base.bank, number, stage);

  return order;
}

static TrancheOrder *
add_order (Desk         *desk,
           TrancheOrder *order)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheOrder *added = NULL;

  tranche_order_book_add_async (tranche_shop_get_book (desk->shop), order, TRANCHE_ORIGIN_USER,
                                NULL, store_result_cb, &result);
  wait_for_result (&result);
  added = tranche_order_book_add_finish (tranche_shop_get_book (desk->shop), result, &error);
  g_assert_no_error (error);

  return added;
}

/* A signed order that has to be committed in so many µs. */
static void
add_signed (Desk       *desk,
            const char *number,
            gint64      left)
{
  g_autoptr (TrancheOrder) order = new_order (desk, number, TRANCHE_STAGE_READY);
  g_autoptr (GDateTime) signed_at = from_now (left - 14 * G_TIME_SPAN_DAY);

  tranche_order_set_created_at (order, signed_at);
  tranche_order_set_signed_at (order, signed_at);
  g_object_unref (add_order (desk, order));
}

/* An order that cools off for so many µs, and whose commit is planned. */
static TrancheOrder *
add_planned (Desk   *desk,
             gint64  left)
{
  g_autoptr (TrancheOrder) order = new_order (desk, "A-1", TRANCHE_STAGE_COOLING);
  g_autoptr (GDateTime) until = from_now (left);
  g_autoptr (GAsyncResult) result = NULL;
  TrancheOrder *added = NULL;

  tranche_order_set_cooling_until (order, until);
  fake_bank_set_cooling (desk->base.bank, "A-1", until);
  added = add_order (desk, order);
  tranche_order_book_plan_commit_async (tranche_shop_get_book (desk->shop),
                                        tranche_order_get_id (added), TRUE, "anna@counter-2", NULL,
                                        store_result_cb, &result);
  wait_for_result (&result);
  g_object_unref (tranche_order_book_plan_commit_finish (tranche_shop_get_book (desk->shop),
                                                         result, NULL));

  return added;
}

static void
refresh (Desk         *desk,
         TrancheOrder *order)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) fresh = NULL;

  tranche_operations_refresh_async (tranche_shop_get_operations (desk->shop), order,
                                    TRANCHE_PRIORITY_USER, NULL, store_result_cb, &result);
  wait_for_result (&result);
  fresh = tranche_operations_refresh_finish (tranche_shop_get_operations (desk->shop), result,
                                             NULL);
}

static gboolean
shows (Desk       *desk,
       const char *title)
{
  return notification_daemon_find (desk->daemon, title) != NULL;
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  *(gboolean *) user_data = reply != NULL;
}

/* Until the desktop has taken, and GIO knows, what was sent so far. */
static void
wait_for_replies (Desk *desk)
{
  gboolean replied = FALSE;

  g_dbus_connection_call (g_application_get_dbus_connection (G_APPLICATION (desk->application)),
                          "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                          "org.freedesktop.Notifications", "CloseNotification",
                          g_variant_new ("(u)", 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          called_cb, &replied);
  WAIT_UNTIL (replied);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* Many orders are asked for, the bank refuses the password for each, and the
 * manager is told once; and once more only after it was mended. */
static void
test_account (Desk          *desk,
              gconstpointer  data)
{
  const char *title = "T-Bank · Counter";
  FakeBank *bank = desk->base.bank;
  TrancheOrderBook *book = tranche_shop_get_book (desk->shop);
  guint n_noted = 0;
  gulong noted_id = 0;

  fake_bank_hold (bank, FAKE_INFO);
  for (int i = 0; i < N_REFUSED; i++) {
    g_autofree char *number = g_strdup_printf ("A-%d", i);
    g_autoptr (TrancheOrder) order = new_order (desk, number, TRANCHE_STAGE_WAITING);

    fake_bank_plan (bank, FAKE_INFO,
                    tranche_bank_error_new (TRANCHE_BANK_ERROR_AUTHENTICATION, 401, "no"), FALSE);
    g_object_unref (add_order (desk, order));
    fake_bank_set_stage (bank, number, TRANCHE_STAGE_CLOSED);
  }
  connect_bank (desk);
  WAIT_UNTIL (fake_bank_get_n_held (bank, FAKE_INFO) == N_REFUSED);
  noted_id = g_signal_connect_swapped (book, "changed", G_CALLBACK (count_cb), &n_noted);
  fake_bank_let_go (bank, FAKE_INFO);

  WAIT_UNTIL (shows (desk, title));
  /* A refusal that is still being noted would be learned of after the mending. */
  WAIT_UNTIL (n_noted == N_REFUSED);
  g_signal_handler_disconnect (book, noted_id);
  g_assert_cmpint (tranche_connection_get_state (desk->base.connection), ==,
                   TRANCHE_CONNECTION_REFUSED);
  settle_main_loop ();
  wait_for_replies (desk);
  g_assert_cmpuint (desk->daemon->n_shown, ==, 1);

  /* All are asked for again, and over. */
  tranche_connection_set_state (desk->base.connection, TRANCHE_CONNECTION_READY);
  WAIT_UNTIL (desk->daemon->shown->len == 0);
  WAIT_UNTIL (fake_bank_get_n_calls (bank, FAKE_INFO) == 2 * N_REFUSED);
  settle_main_loop ();
  g_assert_cmpuint (desk->daemon->n_shown, ==, 1);

  tranche_connection_set_state (desk->base.connection, TRANCHE_CONNECTION_REFUSED);
  WAIT_UNTIL (shows (desk, title));
  wait_for_replies (desk);
  g_assert_cmpuint (desk->daemon->n_shown, ==, 2);
}

/* At three days, one day and three hours, the last not in passing; and not again
 * after a restart. */
static void
test_deadlines (Desk          *desk,
                gconstpointer  data)
{
  NotificationShown *shown = NULL;

  add_signed (desk, "A-0", 100 * G_TIME_SPAN_HOUR);
  add_signed (desk, "A-1", 60 * G_TIME_SPAN_HOUR);
  add_signed (desk, "A-2", 20 * G_TIME_SPAN_HOUR);
  add_signed (desk, "A-3", 150 * G_TIME_SPAN_MINUTE);
  tranche_deadline_watch_check (tranche_shop_get_deadline_watch (desk->shop));
  WAIT_UNTIL (desk->daemon->shown->len == 3);
  for (guint i = 0; i < 3; i++) {
    shown = g_ptr_array_index (desk->daemon->shown, i);
    g_assert_nonnull (strstr (shown->body, "It has to be committed before"));
    g_assert_nonnull (strstr (shown->title, " left"));
    g_assert_cmpint (shown->urgency == URGENT, ==, g_str_has_prefix (shown->title, "Order A-3"));
  }
  wait_for_replies (desk);

  close_shop (desk);
  open_shop (desk);
  /* What would be told again comes before this. */
  add_signed (desk, "A-4", 50 * G_TIME_SPAN_HOUR);
  tranche_deadline_watch_check (tranche_shop_get_deadline_watch (desk->shop));
  WAIT_UNTIL (desk->daemon->shown->len == 4);
  wait_for_replies (desk);
  g_assert_cmpuint (desk->daemon->n_shown, ==, 4);
}

static void
test_planned (Desk          *desk,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = NULL;

  connect_bank (desk);
  order = add_planned (desk, G_TIME_SPAN_HOUR);
  fake_bank_set_stage (desk->base.bank, "A-1", TRANCHE_STAGE_READY);
  refresh (desk, order);
  WAIT_UNTIL (shows (desk, "Order A-1 is committed"));
  g_assert_cmpuint (fake_bank_get_n_effects (desk->base.bank, FAKE_COMMIT), ==, 1);
}

static void
test_not_committed (Desk          *desk,
                    gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = NULL;

  connect_bank (desk);
  order = add_planned (desk, G_TIME_SPAN_HOUR);
  fake_bank_set_stage (desk->base.bank, "A-1", TRANCHE_STAGE_READY);
  fake_bank_plan (desk->base.bank, FAKE_COMMIT,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 409, "no"), FALSE);
  refresh (desk, order);
  WAIT_UNTIL (shows (desk, "Order A-1 is not committed"));
  g_assert_cmpuint (fake_bank_get_n_effects (desk->base.bank, FAKE_COMMIT), ==, 0);
}

/* The cooling-off ended while the program was not running. */
static void
test_missed (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_planned (desk, -G_TIME_SPAN_HOUR);

  close_shop (desk);
  open_shop (desk);
  WAIT_UNTIL (shows (desk, "1 planned commit waits for your word"));
  wait_for_replies (desk);
  g_assert_cmpuint (desk->daemon->n_shown, ==, 1);

  tranche_commit_plans_drop_missed (tranche_shop_get_commit_plans (desk->shop));
  WAIT_UNTIL (desk->daemon->shown->len == 0);
}

int
main (int   argc,
      char *argv[])
{
  Desk whole = { 0 };
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  network_install ();

  whole.daemon = notification_daemon_new ();
  whole.application = gtk_application_new ("io.github.tranche.Tranche.Test",
                                           G_APPLICATION_DEFAULT_FLAGS);
  g_application_register (G_APPLICATION (whole.application), NULL, &error);
  g_assert_no_error (error);

#define ADD(path, function) \
  g_test_add ("/notifier/" path, Desk, &whole, set_up, function, tear_down)
  ADD ("account", test_account);
  ADD ("deadlines", test_deadlines);
  ADD ("planned", test_planned);
  ADD ("not-committed", test_not_committed);
  ADD ("missed", test_missed);

  status = g_test_run ();
  g_object_unref (whole.application);
  notification_daemon_free (whole.daemon);

  return status;
}
