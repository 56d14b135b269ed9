/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-client.h"

#include <string.h>

#include "banks/http-channel.h"
#include "banks/tbank-draft-rules.h"
#include "banks/tbank-refusal.h"
#include "banks/tbank-wire-created.h"
#include "banks/tbank-wire-reply.h"
#include "banks/tbank-wire-request.h"
#include "banks/wipe.h"

#define DEMO_LOGIN_PREFIX "demo-"
/* No shop has given this number to an order. */
#define IMPOSSIBLE_NUMBER "tranche-connection-test"

struct _TrancheTbankClient {
  GObject parent_instance;

  TrancheAccount *account;
  TrancheHttpChannel *channel;
  /* The values of the header for real and for demo orders; wiped. */
  char *authorization[2];
};

static void tranche_tbank_client_bank_init (TrancheBankInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrancheTbankClient, tranche_tbank_client, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRANCHE_TYPE_BANK,
                                                      tranche_tbank_client_bank_init))

typedef struct _Call Call;

/* A method of the bank; also the source tag of its tasks. */
typedef struct {
  const char *name;
  const char *http_method;
  gboolean effect;
  TrancheOrder *(* read) (TrancheTbankClient  *self,
                          Call                *call,
                          GBytes              *body,
                          GError             **error);
} Method;

static TrancheOrder *read_created (TrancheTbankClient  *self,
                                   Call                *call,
                                   GBytes              *body,
                                   GError             **error);
static TrancheOrder *read_order   (TrancheTbankClient  *self,
                                   Call                *call,
                                   GBytes              *body,
                                   GError             **error);

static const Method create_method = { "create", "POST", TRUE, read_created };
static const Method info_method = { "info", "GET", FALSE, read_order };
static const Method commit_method = { "commit", "POST", TRUE, read_order };
static const Method cancel_method = { "cancel", "POST", TRUE, read_order };

struct _Call {
  const Method *method;
  /* The order that is asked for; NULL for create and test. */
  TrancheOrder *order;
};

static void
call_free (Call *call)
{
  g_clear_object (&call->order);
  g_free (call);
}

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
  TrancheTbankClient *self;
  const char *login;

  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (password != NULL, NULL);

  self = g_object_new (TRANCHE_TYPE_TBANK_CLIENT, NULL);
  self->account = g_object_ref (account);
  limiter = tranche_rate_limiter_new (tranche_account_get_rate (account));
  self->channel = tranche_http_channel_new (tranche_account_get_base_url (account), limiter);

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

static GTask *
make_task (TrancheTbankClient  *self,
           const Method        *method,
           TrancheOrder        *order,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  call->method = method;
  g_set_object (&call->order, order);
  g_task_set_source_tag (task, (gpointer) method);
  g_task_set_static_name (task, method->name);
  /* The channel decides whether a cancellation came too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);

  return task;
}

static TrancheHttpRequest *
make_request (TrancheTbankClient *self,
              const Method       *method,
              const char         *number,
              gboolean            demo)
{
  g_autofree char *path = tranche_tbank_order_path (number, method->name);
  TrancheHttpRequest *request = tranche_http_request_new (method->http_method, path, method->name);

  request->effect = method->effect;
  tranche_http_request_add_header (request, "Authorization", self->authorization[!!demo]);

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
read_order (TrancheTbankClient  *self,
            Call                *call,
            GBytes              *body,
            GError             **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) answer =
    tranche_tbank_read_order (body, tranche_account_get_currency (self->account), now,
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
      (call->method == &cancel_method ||
       tranche_order_get_reason (call->order) == TRANCHE_REASON_STORE))
    tranche_order_set_reason (answer, TRANCHE_REASON_STORE);

  return g_steal_pointer (&answer);
}

static TrancheOrder *
read_created (TrancheTbankClient  *self,
              Call                *call,
              GBytes              *body,
              GError             **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TrancheOrder *answer = tranche_tbank_read_created (body, now, error);

  if (answer)
    tranche_order_set_demo (answer, tranche_account_get_demo (self->account));

  return answer;
}

static void
sent_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheTbankClient *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
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

  answer = call->method->read (self, call, reply->body, &error);
  if (answer)
    g_task_return_pointer (task, answer, g_object_unref);
  else
    g_task_return_error (task,
                         tranche_http_reply_unreadable (reply, call->method->effect, error));
}

static void
call_order_method (TrancheTbankClient  *self,
                   const Method        *method,
                   TrancheOrder        *order,
                   TranchePriority      priority,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  const char *number = tranche_order_get_number (order);
  TrancheHttpRequest *request;
  GTask *task;

  g_return_if_fail (number != NULL && *number != '\0');

  task = make_task (self, method, order, cancellable, callback, user_data);
  request = make_request (self, method, number, tranche_order_get_demo (order));
  request->priority = priority;
  tranche_http_channel_send_async (self->channel, request, cancellable, sent_cb, task);
}

static TrancheOrder *
finish_with_order (TrancheBank   *bank,
                   const Method  *method,
                   GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bank), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) method), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
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
  GTask *task = make_task (self, &create_method, NULL, cancellable, callback, user_data);
  TrancheHttpRequest *request = tranche_http_request_new (create_method.http_method, path,
                                                          create_method.name);

  request->effect = create_method.effect;
  request->body = tranche_tbank_write_create (self->account, draft);
  tranche_http_channel_send_async (self->channel, request, cancellable, sent_cb, task);
}

static TrancheOrder *
tranche_tbank_client_create_finish (TrancheBank   *bank,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return finish_with_order (bank, &create_method, result, error);
}

static void
tranche_tbank_client_info_async (TrancheBank         *bank,
                                 TrancheOrder        *order,
                                 TranchePriority      priority,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  call_order_method (TRANCHE_TBANK_CLIENT (bank), &info_method, order, priority, cancellable,
                     callback, user_data);
}

static TrancheOrder *
tranche_tbank_client_info_finish (TrancheBank   *bank,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return finish_with_order (bank, &info_method, result, error);
}

static void
tranche_tbank_client_commit_async (TrancheBank         *bank,
                                   TrancheOrder        *order,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  call_order_method (TRANCHE_TBANK_CLIENT (bank), &commit_method, order, TRANCHE_PRIORITY_USER,
                     cancellable, callback, user_data);
}

static TrancheOrder *
tranche_tbank_client_commit_finish (TrancheBank   *bank,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return finish_with_order (bank, &commit_method, result, error);
}

static void
tranche_tbank_client_cancel_async (TrancheBank         *bank,
                                   TrancheOrder        *order,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  call_order_method (TRANCHE_TBANK_CLIENT (bank), &cancel_method, order, TRANCHE_PRIORITY_USER,
                     cancellable, callback, user_data);
}

static TrancheOrder *
tranche_tbank_client_cancel_finish (TrancheBank   *bank,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return finish_with_order (bank, &cancel_method, result, error);
}

/* The bank has no method for the payout: it is what info says of it. */
static void
tranche_tbank_client_check_payout_async (TrancheBank         *bank,
                                         TrancheOrder        *order,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  call_order_method (TRANCHE_TBANK_CLIENT (bank), &info_method, order, TRANCHE_PRIORITY_USER,
                     cancellable, callback, user_data);
}

static TranchePayout *
tranche_tbank_client_check_payout_finish (TrancheBank   *bank,
                                          GAsyncResult  *result,
                                          GError       **error)
{
  g_autoptr (TrancheOrder) answer = finish_with_order (bank, &info_method, result, error);
  TranchePayoutState state = TRANCHE_PAYOUT_NOT_COMMITTED;

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
    error = tranche_tbank_refusal_new (reply, info_method.name, info_method.effect);

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
  GTask *task = make_task (self, &info_method, NULL, cancellable, callback, user_data);
  TrancheHttpRequest *request = make_request (self, &info_method, IMPOSSIBLE_NUMBER,
                                              tranche_account_get_demo (self->account));

  tranche_http_channel_send_async (self->channel, request, cancellable, tested_cb, task);
}

static gboolean
tranche_tbank_client_test_finish (TrancheBank   *bank,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bank), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) &info_method), FALSE);

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
