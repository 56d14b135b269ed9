/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/account-table.h"

#include "store/folding.h"

#define KEY "(SELECT key FROM account_keys WHERE id = ?)"

gboolean
tranche_account_table_name (TrancheSql  *sql,
                            const char  *account_id,
                            GError     **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "INSERT INTO account_keys (id) VALUES (?)"
                                   "  ON CONFLICT DO NOTHING", error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_text (statement, &index, account_id);
  return tranche_sql_run (sql, statement, error);
}

static gboolean
load_products (TrancheSql      *sql,
               TrancheAccount  *account,
               GError         **error)
{
  g_autoptr (GPtrArray) products =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "SELECT code, name, terms FROM products"
                                   "  WHERE account = " KEY " ORDER BY position",
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_text (statement, &index, tranche_account_get_id (account));
  while (tranche_sql_step (sql, statement, &row, error))
    {
      const char *code, *name, *terms;

      if (!row)
        {
          tranche_account_set_products (account, products);
          return TRUE;
        }

      index = 0;
      code = tranche_sql_column_text (statement, &index);
      name = tranche_sql_column_text (statement, &index);
      terms = tranche_sql_column_text (statement, &index);
      g_ptr_array_add (products, tranche_product_new (code, name, terms));
    }

  return FALSE;
}

static TrancheAccount *
read_account (sqlite3_stmt *statement)
{
  int index = 0;
  TrancheAccount *account = tranche_account_new (tranche_sql_column_text (statement, &index));

  tranche_account_set_id (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_name (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_base_url (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_currency (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_shop_id (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_showcase_id (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_demo (account, tranche_sql_column_int64 (statement, &index) != 0);
  tranche_account_set_auto_commit (account, tranche_sql_column_int64 (statement, &index) != 0);
  tranche_account_set_rate (account, tranche_sql_column_int64 (statement, &index));
  return account;
}

GPtrArray *
tranche_account_table_load (TrancheSql  *sql,
                            GError     **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement;
  gboolean row;

  statement = tranche_sql_prepare (sql,
                                   "SELECT bank, id, name, base_url, currency, shop_id,"
                                   "    showcase_id, demo, auto_commit, rate"
                                   "  FROM accounts JOIN account_keys USING (key)"
                                   "  WHERE NOT removed ORDER BY sort_name, key",
                                   error);
  if (!statement)
    return NULL;

  while (tranche_sql_step (sql, statement, &row, error))
    {
      TrancheAccount *account;

      if (!row)
        return g_steal_pointer (&accounts);

      account = read_account (statement);
      g_ptr_array_add (accounts, account);
      if (!load_products (sql, account, error))
        return NULL;
    }

  return NULL;
}

static gboolean
save_row (TrancheSql      *sql,
          TrancheAccount  *account,
          GError         **error)
{
  g_autofree char *sort_name = tranche_fold_for_sort (tranche_account_get_name (account));
  sqlite3_stmt *statement;
  int index = 0;

  /* Not INSERT OR REPLACE, which would delete what the products belong to. */
  statement = tranche_sql_prepare (sql,
                                   "INSERT INTO accounts (key, bank, name, sort_name, base_url,"
                                   "    currency, shop_id, showcase_id, demo, auto_commit, rate)"
                                   "  VALUES (" KEY ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                   "  ON CONFLICT (key) DO UPDATE SET (bank, name, sort_name,"
                                   "    base_url, currency, shop_id, showcase_id, demo,"
                                   "    auto_commit, rate, removed) = (excluded.bank,"
                                   "    excluded.name, excluded.sort_name, excluded.base_url,"
                                   "    excluded.currency, excluded.shop_id,"
                                   "    excluded.showcase_id, excluded.demo,"
                                   "    excluded.auto_commit, excluded.rate, 0)",
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_text (statement, &index, tranche_account_get_id (account));
  tranche_sql_bind_text (statement, &index, tranche_account_get_bank (account));
  tranche_sql_bind_text (statement, &index, tranche_account_get_name (account));
  tranche_sql_bind_text (statement, &index, sort_name ? sort_name : "");
  tranche_sql_bind_text (statement, &index, tranche_account_get_base_url (account));
  tranche_sql_bind_text (statement, &index, tranche_account_get_currency (account));
  tranche_sql_bind_text (statement, &index, tranche_account_get_shop_id (account));
  tranche_sql_bind_text (statement, &index, tranche_account_get_showcase_id (account));
  tranche_sql_bind_int64 (statement, &index, tranche_account_get_demo (account));
  tranche_sql_bind_int64 (statement, &index, tranche_account_get_auto_commit (account));
  tranche_sql_bind_int64 (statement, &index, tranche_account_get_rate (account));
  return tranche_sql_run (sql, statement, error);
}

static gboolean
clear_products (TrancheSql  *sql,
                const char  *account_id,
                GError     **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql, "DELETE FROM products WHERE account = " KEY, error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_text (statement, &index, account_id);
  return tranche_sql_run (sql, statement, error);
}

static gboolean
add_product (TrancheSql            *sql,
             const char            *account_id,
             guint                  position,
             const TrancheProduct  *product,
             GError               **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "INSERT INTO products (account, position, code, name, terms)"
                                   "  VALUES (" KEY ", ?, ?, ?, ?)",
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_text (statement, &index, account_id);
  tranche_sql_bind_int64 (statement, &index, position);
  tranche_sql_bind_text (statement, &index, product->code);
  tranche_sql_bind_text (statement, &index, product->name);
  tranche_sql_bind_text (statement, &index, product->terms);
  return tranche_sql_run (sql, statement, error);
}

gboolean
tranche_account_table_save (TrancheSql      *sql,
                            TrancheAccount  *account,
                            GError         **error)
{
  const char *id = tranche_account_get_id (account);
  GPtrArray *products = tranche_account_get_products (account);

  if (!tranche_account_table_name (sql, id, error) ||
      !save_row (sql, account, error) ||
      !clear_products (sql, id, error))
    return FALSE;

  for (guint i = 0; i < products->len; i++)
    {
      if (!add_product (sql, id, i, g_ptr_array_index (products, i), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
tranche_account_table_remove (TrancheSql  *sql,
                              const char  *account_id,
                              GError     **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "UPDATE accounts SET removed = 1"
                                   "  WHERE NOT removed AND key = " KEY,
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_text (statement, &index, account_id);
  if (!tranche_sql_run (sql, statement, error))
    return FALSE;
  if (sqlite3_changes (tranche_sql_get_handle (sql)) > 0)
    return TRUE;

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND,
               "%s: no such account", tranche_sql_get_path (sql));
  return FALSE;
}
