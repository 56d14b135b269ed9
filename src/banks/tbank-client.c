/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-client.h"

#include <string.h>

#include "banks/tbank-call.h"
#include "banks/tbank-client-private.h"
#include "banks/tbank-draft-rules.h"
#include "banks/tbank-refusal.h"
#include "banks/tbank-wire-request.h"
#include "banks/wipe.h"

#define DEMO_LOGIN_PREFIX "demo-"
/* No shop has given this number to an order. */
#define IMPOSSIBLE_NUMBER "tranche-connection-test"

static void tranche_tbank_client_bank_init (TrancheBankInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrancheTbankClient, tranche_tbank_client, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRANCHE_TYPE_BANK,
                                                      tranche_tbank_client_bank_init))

static void
tranche_tbank_client_finalize (GObject *object)
{
  TrancheTbankClient *self = TRANCHE_TBANK_CLIENT (object);

  g_clear_object (&self->account);
  g_clear_object (&self->channel);
  g_clear_pointer (&self->authorization[FALSE], tranche_free_wiped);
  g_clear_pointer (&self->authorization[TRUE], tranche_free_wiped);

  G_OBJECT_CLASS (tranche_tbank_client_parent_class)->finalize (object);
}

static void
tranche_tbank_client_class_init (TrancheTbankClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_tbank_client_finalize;
}

static void
tranche_tbank_client_init (TrancheTbankClient *self)
{
}

static char *
make_authorization (const char *prefix,
                    const char *login,
                    const char *password)
{
  char *plain = g_strconcat (prefix, login, ":", password, NULL);
  char *encoded = g_base64_encode ((const guchar *) plain, strlen (plain));
  char *value = g_strconcat ("Basic ", encoded, NULL);

  tranche_free_wiped (plain);
  tranche_free_wiped (encoded);

  return value;
}

TrancheBank *
tranche_tbank_client_new (TrancheAccount *account,
                          const char     *password)
{
  g_autoptr (TrancheRateLimiter) limiter = NULL;
  g_autoptr (TrancheHttpChannel) channel = NULL;

  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (account), NULL);

  limiter = tranche_rate_limiter_new (tranche_account_get_rate (account));
  channel = tranche_http_channel_new (tranche_account_get_base_url (account), limiter);

  return tranche_tbank_client_new_with_channel (account, password, channel);
}

TrancheBank *
tranche_tbank_client_new_with_channel (TrancheAccount     *account,
                                       const char         *password,
                                       TrancheHttpChannel *channel)
{
  TrancheTbankClient *self;
  const char *login;

  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (password != NULL, NULL);
  g_return_val_if_fail (TRANCHE_IS_HTTP_CHANNEL (channel), NULL);

  self = g_object_new (TRANCHE_TYPE_TBANK_CLIENT, NULL);
  self->account = g_object_ref (account);
  self->channel = g_object_ref (channel);

  login = tranche_account_get_showcase_id (account);
  self->authorization[FALSE] = make_authorization ("", login, password);
  self->authorization[TRUE] = make_authorization (DEMO_LOGIN_PREFIX, login, password);

  return TRANCHE_BANK (self);
}

static TrancheCapabilities
tranche_tbank_client_get_capabilities (TrancheBank *bank)
{
  TrancheTbankClient *self = TRANCHE_TBANK_CLIENT (bank);
  TrancheCapabilities capabilities = TRANCHE_CAPABILITY_LINK |
                                     TRANCHE_CAPABILITY_IDEMPOTENT_CREATE |
                                     TRANCHE_CAPABILITY_INFO_BY_NUMBER;

  /* What commits by itself can only be returned once it was signed. */
  if (!tranche_account_get_auto_commit (self->account))
    capabilities |= TRANCHE_CAPABILITY_CANCEL_SIGNED;

  return capabilities;
}

static GPtrArray *
tranche_tbank_client_validate_draft (TrancheBank       *bank,
                                     TrancheOrderDraft *draft)
{
  TrancheTbankClient *self = TRANCHE_TBANK_CLIENT (bank);

  return tranche_tbank_validate_draft (self->account, draft);
}

static void
tranche_tbank_client_create_async (TrancheBank         *bank,
                                   TrancheOrderDraft   *draft,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  TrancheTbankClient *self = TRANCHE_TBANK_CLIENT (bank);
  const char *path = tranche_tbank_create_path (tranche_account_get_demo (self->account));
  const TrancheTbankMethod *method = &tranche_tbank_create_method;
  TrancheHttpRequest *request = tranche_http_request_new (method->http_method, path, method->name);

  request->effect = method->effect;
  request->body = tranche_tbank_write_create (self->account, draft);
  tranche_tbank_call_send (tranche_tbank_call_new (self, method, NULL, cancellable, callback,
                                                   user_data),
                           request);
}

static TrancheOrder *
tranche_tbank_client_create_finish (TrancheBank   *bank,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return tranche_tbank_call_finish (bank, &tranche_tbank_create_method, result, error);
}

static void
tranche_tbank_client_info_async (TrancheBank         *bank,
                                 TrancheOrder        *order,
                                 TranchePriority      priority,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  tranche_tbank_call_about (TRANCHE_TBANK_CLIENT (bank), &tranche_tbank_info_method, order,
                            priority, cancellable, callback, user_data);
}

static TrancheOrder *
tranche_tbank_client_info_finish (TrancheBank   *bank,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return tranche_tbank_call_finish (bank, &tranche_tbank_info_method, result, error);
}

static void
tranche_tbank_client_commit_async (TrancheBank         *bank,
                                   TrancheOrder        *order,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  tranche_tbank_call_about (TRANCHE_TBANK_CLIENT (bank), &tranche_tbank_commit_method, order,
                            TRANCHE_PRIORITY_USER, cancellable, callback, user_data);
}

static TrancheOrder *
tranche_tbank_client_commit_finish (TrancheBank   *bank,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return tranche_tbank_call_finish (bank, &tranche_tbank_commit_method, result, error);
}

static void
tranche_tbank_client_cancel_async (TrancheBank         *bank,
                                   TrancheOrder        *order,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  tranche_tbank_call_about (TRANCHE_TBANK_CLIENT (bank), &tranche_tbank_cancel_method, order,
                            TRANCHE_PRIORITY_USER, cancellable, callback, user_data);
}

static TrancheOrder *
tranche_tbank_client_cancel_finish (TrancheBank   *bank,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return tranche_tbank_call_finish (bank, &tranche_tbank_cancel_method, result, error);
}

/* The bank has no method for the payout: it is what info says of it. */
static void
tranche_tbank_client_check_payout_async (TrancheBank         *bank,
                                         TrancheOrder        *order,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  tranche_tbank_call_about (TRANCHE_TBANK_CLIENT (bank), &tranche_tbank_info_method, order,
                            TRANCHE_PRIORITY_USER, cancellable, callback, user_data);
}

static TranchePayout *
tranche_tbank_client_check_payout_finish (TrancheBank   *bank,
                                          GAsyncResult  *result,
                                          GError       **error)
{
  g_autoptr (TrancheOrder) answer = NULL;
  TranchePayoutState state = TRANCHE_PAYOUT_NOT_COMMITTED;

  answer = tranche_tbank_call_finish (bank, &tranche_tbank_info_method, result, error);
  if (!answer)
    return NULL;
  if (tranche_order_get_stage (answer) == TRANCHE_STAGE_COMMITTED)
    state = TRANCHE_PAYOUT_DUE;

  return tranche_payout_new (state, tranche_order_get_transfer_amount (answer), answer);
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TrancheHttpReply) reply = NULL;
  GError *error = NULL;

  reply = tranche_http_channel_send_finish (TRANCHE_HTTP_CHANNEL (source), result, &error);
  if (reply)
    error = tranche_tbank_refusal_new (reply, tranche_tbank_info_method.name,
                                       tranche_tbank_info_method.effect);

  /* Whoever is told that there is no such order was let in; but any web server
   * knows a page that says "not found". */
  if (g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_FOUND)) {
    g_clear_error (&error);
    if (tranche_http_reply_is_page (reply))
      error = tranche_bank_error_new (TRANCHE_BANK_ERROR_PROTOCOL, reply->status,
                                      "A web page answers at the bank's address");
  }

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
tranche_tbank_client_test_async (TrancheBank         *bank,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  TrancheTbankClient *self = TRANCHE_TBANK_CLIENT (bank);
  const TrancheTbankMethod *method = &tranche_tbank_info_method;
  gboolean demo = tranche_account_get_demo (self->account);
  GTask *task = tranche_tbank_call_new (self, method, NULL, cancellable, callback, user_data);
  TrancheHttpRequest *request = tranche_tbank_call_new_request (self, method, IMPOSSIBLE_NUMBER,
                                                                demo);

  tranche_http_channel_send_async (self->channel, request, cancellable, tested_cb, task);
}

static gboolean
tranche_tbank_client_test_finish (TrancheBank   *bank,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bank), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) &tranche_tbank_info_method),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
tranche_tbank_client_bank_init (TrancheBankInterface *iface)
{
  iface->get_capabilities = tranche_tbank_client_get_capabilities;
  iface->validate_draft = tranche_tbank_client_validate_draft;
  iface->create_async = tranche_tbank_client_create_async;
  iface->create_finish = tranche_tbank_client_create_finish;
  iface->info_async = tranche_tbank_client_info_async;
  iface->info_finish = tranche_tbank_client_info_finish;
  iface->commit_async = tranche_tbank_client_commit_async;
  iface->commit_finish = tranche_tbank_client_commit_finish;
  iface->cancel_async = tranche_tbank_client_cancel_async;
  iface->cancel_finish = tranche_tbank_client_cancel_finish;
  iface->check_payout_async = tranche_tbank_client_check_payout_async;
  iface->check_payout_finish = tranche_tbank_client_check_payout_finish;
  iface->test_async = tranche_tbank_client_test_async;
  iface->test_finish = tranche_tbank_client_test_finish;
}
