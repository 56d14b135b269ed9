/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-client-private.h"

#include "banks/cfront-draft-rules.h"
#include "banks/cfront-wire-reply.h"
#include "banks/cfront-wire-request.h"

static void tranche_cfront_client_bank_init (TrancheBankInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrancheCfrontClient, tranche_cfront_client, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRANCHE_TYPE_BANK,
                                                      tranche_cfront_client_bank_init))

static void
tranche_cfront_client_finalize (GObject *object)
{
  TrancheCfrontClient *self = TRANCHE_CFRONT_CLIENT (object);

  g_clear_object (&self->account);
  g_clear_object (&self->channel);

  G_OBJECT_CLASS (tranche_cfront_client_parent_class)->finalize (object);
}

static void
tranche_cfront_client_class_init (TrancheCfrontClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_cfront_client_finalize;
}

static void
tranche_cfront_client_init (TrancheCfrontClient *self)
{
}

TrancheBank *
tranche_cfront_client_new (TrancheAccount *account,
                           const char     *secret)
{
  g_autoptr (TrancheRateLimiter) limiter = NULL;
  g_autoptr (TrancheHttpChannel) channel = NULL;

  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (account), NULL);

  limiter = tranche_rate_limiter_new (tranche_account_get_rate (account));
  channel = tranche_http_channel_new (tranche_account_get_base_url (account), limiter);

  return tranche_cfront_client_new_with_channel (account, secret, channel);
}

TrancheBank *
tranche_cfront_client_new_with_channel (TrancheAccount     *account,
                                        const char         *secret,
                                        TrancheHttpChannel *channel)
{
  TrancheCfrontClient *self;

  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (secret != NULL, NULL);
  g_return_val_if_fail (TRANCHE_IS_HTTP_CHANNEL (channel), NULL);

  self = g_object_new (TRANCHE_TYPE_CFRONT_CLIENT, NULL);
  self->account = g_object_ref (account);
  self->channel = tranche_cfront_channel_new (account, secret, channel);

  return TRANCHE_BANK (self);
}

static const struct {
  TrancheServices services;
  TrancheCapabilities capability;
} offers[] = {
  { TRANCHE_SERVICE_CUSTOMER | TRANCHE_SERVICE_CUSTOMER_FOUND, TRANCHE_CAPABILITY_FIND_CUSTOMER },
  { TRANCHE_SERVICE_LETTER | TRANCHE_SERVICE_LETTER_CONTRACT, TRANCHE_CAPABILITY_LETTER },
  { TRANCHE_SERVICE_LETTER_PDF, TRANCHE_CAPABILITY_LETTER_PDF },
  { TRANCHE_SERVICE_DETAILS, TRANCHE_CAPABILITY_DETAILS },
  { TRANCHE_SERVICE_RETURN, TRANCHE_CAPABILITY_RETURN },
  { TRANCHE_SERVICE_REPORT, TRANCHE_CAPABILITY_REPORT },
};

static TrancheCapabilities
tranche_cfront_client_get_capabilities (TrancheBank *bank)
{
  TrancheCfrontClient *self = TRANCHE_CFRONT_CLIENT (bank);
  TrancheServices services = tranche_account_get_agreement (self->account)->services;
  TrancheCapabilities capabilities = TRANCHE_CAPABILITY_CANCEL_SIGNED |
                                     TRANCHE_CAPABILITY_IDEMPOTENT_CREATE |
                                     TRANCHE_CAPABILITY_SALE;

  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++)
    if (services & offers[i].services)
      capabilities |= offers[i].capability;

  return capabilities;
}

static GPtrArray *
tranche_cfront_client_validate_draft (TrancheBank       *bank,
                                      TrancheOrderDraft *draft)
{
  return tranche_cfront_validate_draft (TRANCHE_CFRONT_CLIENT (bank)->account, draft);
}

static gpointer
read_created (TrancheCfrontCall  *call,
              TrancheHttpReply   *reply,
              GError            **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TrancheOrder *answer = tranche_cfront_read_created (reply->body, now, error);

  if (answer) {
    tranche_order_set_trace_id (answer, reply->trace_id);
    tranche_order_set_demo (answer, tranche_account_get_demo (call->account));
  }

  return answer;
}

/* The call's order is the fresh answer to state by now, which nobody else has. */
static gpointer
read_paid (TrancheCfrontCall  *call,
           TrancheHttpReply   *reply,
           GError            **error)
{
  tranche_order_set_trace_id (call->order, reply->trace_id);

  return tranche_cfront_read_paid (reply->body, call->order, error);
}

/* Whoever is told that there is no such order was let in; but any web server
 * knows a page that says "not found". */
static gpointer
read_test (TrancheCfrontCall  *call,
           TrancheHttpReply   *reply,
           GError            **error)
{
  if (reply->status < 300)
    return tranche_cfront_call_read_state (call, reply, error);
  if (!tranche_http_reply_is_page (reply))
    return g_object_ref (call->order);

  g_set_error_literal (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL,
                       "A web page answers at the bank's address");
  return NULL;
}

/* The older specification answers a second create of a number with 409 and the
 * id of the order that there is. */
static const TrancheCfrontService create_service = {
  { "create", "/api/order/create", .effect = TRUE, .answers = { 409 } },
  read_created, g_object_unref,
};
static const TrancheCfrontService state_service = {
  { "state", "/api/order/state" },
  tranche_cfront_call_read_state, g_object_unref,
};
/* The older specification knows no 404, and says 400 of an unknown order. */
static const TrancheCfrontService test_service = {
  { "test", "/api/order/state", .answers = { 404, 400 } },
  read_test, g_object_unref,
};
static const TrancheCfrontService confirm_service = {
  { "confirm", "/api/order/confirm", .effect = TRUE, .needs_state = TRUE },
  tranche_cfront_call_read_state, g_object_unref,
};
static const TrancheCfrontService reject_service = {
  { "reject", "/api/order/reject", .effect = TRUE, .needs_state = TRUE },
  tranche_cfront_call_read_state, g_object_unref,
};
static const TrancheCfrontService paid_service = {
  { "check paid", "/api/order/check/paid", .needs_state = TRUE },
  read_paid, (GDestroyNotify) tranche_payout_free,
};

static void
tranche_cfront_client_create_async (TrancheBank         *bank,
                                    TrancheOrderDraft   *draft,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  TrancheCfrontClient *self = TRANCHE_CFRONT_CLIENT (bank);
  GTask *task = tranche_cfront_call_new (self, tranche_cfront_client_create_async,
                                         &create_service, self->account, self->channel, NULL,
                                         cancellable, callback, user_data);

  tranche_cfront_call_send (task, tranche_cfront_write_create (self->account, draft),
                            TRANCHE_PRIORITY_USER);
}

static TrancheOrder *
tranche_cfront_client_create_finish (TrancheBank   *bank,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bank), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_cfront_client_create_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The methods that are asked about an order and answer with its state. */
static void
call_order_service (TrancheBank                *bank,
                    gpointer                    source_tag,
                    const TrancheCfrontService *service,
                    TrancheOrder               *order,
                    TranchePriority             priority,
                    GCancellable               *cancellable,
                    GAsyncReadyCallback         callback,
                    gpointer                    user_data)
{
  TrancheCfrontClient *self = TRANCHE_CFRONT_CLIENT (bank);
  GTask *task = tranche_cfront_call_new (self, source_tag, service, self->account, self->channel,
                                         order, cancellable, callback, user_data);
  const char *id = tranche_cfront_call_require_order_id (task);

  if (id)
    tranche_cfront_call_send (task, tranche_cfront_write_order (id), priority);
}

static void
tranche_cfront_client_info_async (TrancheBank         *bank,
                                  TrancheOrder        *order,
                                  TranchePriority      priority,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  call_order_service (bank, tranche_cfront_client_info_async, &state_service, order, priority,
                      cancellable, callback, user_data);
}

static TrancheOrder *
tranche_cfront_client_info_finish (TrancheBank   *bank,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bank), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_cfront_client_info_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tranche_cfront_client_commit_async (TrancheBank         *bank,
                                    TrancheOrder        *order,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  call_order_service (bank, tranche_cfront_client_commit_async, &confirm_service, order,
                      TRANCHE_PRIORITY_USER, cancellable, callback, user_data);
}

static TrancheOrder *
tranche_cfront_client_commit_finish (TrancheBank   *bank,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bank), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_cfront_client_commit_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tranche_cfront_client_cancel_async (TrancheBank         *bank,
                                    TrancheOrder        *order,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  call_order_service (bank, tranche_cfront_client_cancel_async, &reject_service, order,
                      TRANCHE_PRIORITY_USER, cancellable, callback, user_data);
}

static TrancheOrder *
tranche_cfront_client_cancel_finish (TrancheBank   *bank,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bank), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_cfront_client_cancel_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* check/paid is only for orders that were confirmed, so that the state comes
 * first and may be all that there is to say. */
static void
payout_state_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheCfrontCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) answer = NULL;
  GError *error = NULL;
  const char *id;

  answer = tranche_cfront_call_finish (task, source, result, &error);
  if (!answer) {
    g_task_return_error (task, error);
    return;
  }
  if (tranche_cfront_payout_state (answer) == TRANCHE_PAYOUT_NOT_COMMITTED) {
    g_task_return_pointer (task, tranche_payout_new (TRANCHE_PAYOUT_NOT_COMMITTED, NULL, answer),
                           (GDestroyNotify) tranche_payout_free);
    return;
  }

  call->service = &paid_service;
  g_set_object (&call->order, answer);
  id = tranche_order_get_bank_order_id (answer);
  tranche_cfront_call_send (g_steal_pointer (&task), tranche_cfront_write_order (id),
                            TRANCHE_PRIORITY_USER);
}

static void
tranche_cfront_client_check_payout_async (TrancheBank         *bank,
                                          TrancheOrder        *order,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  TrancheCfrontClient *self = TRANCHE_CFRONT_CLIENT (bank);
  GTask *task = tranche_cfront_call_new (self, tranche_cfront_client_check_payout_async,
                                         &state_service, self->account, self->channel, order,
                                         cancellable, callback, user_data);
  const char *id = tranche_cfront_call_require_order_id (task);

  if (id)
    tranche_cfront_call_send_to (task, tranche_cfront_write_order (id), TRANCHE_PRIORITY_USER,
                                 payout_state_cb);
}

static TranchePayout *
tranche_cfront_client_check_payout_finish (TrancheBank   *bank,
                                           GAsyncResult  *result,
                                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bank), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  tranche_cfront_client_check_payout_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tranche_cfront_client_test_async (TrancheBank         *bank,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  TrancheCfrontClient *self = TRANCHE_CFRONT_CLIENT (bank);
  g_autoptr (TrancheOrder) nobodys = tranche_order_new ();
  g_autofree char *id = g_uuid_string_random ();
  GTask *task;

  tranche_order_set_bank_order_id (nobodys, id);
  task = tranche_cfront_call_new (self, tranche_cfront_client_test_async, &test_service,
                                  self->account, self->channel, nobodys, cancellable, callback,
                                  user_data);
  tranche_cfront_call_send (task, tranche_cfront_write_order (id), TRANCHE_PRIORITY_USER);
}

static gboolean
tranche_cfront_client_test_finish (TrancheBank   *bank,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_autoptr (TrancheOrder) answer = NULL;

  g_return_val_if_fail (g_task_is_valid (result, bank), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_cfront_client_test_async),
                        FALSE);

  answer = g_task_propagate_pointer (G_TASK (result), error);

  return answer != NULL;
}

static void
tranche_cfront_client_bank_init (TrancheBankInterface *iface)
{
  iface->get_capabilities = tranche_cfront_client_get_capabilities;
  iface->validate_draft = tranche_cfront_client_validate_draft;
  iface->create_async = tranche_cfront_client_create_async;
  iface->create_finish = tranche_cfront_client_create_finish;
  iface->info_async = tranche_cfront_client_info_async;
  iface->info_finish = tranche_cfront_client_info_finish;
  iface->commit_async = tranche_cfront_client_commit_async;
  iface->commit_finish = tranche_cfront_client_commit_finish;
  iface->cancel_async = tranche_cfront_client_cancel_async;
  iface->cancel_finish = tranche_cfront_client_cancel_finish;
  iface->check_payout_async = tranche_cfront_client_check_payout_async;
  iface->check_payout_finish = tranche_cfront_client_check_payout_finish;
  iface->test_async = tranche_cfront_client_test_async;
  iface->test_finish = tranche_cfront_client_test_finish;
  tranche_cfront_client_add_services (iface);
}
