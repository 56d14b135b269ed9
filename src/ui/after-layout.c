/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/after-layout.h"

struct _TrancheAfterLayout {
  GSourceOnceFunc func;
  gpointer user_data;
  GdkFrameClock *clock; /* (nullable): while it is asked */
  gulong layout_id;
};

TrancheAfterLayout *
tranche_after_layout_new (GSourceOnceFunc func,
                          gpointer        user_data)
{
  TrancheAfterLayout *self = g_new0 (TrancheAfterLayout, 1);

  self->func = func;
  self->user_data = user_data;

  return self;
}

void
tranche_after_layout_free (TrancheAfterLayout *self)
{
  tranche_after_layout_cancel (self);
  g_free (self);
}

static void
laid_out_cb (TrancheAfterLayout *self)
{
  tranche_after_layout_cancel (self);
  self->func (self->user_data);
}

void
tranche_after_layout_ask (TrancheAfterLayout *self,
                          GtkWidget          *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  if (self->clock == clock)
    return;

  tranche_after_layout_cancel (self);
  if (clock == NULL)
    return;

  self->clock = g_object_ref (clock);
  self->layout_id = g_signal_connect_data (clock, "layout", G_CALLBACK (laid_out_cb), self, NULL,
                                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

void
tranche_after_layout_cancel (TrancheAfterLayout *self)
{
  if (self->clock != NULL)
    g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);
}
