/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-order.h"

G_BEGIN_DECLS

/**
 * TrancheDemoCfrontBank:
 *
 * All that the bank of the CFRONT dialect knows, without a word of HTTP: its
 * shops, their orders and the customers. What it hands out is up to date at the
 * moment of the call.
 */
typedef struct _TrancheDemoCfrontBank TrancheDemoCfrontBank;

/* @seed decides about all that is not in the table of phones; @customers is
 * whether orders move by themselves. */
TrancheDemoCfrontBank  *tranche_demo_cfront_bank_new          (guint32                       seed,
                                                               double                        speed,
                                                               gboolean                      customers);
void                    tranche_demo_cfront_bank_free         (TrancheDemoCfrontBank        *self);
/* Whom to tell of orders that are added from now on, and of their changes. */
void                    tranche_demo_cfront_bank_set_changed  (TrancheDemoCfrontBank        *self,
                                                               TrancheDemoCfrontChanged      changed,
                                                               gpointer                      user_data);

gint64                  tranche_demo_cfront_bank_now          (TrancheDemoCfrontBank        *self);
const TrancheDemoClock *tranche_demo_cfront_bank_get_clock    (TrancheDemoCfrontBank        *self);
/* What decides about everything that is like @name, the same for the same
 * seed. (transfer full) */
GRand                  *tranche_demo_cfront_bank_new_random   (TrancheDemoCfrontBank        *self,
                                                               const char                   *name);

/* The secret of the store, or %NULL for one that the bank does not know. */
const char             *tranche_demo_cfront_bank_get_secret   (const char                   *store_id);
/* Whether the store may look for clients and create orders. */
gboolean                tranche_demo_cfront_bank_may_create   (const char                   *store_id);
/* Whether @point_id (nullable) is in the register of points of sale. */
gboolean                tranche_demo_cfront_bank_has_point    (const char                   *point_id);
/* The codes of the register. (transfer none) */
const char *const      *tranche_demo_cfront_bank_get_points   (void);

/* Whether somebody was asked for too often to answer. */
gboolean                tranche_demo_cfront_bank_is_pestered  (TrancheDemoCfrontBank        *self,
                                                               const char                   *phone);
/* Looks for the customer; one who is not found is invited by SMS. */
gboolean                tranche_demo_cfront_bank_find_client  (TrancheDemoCfrontBank        *self,
                                                               const char                   *phone);

/* A new order; takes @application. */
TrancheDemoCfrontOrder *tranche_demo_cfront_bank_open         (TrancheDemoCfrontBank        *self,
                                                               TrancheDemoCfrontApplication *application);
/* Takes @order, which was made elsewhere, as those of the believable day are. */
void                    tranche_demo_cfront_bank_add          (TrancheDemoCfrontBank        *self,
                                                               TrancheDemoCfrontOrder       *order);

/* An order of @store_id; any store's where it is %NULL. (nullable) */
TrancheDemoCfrontOrder *tranche_demo_cfront_bank_find         (TrancheDemoCfrontBank        *self,
                                                               const char                   *store_id,
                                                               const char                   *number);
/* (nullable) */
TrancheDemoCfrontOrder *tranche_demo_cfront_bank_find_by_id   (TrancheDemoCfrontBank        *self,
                                                               const char                   *store_id,
                                                               const char                   *id);
/* All of them, oldest first. (transfer none)
 * (element-type TrancheDemoCfrontOrder) */
GPtrArray              *tranche_demo_cfront_bank_get_orders   (TrancheDemoCfrontBank        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoCfrontBank, tranche_demo_cfront_bank_free)

G_END_DECLS
