/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/first-rows.h"

struct _TrancheFirstRows {
  TrancheOrderList *list;
  GtkWidget *widget; /* unowned */
  GSourceOnceFunc func;
  gpointer user_data;
  gulong loading_id;
  GdkFrameClock *clock; /* (nullable): until the frame with the rows */
  gulong painted_id;
  guint idle_id;
};

static void
call_cb (gpointer user_data)
{
  TrancheFirstRows *self = user_data;

  self->idle_id = 0;
  self->func (self->user_data);
}

/* What the person did meanwhile comes first. */
static void
call (TrancheFirstRows *self)
{
  self->idle_id = g_idle_add_once (call_cb, self);
}

static void
forget_clock (TrancheFirstRows *self)
{
  if (self->clock != NULL)
    g_clear_signal_handler (&self->painted_id, self->clock);
  g_clear_object (&self->clock);
}

static void
painted_cb (TrancheFirstRows *self)
{
  forget_clock (self);
  call (self);
}

static gboolean
is_seen (TrancheFirstRows *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  return root != NULL && gtk_widget_get_mapped (GTK_WIDGET (root));
}

static void
loading_changed_cb (TrancheFirstRows *self)
{
  if (tranche_order_list_get_loading (self->list))
    return;

  g_clear_signal_handler (&self->loading_id, self->list);
  if (!is_seen (self)) {
    call (self);
    return;
  }

  g_set_object (&self->clock, gtk_widget_get_frame_clock (self->widget));
  self->painted_id = g_signal_connect_swapped (self->clock, "after-paint",
                                               G_CALLBACK (painted_cb), self);
  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

TrancheFirstRows *
tranche_first_rows_new (TrancheOrderList *list,
                        GtkWidget        *widget,
                        GSourceOnceFunc   func,
                        gpointer          user_data)
{
  TrancheFirstRows *self = g_new0 (TrancheFirstRows, 1);

  self->list = g_object_ref (list);
  self->widget = widget;
  self->func = func;
  self->user_data = user_data;
  self->loading_id = g_signal_connect_swapped (list, "notify::loading",
                                               G_CALLBACK (loading_changed_cb), self);
  loading_changed_cb (self);

  return self;
}

void
tranche_first_rows_free (TrancheFirstRows *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  forget_clock (self);
  if (self->loading_id != 0)
    g_clear_signal_handler (&self->loading_id, self->list);
  g_object_unref (self->list);
  g_free (self);
}
