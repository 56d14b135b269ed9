/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/steady-top.h"

struct _TrancheSteadyTop {
  GObject parent_instance;

  GtkAdjustment *adjustment;
  gboolean fits;
  guint source_id;
};

G_DEFINE_FINAL_TYPE (TrancheSteadyTop, tranche_steady_top, G_TYPE_OBJECT)

static void
to_top_cb (gpointer user_data)
{
  TrancheSteadyTop *self = user_data;

  self->source_id = 0;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_lower (self->adjustment));
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
