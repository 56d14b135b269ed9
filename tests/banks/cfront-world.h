/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo-counter.h"

G_BEGIN_DECLS

/**
 * CfrontVariant:
 *
 * How banks that speak CFRONT differ, the older and the younger ones.
 */
typedef struct {
  const char *bank;
  TrancheDemoCfrontOptions options;
} CfrontVariant;

extern const CfrontVariant cfront_monobank;
extern const CfrontVariant cfront_older;
extern const CfrontVariant cfront_globus;

/**
 * CfrontWorld:
 *
 * A demo bank of one variant. The functions are those of a #BankContract.
 */
typedef struct {
  const CfrontVariant *variant;
  DemoCounter *counter;
} CfrontWorld;

gpointer           cfront_world_new        (gconstpointer  variant);
void               cfront_world_free       (gpointer       world);
TrancheBank       *cfront_world_make_bank  (gpointer       world,
                                            gboolean       known);
TrancheOrderDraft *cfront_world_make_draft (gpointer       world,
                                            const char    *number);
gboolean           cfront_world_act        (gpointer       world,
                                            const char    *number,
                                            BankAct        what);

G_END_DECLS
