/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-list-page-private.h"

gint64
tranche_order_list_page_get_selected_id (TrancheOrderListPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), 0);

  return self->selected_id;
}

TrancheOrder *
tranche_order_list_page_get_selected_order (TrancheOrderListPage *self)
{
  g_autoptr (TrancheOrderRow) row = NULL;
  guint position;

  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  if (self->selected_id == 0)
    return NULL;

  position = tranche_order_list_find (self->list, self->selected_id);
  if (position != GTK_INVALID_LIST_POSITION)
    row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  /* The list keeps it alive. */
  return row != NULL ? tranche_order_row_get_order (row) : NULL;
}

TrancheOrderSelection *
tranche_order_list_page_get_selection (TrancheOrderListPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  return tranche_order_list_view_get_selection (self->list_view);
}

TrancheOrderList *
tranche_order_list_page_get_list (TrancheOrderListPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  return self->list;
}

void
tranche_order_list_page_select (TrancheOrderListPage *self,
                                gint64                order_id)
{
  g_return_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self));

  tranche_order_list_view_select (self->list_view, order_id);
}

gboolean
tranche_order_list_page_focus_list (TrancheOrderListPage *self,
                                    gboolean              select)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), FALSE);

  return tranche_order_list_view_focus (self->list_view, select);
}

TrancheColumnChoice *
tranche_order_list_page_get_columns (TrancheOrderListPage *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  return tranche_order_list_view_get_choice (self->list_view);
}

GArray *
tranche_order_list_page_list_ids (TrancheOrderListPage *self)
{
  TrancheOrderSelection *selection = tranche_order_list_page_get_selection (self);
  GArray *ids;
  guint n_items;

  g_return_val_if_fail (TRANCHE_IS_ORDER_LIST_PAGE (self), NULL);

  if (tranche_order_selection_get_n_selected (selection) > 1)
    return tranche_order_selection_list_ids (selection);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_items);
  for (guint i = 0; i < n_items; i++) {
    gint64 id = tranche_order_list_get_id (self->list, i);

    g_array_append_val (ids, id);
  }

  return ids;
}
