/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/account-table.h"

#include "store/folding.h"
#include "store/point-table.h"

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
  while (tranche_sql_step (sql, statement, &row, error)) {
    const char *code, *name, *terms;

    if (!row) {
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

/* The points of sale have a table of their own. */
static void
read_agreement (sqlite3_stmt   *statement,
                int            *index,
                TrancheAccount *account)
{
  g_autoptr (TrancheAgreement) agreement = tranche_agreement_new ();

  agreement->services = tranche_sql_column_int64 (statement, index);
  agreement->id_header = g_strdup (tranche_sql_column_text (statement, index));
  agreement->signature_header = g_strdup (tranche_sql_column_text (statement, index));
  agreement->points_checked = tranche_sql_column_int64 (statement, index) != 0;
  agreement->seller_phone = g_strdup (tranche_sql_column_text (statement, index));
  agreement->callback_url = g_strdup (tranche_sql_column_text (statement, index));
  agreement->callback_port = tranche_sql_column_int64 (statement, index);
  agreement->callback_interface = g_strdup (tranche_sql_column_text (statement, index));
  tranche_account_set_agreement (account, agreement);
}

static gboolean
load_points (TrancheSql      *sql,
             TrancheAccount  *account,
             GError         **error)
{
  g_autoptr (GPtrArray) points =
    tranche_point_table_load (sql, tranche_account_get_id (account), error);
  g_autoptr (TrancheAgreement) agreement = NULL;

  if (!points)
    return FALSE;

  agreement = tranche_agreement_copy (tranche_account_get_agreement (account));
  g_ptr_array_unref (agreement->points_of_sale);
  agreement->points_of_sale = g_steal_pointer (&points);
  tranche_account_set_agreement (account, agreement);
  return TRUE;
}

static TrancheAccount *
read_account (sqlite3_stmt *statement)
{
  int index = 0;
  TrancheAccount *account = tranche_account_new (tranche_sql_column_text (statement, &index));
  gint64 payout_days;

  tranche_account_set_id (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_name (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_base_url (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_currency (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_shop_id (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_showcase_id (account, tranche_sql_column_text (statement, &index));
  tranche_account_set_demo (account, tranche_sql_column_int64 (statement, &index) != 0);
  tranche_account_set_auto_commit (account, tranche_sql_column_int64 (statement, &index) != 0);
  tranche_account_set_ask_handover (account, tranche_sql_column_int64 (statement, &index) != 0);
  payout_days = tranche_sql_column_int64 (statement, &index);
  tranche_account_set_payout_days (account, CLAMP (payout_days, 0, TRANCHE_ACCOUNT_MAX_PAYOUT_DAYS));
  tranche_account_set_rate (account, tranche_sql_column_int64 (statement, &index));
  read_agreement (statement, &index, account);
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
                                   "    showcase_id, demo, auto_commit, ask_handover, payout_days,"
                                   "    rate, services,"
                                   "    id_header, signature_header, points_checked,"
                                   "    seller_phone, callback_url, callback_port,"
                                   "    callback_interface"
                                   "  FROM accounts JOIN account_keys USING (key)"
                                   "  WHERE NOT removed ORDER BY sort_name, key",
                                   error);
  if (!statement)
    return NULL;

  while (tranche_sql_step (sql, statement, &row, error)) {
    TrancheAccount *account;

    if (!row)
      return g_steal_pointer (&accounts);

    account = read_account (statement);
    g_ptr_array_add (accounts, account);
    if (!load_products (sql, account, error) || !load_points (sql, account, error))
      return NULL;
  }

  return NULL;
}

static void
bind_agreement (sqlite3_stmt           *statement,
                int                    *index,
                const TrancheAgreement *agreement)
{
  tranche_sql_bind_int64 (statement, index, agreement->services);
  tranche_sql_bind_text (statement, index, agreement->id_header);
  tranche_sql_bind_text (statement, index, agreement->signature_header);
  tranche_sql_bind_int64 (statement, index, agreement->points_checked);
  tranche_sql_bind_text (statement, index, agreement->seller_phone);
  tranche_sql_bind_text (statement, index, agreement->callback_url);
  tranche_sql_bind_int64 (statement, index, agreement->callback_port);
  tranche_sql_bind_text (statement, index, agreement->callback_interface);
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
                                   "    currency, shop_id, showcase_id, demo, auto_commit,"
                                   "    ask_handover, payout_days, rate,"
                                   "    services, id_header, signature_header, points_checked,"
                                   "    seller_phone, callback_url, callback_port,"
                                   "    callback_interface)"
                                   "  VALUES (" KEY ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                   "    ?, ?, ?, ?, ?, ?, ?, ?)"
                                   "  ON CONFLICT (key) DO UPDATE SET (bank, name, sort_name,"
                                   "    base_url, currency, shop_id, showcase_id, demo,"
                                   "    auto_commit, ask_handover, payout_days, rate, services, id_header,"
                                   "    signature_header, points_checked, seller_phone,"
                                   "    callback_url, callback_port, callback_interface,"
                                   "    removed) = (excluded.bank,"
                                   "    excluded.name, excluded.sort_name, excluded.base_url,"
                                   "    excluded.currency, excluded.shop_id,"
                                   "    excluded.showcase_id, excluded.demo,"
                                   "    excluded.auto_commit, excluded.ask_handover,"
                                   "    excluded.payout_days,"
                                   "    excluded.rate, excluded.services,"
                                   "    excluded.id_header, excluded.signature_header,"
                                   "    excluded.points_checked, excluded.seller_phone,"
                                   "    excluded.callback_url, excluded.callback_port,"
                                   "    excluded.callback_interface, 0)",
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
  tranche_sql_bind_int64 (statement, &index, tranche_account_get_ask_handover (account));
  tranche_sql_bind_int64 (statement, &index, tranche_account_get_payout_days (account));
  tranche_sql_bind_int64 (statement, &index, tranche_account_get_rate (account));
  bind_agreement (statement, &index, tranche_account_get_agreement (account));
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
      !tranche_point_table_replace (sql, id,
                                    tranche_account_get_agreement (account)->points_of_sale,
                                    error) ||
      !clear_products (sql, id, error))
    return FALSE;

  for (guint i = 0; i < products->len; i++) {
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
