/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/cfront-channel.h"
#include "core/order.h"

G_BEGIN_DECLS

typedef struct _TrancheCfrontCall TrancheCfrontCall;

/**
 * TrancheCfrontService:
 * @method: what is sent to
 * @read: what the answer becomes; %NULL with an error where it cannot be read,
 *   or says no
 * @free_answer: for what @read returns
 *
 * A method of the bank and what its answer becomes.
 */
typedef struct {
  TrancheCfrontMethod method;
  gpointer (* read) (TrancheCfrontCall  *call,
                     TrancheHttpReply   *reply,
                     GError            **error);
  GDestroyNotify free_answer;
} TrancheCfrontService;

/**
 * TrancheCfrontCall:
 * @service: what is called now
 * @account: whose call it is
 * @order: (nullable): the order that is asked for
 *
 * One call of one service: the data of a task.
 */
struct _TrancheCfrontCall {
  const TrancheCfrontService *service;
  TrancheAccount *account;
  TrancheCfrontChannel *channel;
  TrancheOrder *order;
};

/* A task of the bank @source whose data is a call. @service must stay. (transfer
 * full) */
GTask      *tranche_cfront_call_new              (gpointer                    source,
                                                  gpointer                    source_tag,
                                                  const TrancheCfrontService *service,
                                                  TrancheAccount             *account,
                                                  TrancheCfrontChannel       *channel,
                                                  TrancheOrder               *order,
                                                  GCancellable               *cancellable,
                                                  GAsyncReadyCallback         callback,
                                                  gpointer                    user_data);

/* Each of these either holds or fails @task, taking it, and returns %NULL or
 * %FALSE. */
/* The bank's id of the call's order, which every method but create wants. */
const char *tranche_cfront_call_require_order_id (GTask                      *task);
/* That the account's agreement has one of @services. */
gboolean    tranche_cfront_call_require_service  (GTask                      *task,
                                                  TrancheServices             services);

/* Sends and returns what comes back as the task's pointer. Takes @task and
 * @body. */
void        tranche_cfront_call_send             (GTask                      *task,
                                                  GBytes                     *body,
                                                  TranchePriority             priority);
/* The same for who goes on after the answer: @callback is called with @task, and
 * begins with tranche_cfront_call_finish(), which returns the answer or %NULL. */
void        tranche_cfront_call_send_to          (GTask                      *task,
                                                  GBytes                     *body,
                                                  TranchePriority             priority,
                                                  GAsyncReadyCallback         callback);
gpointer    tranche_cfront_call_finish           (GTask                      *task,
                                                  GObject                    *channel,
                                                  GAsyncResult               *result,
                                                  GError                    **error);

/* The answers to state, confirm and reject: for @read. */
gpointer    tranche_cfront_call_read_state       (TrancheCfrontCall          *call,
                                                  TrancheHttpReply           *reply,
                                                  GError                    **error);

G_END_DECLS
