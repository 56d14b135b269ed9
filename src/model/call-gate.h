/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"
#include "core/history-entry.h"
#include "model/connection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CALL_GATE (tranche_call_gate_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCallGate, tranche_call_gate, TRANCHE, CALL_GATE, GObject)

/**
 * TrancheCall:
 * @connection: whose account it is for
 * @bank: the one that is asked, whatever the connection has by the answer
 * @cancellable: is cancelled with the caller's, and when the gate closes
 * @order: (nullable): for the caller, like the fields after it
 *
 * What a call to a bank needs while it runs: the data of its task.
 */
typedef struct {
  TrancheConnection *connection;
  TrancheBank *bank;
  GCancellable *cancellable;

  TrancheOrder *order;
  TrancheOrderDraft *draft;
  TrancheOperation operation;
  TrancheGoodsReturn *goods;
  gint64 journal_id;
  TranchePayout *payout;

  /*< private >*/
  TrancheCallGate *gate;
  GCancellable *caller;
  gulong caller_handler;
  gulong gate_handler;
} TrancheCall;

/**
 * TrancheCallGate:
 *
 * Every call to a bank passes it, so that a closing program knows what is
 * still under way.
 */
TrancheCallGate *tranche_call_gate_new          (void);
/* Cancelled when the gate closes. (transfer none) */
GCancellable    *tranche_call_gate_get_closing  (TrancheCallGate      *self);
/* Makes the data of @task, or ends it with why there is no calling:
 * %G_IO_ERROR_CANCELLED, or %TRANCHE_BANK_ERROR_CREDENTIALS while @connection
 * (nullable) has no bank. */
TrancheCall     *tranche_call_gate_start        (TrancheCallGate      *self,
                                                 GTask                *task,
                                                 TrancheConnection    *connection);
/* Completes when no call is under way any more. */
void             tranche_call_gate_close_async  (TrancheCallGate      *self,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean         tranche_call_gate_close_finish (TrancheCallGate      *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/* Notes in the connection what an answer, or the @error (nullable), tells of
 * the account itself. @authenticated: only who knows the password gets such an
 * answer. */
void             tranche_call_learn             (TrancheCall          *call,
                                                 gboolean              authenticated,
                                                 const GError         *error);

G_END_DECLS
