/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-call.h"

#include "banks/cfront-refusal.h"
#include "banks/cfront-wire-reply.h"
#include "core/bank-error.h"

#define CONFLICT 409

static void
call_free (TrancheCfrontCall *call)
{
  g_clear_object (&call->account);
  g_clear_object (&call->channel);
  g_clear_object (&call->order);
  g_free (call);
}

GTask *
tranche_cfront_call_new (gpointer                    source,
                         gpointer                    source_tag,
                         const TrancheCfrontService *service,
                         TrancheAccount             *account,
                         TrancheCfrontChannel       *channel,
                         TrancheOrder               *order,
                         GCancellable               *cancellable,
                         GAsyncReadyCallback         callback,
                         gpointer                    user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  TrancheCfrontCall *call = g_new0 (TrancheCfrontCall, 1);

  call->service = service;
  call->account = g_object_ref (account);
  call->channel = g_object_ref (channel);
  g_set_object (&call->order, order);
  g_task_set_source_tag (task, source_tag);
  g_task_set_static_name (task, service->method.name);
  /* The channel decides whether a cancellation came too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);

  return task;
}

const char *
tranche_cfront_call_require_order_id (GTask *task)
{
  TrancheCfrontCall *call = g_task_get_task_data (task);
  const char *id = tranche_order_get_bank_order_id (call->order);

  if (id && *id)
    return id;

  g_task_return_error (task, tranche_bank_error_new (TRANCHE_BANK_ERROR_NOT_FOUND, 0,
                                                     "The bank's id of the order is not known"));
  g_object_unref (task);

  return NULL;
}

gboolean
tranche_cfront_call_require_service (GTask           *task,
                                     TrancheServices  services)
{
  TrancheCfrontCall *call = g_task_get_task_data (task);

  if (tranche_account_get_agreement (call->account)->services & services)
    return TRUE;

  g_task_return_error (task, tranche_bank_error_new (TRANCHE_BANK_ERROR_NOT_SUPPORTED, 0,
                                                     "The bank does not offer this to the shop"));
  g_object_unref (task);

  return FALSE;
}

/* What becomes of @error, that of reading. @reply cannot be read, except where
 * it was read well and says no. A conflict that has no answer is a refusal. */
static GError *
not_answered (TrancheCfrontCall *call,
              TrancheHttpReply  *reply,
              GError            *error)
{
  const TrancheCfrontMethod *method = &call->service->method;

  if (reply->status == CONFLICT) {
    g_error_free (error);
    return tranche_cfront_refusal_new (reply, method->name, method->effect, method->needs_state);
  }
  if (error->code == TRANCHE_BANK_ERROR_PROTOCOL)
    return tranche_http_reply_unreadable (reply, method->effect, error);

  tranche_bank_error_set_trace_id (error, reply->trace_id);
  return error;
}

gpointer
tranche_cfront_call_finish (GTask         *task,
                            GObject       *channel,
                            GAsyncResult  *result,
                            GError       **error)
{
  TrancheCfrontCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheHttpReply) reply = NULL;
  GError *local_error = NULL;
  gpointer answer;

  reply = tranche_cfront_channel_send_finish (TRANCHE_CFRONT_CHANNEL (channel), result, error);
  if (!reply)
    return NULL;

  answer = call->service->read (call, reply, &local_error);
  if (!answer)
    g_propagate_error (error, not_answered (call, reply, local_error));

  return answer;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheCfrontCall *call = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer = tranche_cfront_call_finish (task, source, result, &error);

  if (answer)
    g_task_return_pointer (task, answer, call->service->free_answer);
  else
    g_task_return_error (task, error);
}

void
tranche_cfront_call_send (GTask           *task,
                          GBytes          *body,
                          TranchePriority  priority)
{
  tranche_cfront_call_send_to (task, body, priority, sent_cb);
}

void
tranche_cfront_call_send_to (GTask               *task,
                             GBytes              *body,
                             TranchePriority      priority,
                             GAsyncReadyCallback  callback)
{
  TrancheCfrontCall *call = g_task_get_task_data (task);

  tranche_cfront_channel_send_async (call->channel, &call->service->method, body, priority,
                                     g_task_get_cancellable (task), callback, task);
}

/* An answer about another order must not be laid over this one. */
static gboolean
is_about (TrancheOrder *answer,
          TrancheOrder *order)
{
  const char *id = tranche_order_get_bank_order_id (answer);

  return !id || g_ascii_strcasecmp (id, tranche_order_get_bank_order_id (order)) == 0;
}

gpointer
tranche_cfront_call_read_state (TrancheCfrontCall  *call,
                                TrancheHttpReply   *reply,
                                GError            **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) answer = tranche_cfront_read_state (reply->body, now, error);

  if (!answer)
    return NULL;
  if (!is_about (answer, call->order)) {
    g_set_error_literal (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL,
                         "The reply is about another order");
    return NULL;
  }

  tranche_order_set_number (answer, tranche_order_get_number (call->order));
  tranche_order_set_bank_order_id (answer, tranche_order_get_bank_order_id (call->order));
  tranche_order_set_demo (answer, tranche_order_get_demo (call->order));
  tranche_order_set_trace_id (answer, reply->trace_id);

  return g_steal_pointer (&answer);
}
