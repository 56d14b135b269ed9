/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fake-bank.h"

G_BEGIN_DECLS

struct _FakeBank {
  GObject parent_instance;

  TrancheCapabilities capabilities;
  FakeLedger *ledger;
  TrancheOrderDraft *last_draft;

  /* Of each method: what its next calls come to, and those that wait. */
  GQueue plans[FAKE_N_METHODS]; /* of FakePlan */
  GQueue held[FAKE_N_METHODS];  /* of GTask */
  gboolean holding[FAKE_N_METHODS];
  guint n_calls[FAKE_N_METHODS];
  guint n_effects[FAKE_N_METHODS];
  char *last_number[FAKE_N_METHODS];
};

void fake_bank_init_calls  (FakeBank                 *self);
void fake_bank_clear_calls (FakeBank                 *self);

/* @number: (nullable): of the order that the bank is to look for
 * @amount: (nullable): what a payout is to be of
 * @goods: (nullable): what is returned */
void fake_bank_start_call  (FakeBank                 *self,
                            FakeMethod                method,
                            const char               *number,
                            const TrancheMoney       *amount,
                            const TrancheGoodsReturn *goods,
                            GCancellable             *cancellable,
                            GAsyncReadyCallback       callback,
                            gpointer                  user_data);

G_END_DECLS
