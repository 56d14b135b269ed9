/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/steady-top.h"

struct _TrancheSteadyTop {
  GObject parent_instance;

  GtkAdjustment *adjustment;
  gboolean fits;
  guint source_id;
  GdkFrameClock *clock; /* (nullable): while the top is held */
  gulong layout_id;
};

G_DEFINE_FINAL_TYPE (TrancheSteadyTop, tranche_steady_top, G_TYPE_OBJECT)

static void
go_to_top (TrancheSteadyTop *self)
{
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_lower (self->adjustment));
}

static void
to_top_cb (gpointer user_data)
{
  TrancheSteadyTop *self = user_data;

  self->source_id = 0;
  go_to_top (self);
}

static void
let_go (TrancheSteadyTop *self)
{
  if (self->clock != NULL)
    g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);
}

/* The list has been laid out, and is again for the value, before it is drawn. */
static void
laid_out_cb (TrancheSteadyTop *self)
{
  let_go (self);
  go_to_top (self);
}

/* The list is being laid out and does not hear of a value that is set now, so
 * it is set right after. */
static void
changed_cb (TrancheSteadyTop *self)
{
  gboolean fits = gtk_adjustment_get_upper (self->adjustment)
                  <= gtk_adjustment_get_page_size (self->adjustment);

  if (self->fits && !fits && self->source_id == 0)
    self->source_id = g_idle_add_once (to_top_cb, self);
  self->fits = fits;
}

static void
tranche_steady_top_dispose (GObject *object)
{
  TrancheSteadyTop *self = TRANCHE_STEADY_TOP (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  let_go (self);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (tranche_steady_top_parent_class)->dispose (object);
}

static void
tranche_steady_top_class_init (TrancheSteadyTopClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_steady_top_dispose;
}

static void
tranche_steady_top_init (TrancheSteadyTop *self)
{
}

TrancheSteadyTop *
tranche_steady_top_new (GtkAdjustment *adjustment)
{
  TrancheSteadyTop *self = g_object_new (TRANCHE_TYPE_STEADY_TOP, NULL);

  self->adjustment = g_object_ref (adjustment);
  self->fits = gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
tranche_steady_top_hold (TrancheSteadyTop *self,
                         GtkWidget        *list)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);

  g_return_if_fail (TRANCHE_IS_STEADY_TOP (self));

  if (self->clock == clock)
    return;

  let_go (self);
  if (clock == NULL)
    return;

  self->clock = g_object_ref (clock);
  self->layout_id = g_signal_connect_data (clock, "layout", G_CALLBACK (laid_out_cb), self, NULL,
                                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}
