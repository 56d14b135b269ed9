/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/http-channel.h"
#include "core/account.h"
#include "core/bank.h"

G_BEGIN_DECLS

/* What the headers are called unless the account says something else. */
#define TRANCHE_CFRONT_ID_HEADER "store-id"
#define TRANCHE_CFRONT_SIGNATURE_HEADER "signature"

/**
 * TrancheCfrontMethod:
 * @name: what it is called in the log and in errors
 * @path: beneath the account's base URL
 * @accept: (nullable): the media type of the reply, where it is not JSON
 * @effect: it changes something at the bank
 * @needs_state: it is only for orders of a certain state
 * @answers: refusing statuses that are answers all the same; 0 for none
 *
 * A method of the bank's interface; all of them are POST.
 */
typedef struct {
  const char *name;
  const char *path;
  const char *accept;
  gboolean effect;
  gboolean needs_state;
  guint answers[2];
} TrancheCfrontMethod;

#define TRANCHE_TYPE_CFRONT_CHANNEL (tranche_cfront_channel_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCfrontChannel, tranche_cfront_channel, TRANCHE, CFRONT_CHANNEL, GObject)

/**
 * TrancheCfrontChannel:
 *
 * The one way to a bank that speaks CFRONT: signs the bytes that it sends,
 * verifies the bytes that come back where they are signed, and tells refusals
 * from answers.
 */
/* @secret: kept in memory only, and wiped. @http: to the account's address. The names of the headers are those of
 * the account's agreement; one that cannot be the name of a header is the usual
 * one instead. */
TrancheCfrontChannel *tranche_cfront_channel_new         (TrancheAccount             *account,
                                                          const char                 *secret,
                                                          TrancheHttpChannel         *http);

/* Takes @body. @method must stay. */
void                  tranche_cfront_channel_send_async  (TrancheCfrontChannel       *self,
                                                          const TrancheCfrontMethod  *method,
                                                          GBytes                     *body,
                                                          TranchePriority             priority,
                                                          GCancellable               *cancellable,
                                                          GAsyncReadyCallback         callback,
                                                          gpointer                    user_data);
/* Fails as the HTTP channel does, with a refusal, or with
 * %TRANCHE_BANK_ERROR_PROTOCOL for a wrong signature, which after an effect is
 * an unknown outcome. */
TrancheHttpReply     *tranche_cfront_channel_send_finish (TrancheCfrontChannel       *self,
                                                          GAsyncResult               *result,
                                                          GError                    **error);

G_END_DECLS
