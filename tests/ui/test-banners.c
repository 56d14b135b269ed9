/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "fixture.h"
#include "network.h"
#include "ui/banners.h"
#include "ui/missed-plans-dialog.h"
#include "widgets.h"

/* A real shop, seen through the banners of a window. */
typedef struct {
  Fixture base;
  char *path;
  TrancheShop *shop;
  GtkWidget *window;
  GtkWidget *banners;
  gint64 set_forward; /* µs, of the computer's clock */
} Sight;

/* Until nothing of what the shop begins with is left to read or to write: a book that
 * is moved away then is missed by none of that. */
static void
finish_rounds (TrancheShop *shop)
{
  TrancheOrderBook *book = tranche_shop_get_book (shop);
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GPtrArray) unpaid = NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  tranche_shop_begin_rounds (shop);
  tranche_order_book_unpaid_async (book, 0, 1, NULL, store_result_cb, &read);
  tranche_order_book_take_warnings_async (book, 0, NULL, store_result_cb, &written);
  wait_for_result (&read);
  wait_for_result (&written);
  unpaid = tranche_order_book_unpaid_finish (book, read, NULL);
  warnings = tranche_order_book_take_warnings_finish (book, written, NULL);
}

static void
open_shop (Sight *sight)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  tranche_shop_open_async (sight->path, NULL, NULL, store_result_cb, &opened);
  wait_for_result (&opened);
  sight->shop = tranche_shop_open_finish (opened, &error);
  g_assert_no_error (error);
  finish_rounds (sight->shop);

  sight->window = adw_application_window_new (NULL);
  sight->banners = g_object_new (TRANCHE_TYPE_BANNERS, NULL);
  tranche_banners_set_shop (TRANCHE_BANNERS (sight->banners), sight->shop);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (sight->window), sight->banners);
  gtk_window_set_default_size (GTK_WINDOW (sight->window), 600, 400);
  gtk_window_present (GTK_WINDOW (sight->window));
}

static void
close_shop (Sight *sight)
{
  g_autoptr (GAsyncResult) closed = NULL;

  gtk_window_destroy (GTK_WINDOW (sight->window));
  tranche_shop_close_async (sight->shop, store_result_cb, &closed);
  wait_for_result (&closed);
  g_assert_true (tranche_shop_close_finish (sight->shop, closed, NULL));
  g_clear_object (&sight->shop);
}

static void
set_up (Sight         *sight,
        gconstpointer  data)
{
  fixture_set_up (&sight->base, data);
  sight->path = g_build_filename (sight->base.folder, "other", "orders.db", NULL);
  open_shop (sight);
}

static void
tear_down (Sight         *sight,
           gconstpointer  data)
{
  close_shop (sight);
  g_free (sight->path);
  fixture_tear_down (&sight->base, data);
}

/* The banners that somebody sees, one for each line. */
static char *
dup_titles (GtkWidget *root,
            GString   *titles)
{
  if (ADW_IS_BANNER (root) && adw_banner_get_revealed (ADW_BANNER (root)))
    g_string_append_printf (titles, "%s\n", adw_banner_get_title (ADW_BANNER (root)));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    dup_titles (child, titles);

  return titles->str;
}

static void
assert_banners (Sight      *sight,
                const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_cmpstr (dup_titles (sight->banners, titles), ==, expected);
}

static gboolean
shows (Sight      *sight,
       const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  return g_str_equal (dup_titles (sight->banners, titles), expected);
}

static TrancheConnection *
add_connection (Sight *sight)
{
  GListModel *connections = tranche_shop_get_connections (sight->shop);

  g_list_store_append (G_LIST_STORE (connections), sight->base.connection);

  return sight->base.connection;
}

static void
test_nothing (Sight         *sight,
              gconstpointer  data)
{
  add_connection (sight);
  assert_banners (sight, "");
}

static void
test_offline (Sight         *sight,
              gconstpointer  data)
{
  add_connection (sight);
  network_set (FALSE);
  assert_banners (sight, "No network. The banks will be asked again when it is back.\n");
  network_set (TRUE);
  assert_banners (sight, "");
}

static void
test_account (Sight         *sight,
              gconstpointer  data)
{
  TrancheConnection *connection = add_connection (sight);

  tranche_connection_set_state (connection, TRANCHE_CONNECTION_REFUSED);
  assert_banners (sight, "T-Bank · Counter: the bank refuses the password. Its orders stand still.\n");
  g_assert_nonnull (find_button (sight->banners, "Edit…"));

  /* Not every window shows the sidebar, where this stands, too. */
  tranche_connection_set_state (connection, TRANCHE_CONNECTION_KEYRING_LOCKED);
  assert_banners (sight, "T-Bank · Counter: the keyring is locked. Its orders stand still.\n");
  g_assert_nonnull (find_button (sight->banners, "Unlock"));
  tranche_account_set_name (tranche_connection_get_account (connection), "A & B");
  tranche_connection_set_state (connection, TRANCHE_CONNECTION_NO_SECRET);
  assert_banners (sight, "T-Bank · A & B: the password is missing. Its orders stand still.\n");
  g_assert_nonnull (find_button (sight->banners, "Edit…"));
  tranche_connection_set_state (connection, TRANCHE_CONNECTION_READY);
  assert_banners (sight, "");
}

/* An order that cools off, or did, in the shop's book. */
static TrancheOrder *
add_cooling (Sight  *sight,
             gint64  seconds)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) until = g_date_time_add_seconds (now, (double) seconds);
  g_autoptr (GAsyncResult) result = NULL;
  TrancheMoney amount = tranche_money (249999, "RUB");

  tranche_order_set_account_id (order, tranche_account_get_id (sight->base.account));
  tranche_order_set_number (order, "A-1");
  tranche_order_set_amount (order, &amount);
  tranche_order_set_created_at (order, now);
  tranche_order_set_stage (order, TRANCHE_STAGE_COOLING);
  tranche_order_set_cooling_until (order, until);
  tranche_order_book_add_async (tranche_shop_get_book (sight->shop), order, TRANCHE_ORIGIN_USER,
                                NULL, store_result_cb, &result);
  wait_for_result (&result);

  return tranche_order_book_add_finish (tranche_shop_get_book (sight->shop), result, NULL);
}

static void
test_trouble (Sight         *sight,
              gconstpointer  data)
{
  g_autofree char *away = g_strconcat (sight->path, "-away", NULL);
  g_autoptr (TrancheOrder) lost = NULL;
  g_autoptr (TrancheOrder) kept = NULL;

  g_assert_cmpint (g_rename (sight->path, away), ==, 0);
  lost = add_cooling (sight, 3600);
  g_assert_null (lost);
  assert_banners (sight, "The file of the order book was moved or deleted. "
                         "Nothing can be saved, and nothing is sent to a bank.\n");

  g_assert_cmpint (g_rename (away, sight->path), ==, 0);
  kept = add_cooling (sight, 3600);
  g_assert_nonnull (kept);
  assert_banners (sight, "");
}

static gint64
get_monotonic (gpointer data)
{
  return g_get_monotonic_time ();
}

static gint64
get_real (gpointer data)
{
  return g_get_real_time () + ((Sight *) data)->set_forward;
}

static double
get_half (gpointer data)
{
  return 0.5;
}

/* The clock is set back for hours: the window says so with the first thing that is
 * written, until the clock is right or somebody says that it is. */
static void
test_clock (Sight         *sight,
            gconstpointer  data)
{
  TrancheLiveClock clock = { get_monotonic, get_real, get_half, sight };
  TrancheClockWatch *watch = tranche_shop_get_clock_watch (sight->shop);
  g_autoptr (TrancheOrder) order = NULL;

  tranche_clock_watch_stop (watch);
  tranche_clock_watch_set_clock (watch, &clock);
  tranche_clock_watch_start (watch);
  assert_banners (sight, "");

  sight->set_forward = -5 * G_TIME_SPAN_HOUR;
  order = add_cooling (sight, 3600);
  g_assert_true (shows_text (sight->banners, "The clock of this computer was set back: it was "));
  sight->set_forward = 0;
  tranche_clock_watch_check (watch);
  assert_banners (sight, "");

  sight->set_forward = -5 * G_TIME_SPAN_HOUR;
  tranche_clock_watch_check (watch);
  WAIT_UNTIL (find_button (sight->banners, "It Is Right") != NULL);
  press (find_button (sight->banners, "It Is Right"));
  WAIT_UNTIL (shows (sight, ""));
}

/* A commit was planned, and its time came while the program was not running. */
static TrancheOrder *
miss_commit (Sight *sight)
{
  TrancheOrder *order = add_cooling (sight, -3600);
  g_autoptr (GAsyncResult) planned = NULL;

  tranche_order_book_plan_commit_async (tranche_shop_get_book (sight->shop),
                                        tranche_order_get_id (order), TRUE, "anna@counter-2", NULL,
                                        store_result_cb, &planned);
  wait_for_result (&planned);
  g_object_unref (tranche_order_book_plan_commit_finish (tranche_shop_get_book (sight->shop),
                                                         planned, NULL));

  close_shop (sight);
  open_shop (sight);
  WAIT_UNTIL (shows (sight, "1 order was to be committed while the program was not running\n"));

  return order;
}

static TrancheCommitPlans *
get_plans (Sight *sight)
{
  return tranche_shop_get_commit_plans (sight->shop);
}

static AdwDialog *
ask (Sight *sight)
{
  AdwDialog *dialog = tranche_missed_plans_dialog_new (get_plans (sight));

  adw_dialog_present (dialog, sight->window);
  WAIT_UNTIL (shows_text (sight->window, "Commit 1 order?"));

  return dialog;
}

static void
answer (Sight      *sight,
        const char *label)
{
  ask (sight);
  WAIT_UNTIL (find_button (sight->window, label) != NULL);
  press (find_button (sight->window, label));
}

static TrancheStage
get_stage (Sight        *sight,
           TrancheOrder *order)
{
  gint64 id = tranche_order_get_id (order);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;

  g_array_append_val (ids, id);
  tranche_order_book_load_async (tranche_shop_get_book (sight->shop), ids, NULL,
                                 store_result_cb, &result);
  wait_for_result (&result);
  orders = tranche_order_book_load_finish (tranche_shop_get_book (sight->shop), result, NULL);

  return tranche_order_get_stage (g_ptr_array_index (orders, 0));
}

static void
test_missed_dropped (Sight         *sight,
                     gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = miss_commit (sight);
  AdwDialog *dialog = NULL;

  g_assert_nonnull (find_button (sight->banners, "Commit…"));
  dialog = ask (sight);
  g_assert_true (shows_text (sight->window, "A-1"));
  /* Nothing is decided by closing it. */
  adw_dialog_close (dialog);
  g_assert_cmpuint (tranche_commit_plans_get_n_missed (get_plans (sight)), ==, 1);

  answer (sight, "Do Not Commit");
  WAIT_UNTIL (shows (sight, ""));
  g_assert_cmpuint (tranche_commit_plans_get_n_missed (get_plans (sight)), ==, 0);
  g_assert_cmpuint (fake_bank_get_n_calls (sight->base.bank, FAKE_COMMIT), ==, 0);
}

/* The word of the manager is asked for, and the bank's. */
static void
test_missed_committed (Sight         *sight,
                       gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = miss_commit (sight);

  fake_bank_set_stage (sight->base.bank, "A-1", TRANCHE_STAGE_READY);
  add_connection (sight);
  WAIT_UNTIL (get_stage (sight, order) == TRANCHE_STAGE_READY);
  settle_main_loop ();
  g_assert_cmpuint (fake_bank_get_n_calls (sight->base.bank, FAKE_COMMIT), ==, 0);

  answer (sight, "Commit");
  WAIT_UNTIL (get_stage (sight, order) == TRANCHE_STAGE_COMMITTED);
  g_assert_cmpuint (fake_bank_get_n_effects (sight->base.bank, FAKE_COMMIT), ==, 1);
  WAIT_UNTIL (shows (sight, ""));
}

/* Between the last look and the manager's word the customer has gone back on it. */
static void
test_missed_refused (Sight         *sight,
                     gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = miss_commit (sight);

  fake_bank_set_stage (sight->base.bank, "A-1", TRANCHE_STAGE_READY);
  add_connection (sight);
  WAIT_UNTIL (get_stage (sight, order) == TRANCHE_STAGE_READY);
  fake_bank_set_stage (sight->base.bank, "A-1", TRANCHE_STAGE_CANCELED);

  answer (sight, "Commit");
  WAIT_UNTIL (get_stage (sight, order) == TRANCHE_STAGE_CANCELED);
  settle_main_loop ();
  g_assert_cmpuint (fake_bank_get_n_calls (sight->base.bank, FAKE_COMMIT), ==, 0);
  WAIT_UNTIL (shows (sight, ""));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  network_install ();

#define ADD(path, function) \
  g_test_add ("/banners/" path, Sight, NULL, set_up, function, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("offline", test_offline);
  ADD ("account", test_account);
  ADD ("trouble", test_trouble);
  ADD ("clock", test_clock);
  ADD ("missed/dropped", test_missed_dropped);
  ADD ("missed/committed", test_missed_committed);
  ADD ("missed/refused", test_missed_refused);

  return g_test_run ();
}
