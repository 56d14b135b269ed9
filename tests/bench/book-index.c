/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-index.h"

#define PUT_OFF \
  "FROM sqlite_schema WHERE sql IS NOT NULL" \
  "  AND (type = 'index' OR name IN ('search_text_added', 'order_belated'))"

/* The first column of all rows of @text. */
static GPtrArray *
get_texts (TrancheSql  *sql,
           const char  *text,
           GError     **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (sql, text, error);
  gboolean row;

  while (statement && tranche_sql_step (sql, statement, &row, error)) {
    if (!row)
      return g_steal_pointer (&texts);
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  }

  return NULL;
}

static gboolean
execute_all (TrancheSql  *sql,
             GPtrArray   *statements,
             GError     **error)
{
  for (guint i = 0; i < statements->len; i++) {
    if (!tranche_sql_execute (sql, statements->pdata[i], error))
      return FALSE;
  }

  return TRUE;
}

GPtrArray *
book_index_put_off (TrancheSql  *sql,
                    GError     **error)
{
  g_autoptr (GPtrArray) made = get_texts (sql, "SELECT sql " PUT_OFF, error);
  g_autoptr (GPtrArray) dropped =
    made ? get_texts (sql, "SELECT 'DROP ' || type || ' ' || name " PUT_OFF, error) : NULL;

  return dropped && execute_all (sql, dropped, error) ? g_steal_pointer (&made) : NULL;
}

gboolean
book_index_make (TrancheSql  *sql,
                 GPtrArray   *statements,
                 GError     **error)
{
  return execute_all (sql, statements, error) &&
         tranche_sql_execute (sql, "INSERT INTO search (search) VALUES ('rebuild')", error);
}
