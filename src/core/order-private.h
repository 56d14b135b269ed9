/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/* The facts of an order by kind, so that copying, merging and freeing walk
 * over all of them and none can be forgotten. */

typedef enum {
  ORDER_ACCOUNT_ID,
  ORDER_NUMBER,
  ORDER_BANK_ORDER_ID,
  ORDER_LINK,
  ORDER_PRODUCT_CODE,
  ORDER_RAW_STATE,
  ORDER_RAW_ANSWER,
  ORDER_LOAN_NUMBER,
  ORDER_CHOSEN_BANK,
  ORDER_PRODUCT_KIND,
  ORDER_SIGNING_TYPE,
  ORDER_SIGNING_TYPES,
  ORDER_INVOICE_NUMBER,
  ORDER_INVOICE_DATE,
  ORDER_POINT_CODE,
  ORDER_TRACE_ID,
  ORDER_LAST_ERROR,
  N_ORDER_STRINGS
} OrderString;

typedef enum {
  ORDER_AMOUNT,
  ORDER_FIRST_PAYMENT,
  ORDER_CREDIT_AMOUNT,
  ORDER_TRANSFER_AMOUNT,
  ORDER_MONTHLY_PAYMENT,
  N_ORDER_MONEYS
} OrderMoney;

typedef enum {
  ORDER_CREATED_AT,
  ORDER_CHANGED_AT,
  ORDER_CHECKED_AT,
  ORDER_SIGNED_AT,
  ORDER_COMMITTED_AT,
  ORDER_COOLING_UNTIL,
  ORDER_EXPIRES_AT,
  ORDER_PAID_AT,
  ORDER_PAYOUT_DUE,
  N_ORDER_TIMES
} OrderTime;

struct _TrancheOrder {
  GObject parent_instance;

  gint64 id;
  TrancheStage stage;
  TrancheReason reason;
  gboolean demo;
  gboolean commit_planned;
  guint term;
  int last_error_code;

  char *strings[N_ORDER_STRINGS];
  TrancheMoney moneys[N_ORDER_MONEYS];
  GDateTime *times[N_ORDER_TIMES];

  TrancheCustomer *customer;
  GPtrArray *items; /* (element-type TrancheOrderItem) */
};

G_END_DECLS
