/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-values.h"

#include "store/folding.h"

static void
add_integer (TrancheOrderValues *self,
             gint64              integer)
{
  self->values[self->n++] = (TrancheOrderValue) { SQLITE_INTEGER, integer, NULL };
}

/* @text: (nullable) */
static void
add_text (TrancheOrderValues *self,
          const char         *text)
{
  self->values[self->n++] = (TrancheOrderValue) { text ? SQLITE_TEXT : SQLITE_NULL, 0, text };
}

static void
add_money (TrancheOrderValues *self,
           const TrancheMoney *money)
{
  if (tranche_money_is_set (money))
    add_integer (self, money->minor);
  else
    add_text (self, NULL);
}

/* @time: (nullable) */
static void
add_time (TrancheOrderValues *self,
          GDateTime          *time)
{
  if (time)
    add_integer (self, g_date_time_to_unix_usec (time));
  else
    add_text (self, NULL);
}

static void
add_customer (TrancheOrderValues    *self,
              const TrancheCustomer *customer)
{
  add_text (self, customer->last_name);
  add_text (self, customer->first_name);
  add_text (self, customer->middle_name);
  add_text (self, customer->phone);
  add_text (self, customer->email);
  add_text (self, customer->tax_code);
}

static void
add_times (TrancheOrderValues *self,
           TrancheOrder       *order)
{
  add_time (self, tranche_order_get_created_at (order));
  add_time (self, tranche_order_get_changed_at (order));
  add_time (self, tranche_order_get_checked_at (order));
  add_time (self, tranche_order_get_signed_at (order));
  add_time (self, tranche_order_get_committed_at (order));
  add_time (self, tranche_order_get_cooling_until (order));
  add_time (self, tranche_order_get_expires_at (order));
  add_time (self, tranche_order_get_paid_at (order));
}

static void
add_facts (TrancheOrderValues *self,
           TrancheOrder       *order)
{
  add_text (self, tranche_order_get_number (order));
  add_text (self, tranche_order_get_bank_order_id (order));
  add_text (self, tranche_order_get_link (order));
  add_text (self, tranche_order_get_product_code (order));
  add_integer (self, tranche_order_get_demo (order));
  add_integer (self, tranche_order_get_stage (order));
  add_integer (self, tranche_order_get_reason (order));
  add_text (self, tranche_order_get_raw_state (order));
  add_text (self, tranche_order_get_amount (order)->currency);
  add_money (self, tranche_order_get_amount (order));
  add_money (self, tranche_order_get_first_payment (order));
  add_money (self, tranche_order_get_credit_amount (order));
  add_money (self, tranche_order_get_transfer_amount (order));
  add_money (self, tranche_order_get_monthly_payment (order));
  add_integer (self, tranche_order_get_term (order));
  add_customer (self, tranche_order_get_customer (order));
  add_text (self, tranche_order_get_loan_number (order));
  add_text (self, tranche_order_get_chosen_bank (order));
  add_text (self, tranche_order_get_product_kind (order));
  add_text (self, tranche_order_get_signing_type (order));
  add_text (self, tranche_order_get_signing_types (order));
  add_text (self, tranche_order_get_invoice_number (order));
  add_text (self, tranche_order_get_invoice_date (order));
  add_text (self, tranche_order_get_point_code (order));
  add_text (self, tranche_order_get_trace_id (order));
  add_times (self, order);
  add_integer (self, tranche_order_get_last_error_code (order));
  add_text (self, tranche_order_get_last_error (order));
  add_integer (self, tranche_order_get_commit_planned (order));
}

void
tranche_order_values_init (TrancheOrderValues *self,
                           TrancheOrder       *order)
{
  g_autoptr (GDateTime) deadline = tranche_order_dup_deadline (order);

  self->n = 0;
  self->key = NULL;
  add_text (self, tranche_order_get_account_id (order));
  add_facts (self, order);
  add_time (self, deadline);
  add_text (self, NULL);
  g_assert (self->n == TRANCHE_ORDER_N_VALUES);
}

void
tranche_order_values_add_key (TrancheOrderValues *self,
                              TrancheOrder       *order)
{
  g_autofree char *name = tranche_customer_get_full_name (tranche_order_get_customer (order));

  tranche_order_values_clear (self);
  self->key = tranche_fold_for_sort (name);
  self->n--;
  add_text (self, self->key);
}

void
tranche_order_values_clear (TrancheOrderValues *self)
{
  g_clear_pointer (&self->key, g_free);
}

gboolean
tranche_order_value_equal (const TrancheOrderValue *a,
                           const TrancheOrderValue *b)
{
  return a->type == b->type && a->integer == b->integer && g_strcmp0 (a->text, b->text) == 0;
}

void
tranche_order_value_bind (const TrancheOrderValue *self,
                          sqlite3_stmt            *statement,
                          int                     *index)
{
  if (self->type == SQLITE_INTEGER)
    tranche_sql_bind_int64 (statement, index, self->integer);
  else
    tranche_sql_bind_text (statement, index, self->text);
}
