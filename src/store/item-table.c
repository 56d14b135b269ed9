/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/item-table.h"

GPtrArray *
tranche_item_table_load (TrancheSql  *sql,
                         gint64       order_id,
                         const char  *currency,
                         GError     **error)
{
  g_autoptr (GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "SELECT name, quantity, price, category, vendor_code"
                                   "  FROM items WHERE order_id = ? ORDER BY position",
                                   error);
  if (!statement)
    return NULL;

  tranche_sql_bind_int64 (statement, &index, order_id);
  while (tranche_sql_step (sql, statement, &row, error)) {
    const char *name, *category, *vendor_code;
    gint64 quantity;
    TrancheMoney price;

    if (!row)
      return g_steal_pointer (&items);

    index = 0;
    name = tranche_sql_column_text (statement, &index);
    quantity = tranche_sql_column_int64 (statement, &index);
    price = tranche_sql_column_money (statement, &index, currency);
    category = tranche_sql_column_text (statement, &index);
    vendor_code = tranche_sql_column_text (statement, &index);
    g_ptr_array_add (items, tranche_order_item_new (name, quantity, &price, category,
                                                    vendor_code));
  }

  return NULL;
}

static gboolean
insert (TrancheSql        *sql,
        gint64             order_id,
        guint              position,
        TrancheOrderItem  *item,
        GError           **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql, "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?)", error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, order_id);
  tranche_sql_bind_int64 (statement, &index, position);
  tranche_sql_bind_text (statement, &index, tranche_order_item_get_name (item));
  tranche_sql_bind_int64 (statement, &index, tranche_order_item_get_quantity (item));
  tranche_sql_bind_money (statement, &index, tranche_order_item_get_price (item));
  tranche_sql_bind_text (statement, &index, tranche_order_item_get_category (item));
  tranche_sql_bind_text (statement, &index, tranche_order_item_get_vendor_code (item));
  return tranche_sql_run (sql, statement, error);
}

gboolean
tranche_item_table_replace (TrancheSql  *sql,
                            gint64       order_id,
                            GPtrArray   *items,
                            GError     **error)
{
  sqlite3_stmt *statement =
    tranche_sql_prepare (sql, "DELETE FROM items WHERE order_id = ?", error);
  int index = 0;

  if (!statement)
    return FALSE;
  tranche_sql_bind_int64 (statement, &index, order_id);
  if (!tranche_sql_run (sql, statement, error))
    return FALSE;

  for (guint i = 0; i < items->len; i++) {
    if (!insert (sql, order_id, i, g_ptr_array_index (items, i), error))
      return FALSE;
  }

  return TRUE;
}

gboolean
tranche_items_equal (GPtrArray *a,
                     GPtrArray *b)
{
  if (a == b)
    return TRUE;
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++) {
    if (!tranche_order_item_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  }

  return TRUE;
}
