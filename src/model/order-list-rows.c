/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-list-private.h"

#include "core/log.h"

/* Rows that are filled in before they are asked for, in the direction of scrolling,
 * and of those that are behind. More are read when half of them have been asked for. */
#define AHEAD 80
#define BEHIND 20

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrancheOrderList) self = user_data;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (orders == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      tranche_warning ("model", "Orders cannot be loaded: %s", error->message);
    return;
  }

  for (guint i = 0; i < orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);
    TrancheOrderRow *row = tranche_row_cache_peek (self->rows, tranche_order_get_id (order));

    /* One that was filled in meanwhile, by a change, is newer. */
    if (row != NULL && tranche_order_row_get_order (row) == NULL)
      tranche_order_row_set_order (row, order);
  }
}

static TrancheOrderRow *
obtain_row (TrancheOrderList *self,
            guint             position)
{
  gint64 id = tranche_list_swap_get_id (self->swap, position);
  gboolean is_new = tranche_row_cache_peek (self->rows, id) == NULL;
  TrancheOrderRow *row = tranche_row_cache_obtain (self->rows, id);

  if (is_new) {
    tranche_order_row_set_operation (row, tranche_operations_get_current (self->operations, id));
    g_array_append_val (self->wanted, id);
  }

  return row;
}

/* From the row that was last asked for on. */
static void
read_on (TrancheOrderList *self,
         guint             n_rows,
         gboolean          upwards)
{
  for (guint i = 1; i <= n_rows; i++) {
    g_autoptr (TrancheOrderRow) row = NULL;
    guint position = upwards ? self->last_position - i : self->last_position + i;

    /* Upwards past the first is a very large number too. */
    if (position >= tranche_list_swap_get_n (self->swap))
      return;

    row = obtain_row (self, position);
  }
}

/* Whether it comes to the end of what was read ahead. */
static gboolean
runs_out (TrancheOrderList *self)
{
  guint position = self->upwards ? self->last_position - AHEAD / 2 : self->last_position + AHEAD / 2;

  return position < tranche_list_swap_get_n (self->swap) &&
         tranche_row_cache_peek (self->rows, tranche_list_swap_get_id (self->swap, position)) == NULL;
}

void
tranche_order_list_fill (TrancheOrderList *self,
                         GPtrArray        *orders)
{
  for (guint i = 0; i < orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);
    gint64 id = tranche_order_get_id (order);
    g_autoptr (TrancheOrderRow) row = tranche_row_cache_obtain (self->rows, id);

    tranche_order_row_set_operation (row, tranche_operations_get_current (self->operations, id));
    if (tranche_order_row_get_order (row) == NULL)
      tranche_order_row_set_order (row, order);
  }
}

static gboolean
load_cb (gpointer user_data)
{
  TrancheOrderList *self = user_data;
  g_autoptr (GArray) ids = NULL;

  self->load_id = 0;
  read_on (self, AHEAD, self->upwards);
  read_on (self, BEHIND, !self->upwards);

  ids = g_steal_pointer (&self->wanted);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  tranche_order_book_load_async (self->book, ids, self->cancellable, loaded_cb,
                                 g_object_ref (self));

  return G_SOURCE_REMOVE;
}

TrancheOrderRow *
tranche_order_list_obtain_row (TrancheOrderList *self,
                               guint             position)
{
  TrancheOrderRow *row = obtain_row (self, position);

  if (position != self->last_position)
    self->upwards = position < self->last_position;
  self->last_position = position;

  /* All that is asked for in this round of the main loop is loaded at once. */
  if (self->load_id == 0 && (self->wanted->len > 0 || runs_out (self)))
    self->load_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, load_cb, self, NULL);

  return row;
}
