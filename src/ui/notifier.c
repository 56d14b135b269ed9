/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/notifier.h"

#include <glib/gi18n.h>

#include "ui/error-words.h"
#include "ui/format.h"
#include "ui/view-words.h"

/* More of them are told in one. */
#define MAX_SINGLE 3

struct _TrancheNotifier {
  GObject parent_instance;

  GApplication *application;
  TrancheShop *shop;
  GPtrArray *connections; /* those whose state is listened to */
  GHashTable *refused;    /* set of account ids that were told of */
};

G_DEFINE_FINAL_TYPE (TrancheNotifier, tranche_notifier, G_TYPE_OBJECT)

static void
send (TrancheNotifier       *self,
      const char            *id,
      const char            *title,
      const char            *body,
      GNotificationPriority  priority)
{
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_priority (notification, priority);
  g_application_send_notification (self->application, id, notification);
}

/* Deadlines. */

static char *
get_deadline_id (gint64 order_id)
{
  return g_strdup_printf ("deadline-%" G_GINT64_FORMAT, order_id);
}

static void
send_deadline (TrancheNotifier              *self,
               const TrancheDeadlineWarning *warning)
{
  TrancheOrder *order = warning->order;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) deadline = tranche_order_dup_deadline (order);
  g_autofree char *id = get_deadline_id (tranche_order_get_id (order));
  g_autofree char *time = NULL;
  g_autofree char *left = NULL;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  if (deadline == NULL)
    return;

  time = tranche_format_time_exact (deadline, now);
  left = tranche_format_remaining (deadline, now);
  /* Translators: of a notification: the number of an order, then such as "3 hours left". */
  title = g_strdup_printf (_("Order %1$s: %2$s"), tranche_order_get_number (order), left);
  body = tranche_order_get_stage (order) == TRANCHE_STAGE_READY
    /* Translators: %s is a time such as "tomorrow 16:40" */
    ? g_strdup_printf (_("It has to be committed before %s."), time)
    /* Translators: %s is a time such as "tomorrow 16:40" */
    : g_strdup_printf (_("The customer has to sign before %s."), time);
  send (self, id, title, body,
        warning->level >= TRANCHE_DEADLINE_HOURS ? G_NOTIFICATION_PRIORITY_URGENT
                                                 : G_NOTIFICATION_PRIORITY_NORMAL);
}

static void
warned_cb (TrancheNotifier *self,
           GPtrArray       *warnings)
{
  g_autofree char *title = NULL;

  for (guint i = 0; warnings->len <= MAX_SINGLE && i < warnings->len; i++)
    send_deadline (self, g_ptr_array_index (warnings, i));

  if (warnings->len <= MAX_SINGLE)
    return;

  title = g_strdup_printf (ngettext ("%u order is near its deadline",
                                     "%u orders are near their deadlines", warnings->len),
                           warnings->len);
  send (self, "deadlines", title, _("The list shows the most urgent first."),
        G_NOTIFICATION_PRIORITY_HIGH);
}

static void
settled_cb (TrancheNotifier *self,
            gint64           order_id)
{
  g_autofree char *id = get_deadline_id (order_id);

  g_application_withdraw_notification (self->application, id);
}

/* Planned commits. */

static char *
get_plan_id (TrancheOrder *order)
{
  return g_strdup_printf ("plan-%" G_GINT64_FORMAT, tranche_order_get_id (order));
}

static void
committed_cb (TrancheNotifier *self,
              TrancheOrder    *order)
{
  g_autofree char *id = get_plan_id (order);
  g_autofree char *title =
    g_strdup_printf (_("Order %s is committed"), tranche_order_get_number (order));

  send (self, id, title, _("Its cooling-off has ended, as planned."),
        G_NOTIFICATION_PRIORITY_NORMAL);
}

static void
failed_cb (TrancheNotifier *self,
           TrancheOrder    *order,
           const GError    *error)
{
  g_autoptr (TrancheErrorWords) words = tranche_error_words_new (error, TRANCHE_OPERATION_COMMIT);
  g_autofree char *id = get_plan_id (order);
  g_autofree char *title =
    g_strdup_printf (_("Order %s is not committed"), tranche_order_get_number (order));

  send (self, id, title, words->title, G_NOTIFICATION_PRIORITY_HIGH);
}

static void
missed_cb (TrancheNotifier *self)
{
  guint n_missed = tranche_commit_plans_get_n_missed (tranche_shop_get_commit_plans (self->shop));
  g_autofree char *title = NULL;

  if (n_missed == 0) {
    g_application_withdraw_notification (self->application, "missed-plans");
    return;
  }

  title = g_strdup_printf (ngettext ("%u planned commit waits for your word",
                                     "%u planned commits wait for your word", n_missed), n_missed);
  send (self, "missed-plans", title,
        _("The cooling-off ended while the program was not running."),
        G_NOTIFICATION_PRIORITY_HIGH);
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
    g_application_withdraw_notification (self->application, id);
    return;
  }

  g_hash_table_add (self->refused, g_strdup (account_id));
  label = tranche_account_label (account);
  send (self, id, label,
        _("The bank refuses the password. The orders of this account stand still until it is "
          "entered again."), G_NOTIFICATION_PRIORITY_HIGH);
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
  g_clear_object (&self->shop);
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
tranche_notifier_new (GApplication *application,
                      TrancheShop  *shop)
{
  TrancheNotifier *self = g_object_new (TRANCHE_TYPE_NOTIFIER, NULL);
  TrancheDeadlineWatch *watch = tranche_shop_get_deadline_watch (shop);
  TrancheCommitPlans *plans = tranche_shop_get_commit_plans (shop);

  self->application = g_object_ref (application);
  self->shop = g_object_ref (shop);

  g_signal_connect_object (watch, "warned", G_CALLBACK (warned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
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
