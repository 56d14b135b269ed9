/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"

G_BEGIN_DECLS

/* What every order costs: that of the fixture, in kopecks. */
#define FAKE_AMOUNT 249999

/**
 * FakeLedger:
 *
 * The orders that a bank in memory holds, by their numbers, and what has become
 * of them.
 */
typedef struct _FakeLedger FakeLedger;

FakeLedger   *fake_ledger_new          (void);
void          fake_ledger_free         (FakeLedger               *self);

gboolean      fake_ledger_has          (FakeLedger               *self,
                                        const char               *number);
/* TRANCHE_STAGE_DRAFT for one that it does not have. */
TrancheStage  fake_ledger_get_stage    (FakeLedger               *self,
                                        const char               *number);
/* The order is made where it is not there yet. */
void          fake_ledger_set_stage    (FakeLedger               *self,
                                        const char               *number,
                                        TrancheStage              stage);
void          fake_ledger_set_cooling  (FakeLedger               *self,
                                        const char               *number,
                                        GDateTime                *until);
void          fake_ledger_set_paid     (FakeLedger               *self,
                                        const char               *number);

/* (element-type TrancheGoodsReturn) (transfer none) */
GPtrArray    *fake_ledger_get_returns  (FakeLedger               *self,
                                        const char               *number);
/* Takes a return of what is left at most; the order is returned when nothing is
 * left. %FALSE where the return was there already, by its id. */
gboolean      fake_ledger_take_return  (FakeLedger               *self,
                                        const char               *number,
                                        const TrancheGoodsReturn *goods);

/* What the bank says of an order. (transfer full) */
TrancheOrder *fake_ledger_make_order   (FakeLedger               *self,
                                        const char               *number);
TranchePayoutState
              fake_ledger_get_payout   (FakeLedger               *self,
                                        const char               *number);
TrancheOrderDetails *
              fake_ledger_make_details (FakeLedger               *self,
                                        const char               *number);

G_END_DECLS
