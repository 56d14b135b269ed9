/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-news.h"

typedef const char *(* GetText) (TrancheOrder *order);
typedef GDateTime *(* GetTime) (TrancheOrder *order);
typedef const TrancheMoney *(* GetMoney) (TrancheOrder *order);

static gboolean
times_equal (GDateTime *a,
             GDateTime *b)
{
  return a == b || (a != NULL && b != NULL && g_date_time_equal (a, b));
}

static gboolean
have_same_texts (TrancheOrder *a,
                 TrancheOrder *b)
{
  static const GetText getters[] = {
    tranche_order_get_account_id,
    tranche_order_get_number,
    tranche_order_get_bank_order_id,
    tranche_order_get_raw_state,
    tranche_order_get_loan_number,
    tranche_order_get_last_error,
  };

  for (guint i = 0; i < G_N_ELEMENTS (getters); i++) {
    if (g_strcmp0 (getters[i] (a), getters[i] (b)) != 0)
      return FALSE;
  }

  return TRUE;
}

static gboolean
have_same_times (TrancheOrder *a,
                 TrancheOrder *b)
{
  static const GetTime getters[] = {
    tranche_order_get_created_at,
    tranche_order_get_changed_at,
    tranche_order_get_signed_at,
    tranche_order_get_committed_at,
    tranche_order_get_cooling_until,
    tranche_order_get_expires_at,
    tranche_order_get_paid_at,
    tranche_order_get_payout_due,
  };

  for (guint i = 0; i < G_N_ELEMENTS (getters); i++) {
    if (!times_equal (getters[i] (a), getters[i] (b)))
      return FALSE;
  }

  return TRUE;
}

static gboolean
have_same_amounts (TrancheOrder *a,
                   TrancheOrder *b)
{
  static const GetMoney getters[] = {
    tranche_order_get_amount,
    tranche_order_get_first_payment,
    tranche_order_get_credit_amount,
    tranche_order_get_transfer_amount,
    tranche_order_get_monthly_payment,
  };

  for (guint i = 0; i < G_N_ELEMENTS (getters); i++) {
    if (!tranche_money_equal (getters[i] (a), getters[i] (b)))
      return FALSE;
  }

  return TRUE;
}

gboolean
tranche_order_is_news (TrancheOrder *before,
                       TrancheOrder *after)
{
  /* Copies of an order share their goods. */
  return before == NULL ||
         tranche_order_get_stage (before) != tranche_order_get_stage (after) ||
         tranche_order_get_reason (before) != tranche_order_get_reason (after) ||
         tranche_order_get_last_error_code (before) != tranche_order_get_last_error_code (after) ||
         tranche_order_get_commit_planned (before) != tranche_order_get_commit_planned (after) ||
         tranche_order_get_items (before) != tranche_order_get_items (after) ||
         !tranche_customer_equal (tranche_order_get_customer (before),
                                  tranche_order_get_customer (after)) ||
         !have_same_texts (before, after) ||
         !have_same_times (before, after) ||
         !have_same_amounts (before, after);
}
