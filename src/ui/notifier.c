/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/notifier.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/notices.h"
#include "ui/view-words.h"

struct _TrancheNotifier {
  GObject parent_instance;

  GtkApplication *application;
  GSettings *settings;
  TrancheShop *shop;
  TrancheNotices *notices;
  GPtrArray *connections; /* those whose state is listened to */
  GHashTable *refused;    /* set of account ids that were told of */
};

G_DEFINE_FINAL_TYPE (TrancheNotifier, tranche_notifier, G_TYPE_OBJECT)

/* A demo's orders are of its own window, which the desktop cannot call: whoever
 * presses a button of its notifications would meet an order of the shop. */
static gboolean
has_actions (TrancheNotifier *self)
{
  return !tranche_shop_get_demo (self->shop);
}

static void
send (TrancheNotifier *self,
      const char      *id,
      const char      *title,
      const char      *body,
      const char      *action,
      const char      *target)
{
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  if (has_actions (self) && target != NULL)
    g_notification_set_default_action_and_target (notification, action, "s", target);
  else if (has_actions (self))
    g_notification_set_default_action (notification, action);
  g_application_send_notification (G_APPLICATION (self->application), id, notification);
}

/* Orders. */

/* Who looks at the window sees it there. */
static gboolean
is_watched (TrancheNotifier *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  return window != NULL && gtk_window_is_active (window);
}

static void
book_changed_cb (TrancheNotifier *self,
                 TrancheOrder    *after,
                 TrancheOrder    *before)
{
  TrancheNews news = tranche_news_of_change (after, before);

  if (before == NULL)
    return;
  if (tranche_order_get_stage (before) == tranche_order_get_stage (after) &&
      (tranche_order_get_payout_due (before) != NULL) == (tranche_order_get_payout_due (after) != NULL))
    return;

  tranche_notices_review (self->notices, after);
  if (news != TRANCHE_NEWS_NONE && !is_watched (self))
    tranche_notices_tell (self->notices, news, after);
}

static void
warned_cb (TrancheNotifier *self,
           GPtrArray       *warnings)
{
  for (guint i = 0; i < warnings->len; i++) {
    TrancheDeadlineWarning *warning = g_ptr_array_index (warnings, i);

    tranche_notices_tell (self->notices, TRANCHE_NEWS_DEADLINE, warning->order);
  }
}

static void
settled_cb (TrancheNotifier *self,
            gint64           order_id)
{
  tranche_notices_settle (self->notices, TRANCHE_NEWS_DEADLINE, order_id);
}

static void
overdue_cb (TrancheNotifier *self,
            TrancheOrder    *order)
{
  tranche_notices_tell (self->notices, TRANCHE_NEWS_UNPAID, order);
}

/* Planned commits. */

static void
committed_cb (TrancheNotifier *self,
              TrancheOrder    *order)
{
  if (!is_watched (self))
    tranche_notices_tell (self->notices, TRANCHE_NEWS_COMMITTED, order);
}

static void
failed_cb (TrancheNotifier *self,
           TrancheOrder    *order,
           const GError    *error)
{
  tranche_notices_tell (self->notices, TRANCHE_NEWS_NOT_COMMITTED, order);
}

static void
missed_cb (TrancheNotifier *self)
{
  guint n_missed = tranche_commit_plans_get_n_missed (tranche_shop_get_commit_plans (self->shop));
  g_autofree char *title = NULL;

  if (n_missed == 0) {
    g_application_withdraw_notification (G_APPLICATION (self->application), "missed-plans");
    return;
  }
  if (!g_settings_get_boolean (self->settings, "notify-cooling"))
    return;

  title = g_strdup_printf (ngettext ("%u planned commit waits for your word",
                                     "%u planned commits wait for your word", n_missed), n_missed);
  send (self, "missed-plans", title,
        _("The cooling-off ended while the program was not running."), "app.missed-plans", NULL);
}

/* Accounts. */

static void
update_account (TrancheNotifier   *self,
                TrancheConnection *connection)
{
  TrancheAccount *account = tranche_connection_get_account (connection);
  const char *account_id = tranche_account_get_id (account);
  gboolean refused = tranche_connection_get_state (connection) == TRANCHE_CONNECTION_REFUSED;
  g_autofree char *id = g_strconcat ("account-", account_id, NULL);
  g_autofree char *label = NULL;

  if (refused == g_hash_table_contains (self->refused, account_id))
    return;

  if (!refused) {
    g_hash_table_remove (self->refused, account_id);
    g_application_withdraw_notification (G_APPLICATION (self->application), id);
    return;
  }

  g_hash_table_add (self->refused, g_strdup (account_id));
  if (!g_settings_get_boolean (self->settings, "notify-accounts"))
    return;

  label = tranche_account_label (account);
  send (self, id, label,
        _("The bank refuses the password. The orders of this account stand still until it is "
          "entered again."), "app.fix-account", account_id);
}

static void
forget_connections (TrancheNotifier *self)
{
  for (guint i = 0; i < self->connections->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->connections, i), self);

  g_ptr_array_set_size (self->connections, 0);
}

static void
state_changed_cb (TrancheConnection *connection,
                  GParamSpec        *pspec,
                  TrancheNotifier   *self)
{
  update_account (self, connection);
}

static void
connections_changed_cb (TrancheNotifier *self)
{
  GListModel *connections = tranche_shop_get_connections (self->shop);

  forget_connections (self);
  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    TrancheConnection *connection = g_list_model_get_item (connections, i);

    g_ptr_array_add (self->connections, connection);
    g_signal_connect (connection, "notify::state", G_CALLBACK (state_changed_cb), self);
    update_account (self, connection);
  }
}

/* The object. */

static void
tranche_notifier_dispose (GObject *object)
{
  TrancheNotifier *self = TRANCHE_NOTIFIER (object);

  forget_connections (self);
  g_clear_object (&self->notices);
  g_clear_object (&self->shop);
  g_clear_object (&self->settings);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (tranche_notifier_parent_class)->dispose (object);
}

static void
tranche_notifier_finalize (GObject *object)
{
  TrancheNotifier *self = TRANCHE_NOTIFIER (object);

  g_ptr_array_unref (self->connections);
  g_hash_table_unref (self->refused);

  G_OBJECT_CLASS (tranche_notifier_parent_class)->finalize (object);
}

static void
tranche_notifier_class_init (TrancheNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_notifier_dispose;
  object_class->finalize = tranche_notifier_finalize;
}

static void
tranche_notifier_init (TrancheNotifier *self)
{
  self->connections = g_ptr_array_new_with_free_func (g_object_unref);
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

TrancheNotifier *
tranche_notifier_new (GtkApplication *application,
                      GSettings      *settings,
                      TrancheShop    *shop)
{
  TrancheNotifier *self = g_object_new (TRANCHE_TYPE_NOTIFIER, NULL);
  TrancheDeadlineWatch *watch = tranche_shop_get_deadline_watch (shop);
  TrancheCommitPlans *plans = tranche_shop_get_commit_plans (shop);

  self->application = g_object_ref (application);
  self->settings = g_object_ref (settings);
  self->shop = g_object_ref (shop);
  self->notices = tranche_notices_new (G_APPLICATION (application), settings, has_actions (self));

  g_signal_connect_object (tranche_shop_get_book (shop), "changed",
                           G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "warned", G_CALLBACK (warned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_payout_watch (shop), "overdue",
                           G_CALLBACK (overdue_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plans, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plans, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plans, "notify::n-missed", G_CALLBACK (missed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_connections (shop), "items-changed",
                           G_CALLBACK (connections_changed_cb), self, G_CONNECT_SWAPPED);
  missed_cb (self);
  connections_changed_cb (self);

  return self;
}
