/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/steady-top.h"

#include "ui/after-layout.h"

struct _TrancheSteadyTop {
  GObject parent_instance;

  GtkAdjustment *adjustment;
  gboolean fits;
  guint source_id;
  TrancheAfterLayout *hold;
};

G_DEFINE_FINAL_TYPE (TrancheSteadyTop, tranche_steady_top, G_TYPE_OBJECT)

static void
go_to_top (gpointer user_data)
{
  TrancheSteadyTop *self = user_data;

  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_lower (self->adjustment));
}

static void
to_top_cb (gpointer user_data)
{
  TrancheSteadyTop *self = user_data;

  self->source_id = 0;
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
  g_clear_pointer (&self->hold, tranche_after_layout_free);
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
  self->hold = tranche_after_layout_new (go_to_top, self);
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
  g_return_if_fail (TRANCHE_IS_STEADY_TOP (self));

  tranche_after_layout_ask (self->hold, list);
}

void
tranche_steady_top_release (TrancheSteadyTop *self)
{
  g_return_if_fail (TRANCHE_IS_STEADY_TOP (self));

  g_clear_handle_id (&self->source_id, g_source_remove);
  tranche_after_layout_cancel (self->hold);
}
