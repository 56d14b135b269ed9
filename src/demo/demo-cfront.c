/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront.h"

#include "banks/cfront-signature.h"
#include "demo/demo-bank.h"
#include "demo/demo-cfront-callbacks.h"
#include "demo/demo-cfront-methods.h"

struct _TrancheDemoCfront {
  TrancheDemoCfrontBank *bank;
  TrancheDemoCfrontOptions options;
  const char *id_header;
  const char *signature_header;
  TrancheDemoCfrontCallbacks *callbacks;
  /* Makes the trace ids. */
  GRand *random;
};

static void
changed_cb (TrancheDemoCfrontOrder *order,
            gpointer                user_data)
{
  TrancheDemoCfront *self = user_data;

  tranche_demo_cfront_callbacks_look (self->callbacks, order);
}

TrancheDemoCfront *
tranche_demo_cfront_new (TrancheDemoCfrontBank          *bank,
                         const TrancheDemoCfrontOptions *options)
{
  TrancheDemoCfront *self = g_new0 (TrancheDemoCfront, 1);

  self->bank = bank;
  self->options = *options;
  self->id_header = options->id_header ? options->id_header : TRANCHE_DEMO_CFRONT_ID_HEADER;
  self->signature_header = options->signature_header ? options->signature_header
                                                     : TRANCHE_DEMO_CFRONT_SIGNATURE_HEADER;
  self->callbacks =
    tranche_demo_cfront_callbacks_new (tranche_demo_cfront_bank_get_clock (bank)->speed,
                                       self->signature_header);
  tranche_demo_cfront_bank_set_changed (bank, changed_cb, self);
  self->random = tranche_demo_cfront_bank_new_random (bank, "trace");

  return self;
}

void
tranche_demo_cfront_free (TrancheDemoCfront *self)
{
  tranche_demo_cfront_callbacks_free (self->callbacks);
  g_rand_free (self->random);
  g_free (self);
}

gboolean
tranche_demo_cfront_is_path (const char *path)
{
  return g_str_has_prefix (path, "/api/") && !g_str_has_prefix (path, "/api/partners/");
}

void
tranche_demo_cfront_trace (TrancheDemoCfront *self,
                           SoupServerMessage *message)
{
  g_autofree char *id = tranche_demo_bank_make_id (self->random, FALSE);

  soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                "Trace-Id", id);
}

/* Signs exactly the bytes that are going to be sent. */
static void
sign_answer (TrancheDemoCfront  *self,
             TrancheDemoRequest *request,
             const char         *secret)
{
  SoupMessageBody *body = soup_server_message_get_response_body (request->message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  g_autofree char *signature = tranche_cfront_sign (bytes, secret);

  soup_message_headers_replace (soup_server_message_get_response_headers (request->message),
                                self->signature_header, signature);
}

static void
answer (TrancheDemoCfront             *self,
        TrancheDemoRequest            *request,
        const char                    *store_id,
        const TrancheDemoCfrontMethod *method)
{
  g_autoptr (TrancheDemoCfrontCall) call = NULL;

  if (method->creates && !tranche_demo_cfront_bank_may_create (store_id)) {
    tranche_demo_request_refuse (request, SOUP_STATUS_FORBIDDEN, "Створення заявок заборонено");
    return;
  }

  call = tranche_demo_cfront_call_new (request, self->bank, &self->options, store_id,
                                       method->is_letter);
  if (call)
    method->answer (call);
}

void
tranche_demo_cfront_handle (TrancheDemoCfront  *self,
                            TrancheDemoRequest *request)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (request->message);
  const char *store_id = soup_message_headers_get_one (headers, self->id_header);
  const char *signature = soup_message_headers_get_one (headers, self->signature_header);
  const char *secret = store_id ? tranche_demo_cfront_bank_get_secret (store_id) : NULL;
  g_autofree char *path = g_strjoinv ("/", request->segments);
  const TrancheDemoCfrontMethod *method = tranche_demo_cfront_method_find (path);

  if (!method)
    tranche_demo_request_refuse (request, SOUP_STATUS_NOT_FOUND, "Not Found");
  else if (!tranche_demo_request_expect (request, "POST"))
    ;
  else if (!secret || !tranche_cfront_verify (request->body, secret, signature))
    tranche_demo_request_refuse (request, SOUP_STATUS_UNAUTHORIZED,
                                 "Підпис не передано або не валідний");
  else
    answer (self, request, store_id, method);

  if (secret)
    sign_answer (self, request, secret);
}
