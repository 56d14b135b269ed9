/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "notification-daemon.h"
#include "ui/notices.h"

#define WAIT_UNTIL(condition) \
  G_STMT_START { \
    gint64 wait_end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
    while (!(condition)) { \
      g_assert_cmpint (g_get_monotonic_time (), <, wait_end); \
      wait_once (); \
    } \
  } G_STMT_END

/* The daemon and the application are those of the whole program: GIO does not
 * part with a desktop that comes and goes. */
typedef struct {
  NotificationDaemon *daemon;
  GApplication *application;
  GSettings *settings;
  TrancheNotices *notices;
} Desktop;

static void
wake_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
wait_once (void)
{
  gboolean over = FALSE;
  guint id = g_timeout_add_once (10, wake_up_cb, &over);

  g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (id);
}

static void
set_up (Desktop       *desktop,
        gconstpointer  data)
{
  const Desktop *whole = data;

  desktop->daemon = whole->daemon;
  desktop->daemon->n_shown = 0;
  desktop->application = whole->application;
  desktop->settings = g_settings_new (TRANCHE_APPLICATION_ID);
  desktop->notices = tranche_notices_new (desktop->application, desktop->settings, TRUE);
}

static void
tear_down (Desktop       *desktop,
           gconstpointer  data)
{
  g_settings_reset (desktop->settings, "notify-signed");
  g_settings_reset (desktop->settings, "notify-customers");
  g_ptr_array_set_size (desktop->daemon->shown, 0);
  g_assert_finalize_object (desktop->notices);
  g_clear_object (&desktop->settings);
}

static TrancheOrder *
make_order (gint64       id,
            TrancheStage stage)
{
  TrancheOrder *order = tranche_order_new ();
  g_autofree char *number = g_strdup_printf ("A-%" G_GINT64_FORMAT, id);
  TrancheMoney amount = tranche_money (249900, "RUB");
  TrancheCustomer customer = { .last_name = (char *) "Иванова", .phone = (char *) "9998887766" };

  tranche_order_set_id (order, id);
  tranche_order_set_number (order, number);
  tranche_order_set_amount (order, &amount);
  tranche_order_set_customer (order, &customer);
  tranche_order_set_stage (order, stage);

  return order;
}

static void
tell (Desktop      *desktop,
      TrancheNews   news,
      gint64        id,
      TrancheStage  stage)
{
  g_autoptr (TrancheOrder) order = make_order (id, stage);

  tranche_notices_tell (desktop->notices, news, order);
}

static void
review (Desktop      *desktop,
        gint64        id,
        TrancheStage  stage)
{
  g_autoptr (TrancheOrder) order = make_order (id, stage);

  tranche_notices_review (desktop->notices, order);
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

/* Until GIO has read what the desktop calls the notifications so far: before that
 * it does not withdraw them. */
static void
wait_for_replies (Desktop *desktop)
{
  gboolean replied = FALSE;

  g_dbus_connection_call (g_application_get_dbus_connection (desktop->application),
                          "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                          "org.freedesktop.Notifications", "CloseNotification",
                          g_variant_new ("(u)", 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          called_cb, &replied);
  WAIT_UNTIL (replied);
}

static void
test_single (Desktop       *desktop,
             gconstpointer  data)
{
  NotificationShown *shown = NULL;

  tell (desktop, TRANCHE_NEWS_SIGNED, 7, TRANCHE_STAGE_READY);
  WAIT_UNTIL ((shown = notification_daemon_find (desktop->daemon, "Order A-7 is signed")) != NULL);
  g_assert_nonnull (strstr (shown->body, "Hand over the goods and commit"));
  g_assert_null (strstr (shown->body, "Иванова"));
  g_assert_null (strstr (shown->body, "888"));
  g_assert_true (notification_shown_has (shown, "default"));
  g_assert_true (notification_shown_has (shown, "app.open-order(int64 7)"));
  g_assert_true (notification_shown_has (shown, "app.commit-order(int64 7)"));
  g_assert_cmpuint (g_strv_length (shown->actions), ==, 6);
  g_assert_cmpstr (shown->actions[3], ==, "Open");
  g_assert_cmpstr (shown->actions[5], ==, "Commit…");

  wait_for_replies (desktop);
  /* A bank that says the same again changes nothing; a commit settles it. */
  review (desktop, 7, TRANCHE_STAGE_READY);
  g_assert_cmpuint (desktop->daemon->shown->len, ==, 1);
  review (desktop, 7, TRANCHE_STAGE_COMMITTED);
  WAIT_UNTIL (desktop->daemon->shown->len == 0);
}

/* There is nothing to commit about these. */
static void
test_no_commit (Desktop       *desktop,
                gconstpointer  data)
{
  NotificationShown *shown = NULL;

  tell (desktop, TRANCHE_NEWS_REFUSED, 1, TRANCHE_STAGE_REJECTED);
  tell (desktop, TRANCHE_NEWS_SIGNED, 2, TRANCHE_STAGE_COOLING);
  WAIT_UNTIL (desktop->daemon->shown->len == 2);
  for (guint i = 0; i < 2; i++) {
    shown = g_ptr_array_index (desktop->daemon->shown, i);
    g_assert_cmpuint (g_strv_length (shown->actions), ==, 4);
  }
  g_assert_nonnull (notification_daemon_find (desktop->daemon, "The bank refused order A-1"));
}

static void
test_customer (Desktop       *desktop,
               gconstpointer  data)
{
  NotificationShown *shown = NULL;

  g_settings_set_boolean (desktop->settings, "notify-customers", TRUE);
  tell (desktop, TRANCHE_NEWS_SIGNED, 7, TRANCHE_STAGE_READY);
  WAIT_UNTIL ((shown = notification_daemon_find (desktop->daemon, "Order A-7 is signed")) != NULL);
  g_assert_nonnull (strstr (shown->body, "Иванова"));
  g_assert_null (strstr (shown->body, "888"));
}

static void
test_burst (Desktop       *desktop,
            gconstpointer  data)
{
  for (gint64 id = 1; id <= 5; id++)
    tell (desktop, TRANCHE_NEWS_SIGNED, id, TRANCHE_STAGE_READY);
  tell (desktop, TRANCHE_NEWS_REFUSED, 9, TRANCHE_STAGE_CANCELED);
  WAIT_UNTIL (desktop->daemon->shown->len == 2);
  g_assert_nonnull (notification_daemon_find (desktop->daemon, "5 orders are signed"));
  g_assert_nonnull (notification_daemon_find (desktop->daemon, "Order A-9 is canceled"));
  g_assert_cmpuint (desktop->daemon->n_shown, ==, 2);

  wait_for_replies (desktop);
  for (gint64 id = 1; id <= 4; id++)
    review (desktop, id, TRANCHE_STAGE_COMMITTED);
  review (desktop, 9, TRANCHE_STAGE_COMMITTED);
  WAIT_UNTIL (desktop->daemon->shown->len == 1);
  g_assert_nonnull (notification_daemon_find (desktop->daemon, "5 orders are signed"));
  review (desktop, 5, TRANCHE_STAGE_CANCELED);
  WAIT_UNTIL (desktop->daemon->shown->len == 0);
}

/* What is switched off, and what was over before it could be told. */
static void
test_not_told (Desktop       *desktop,
               gconstpointer  data)
{
  g_settings_set_boolean (desktop->settings, "notify-signed", FALSE);
  tell (desktop, TRANCHE_NEWS_SIGNED, 1, TRANCHE_STAGE_READY);
  tell (desktop, TRANCHE_NEWS_COOLED, 2, TRANCHE_STAGE_READY);
  review (desktop, 2, TRANCHE_STAGE_COMMITTED);
  tell (desktop, TRANCHE_NEWS_COOLED, 3, TRANCHE_STAGE_READY);
  WAIT_UNTIL (desktop->daemon->shown->len == 1);
  g_assert_nonnull (notification_daemon_find (desktop->daemon, "Order A-3 can be committed"));
  g_assert_cmpuint (desktop->daemon->n_shown, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  Desktop whole = { NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  whole.daemon = notification_daemon_new ();
  whole.application = g_application_new ("io.github.tranche.Tranche.Test",
                                         G_APPLICATION_DEFAULT_FLAGS);
  g_application_register (whole.application, NULL, &error);
  g_assert_no_error (error);

#define ADD(path, function) \
  g_test_add ("/notices/" path, Desktop, &whole, set_up, function, tear_down)
  ADD ("single", test_single);
  ADD ("no-commit", test_no_commit);
  ADD ("customer", test_customer);
  ADD ("burst", test_burst);
  ADD ("not-told", test_not_told);

  status = g_test_run ();
  g_object_unref (whole.application);
  notification_daemon_free (whole.daemon);

  return status;
}
