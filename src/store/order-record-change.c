/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-record.h"

#include <string.h>

#include "store/order-values.h"

/* The first of the columns is the account, of which the row has the key. */
static void
add_column (GString    *text,
            guint       column,
            const char *name,
            gsize       length)
{
  g_string_append_len (text, name, length);
  g_string_append (text, column == 0 ? " = (SELECT key FROM account_keys WHERE id = ?)" : " = ?");
}

/* The same few columns change together again and again, so that these texts, and the
 * statements that are kept for them, are few. */
static const char *
compose_update (const gboolean *changed)
{
  static const char separators[] = ", ";
  g_autoptr (GString) text = g_string_sized_new (256);
  const char *name = TRANCHE_ORDER_RECORD_COLUMNS;
  gboolean first = TRUE;

  g_string_append (text, "UPDATE orders SET ");
  for (guint i = 0; i < TRANCHE_ORDER_N_VALUES; i++) {
    gsize length = strcspn (name, separators);

    if (changed[i] && !first)
      g_string_append (text, separators);
    if (changed[i])
      add_column (text, i, name, length);
    first &= !changed[i];
    name += length;
    name += strspn (name, separators);
  }
  g_string_append (text, " WHERE id = ?");

  return g_intern_string (text->str);
}

static sqlite3_stmt *
prepare_update (TrancheSql                *sql,
                const TrancheOrderValues  *columns,
                const gboolean            *changed,
                gint64                     id,
                GError                   **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, compose_update (changed), error);
  int index = 0;

  if (!statement)
    return NULL;

  for (guint i = 0; i < columns->n; i++) {
    if (changed[i])
      tranche_order_value_bind (&columns->values[i], statement, &index);
  }
  tranche_sql_bind_int64 (statement, &index, id);
  return statement;
}

gboolean
tranche_order_record_prepare_change (TrancheSql     *sql,
                                     TrancheOrder   *before,
                                     TrancheOrder   *after,
                                     sqlite3_stmt  **statement,
                                     GError        **error)
{
  g_auto (TrancheOrderValues) old_columns;
  g_auto (TrancheOrderValues) new_columns;
  gboolean changed[TRANCHE_ORDER_N_VALUES];
  gboolean any = FALSE;

  tranche_order_values_init (&old_columns, before);
  tranche_order_values_init (&new_columns, after);
  if (!tranche_customer_equal (tranche_order_get_customer (before),
                               tranche_order_get_customer (after))) {
    tranche_order_values_add_key (&old_columns, before);
    tranche_order_values_add_key (&new_columns, after);
  }

  for (guint i = 0; i < new_columns.n; i++) {
    changed[i] = !tranche_order_value_equal (&old_columns.values[i], &new_columns.values[i]);
    any |= changed[i];
  }

  *statement = any ? prepare_update (sql, &new_columns, changed, tranche_order_get_id (after), error)
                   : NULL;
  return !any || *statement;
}
