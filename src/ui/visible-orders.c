/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/visible-orders.h"

/* Milliseconds without a change before the engine is told. */
#define REST 200

/* A list that gives a strange height must not make the whole book visible. */
#define MAX_ROWS 200

struct _TrancheVisibleOrders {
  GObject parent_instance;

  GtkAdjustment *adjustment;
  TrancheOrderSelection *rows;
  TrancheLiveStatus *live_status;
  gint64 selected_id;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (TrancheVisibleOrders, tranche_visible_orders, G_TYPE_OBJECT)

void
tranche_visible_orders_range (double  value,
                              double  page_size,
                              double  upper,
                              guint   n_rows,
                              guint  *first,
                              guint  *count)
{
  double top, bottom, height;
  guint end;

  *first = 0;
  *count = 0;

  if (n_rows == 0 || upper <= 0 || page_size <= 0)
    return;

  height = upper / n_rows;
  top = CLAMP (value, 0, upper);
  bottom = MIN (top + page_size, upper);

  *first = MIN ((guint) (top / height), n_rows - 1);
  end = (guint) (bottom / height);
  if (end * height < bottom)
    end++;
  *count = CLAMP (end - *first, 1, MAX_ROWS);
}

static void
tell_cb (gpointer user_data)
{
  TrancheVisibleOrders *self = user_data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first, count;

  self->timeout_id = 0;

  if (self->selected_id != 0)
    g_array_append_val (ids, self->selected_id);

  tranche_visible_orders_range (gtk_adjustment_get_value (self->adjustment),
                                gtk_adjustment_get_page_size (self->adjustment),
                                gtk_adjustment_get_upper (self->adjustment),
                                g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                                &first, &count);

  for (guint i = first; i < first + count; i++) {
    g_autoptr (TrancheOrderPlace) place = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
    gint64 id = place != NULL ? tranche_order_place_get_id (place) : 0;

    if (id != 0 && id != self->selected_id)
      g_array_append_val (ids, id);
  }

  tranche_live_status_set_visible (self->live_status, ids);
}

static void
changed_cb (TrancheVisibleOrders *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_once (REST, tell_cb, self);
}

static void
tranche_visible_orders_dispose (GObject *object)
{
  TrancheVisibleOrders *self = TRANCHE_VISIBLE_ORDERS (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->rows);
  g_clear_object (&self->live_status);

  G_OBJECT_CLASS (tranche_visible_orders_parent_class)->dispose (object);
}

static void
tranche_visible_orders_class_init (TrancheVisibleOrdersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_visible_orders_dispose;
}

static void
tranche_visible_orders_init (TrancheVisibleOrders *self)
{
}

TrancheVisibleOrders *
tranche_visible_orders_new (GtkAdjustment         *adjustment,
                            TrancheOrderSelection *rows,
                            TrancheLiveStatus     *live_status)
{
  TrancheVisibleOrders *self = g_object_new (TRANCHE_TYPE_VISIBLE_ORDERS, NULL);

  self->adjustment = g_object_ref (adjustment);
  self->rows = g_object_ref (rows);
  self->live_status = g_object_ref (live_status);

  g_signal_connect_object (adjustment, "value-changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "items-changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_order_selection_get_places (rows), "filled",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
tranche_visible_orders_set_selected_id (TrancheVisibleOrders *self,
                                        gint64                order_id)
{
  g_return_if_fail (TRANCHE_IS_VISIBLE_ORDERS (self));

  self->selected_id = order_id;
  changed_cb (self);
}
