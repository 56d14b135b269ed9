/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-record.h"

#include "store/order-values.h"

void
tranche_order_record_bind (sqlite3_stmt *statement,
                           int          *index,
                           TrancheOrder *order)
{
  g_auto (TrancheOrderValues) columns;

  tranche_order_values_init (&columns, order);
  tranche_order_values_add_key (&columns, order);
  for (guint i = 0; i < columns.n; i++)
    tranche_order_value_bind (&columns.values[i], statement, index);
}

static void
read_customer (sqlite3_stmt *statement,
               int          *index,
               TrancheOrder *order)
{
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();

  customer->last_name = g_strdup (tranche_sql_column_text (statement, index));
  customer->first_name = g_strdup (tranche_sql_column_text (statement, index));
  customer->middle_name = g_strdup (tranche_sql_column_text (statement, index));
  customer->phone = g_strdup (tranche_sql_column_text (statement, index));
  customer->email = g_strdup (tranche_sql_column_text (statement, index));
  customer->tax_code = g_strdup (tranche_sql_column_text (statement, index));
  tranche_order_set_customer (order, customer);
}

static void
read_times (sqlite3_stmt *statement,
            int          *index,
            TrancheOrder *order)
{
  static void (* const setters[]) (TrancheOrder *, GDateTime *) = {
    tranche_order_set_created_at,
    tranche_order_set_changed_at,
    tranche_order_set_checked_at,
    tranche_order_set_signed_at,
    tranche_order_set_committed_at,
    tranche_order_set_cooling_until,
    tranche_order_set_expires_at,
    tranche_order_set_paid_at,
  };

  for (guint i = 0; i < G_N_ELEMENTS (setters); i++) {
    g_autoptr (GDateTime) time = tranche_sql_column_time (statement, index);

    setters[i] (order, time);
  }
}

static void
read_amounts (sqlite3_stmt *statement,
              int          *index,
              TrancheOrder *order)
{
  static void (* const setters[]) (TrancheOrder *, const TrancheMoney *) = {
    tranche_order_set_amount,
    tranche_order_set_first_payment,
    tranche_order_set_credit_amount,
    tranche_order_set_transfer_amount,
    tranche_order_set_monthly_payment,
  };
  g_autofree char *currency = g_strdup (tranche_sql_column_text (statement, index));

  for (guint i = 0; i < G_N_ELEMENTS (setters); i++) {
    TrancheMoney money = tranche_sql_column_money (statement, index, currency);

    setters[i] (order, &money);
  }
}

void
tranche_order_record_read (sqlite3_stmt *statement,
                           int          *index,
                           TrancheOrder *order)
{
  gint64 stage;
  int error_code;

  tranche_order_set_number (order, tranche_sql_column_text (statement, index));
  tranche_order_set_bank_order_id (order, tranche_sql_column_text (statement, index));
  tranche_order_set_link (order, tranche_sql_column_text (statement, index));
  tranche_order_set_product_code (order, tranche_sql_column_text (statement, index));
  tranche_order_set_demo (order, tranche_sql_column_int64 (statement, index) != 0);
  stage = tranche_sql_column_int64 (statement, index);
  tranche_order_set_stage (order, stage >= 0 && stage < TRANCHE_N_STAGES ? stage
                                                                         : TRANCHE_STAGE_UNKNOWN);
  tranche_order_set_reason (order, tranche_sql_column_int64 (statement, index));
  tranche_order_set_raw_state (order, tranche_sql_column_text (statement, index));
  read_amounts (statement, index, order);
  tranche_order_set_term (order, tranche_sql_column_int64 (statement, index));
  read_customer (statement, index, order);
  tranche_order_set_loan_number (order, tranche_sql_column_text (statement, index));
  tranche_order_set_chosen_bank (order, tranche_sql_column_text (statement, index));
  tranche_order_set_product_kind (order, tranche_sql_column_text (statement, index));
  tranche_order_set_signing_type (order, tranche_sql_column_text (statement, index));
  tranche_order_set_signing_types (order, tranche_sql_column_text (statement, index));
  tranche_order_set_invoice_number (order, tranche_sql_column_text (statement, index));
  tranche_order_set_invoice_date (order, tranche_sql_column_text (statement, index));
  tranche_order_set_point_code (order, tranche_sql_column_text (statement, index));
  tranche_order_set_trace_id (order, tranche_sql_column_text (statement, index));
  read_times (statement, index, order);
  error_code = tranche_sql_column_int64 (statement, index);
  tranche_order_set_last_error (order, error_code, tranche_sql_column_text (statement, index));
  tranche_order_set_commit_planned (order, tranche_sql_column_int64 (statement, index) != 0);
}
