/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/clock-watch.h"

#include "core/log.h"

/* Seconds. */
#define INTERVAL 20
/* µs: a clock that is kept right is set back by less. */
#define TOLERANCE (2 * G_TIME_SPAN_MINUTE)

struct _TrancheClockWatch {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheLiveClock clock;
  GCancellable *running; /* (nullable): while it runs */
  guint timer_id;
  gint64 latest;      /* the latest time that is known of: real, µs */
  gint64 latest_when; /* when that was: monotonic, µs */
  GDateTime *expected; /* (nullable) */
};

enum {
  PROP_0,
  PROP_EXPECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrancheClockWatch, tranche_clock_watch, G_TYPE_OBJECT)

static void
set_expected (TrancheClockWatch *self,
              GDateTime         *expected)
{
  if (self->expected == NULL && expected == NULL)
    return;

  g_clear_pointer (&self->expected, g_date_time_unref);
  self->expected = expected != NULL ? g_date_time_ref (expected) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPECTED]);
}

static void
remember (TrancheClockWatch *self,
          gint64             real)
{
  self->latest = real;
  self->latest_when = tranche_live_clock_get_monotonic (&self->clock);
}

void
tranche_clock_watch_check (TrancheClockWatch *self)
{
  gint64 real, expected;

  g_return_if_fail (TRANCHE_IS_CLOCK_WATCH (self));

  if (self->running == NULL)
    return;

  real = tranche_live_clock_get_real (&self->clock);
  /* While the computer sleeps only the real clock goes on, so this is the least. */
  expected = self->latest + tranche_live_clock_get_monotonic (&self->clock) - self->latest_when;
  if (real >= expected - TOLERANCE) {
    remember (self, real);
    set_expected (self, NULL);
  } else if (self->expected == NULL) {
    g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (expected);
    g_autoptr (GDateTime) time = g_date_time_to_local (utc);

    set_expected (self, time);
  }
}

void
tranche_clock_watch_trust (TrancheClockWatch *self)
{
  g_return_if_fail (TRANCHE_IS_CLOCK_WATCH (self));

  remember (self, tranche_live_clock_get_real (&self->clock));
  tranche_clock_watch_check (self);
}

static void
last_written_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrancheClockWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 time = 0;

  if (!tranche_order_book_last_written_finish (TRANCHE_ORDER_BOOK (source), result, &time,
                                               &error)) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      tranche_warning ("model", "The clock cannot be compared: %s", error->message);
    return;
  }

  if (time > self->latest)
    remember (self, time);
  tranche_clock_watch_check (self);
}

static gboolean
timer_cb (gpointer user_data)
{
  tranche_clock_watch_check (user_data);

  return G_SOURCE_CONTINUE;
}

static void
tranche_clock_watch_dispose (GObject *object)
{
  TrancheClockWatch *self = TRANCHE_CLOCK_WATCH (object);

  tranche_clock_watch_stop (self);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_clock_watch_parent_class)->dispose (object);
}

static void
tranche_clock_watch_finalize (GObject *object)
{
  TrancheClockWatch *self = TRANCHE_CLOCK_WATCH (object);

  g_clear_pointer (&self->expected, g_date_time_unref);

  G_OBJECT_CLASS (tranche_clock_watch_parent_class)->finalize (object);
}

static void
tranche_clock_watch_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrancheClockWatch *self = TRANCHE_CLOCK_WATCH (object);

  switch (prop_id) {
  case PROP_EXPECTED:
    g_value_set_boxed (value, self->expected);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_clock_watch_class_init (TrancheClockWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_clock_watch_dispose;
  object_class->finalize = tranche_clock_watch_finalize;
  object_class->get_property = tranche_clock_watch_get_property;

  properties[PROP_EXPECTED] =
    g_param_spec_boxed ("expected", NULL, NULL, G_TYPE_DATE_TIME,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_clock_watch_init (TrancheClockWatch *self)
{
  self->clock = tranche_live_clock_system ();
}

TrancheClockWatch *
tranche_clock_watch_new (TrancheOrderBook *book)
{
  TrancheClockWatch *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);

  self = g_object_new (TRANCHE_TYPE_CLOCK_WATCH, NULL);
  self->book = g_object_ref (book);
  /* Whatever is written carries the time. */
  g_signal_connect_object (book, "changed", G_CALLBACK (tranche_clock_watch_check), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
tranche_clock_watch_set_clock (TrancheClockWatch      *self,
                               const TrancheLiveClock *clock)
{
  g_return_if_fail (TRANCHE_IS_CLOCK_WATCH (self));

  self->clock = *clock;
}

void
tranche_clock_watch_start (TrancheClockWatch *self)
{
  g_return_if_fail (TRANCHE_IS_CLOCK_WATCH (self));

  if (self->running != NULL)
    return;

  self->running = g_cancellable_new ();
  self->timer_id = g_timeout_add_seconds (INTERVAL, timer_cb, self);
  remember (self, tranche_live_clock_get_real (&self->clock));
  tranche_order_book_last_written_async (self->book, self->running, last_written_cb,
                                         g_object_ref (self));
}

void
tranche_clock_watch_stop (TrancheClockWatch *self)
{
  g_return_if_fail (TRANCHE_IS_CLOCK_WATCH (self));

  if (self->running == NULL)
    return;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_handle_id (&self->timer_id, g_source_remove);
}

GDateTime *
tranche_clock_watch_get_expected (TrancheClockWatch *self)
{
  g_return_val_if_fail (TRANCHE_IS_CLOCK_WATCH (self), NULL);

  return self->expected;
}
