/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-order.h"

G_BEGIN_DECLS

/**
 * TrancheDemoBank:
 *
 * All that the demo bank knows, without a word of HTTP: its partners, their
 * orders, and the customers who move them. What it hands out is up to date at
 * the moment of the call.
 */
typedef struct _TrancheDemoBank TrancheDemoBank;

/* @seed decides what customers do; @customers is whether they do anything by
 * themselves; @auto_commit is whether signing commits. */
TrancheDemoBank  *tranche_demo_bank_new          (guint32                  seed,
                                                  double                   speed,
                                                  gboolean                 customers,
                                                  gboolean                 auto_commit);
void              tranche_demo_bank_free         (TrancheDemoBank         *self);

const TrancheDemoClock *tranche_demo_bank_get_clock (TrancheDemoBank      *self);
/* What decides about everything that is like @name, the same for the same
 * seed. (transfer full) */
GRand            *tranche_demo_bank_new_random   (TrancheDemoBank         *self,
                                                  const char              *name);
/* A UUID out of @random, in the form that the bank gives it. (transfer full) */
char             *tranche_demo_bank_make_id      (GRand                   *random,
                                                  gboolean                 demo);

/* Whether @shop_id and @showcase_id belong together. */
gboolean          tranche_demo_bank_has_showcase (TrancheDemoBank         *self,
                                                  const char              *shop_id,
                                                  const char              *showcase_id);
/* The showcase that @login is of, or %NULL where login or password is wrong;
 * @demo says whether the login is the one for the test world. */
const char       *tranche_demo_bank_authenticate (TrancheDemoBank         *self,
                                                  const char              *login,
                                                  const char              *password,
                                                  gboolean                *demo);

/* A new order; takes @application. */
TrancheDemoOrder *tranche_demo_bank_open         (TrancheDemoBank         *self,
                                                  TrancheDemoApplication  *application,
                                                  gboolean                 demo);
/* Takes @order, which was made elsewhere, as those of the believable day are. */
void              tranche_demo_bank_add          (TrancheDemoBank         *self,
                                                  TrancheDemoOrder        *order);

/* The order of @showcase_id; any showcase's where it is %NULL. (nullable) */
TrancheDemoOrder *tranche_demo_bank_find         (TrancheDemoBank         *self,
                                                  const char              *showcase_id,
                                                  gboolean                 demo,
                                                  const char              *number);
/* Whether anybody, in either world, has an order of that number. */
gboolean          tranche_demo_bank_is_known     (TrancheDemoBank         *self,
                                                  const char              *number);
/* (nullable) */
TrancheDemoOrder *tranche_demo_bank_find_by_id   (TrancheDemoBank         *self,
                                                  const char              *id);
/* All of them, oldest first. (transfer none) (element-type TrancheDemoOrder) */
GPtrArray        *tranche_demo_bank_get_orders   (TrancheDemoBank         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoBank, tranche_demo_bank_free)

G_END_DECLS
