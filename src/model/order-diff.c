/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-diff.h"

/* Lists up to here are compared before a thread would have begun. */
#define MAX_AT_ONCE 2000

typedef struct {
  TrancheOrderListing *before;
  TrancheOrderListing *after;
  gboolean whole;
} DiffData;

static void
diff_data_free (DiffData *data)
{
  tranche_order_listing_unref (data->before);
  tranche_order_listing_unref (data->after);
  g_free (data);
}

void
tranche_order_diff_free (TrancheOrderDiff *self)
{
  tranche_order_listing_unref (self->before);
  tranche_order_listing_unref (self->after);
  g_array_unref (self->changes);
  g_free (self);
}

static TrancheOrderDiff *
compare (DiffData *data)
{
  TrancheOrderDiff *self = g_new0 (TrancheOrderDiff, 1);

  self->before = tranche_order_listing_ref (data->before);
  self->after = tranche_order_listing_ref (data->after);
  self->changes = data->whole ? tranche_id_diff_range (data->before->ids, data->after->ids)
                              : tranche_id_diff (data->before->ids, data->after->ids);

  return self;
}

static void
diff_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, compare (task_data), (GDestroyNotify) tranche_order_diff_free);
}

void
tranche_order_diff_async (TrancheOrderListing *before,
                          TrancheOrderListing *after,
                          gboolean             whole,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  DiffData *data = g_new0 (DiffData, 1);

  data->before = tranche_order_listing_ref (before);
  data->after = tranche_order_listing_ref (after);
  data->whole = whole;

  g_task_set_source_tag (task, tranche_order_diff_async);
  g_task_set_task_data (task, data, (GDestroyNotify) diff_data_free);
  if (before->ids->len + after->ids->len > MAX_AT_ONCE)
    g_task_run_in_thread (task, diff_thread);
  else
    g_task_return_pointer (task, compare (data), (GDestroyNotify) tranche_order_diff_free);
}

TrancheOrderDiff *
tranche_order_diff_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
