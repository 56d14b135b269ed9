/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* An order as columns: the lists for statements and what goes with them. */

/* What tranche_order_record_read() reads, without the tables that it is from. */
#define TRANCHE_ORDER_RECORD_FACTS \
  "number, bank_order_id, link, product_code, demo, stage, reason, raw_state," \
  "currency, amount, first_payment, credit_amount, transfer_amount, monthly_payment, term," \
  "last_name, first_name, middle_name, phone, email, tax_code," \
  "loan_number, chosen_bank, product_kind, signing_type, signing_types," \
  "invoice_number, invoice_date, point_code, trace_id," \
  "created_at, changed_at, checked_at, signed_at, committed_at, cooling_until, expires_at," \
  "paid_at," \
  "last_error_code, last_error, commit_planned"

/* What is written: with the account and what is derived for sorting. */
#define TRANCHE_ORDER_RECORD_COLUMNS \
  "account, " TRANCHE_ORDER_RECORD_FACTS ", deadline, customer_key"
#define TRANCHE_ORDER_RECORD_VALUES \
  "(SELECT key FROM account_keys WHERE id = ?)," \
  "?, ?, ?, ?, ?, ?, ?, ?," \
  "?, ?, ?, ?, ?, ?, ?," \
  "?, ?, ?, ?, ?, ?," \
  "?, ?, ?, ?, ?," \
  "?, ?, ?, ?," \
  "?, ?, ?, ?, ?, ?, ?, ?," \
  "?, ?, ?," \
  "?, ?"

/* Binds TRANCHE_ORDER_RECORD_VALUES. */
void tranche_order_record_bind (sqlite3_stmt *statement,
                                int          *index,
                                TrancheOrder *order);
/* The statement that writes what @after has otherwise than @before, ready to be run;
 * NULL where that is nothing. What is not written costs no index anything. */
gboolean tranche_order_record_prepare_change
                               (TrancheSql     *sql,
                                TrancheOrder   *before,
                                TrancheOrder   *after,
                                sqlite3_stmt  **statement,
                                GError        **error);
/* Reads TRANCHE_ORDER_RECORD_FACTS. */
void tranche_order_record_read (sqlite3_stmt *statement,
                                int          *index,
                                TrancheOrder *order);

G_END_DECLS
