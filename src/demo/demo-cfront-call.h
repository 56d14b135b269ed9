/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-bank.h"
#include "demo/demo-cfront-fields.h"
#include "demo/demo-cfront-options.h"
#include "demo/demo-request.h"

G_BEGIN_DECLS

/* Younger than libsoup's list. */
#define TRANCHE_DEMO_CFRONT_TOO_MANY_REQUESTS 429

/* The name of the dialect in the ledger and in lists. */
#define TRANCHE_DEMO_CFRONT_BANK "cfront"

/**
 * TrancheDemoCfrontCall:
 * @request: the request that is to be answered
 * @bank: what knows the answer
 * @options: how it is given
 * @store_id: the shop that asks and has proved it
 * @is_letter: whether it is about a guarantee letter
 * @root: the body
 * @complaint: what is wrong with it
 *
 * A request of a shop whose signature is right.
 */
typedef struct {
  TrancheDemoRequest *request;
  TrancheDemoCfrontBank *bank;
  const TrancheDemoCfrontOptions *options;
  const char *store_id;
  gboolean is_letter;
  JsonNode *root;
  char *complaint;
} TrancheDemoCfrontCall;

/* Reads the body; answers where it is no JSON object, and gives %NULL. Whoever
 * has answered need not have a call. (transfer full) (nullable) */
TrancheDemoCfrontCall   *tranche_demo_cfront_call_new        (TrancheDemoRequest             *request,
                                                              TrancheDemoCfrontBank          *bank,
                                                              const TrancheDemoCfrontOptions *options,
                                                              const char                     *store_id,
                                                              gboolean                        is_letter);
void                     tranche_demo_cfront_call_free       (TrancheDemoCfrontCall          *self);

/* For reading the members of the body. */
TrancheDemoCfrontFields  tranche_demo_cfront_call_get_fields (TrancheDemoCfrontCall          *self);
/* Answers 400 if something in the body was complained of. */
gboolean                 tranche_demo_cfront_call_complains  (TrancheDemoCfrontCall          *self);
/* Answers 400 with the words of @error. */
void                     tranche_demo_cfront_call_fail       (TrancheDemoCfrontCall          *self,
                                                              const GError                   *error);
/* The order that the body names; answers where there is none. (nullable) */
TrancheDemoCfrontOrder  *tranche_demo_cfront_call_get_order  (TrancheDemoCfrontCall          *self);
/* Notes in the ledger what was done. */
void                     tranche_demo_cfront_call_note       (TrancheDemoCfrontCall          *self,
                                                              const TrancheDemoCfrontOrder   *order,
                                                              TrancheDemoEffect               effect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoCfrontCall, tranche_demo_cfront_call_free)

G_END_DECLS
