/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-list-private.h"

/* µs. After this the window has its turn before the next step, for each costs a
 * view some time. */
#define SLICE 4000

static gboolean step_cb (gpointer user_data);

static void
take_steps (TrancheOrderList *self)
{
  gint64 end = g_get_monotonic_time () + SLICE;
  guint n_before = tranche_list_swap_get_n (self->swap);
  TrancheIdChange change;
  gboolean more;

  while ((more = tranche_list_swap_step (self->swap, &change))) {
    g_list_model_items_changed (G_LIST_MODEL (self), change.position, change.n_removed,
                                change.n_added);
    if (g_get_monotonic_time () >= end)
      break;
  }

  if (more && self->step_id == 0)
    self->step_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, step_cb, self, NULL);
  if (tranche_list_swap_get_n (self->swap) != n_before)
    g_object_notify (G_OBJECT (self), "n-items");
}

static gboolean
step_cb (gpointer user_data)
{
  TrancheOrderList *self = user_data;

  self->step_id = 0;
  take_steps (self);

  return G_SOURCE_REMOVE;
}

void
tranche_order_list_stop_taking (TrancheOrderList *self)
{
  g_clear_handle_id (&self->step_id, g_source_remove);
}

void
tranche_order_list_take (TrancheOrderList *self,
                         TrancheOrderDiff *diff)
{
  g_autoptr (TrancheOrderListing) before = tranche_list_swap_settle (self->swap);
  gboolean had_days = before->days != NULL;

  tranche_order_list_stop_taking (self);
  g_return_if_fail (before == diff->before);

  self->anew = self->query_is_new || self->query == NULL;
  tranche_list_swap_begin (self->swap, diff->after, diff->changes);
  take_steps (self);

  /* Rows that are in both lists were in no day, or are in none any more. */
  if ((diff->after->days != NULL) != had_days)
    g_signal_emit_by_name (self, "days-changed");

  if (self->complete != diff->after->complete) {
    self->complete = diff->after->complete;
    g_object_notify (G_OBJECT (self), "complete");
  }
}

void
tranche_order_list_empty (TrancheOrderList *self)
{
  TrancheOrderDiff nothing = { tranche_list_swap_settle (self->swap),
                               tranche_order_listing_new (FALSE), NULL };

  nothing.changes = tranche_id_diff_range (nothing.before->ids, nothing.after->ids);
  tranche_order_list_take (self, &nothing);

  tranche_order_listing_unref (nothing.before);
  tranche_order_listing_unref (nothing.after);
  g_array_unref (nothing.changes);
}

guint
tranche_order_list_find (TrancheOrderList *self,
                         gint64            order_id)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), G_MAXUINT);

  return tranche_list_swap_find (self->swap, order_id);
}

gboolean
tranche_order_list_get_complete (TrancheOrderList *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), FALSE);

  return self->complete;
}

gboolean
tranche_order_list_get_anew (TrancheOrderList *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), FALSE);

  return self->anew;
}

gboolean
tranche_order_list_get_day (TrancheOrderList *self,
                            guint             position,
                            TrancheDayRange  *day)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), FALSE);

  return tranche_list_swap_get_day (self->swap, position, day);
}

gint64
tranche_order_list_get_id (TrancheOrderList *self,
                           guint             position)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST (self), 0);

  return position < tranche_list_swap_get_n (self->swap)
           ? tranche_list_swap_get_id (self->swap, position)
           : 0;
}
