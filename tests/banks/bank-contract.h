/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"

G_BEGIN_DECLS

/**
 * BankAct:
 * @BANK_ACT_APPROVE: the bank agrees; the customer has not signed
 * @BANK_ACT_SIGN: the customer signs; nothing cools off
 * @BANK_ACT_SIGN_COOLING: the customer signs, and the order cools off for long
 * @BANK_ACT_END_COOLING: the cooling-off is over
 * @BANK_ACT_CANCEL: the customer cancels
 * @BANK_ACT_REJECT: the bank refuses for good
 *
 * What happens at the bank without the shop.
 */
typedef enum {
  BANK_ACT_APPROVE,
  BANK_ACT_SIGN,
  BANK_ACT_SIGN_COOLING,
  BANK_ACT_END_COOLING,
  BANK_ACT_CANCEL,
  BANK_ACT_REJECT,
} BankAct;

/**
 * BankEffects:
 * @orders: orders of this number that the bank holds
 * @commits: how often a commit took effect
 * @cancels: how often a cancellation of the shop took effect
 *
 * What the bank has really done.
 */
typedef struct {
  guint orders;
  guint commits;
  guint cancels;
} BankEffects;

/**
 * BankContract:
 * @data: what is given to @set_up
 * @set_up: starts a bank of its own for one test; what it returns is the
 *   world that the other functions are given
 * @make_bank: a connection to it, with wrong credentials if not @known
 * @make_draft: a valid draft with that number
 * @spoil: makes a draft that the bank's rules refuse
 * @act: lets something happen; %FALSE where the bank does not know such a thing
 * @count: see #BankEffects
 * @shut_down: the bank is not there any more
 *
 * A bank that is to be tested, and somebody who can look behind its counter.
 */
typedef struct {
  gconstpointer         data;
  gpointer           (* set_up)     (gconstpointer        data);
  void               (* tear_down)  (gpointer             world);
  TrancheBank       *(* make_bank)  (gpointer             world,
                                     gboolean             known);
  TrancheOrderDraft *(* make_draft) (gpointer             world,
                                     const char          *number);
  void               (* spoil)      (TrancheOrderDraft   *draft);
  gboolean           (* act)        (gpointer             world,
                                     const char          *number,
                                     BankAct              act);
  BankEffects        (* count)      (gpointer             world,
                                     const char          *number);
  void               (* shut_down)  (gpointer             world);
} BankContract;

/* Adds the tests that every TrancheBank has to pass, under @prefix. @contract
 * must stay. */
void bank_contract_add_tests (const char         *prefix,
                              const BankContract *contract);

G_END_DECLS
