/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bank-contract.h"
#include "demo-client.h"

G_BEGIN_DECLS

/**
 * DemoCounter:
 * @client: of who stands behind the counter
 * @base_url: stays when the bank is shut down
 *
 * A demo bank over real HTTP, without customers of its own and in no hurry, and
 * somebody who can look behind its counter.
 */
typedef struct {
  DemoClient *client;
  char *base_url;
} DemoCounter;

/* @cfront: (nullable): how the bank speaks CFRONT */
DemoCounter *demo_counter_new       (const TrancheDemoCfrontOptions *cfront);
void         demo_counter_free      (DemoCounter                    *self);

/* Lets something happen to an order: @members of a JSON object say what. */
void         demo_counter_act       (DemoCounter                    *self,
                                     const char                     *number,
                                     const char                     *members);
/* What came of the orders with that number, each of which is one of the bank's
 * test world if @demo. */
BankEffects  demo_counter_count     (DemoCounter                    *self,
                                     const char                     *number,
                                     gboolean                        demo);
void         demo_counter_shut_down (DemoCounter                    *self);

G_END_DECLS
