/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/view-counts.h"

#include "core/log.h"

#include <string.h>

/* ms; of changes that come together the first is counted at once, and the others
 * together. */
#define DELAY 150
/* Seconds. The longest wait for midnight, for the clock may be set. */
#define LONGEST_WAIT 600

struct _TrancheViewCounts {
  GObject parent_instance;

  TrancheOrderBook *book;
  guint counts[TRANCHE_N_VIEWS];
  int day; /* of the year, for which the counts are */
  guint delay_id;
  gint64 counted_at; /* monotonic, µs */
  guint midnight_id;
  gboolean counted; /* the book has answered once */
  gboolean counting;
  gboolean again;
  GCancellable *cancellable;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrancheViewCounts, tranche_view_counts, G_TYPE_OBJECT)

static void count_later (TrancheViewCounts *self);

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheViewCounts) self = user_data;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;

  counts = tranche_order_book_counts_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  self->counting = FALSE;

  if (counts == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      tranche_warning ("model", "Orders cannot be counted: %s", error->message);
    return;
  }

  g_return_if_fail (counts->len == TRANCHE_N_VIEWS);
  if (!self->counted || memcmp (self->counts, counts->data, sizeof self->counts) != 0) {
    self->counted = TRUE;
    memcpy (self->counts, counts->data, sizeof self->counts);
    g_signal_emit (self, signals[CHANGED], 0);
  }

  if (self->again)
    count_later (self);
}

static void
count (TrancheViewCounts *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->counting = TRUE;
  self->again = FALSE;
  self->counted_at = g_get_monotonic_time ();
  self->day = g_date_time_get_day_of_year (now);
  tranche_order_book_counts_async (self->book, now, self->cancellable, counted_cb,
                                   g_object_ref (self));
}

static gboolean
delay_cb (gpointer user_data)
{
  TrancheViewCounts *self = user_data;

  self->delay_id = 0;
  count (self);

  return G_SOURCE_REMOVE;
}

static void
count_later (TrancheViewCounts *self)
{
  gint64 wait = DELAY - (g_get_monotonic_time () - self->counted_at) / 1000;

  if (self->counting)
    self->again = TRUE;
  else if (self->delay_id == 0)
    self->delay_id = g_timeout_add ((guint) CLAMP (wait, 0, DELAY), delay_cb, self);
}

static gboolean
midnight_cb (gpointer user_data);

static void
wait_for_midnight (TrancheViewCounts *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int seconds = 24 * 3600 - (g_date_time_get_hour (now) * 3600 +
                             g_date_time_get_minute (now) * 60 +
                             g_date_time_get_second (now));

  self->midnight_id = g_timeout_add_seconds ((guint) CLAMP (seconds + 1, 1, LONGEST_WAIT),
                                             midnight_cb, self);
}

static gboolean
midnight_cb (gpointer user_data)
{
  TrancheViewCounts *self = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (g_date_time_get_day_of_year (now) != self->day)
    count_later (self);

  wait_for_midnight (self);

  return G_SOURCE_REMOVE;
}

static void
tranche_view_counts_dispose (GObject *object)
{
  TrancheViewCounts *self = TRANCHE_VIEW_COUNTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_handle_id (&self->midnight_id, g_source_remove);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_view_counts_parent_class)->dispose (object);
}

static void
tranche_view_counts_finalize (GObject *object)
{
  TrancheViewCounts *self = TRANCHE_VIEW_COUNTS (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tranche_view_counts_parent_class)->finalize (object);
}

static void
tranche_view_counts_class_init (TrancheViewCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_view_counts_dispose;
  object_class->finalize = tranche_view_counts_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", TRANCHE_TYPE_VIEW_COUNTS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tranche_view_counts_init (TrancheViewCounts *self)
{
  self->cancellable = g_cancellable_new ();
}

TrancheViewCounts *
tranche_view_counts_new (TrancheOrderBook *book)
{
  TrancheViewCounts *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);

  self = g_object_new (TRANCHE_TYPE_VIEW_COUNTS, NULL);
  self->book = g_object_ref (book);

  g_signal_connect_object (book, "changed", G_CALLBACK (count_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "removed", G_CALLBACK (count_later), self, G_CONNECT_SWAPPED);
  count (self);
  wait_for_midnight (self);

  return self;
}

guint
tranche_view_counts_get (TrancheViewCounts *self,
                         TrancheView        view)
{
  g_return_val_if_fail (TRANCHE_IS_VIEW_COUNTS (self), 0);
  g_return_val_if_fail ((guint) view < TRANCHE_N_VIEWS, 0);

  return self->counts[view];
}
