/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-application.h"
#include "demo/demo-cfront-fields.h"

G_BEGIN_DECLS

/* Reads the body of create; @fields is its root. %NULL where it complained.
 * The shop is left to the caller. (nullable) (transfer full) */
TrancheDemoCfrontApplication *tranche_demo_cfront_read_create (const TrancheDemoCfrontFields *fields);

/**
 * TrancheDemoCfrontReturnRequest:
 * @id: the shop's id of the return
 * @sum: what to return
 * @to_card: whether the bank pays it, not the shop's till
 */
typedef struct {
  char *id;
  TrancheMoney sum;
  gboolean to_card;
} TrancheDemoCfrontReturnRequest;

/* What it could not read it has complained of. */
void     tranche_demo_cfront_read_return          (const TrancheDemoCfrontFields  *fields,
                                                   TrancheDemoCfrontReturnRequest *request);
void     tranche_demo_cfront_return_request_clear (TrancheDemoCfrontReturnRequest *request);
/* What a letter is to say of the invoice; %NULL where the order says it.
 * (nullable) (transfer full) */
void     tranche_demo_cfront_read_letter          (const TrancheDemoCfrontFields  *fields,
                                                   char                          **invoice_number,
                                                   char                          **invoice_date);

/* The bank's id of an order. (nullable) (transfer full) */
char    *tranche_demo_cfront_read_order_id        (const TrancheDemoCfrontFields  *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrancheDemoCfrontReturnRequest,
                                  tranche_demo_cfront_return_request_clear)

G_END_DECLS
