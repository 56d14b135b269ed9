/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/notices.h"

#include <glib/gi18n.h>

#include "core/deadline.h"
#include "model/sparse-ids.h"
#include "ui/news-words.h"

/* More of them are told in one. */
#define MAX_SINGLE 3
#define GATHER_MS  1000

static const struct {
  const char *id;
  const char *key;
  GNotificationPriority priority;
} kinds[TRANCHE_N_NEWS] = {
  [TRANCHE_NEWS_SIGNED] = { "signed", "notify-signed", G_NOTIFICATION_PRIORITY_HIGH },
  [TRANCHE_NEWS_REFUSED] = { "refused", "notify-refused", G_NOTIFICATION_PRIORITY_NORMAL },
  [TRANCHE_NEWS_COOLED] = { "cooled", "notify-cooling", G_NOTIFICATION_PRIORITY_HIGH },
  [TRANCHE_NEWS_DEADLINE] = { "deadline", "notify-deadlines", G_NOTIFICATION_PRIORITY_NORMAL },
  [TRANCHE_NEWS_COMMITTED] = { "committed", "notify-cooling", G_NOTIFICATION_PRIORITY_NORMAL },
  [TRANCHE_NEWS_NOT_COMMITTED] = { "not-committed", "notify-cooling",
                                   G_NOTIFICATION_PRIORITY_HIGH },
  [TRANCHE_NEWS_UNPAID] = { "unpaid", "notify-payouts", G_NOTIFICATION_PRIORITY_NORMAL },
};

struct _TrancheNotices {
  GObject parent_instance;

  GApplication *application;
  GSettings *settings;
  gboolean with_actions;
  GHashTable *waiting[TRANCHE_N_NEWS];      /* id of an order → the order */
  TrancheSparseIds *single[TRANCHE_N_NEWS];     /* orders that were told one by one */
  TrancheSparseIds *summarised[TRANCHE_N_NEWS]; /* orders that were told in one */
  guint gather_id;
};

G_DEFINE_FINAL_TYPE (TrancheNotices, tranche_notices, G_TYPE_OBJECT)

static char *
get_single_id (TrancheNews news,
               gint64      order_id)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT, kinds[news].id, order_id);
}

/* Of the last hours of a deadline nobody is told in passing. */
static GNotificationPriority
get_priority (TrancheNews   news,
              TrancheOrder *order,
              GDateTime    *now)
{
  g_autoptr (GDateTime) deadline = NULL;
  TrancheDeadlineLevel level;

  if (news != TRANCHE_NEWS_DEADLINE)
    return kinds[news].priority;

  deadline = tranche_order_dup_deadline (order);
  if (deadline == NULL)
    return kinds[news].priority;

  level = tranche_deadline_get_level (g_date_time_to_unix_usec (deadline),
                                      g_date_time_to_unix_usec (now));

  return level >= TRANCHE_DEADLINE_HOURS ? G_NOTIFICATION_PRIORITY_URGENT : kinds[news].priority;
}

static void
add_actions (GNotification *notification,
             TrancheOrder  *order)
{
  gint64 id = tranche_order_get_id (order);

  g_notification_set_default_action_and_target (notification, "app.open-order", "x", id);
  g_notification_add_button_with_target (notification, _("Open"), "app.open-order", "x", id);
  if (tranche_stage_can_commit (tranche_order_get_stage (order)))
    g_notification_add_button_with_target (notification, _("Commit…"), "app.commit-order", "x", id);
}

static void
send_single (TrancheNotices *self,
             TrancheNews     news,
             TrancheOrder   *order)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean with_customer = g_settings_get_boolean (self->settings, "notify-customers");
  g_autofree char *id = get_single_id (news, tranche_order_get_id (order));
  g_autofree char *title = tranche_news_title (news, order, now);
  g_autofree char *body = tranche_news_body (news, order, now, with_customer);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_priority (notification, get_priority (news, order, now));
  if (self->with_actions)
    add_actions (notification, order);
  g_application_send_notification (self->application, id, notification);
  tranche_sparse_ids_add (self->single[news], tranche_order_get_id (order));
}

static void
send_summary (TrancheNotices *self,
              TrancheNews     news)
{
  g_autofree char *title =
    tranche_news_summary_title (news, tranche_sparse_ids_get_size (self->summarised[news]));
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, _("The list shows the most urgent first."));
  g_notification_set_priority (notification, kinds[news].priority);
  if (self->with_actions) {
    g_notification_set_default_action (notification, "app.needs-action");
    g_notification_add_button (notification, _("Open"), "app.needs-action");
  }
  g_application_send_notification (self->application, kinds[news].id, notification);
}

static void
tell_waiting (TrancheNotices *self,
              TrancheNews     news)
{
  gboolean together = g_hash_table_size (self->waiting[news]) > MAX_SINGLE;
  GHashTableIter iter;
  gpointer id, order;

  if (g_hash_table_size (self->waiting[news]) == 0)
    return;

  g_hash_table_iter_init (&iter, self->waiting[news]);
  while (g_hash_table_iter_next (&iter, &id, &order)) {
    if (together)
      tranche_sparse_ids_add (self->summarised[news], *(gint64 *) id);
    else
      send_single (self, news, order);
  }
  g_hash_table_remove_all (self->waiting[news]);

  if (together)
    send_summary (self, news);
}

static void
gathered_cb (gpointer user_data)
{
  TrancheNotices *self = user_data;

  self->gather_id = 0;
  for (guint news = 0; news < TRANCHE_N_NEWS; news++)
    tell_waiting (self, news);
}

static void
tranche_notices_dispose (GObject *object)
{
  TrancheNotices *self = TRANCHE_NOTICES (object);

  g_clear_handle_id (&self->gather_id, g_source_remove);
  g_clear_object (&self->application);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tranche_notices_parent_class)->dispose (object);
}

static void
tranche_notices_finalize (GObject *object)
{
  TrancheNotices *self = TRANCHE_NOTICES (object);

  for (guint news = 0; news < TRANCHE_N_NEWS; news++) {
    g_hash_table_unref (self->waiting[news]);
    tranche_sparse_ids_free (self->single[news]);
    tranche_sparse_ids_free (self->summarised[news]);
  }

  G_OBJECT_CLASS (tranche_notices_parent_class)->finalize (object);
}

static void
tranche_notices_class_init (TrancheNoticesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_notices_dispose;
  object_class->finalize = tranche_notices_finalize;
}

static void
tranche_notices_init (TrancheNotices *self)
{
  for (guint news = 0; news < TRANCHE_N_NEWS; news++) {
    self->waiting[news] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                 g_object_unref);
    self->single[news] = tranche_sparse_ids_new ();
    self->summarised[news] = tranche_sparse_ids_new ();
  }
}

TrancheNotices *
tranche_notices_new (GApplication *application,
                     GSettings    *settings,
                     gboolean      with_actions)
{
  TrancheNotices *self = g_object_new (TRANCHE_TYPE_NOTICES, NULL);

  self->application = g_object_ref (application);
  self->settings = g_object_ref (settings);
  self->with_actions = with_actions;

  return self;
}

void
tranche_notices_tell (TrancheNotices *self,
                      TrancheNews     news,
                      TrancheOrder   *order)
{
  gint64 id;

  g_return_if_fail (TRANCHE_IS_NOTICES (self));
  g_return_if_fail (news > TRANCHE_NEWS_NONE && news < TRANCHE_N_NEWS);

  if (!g_settings_get_boolean (self->settings, kinds[news].key))
    return;

  id = tranche_order_get_id (order);
  g_hash_table_replace (self->waiting[news], g_memdup2 (&id, sizeof id), g_object_ref (order));
  if (self->gather_id == 0)
    self->gather_id = g_timeout_add_once (GATHER_MS, gathered_cb, self);
}

void
tranche_notices_settle (TrancheNotices *self,
                        TrancheNews     news,
                        gint64          order_id)
{
  g_return_if_fail (TRANCHE_IS_NOTICES (self));

  g_hash_table_remove (self->waiting[news], &order_id);

  if (tranche_sparse_ids_remove (self->single[news], order_id)) {
    g_autofree char *id = get_single_id (news, order_id);

    g_application_withdraw_notification (self->application, id);
  }

  if (tranche_sparse_ids_remove (self->summarised[news], order_id) &&
      tranche_sparse_ids_get_size (self->summarised[news]) == 0)
    g_application_withdraw_notification (self->application, kinds[news].id);
}

void
tranche_notices_review (TrancheNotices *self,
                        TrancheOrder   *order)
{
  g_return_if_fail (TRANCHE_IS_NOTICES (self));

  for (guint news = TRANCHE_NEWS_NONE + 1; news < TRANCHE_N_NEWS; news++) {
    if (!tranche_news_is_still_true (news, order))
      tranche_notices_settle (self, news, tranche_order_get_id (order));
  }
}
