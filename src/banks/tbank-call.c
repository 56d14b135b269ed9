/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-call.h"

#include "banks/tbank-client-private.h"
#include "banks/tbank-refusal.h"
#include "banks/tbank-wire-created.h"
#include "banks/tbank-wire-reply.h"
#include "banks/tbank-wire-request.h"

static void
call_free (TrancheTbankCall *call)
{
  g_clear_object (&call->order);
  g_free (call);
}

GTask *
tranche_tbank_call_new (TrancheTbankClient       *client,
                        const TrancheTbankMethod *method,
                        TrancheOrder             *order,
                        GCancellable             *cancellable,
                        GAsyncReadyCallback       callback,
                        gpointer                  user_data)
{
  GTask *task = g_task_new (client, cancellable, callback, user_data);
  TrancheTbankCall *call = g_new0 (TrancheTbankCall, 1);

  call->method = method;
  g_set_object (&call->order, order);
  g_task_set_source_tag (task, (gpointer) method);
  g_task_set_static_name (task, method->name);
  /* The channel decides whether a cancellation came too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);

  return task;
}

TrancheHttpRequest *
tranche_tbank_call_new_request (TrancheTbankClient       *client,
                                const TrancheTbankMethod *method,
                                const char               *number,
                                gboolean                  demo)
{
  g_autofree char *path = tranche_tbank_order_path (number, method->name);
  TrancheHttpRequest *request = tranche_http_request_new (method->http_method, path, method->name);

  request->effect = method->effect;
  tranche_http_request_add_header (request, "Authorization", client->authorization[!!demo]);

  return request;
}

/* An answer about another order must not be laid over this one. */
static gboolean
is_about (TrancheOrder *answer,
          TrancheOrder *order)
{
  const char *id = tranche_order_get_number (answer);

  return g_strcmp0 (id, tranche_order_get_number (order)) == 0 ||
         g_strcmp0 (id, tranche_order_get_bank_order_id (order)) == 0;
}

static TrancheOrder *
read_order (TrancheTbankClient  *client,
            TrancheTbankCall    *call,
            GBytes              *body,
            GError             **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) answer =
    tranche_tbank_read_order (body, tranche_account_get_currency (client->account), now,
                              error);

  if (!answer)
    return NULL;
  if (!is_about (answer, call->order)) {
    g_set_error_literal (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL,
                         "The reply is about another order");
    return NULL;
  }

  tranche_order_set_number (answer, tranche_order_get_number (call->order));
  /* The bank calls every cancellation the customer's: the shop knows better. */
  if (tranche_order_get_stage (answer) == TRANCHE_STAGE_CANCELED &&
      (call->method == &tranche_tbank_cancel_method ||
       tranche_order_get_reason (call->order) == TRANCHE_REASON_STORE))
    tranche_order_set_reason (answer, TRANCHE_REASON_STORE);

  return g_steal_pointer (&answer);
}

static TrancheOrder *
read_created (TrancheTbankClient  *client,
              TrancheTbankCall    *call,
              GBytes              *body,
              GError             **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TrancheOrder *answer = tranche_tbank_read_created (body, now, error);

  if (answer)
    tranche_order_set_demo (answer, tranche_account_get_demo (client->account));

  return answer;
}

const TrancheTbankMethod tranche_tbank_create_method = { "create", "POST", TRUE, read_created };
const TrancheTbankMethod tranche_tbank_info_method = { "info", "GET", FALSE, read_order };
const TrancheTbankMethod tranche_tbank_commit_method = { "commit", "POST", TRUE, read_order };
const TrancheTbankMethod tranche_tbank_cancel_method = { "cancel", "POST", TRUE, read_order };

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheTbankClient *client = g_task_get_source_object (task);
  TrancheTbankCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheHttpReply) reply = NULL;
  TrancheOrder *answer;
  GError *error = NULL;

  reply = tranche_http_channel_send_finish (TRANCHE_HTTP_CHANNEL (source), result, &error);
  if (!reply) {
    g_task_return_error (task, error);
    return;
  }

  error = tranche_tbank_refusal_new (reply, call->method->name, call->method->effect);
  if (error) {
    g_task_return_error (task, error);
    return;
  }

  answer = call->method->read (client, call, reply->body, &error);
  if (answer)
    g_task_return_pointer (task, answer, g_object_unref);
  else
    g_task_return_error (task,
                         tranche_http_reply_unreadable (reply, call->method->effect, error));
}

void
tranche_tbank_call_send (GTask              *task,
                         TrancheHttpRequest *request)
{
  TrancheTbankClient *client = g_task_get_source_object (task);

  tranche_http_channel_send_async (client->channel, request, g_task_get_cancellable (task),
                                   sent_cb, task);
}

void
tranche_tbank_call_about (TrancheTbankClient       *client,
                          const TrancheTbankMethod *method,
                          TrancheOrder             *order,
                          TranchePriority           priority,
                          GCancellable             *cancellable,
                          GAsyncReadyCallback       callback,
                          gpointer                  user_data)
{
  const char *number = tranche_order_get_number (order);
  TrancheHttpRequest *request;
  GTask *task;

  g_return_if_fail (number != NULL && *number != '\0');

  task = tranche_tbank_call_new (client, method, order, cancellable, callback, user_data);
  request = tranche_tbank_call_new_request (client, method, number,
                                            tranche_order_get_demo (order));
  request->priority = priority;
  tranche_tbank_call_send (task, request);
}

TrancheOrder *
tranche_tbank_call_finish (TrancheBank               *bank,
                           const TrancheTbankMethod  *method,
                           GAsyncResult              *result,
                           GError                   **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bank), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) method), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
