/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/http-request.h"
#include "banks/tbank-client.h"
#include "core/order.h"

G_BEGIN_DECLS

typedef struct _TrancheTbankMethod TrancheTbankMethod;

/**
 * TrancheTbankCall:
 * @method: what is called
 * @order: (nullable): the order that is asked for; none for create and test
 *
 * One call of one method: the data of a task.
 */
typedef struct {
  const TrancheTbankMethod *method;
  TrancheOrder *order;
} TrancheTbankCall;

/**
 * TrancheTbankMethod:
 * @name: as it is in the path and in the log
 * @http_method: how it is sent
 * @effect: whether it changes something at the bank
 * @read: what the answer becomes; %NULL with an error where it cannot be read
 *
 * A method of the bank; also the source tag of its tasks.
 */
struct _TrancheTbankMethod {
  const char *name;
  const char *http_method;
  gboolean effect;
  TrancheOrder *(* read) (TrancheTbankClient  *client,
                          TrancheTbankCall    *call,
                          GBytes              *body,
                          GError             **error);
};

extern const TrancheTbankMethod tranche_tbank_create_method;
extern const TrancheTbankMethod tranche_tbank_info_method;
extern const TrancheTbankMethod tranche_tbank_commit_method;
extern const TrancheTbankMethod tranche_tbank_cancel_method;

/* A task of @client whose data is a call. (transfer full) */
GTask              *tranche_tbank_call_new         (TrancheTbankClient        *client,
                                                    const TrancheTbankMethod  *method,
                                                    TrancheOrder              *order,
                                                    GCancellable              *cancellable,
                                                    GAsyncReadyCallback        callback,
                                                    gpointer                   user_data);
/* @number of an order, in the bank's test world if @demo. (transfer full) */
TrancheHttpRequest *tranche_tbank_call_new_request (TrancheTbankClient        *client,
                                                    const TrancheTbankMethod  *method,
                                                    const char                *number,
                                                    gboolean                   demo);
/* Sends @request and returns what comes back as the task's order. Takes @task
 * and @request. */
void                tranche_tbank_call_send        (GTask                     *task,
                                                    TrancheHttpRequest        *request);
/* All of the above for a method that asks for one order. */
void                tranche_tbank_call_about       (TrancheTbankClient        *client,
                                                    const TrancheTbankMethod  *method,
                                                    TrancheOrder              *order,
                                                    TranchePriority            priority,
                                                    GCancellable              *cancellable,
                                                    GAsyncReadyCallback        callback,
                                                    gpointer                   user_data);
TrancheOrder       *tranche_tbank_call_finish      (TrancheBank               *bank,
                                                    const TrancheTbankMethod  *method,
                                                    GAsyncResult              *result,
                                                    GError                   **error);

G_END_DECLS
