/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-channel.h"

#include <string.h>

#include "banks/cfront-refusal.h"
#include "banks/cfront-signature.h"
#include "banks/wipe.h"

#define UNAUTHORIZED 401

struct _TrancheCfrontChannel {
  GObject parent_instance;

  TrancheHttpChannel *http;
  char *id_header;
  char *store_id;
  char *signature_header;
  /* Wiped. */
  char *secret;
};

G_DEFINE_FINAL_TYPE (TrancheCfrontChannel, tranche_cfront_channel, G_TYPE_OBJECT)

static void
tranche_cfront_channel_finalize (GObject *object)
{
  TrancheCfrontChannel *self = TRANCHE_CFRONT_CHANNEL (object);

  g_clear_object (&self->http);
  g_free (self->id_header);
  g_free (self->store_id);
  g_free (self->signature_header);
  g_clear_pointer (&self->secret, tranche_free_wiped);

  G_OBJECT_CLASS (tranche_cfront_channel_parent_class)->finalize (object);
}

static void
tranche_cfront_channel_class_init (TrancheCfrontChannelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_cfront_channel_finalize;
}

static void
tranche_cfront_channel_init (TrancheCfrontChannel *self)
{
}

/* A token of RFC 9110. */
static gboolean
is_header_name (const char *name)
{
  for (const char *p = name; *p; p++)
    if (!g_ascii_isalnum (*p) && !strchr ("!#$%&'*+-.^_`|~", *p))
      return FALSE;

  return *name != '\0';
}

static char *
dup_header_name (const char *name,
                 const char *usual)
{
  return g_strdup (name && is_header_name (name) ? name : usual);
}

/* Without what would end a header. */
static char *
dup_header_value (const char *text)
{
  return text ? g_strstrip (g_strdelimit (g_strdup (text), "\r\n", ' ')) : g_strdup ("");
}

TrancheCfrontChannel *
tranche_cfront_channel_new (TrancheAccount     *account,
                            const char         *secret,
                            TrancheHttpChannel *http)
{
  const TrancheAgreement *agreement = tranche_account_get_agreement (account);
  TrancheCfrontChannel *self = g_object_new (TRANCHE_TYPE_CFRONT_CHANNEL, NULL);

  self->http = g_object_ref (http);
  self->id_header = dup_header_name (agreement->id_header, TRANCHE_CFRONT_ID_HEADER);
  self->store_id = dup_header_value (tranche_account_get_showcase_id (account));
  self->signature_header = dup_header_name (agreement->signature_header,
                                            TRANCHE_CFRONT_SIGNATURE_HEADER);
  self->secret = g_strdup (secret);

  return self;
}

/* Whether @reply may be believed. Banks that sign sign everything, but not every
 * bank signs, so that a reply without a signature passes.
 *
 * One that says that the shop's signature is wrong was itself signed with
 * another secret than the shop's. The body of a refusal may be lost. */
static gboolean
is_genuine (TrancheCfrontChannel *self,
            TrancheHttpReply     *reply)
{
  if (!reply->signature || reply->status == UNAUTHORIZED)
    return TRUE;
  if (reply->status >= 400 && g_bytes_get_size (reply->body) == 0)
    return TRUE;

  return tranche_cfront_verify (reply->body, self->secret, reply->signature);
}

static gboolean
is_answer (const TrancheCfrontMethod *method,
           TrancheHttpReply          *reply)
{
  for (gsize i = 0; i < G_N_ELEMENTS (method->answers); i++)
    if (reply->status == method->answers[i])
      return TRUE;

  return FALSE;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheCfrontChannel *self = g_task_get_source_object (task);
  const TrancheCfrontMethod *method = g_task_get_task_data (task);
  g_autoptr (TrancheHttpReply) reply = NULL;
  GError *error = NULL;

  reply = tranche_http_channel_send_finish (TRANCHE_HTTP_CHANNEL (source), result, &error);
  if (!reply) {
    g_task_return_error (task, error);
    return;
  }

  if (!is_genuine (self, reply)) {
    error = tranche_bank_error_new (TRANCHE_BANK_ERROR_PROTOCOL, reply->status,
                                    "%s: the signature of the reply is wrong", method->name);
    error = tranche_http_reply_unreadable (reply, method->effect, error);
  } else if (!is_answer (method, reply)) {
    error = tranche_cfront_refusal_new (reply, method->name, method->effect, method->needs_state);
  }

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&reply),
                           (GDestroyNotify) tranche_http_reply_free);
}

void
tranche_cfront_channel_send_async (TrancheCfrontChannel      *self,
                                   const TrancheCfrontMethod *method,
                                   GBytes                    *body,
                                   TranchePriority            priority,
                                   GCancellable              *cancellable,
                                   GAsyncReadyCallback        callback,
                                   gpointer                   user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  TrancheHttpRequest *request = tranche_http_request_new ("POST", method->path, method->name);
  g_autofree char *signature = tranche_cfront_sign (body, self->secret);

  g_task_set_source_tag (task, tranche_cfront_channel_send_async);
  g_task_set_static_name (task, method->name);
  /* The HTTP channel decides whether a cancellation came too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, (gpointer) method, NULL);

  request->effect = method->effect;
  request->priority = priority;
  request->body = body;
  request->accept = g_strdup (method->accept);
  request->signature_header = g_strdup (self->signature_header);
  tranche_http_request_add_header (request, self->id_header, self->store_id);
  tranche_http_request_add_header (request, self->signature_header, signature);

  tranche_http_channel_send_async (self->http, request, cancellable, sent_cb, task);
}

TrancheHttpReply *
tranche_cfront_channel_send_finish (TrancheCfrontChannel  *self,
                                    GAsyncResult          *result,
                                    GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
