/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "core/agreement.h"
#include "core/product.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ACCOUNT (tranche_account_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAccount, tranche_account, TRANCHE, ACCOUNT, GObject)

/**
 * TrancheAccount:
 *
 * A connection to a bank, without its secret, which only the keyring holds.
 * Every property notifies. Filled by its setters and, like an order, not
 * changed any more once it was handed to the shop: an edit is a copy.
 */
/* A new account with a fresh id (a UUID). */
TrancheAccount *tranche_account_new              (const char     *bank);
TrancheAccount *tranche_account_copy             (TrancheAccount *self);

/* A UUID; also the attribute by which the keyring finds the secret. */
const char     *tranche_account_get_id           (TrancheAccount *self);
void            tranche_account_set_id           (TrancheAccount *self,
                                                  const char     *id);
/* Stable id of the bank: "tbank", "globus", "monobank". Chosen at construction. */
const char     *tranche_account_get_bank         (TrancheAccount *self);
/* What the manager calls it. */
const char     *tranche_account_get_name         (TrancheAccount *self);
void            tranche_account_set_name         (TrancheAccount *self,
                                                  const char     *name);
/* Without a slash at the end. */
const char     *tranche_account_get_base_url     (TrancheAccount *self);
void            tranche_account_set_base_url     (TrancheAccount *self,
                                                  const char     *base_url);
/* ISO 4217. */
const char     *tranche_account_get_currency     (TrancheAccount *self);
void            tranche_account_set_currency     (TrancheAccount *self,
                                                  const char     *currency);
/* The company at the bank. */
const char     *tranche_account_get_shop_id      (TrancheAccount *self);
void            tranche_account_set_shop_id      (TrancheAccount *self,
                                                  const char     *shop_id);
/* The shop or site at the bank, or the shop's id there; also the login. */
const char     *tranche_account_get_showcase_id  (TrancheAccount *self);
void            tranche_account_set_showcase_id  (TrancheAccount *self,
                                                  const char     *showcase_id);
/* Orders go to the bank's test world. */
gboolean        tranche_account_get_demo         (TrancheAccount *self);
void            tranche_account_set_demo         (TrancheAccount *self,
                                                  gboolean        demo);
/* Signed orders commit by themselves at the bank. */
gboolean        tranche_account_get_auto_commit  (TrancheAccount *self);
void            tranche_account_set_auto_commit  (TrancheAccount *self,
                                                  gboolean        auto_commit);
/* The goods have to be ticked as handed over before a commit; so by default. */
gboolean        tranche_account_get_ask_handover (TrancheAccount *self);
void            tranche_account_set_ask_handover (TrancheAccount *self,
                                                  gboolean        ask_handover);
/* Within how many days of the commit the bank should have paid out; 0, so by default:
 * nobody watches for that. */
#define TRANCHE_ACCOUNT_MAX_PAYOUT_DAYS 60
guint           tranche_account_get_payout_days  (TrancheAccount *self);
void            tranche_account_set_payout_days  (TrancheAccount *self,
                                                  guint           days);
/* Requests a second that the bank allows; 25 by default. */
guint           tranche_account_get_rate         (TrancheAccount *self);
void            tranche_account_set_rate         (TrancheAccount *self,
                                                  guint           rate);
/* (element-type TrancheProduct) (not nullable) (transfer none): the setter
 * copies the array and what is in it. */
GPtrArray      *tranche_account_get_products     (TrancheAccount *self);
void            tranche_account_set_products     (TrancheAccount *self,
                                                  GPtrArray      *products);
/* (nullable) (transfer none) */
/* (transfer none) (not nullable); the setter copies. */
const TrancheAgreement *tranche_account_get_agreement (TrancheAccount        *self);
void            tranche_account_set_agreement    (TrancheAccount         *self,
                                                  const TrancheAgreement *agreement);
TrancheProduct *tranche_account_find_product     (TrancheAccount *self,
                                                  const char     *code);

G_END_DECLS
