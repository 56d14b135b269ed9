/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/clock.h"

struct _TrancheClock {
  GObject parent_instance;

  GDateTime *now;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (TrancheClock, tranche_clock, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_NOW,
  N_PROPS,
};

enum {
  SIGNAL_DAY_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/* The timeout counts no time that the computer slept through, but it is never
 * longer than a minute, so the clock is right again soon after. */
static void
tick_cb (gpointer user_data)
{
  TrancheClock *self = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->timeout_id = g_timeout_add_once (tranche_clock_to_next_minute (now), tick_cb, self);

  tranche_clock_set_now (self, now);
}

static void
tranche_clock_dispose (GObject *object)
{
  TrancheClock *self = TRANCHE_CLOCK (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);

  G_OBJECT_CLASS (tranche_clock_parent_class)->dispose (object);
}

static void
tranche_clock_finalize (GObject *object)
{
  TrancheClock *self = TRANCHE_CLOCK (object);

  g_clear_pointer (&self->now, g_date_time_unref);

  G_OBJECT_CLASS (tranche_clock_parent_class)->finalize (object);
}

static void
tranche_clock_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TrancheClock *self = TRANCHE_CLOCK (object);

  switch (prop_id) {
  case PROP_NOW:
    g_value_set_boxed (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_clock_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TrancheClock *self = TRANCHE_CLOCK (object);

  switch (prop_id) {
  case PROP_NOW:
    tranche_clock_set_now (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_clock_class_init (TrancheClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_clock_dispose;
  object_class->finalize = tranche_clock_finalize;
  object_class->get_property = tranche_clock_get_property;
  object_class->set_property = tranche_clock_set_property;

  properties[PROP_NOW] =
    g_param_spec_boxed ("now", NULL, NULL,
                        G_TYPE_DATE_TIME,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_DAY_CHANGED] =
    g_signal_new ("day-changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tranche_clock_init (TrancheClock *self)
{
  self->now = g_date_time_new_now_local ();
}

TrancheClock *
tranche_clock_new (void)
{
  return g_object_new (TRANCHE_TYPE_CLOCK, NULL);
}

void
tranche_clock_start (TrancheClock *self)
{
  g_return_if_fail (TRANCHE_IS_CLOCK (self));

  if (self->timeout_id == 0)
    tick_cb (self);
}

GDateTime *
tranche_clock_get_now (TrancheClock *self)
{
  g_return_val_if_fail (TRANCHE_IS_CLOCK (self), NULL);

  return self->now;
}

void
tranche_clock_set_now (TrancheClock *self,
                       GDateTime    *now)
{
  g_autoptr (GDateTime) before = NULL;

  g_return_if_fail (TRANCHE_IS_CLOCK (self));
  g_return_if_fail (now != NULL);

  if (g_date_time_equal (self->now, now))
    return;

  before = g_steal_pointer (&self->now);
  self->now = g_date_time_to_local (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);

  if (!is_same_day (before, self->now))
    g_signal_emit (self, signals[SIGNAL_DAY_CHANGED], 0);
}

guint
tranche_clock_to_next_minute (GDateTime *now)
{
  int past = g_date_time_get_second (now) * 1000 + g_date_time_get_microsecond (now) / 1000;

  return 60 * 1000 - CLAMP (past, 0, 60 * 1000 - 1);
}
