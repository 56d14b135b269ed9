/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/**
 * TrancheAdoptionState:
 * @TRANCHE_ADOPTION_WAITING: its turn has not come
 * @TRANCHE_ADOPTION_ASKING: the bank is being asked
 * @TRANCHE_ADOPTION_ADDED: it is in the book now
 * @TRANCHE_ADOPTION_KNOWN: it was in the book already
 * @TRANCHE_ADOPTION_NOT_FOUND: the bank does not know it
 * @TRANCHE_ADOPTION_FAILED: see the error
 * @TRANCHE_ADOPTION_STOPPED: it was given up before an answer came
 *
 * How it stands with an order that is to be taken into the book.
 */
typedef enum {
  TRANCHE_ADOPTION_WAITING,
  TRANCHE_ADOPTION_ASKING,
  TRANCHE_ADOPTION_ADDED,
  TRANCHE_ADOPTION_KNOWN,
  TRANCHE_ADOPTION_NOT_FOUND,
  TRANCHE_ADOPTION_FAILED,
  TRANCHE_ADOPTION_STOPPED,
} TrancheAdoptionState;

#define TRANCHE_TYPE_ADOPTION (tranche_adoption_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAdoption, tranche_adoption, TRANCHE, ADOPTION, GObject)

/**
 * TrancheAdoption:
 *
 * One order that was made elsewhere, on its way into the book. Property `state`
 * (int, read-only) notifies; what is set with it is there by then.
 */
/* @key: number or bank's id. @amount: (nullable): what it costs. */
TrancheAdoption      *tranche_adoption_new        (const char           *key,
                                                   const TrancheMoney   *amount);
const char           *tranche_adoption_get_key    (TrancheAdoption      *self);
const TrancheMoney   *tranche_adoption_get_amount (TrancheAdoption      *self);
TrancheAdoptionState  tranche_adoption_get_state  (TrancheAdoption      *self);
/* (nullable): with ADDED and KNOWN. */
TrancheOrder         *tranche_adoption_get_order  (TrancheAdoption      *self);
/* (nullable): with NOT_FOUND and FAILED. */
const GError         *tranche_adoption_get_error  (TrancheAdoption      *self);

void                  tranche_adoption_begin      (TrancheAdoption      *self);
void                  tranche_adoption_succeed    (TrancheAdoption      *self,
                                                   TrancheOrder         *order,
                                                   gboolean              known);
/* Not found, failed or, after a cancellation, stopped, by what @error is. */
void                  tranche_adoption_fail       (TrancheAdoption      *self,
                                                   const GError         *error);

G_END_DECLS
