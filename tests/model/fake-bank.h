/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"
#include "fake-ledger.h"

G_BEGIN_DECLS

typedef enum {
  FAKE_CREATE,
  FAKE_INFO,
  FAKE_COMMIT,
  FAKE_CANCEL,
  FAKE_PAYOUT,
  FAKE_TEST,
  FAKE_DETAILS,
  FAKE_RETURN,
  FAKE_N_METHODS,
} FakeMethod;

#define FAKE_TYPE_BANK (fake_bank_get_type ())
G_DECLARE_FINAL_TYPE (FakeBank, fake_bank, FAKE, BANK, GObject)

/* A bank in memory that knows orders by their number, and does what it is told
 * to do next. */
FakeBank     *fake_bank_new              (TrancheCapabilities  capabilities);
TrancheBank  *fake_bank_as_bank          (FakeBank            *self);
void          fake_bank_set_capabilities (FakeBank            *self,
                                          TrancheCapabilities  capabilities);

/* The order as the bank has it; made where it is not known yet. */
void          fake_bank_set_stage        (FakeBank            *self,
                                          const char          *number,
                                          TrancheStage         stage);
/* That it has paid the shop for an order that is committed. */
void          fake_bank_set_paid         (FakeBank            *self,
                                          const char          *number);
/* TRANCHE_STAGE_DRAFT for one that is not known. */
TrancheStage  fake_bank_get_stage        (FakeBank            *self,
                                          const char          *number);
void          fake_bank_set_cooling      (FakeBank            *self,
                                          const char          *number,
                                          GDateTime           *until);

/* A return that somebody made at the bank itself. */
void          fake_bank_add_return       (FakeBank            *self,
                                          const char          *number,
                                          const TrancheMoney  *amount,
                                          GDateTime           *time);
/* (element-type TrancheGoodsReturn) (transfer none) */
GPtrArray    *fake_bank_get_returns      (FakeBank            *self,
                                          const char          *number);
/* What create was last called with. (nullable) (transfer none) */
TrancheOrderDraft *fake_bank_get_last_draft (FakeBank         *self);

/* The next call of @method fails with @error (taken); with @effect the bank
 * does what was asked all the same. Several stand in a queue. */
void          fake_bank_plan             (FakeBank            *self,
                                          FakeMethod           method,
                                          GError              *error,
                                          gboolean             effect);
/* The next call of @method is answered, with no effect. */
void          fake_bank_plan_idle        (FakeBank            *self,
                                          FakeMethod           method);
/* From now on calls of @method wait until they are let go. */
void          fake_bank_hold             (FakeBank            *self,
                                          FakeMethod           method);
/* Lets all go that wait, and holds none any more. */
void          fake_bank_let_go           (FakeBank            *self,
                                          FakeMethod           method);
/* Lets the first go that waits. */
void          fake_bank_let_one_go       (FakeBank            *self,
                                          FakeMethod           method);
guint         fake_bank_get_n_held       (FakeBank            *self,
                                          FakeMethod           method);
/* Of the call of @method that waits at @position, the oldest at 0. (transfer none) */
const char   *fake_bank_get_held_number  (FakeBank            *self,
                                          FakeMethod           method,
                                          guint                position);
guint         fake_bank_get_n_calls      (FakeBank            *self,
                                          FakeMethod           method);
/* How often @method took effect. */
guint         fake_bank_get_n_effects    (FakeBank            *self,
                                          FakeMethod           method);
/* The number of the order that @method was last called for. */
const char   *fake_bank_get_last_number  (FakeBank            *self,
                                          FakeMethod           method);

G_END_DECLS
