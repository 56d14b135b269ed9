/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/money-operation.h"

G_BEGIN_DECLS

struct _TrancheMoneyOperation {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheBank *bank;
  TrancheOperation operation;
  gint64 order_id;
  GCancellable *asking;
  TrancheOrderDraft *draft;
  TrancheGoodsReturn *goods; /* (nullable): what a return returns */
  GArray *delays;

  TrancheOrder *order; /* as it is in the book */
  gint64 journal_id;   /* 0 until the intent is written */
  gboolean repeated;   /* the intent is of an earlier time, and its outcome unknown */
  gboolean accepted;   /* the bank took it, with a state that does not show it */
  gboolean settled;
  GError *lost;        /* with what the answer was lost */
  GError *refusal;     /* what the caller is told once the refusal is written down */
};

/* What a run does once the state allows it: writes the intent into the journal,
 * sends, and ends @task, which it takes, with what came of the operation. */
void tranche_money_operation_begin          (GTask              *task);
/* The same for an intent that is in the journal already. */
void tranche_money_operation_send           (GTask              *task);

/* Ends @task, which is settled, with @order, or with a copy of @refusal
 * (nullable). */
void tranche_money_operation_return_settled (GTask              *task,
                                             TrancheOrder       *order,
                                             const GError       *refusal);

G_END_DECLS
