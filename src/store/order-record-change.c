/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-record.h"

/* The columns that an order would be written with, as the only row of a statement. */
static sqlite3_stmt *
get_values (TrancheSql    *sql,
            const char    *text,
            TrancheOrder  *order,
            GError       **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, text, error);
  gboolean row;
  int index = 0;

  if (!statement)
    return NULL;

  tranche_order_record_bind (statement, &index, order);
  return tranche_sql_step (sql, statement, &row, error) ? statement : NULL;
}

static gboolean
values_equal (sqlite3_stmt *a,
              sqlite3_stmt *b,
              int           column)
{
  int type = sqlite3_column_type (a, column);

  if (type != sqlite3_column_type (b, column))
    return FALSE;
  if (type == SQLITE_NULL)
    return TRUE;
  if (type == SQLITE_INTEGER)
    return sqlite3_column_int64 (a, column) == sqlite3_column_int64 (b, column);

  return g_str_equal (sqlite3_column_text (a, column), sqlite3_column_text (b, column));
}

/* The same few columns change together again and again, so that these texts, and the
 * statements that are kept for them, are few. */
static const char *
compose_update (GArray *changed)
{
  g_auto (GStrv) names = g_strsplit_set (TRANCHE_ORDER_RECORD_COLUMNS, ", ", -1);
  g_autoptr (GString) text = g_string_new ("UPDATE orders SET ");
  int column = 0;
  guint n = 0;

  for (guint i = 0; names[i] && n < changed->len; i++) {
    if (*names[i] == '\0')
      continue;
    if (column++ == g_array_index (changed, int, n)) {
      g_string_append_printf (text, "%s%s = ?", n > 0 ? ", " : "", names[i]);
      n++;
    }
  }
  g_string_append (text, " WHERE id = ?");

  return g_intern_string (text->str);
}

gboolean
tranche_order_record_prepare_change (TrancheSql     *sql,
                                     TrancheOrder   *before,
                                     TrancheOrder   *after,
                                     sqlite3_stmt  **statement,
                                     GError        **error)
{
  /* Two texts, for a statement is kept by its own. */
  static const char old_text[] = "SELECT " TRANCHE_ORDER_RECORD_VALUES " -- before";
  static const char new_text[] = "SELECT " TRANCHE_ORDER_RECORD_VALUES " -- after";
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (int));
  sqlite3_stmt *old_values = get_values (sql, old_text, before, error);
  sqlite3_stmt *new_values = old_values ? get_values (sql, new_text, after, error) : NULL;

  *statement = NULL;
  if (!new_values)
    return FALSE;

  for (int i = 0; i < sqlite3_column_count (new_values); i++) {
    if (!values_equal (old_values, new_values, i))
      g_array_append_val (changed, i);
  }

  if (changed->len > 0) {
    *statement = tranche_sql_prepare (sql, compose_update (changed), error);
    if (!*statement)
      return FALSE;
    for (guint i = 0; i < changed->len; i++)
      sqlite3_bind_value (*statement, (int) i + 1,
                          sqlite3_column_value (new_values, g_array_index (changed, int, i)));
    sqlite3_bind_int64 (*statement, (int) changed->len + 1, tranche_order_get_id (after));
  }

  sqlite3_reset (old_values);
  sqlite3_reset (new_values);
  return TRUE;
}
