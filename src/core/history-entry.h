/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/**
 * TrancheOperation:
 * @TRANCHE_OPERATION_PLAN_COMMIT: "commit when the cooling-off ends" was switched on
 * @TRANCHE_OPERATION_DROP_PLAN: it was switched off
 * @TRANCHE_OPERATION_ADOPT: an order that was made elsewhere was taken into the book
 * @TRANCHE_OPERATION_PAID: the bank has paid out, as it or somebody here says
 * @TRANCHE_OPERATION_NOT_PAID: somebody took that back
 *
 * What moves an order at the bank; the plans, the adoption and the payout are of the
 * history alone, and move nothing. Stored in the journal: values never change.
 */
typedef enum {
  TRANCHE_OPERATION_NONE = 0,
  TRANCHE_OPERATION_CREATE = 1,
  TRANCHE_OPERATION_COMMIT = 2,
  TRANCHE_OPERATION_CANCEL = 3,
  TRANCHE_OPERATION_RETURN = 4,
  TRANCHE_OPERATION_PLAN_COMMIT = 5,
  TRANCHE_OPERATION_DROP_PLAN = 6,
  TRANCHE_OPERATION_ADOPT = 7,
  TRANCHE_OPERATION_PAID = 8,
  TRANCHE_OPERATION_NOT_PAID = 9,
} TrancheOperation;

/**
 * TrancheOutcome:
 * @TRANCHE_OUTCOME_INTENDED: written down; not known to have been sent
 * @TRANCHE_OUTCOME_SENT: handed to the network
 * @TRANCHE_OUTCOME_DONE: the bank confirmed it
 * @TRANCHE_OUTCOME_REFUSED: the bank refused, or it surely was not sent; nothing happened
 * @TRANCHE_OUTCOME_UNKNOWN: the answer was lost
 *
 * Stored in the journal: values never change.
 */
typedef enum {
  TRANCHE_OUTCOME_INTENDED = 0,
  TRANCHE_OUTCOME_SENT = 1,
  TRANCHE_OUTCOME_DONE = 2,
  TRANCHE_OUTCOME_REFUSED = 3,
  TRANCHE_OUTCOME_UNKNOWN = 4,
} TrancheOutcome;

/**
 * TrancheOrigin:
 * @TRANCHE_ORIGIN_USER: somebody at this computer
 * @TRANCHE_ORIGIN_POLL: live status asked the bank
 * @TRANCHE_ORIGIN_BANK: the bank's answer to an operation
 * @TRANCHE_ORIGIN_RECOVERY: settled after a lost answer or a crash
 *
 * Where a change came from. Stored: values never change.
 */
typedef enum {
  TRANCHE_ORIGIN_USER = 0,
  TRANCHE_ORIGIN_POLL = 1,
  TRANCHE_ORIGIN_BANK = 2,
  TRANCHE_ORIGIN_RECOVERY = 3,
} TrancheOrigin;

#define TRANCHE_TYPE_HISTORY_ENTRY (tranche_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (TrancheHistoryEntry, tranche_history_entry, TRANCHE, HISTORY_ENTRY, GObject)

/**
 * TrancheHistoryEntry:
 *
 * One thing that happened to an order: a change of stage, an operation's
 * outcome, or a failure. Immutable. History is only ever added to.
 */
TrancheHistoryEntry *tranche_history_entry_new           (GDateTime           *time,
                                                          TrancheOrigin        origin,
                                                          TrancheOperation     operation,
                                                          TrancheOutcome       outcome,
                                                          TrancheStage         from,
                                                          TrancheStage         to,
                                                          int                  error_code,
                                                          const char          *detail,
                                                          const char          *user,
                                                          const char          *trace_id);
GDateTime           *tranche_history_entry_get_time      (TrancheHistoryEntry *self);
TrancheOrigin        tranche_history_entry_get_origin    (TrancheHistoryEntry *self);
/* NONE for a change that no operation of ours made. */
TrancheOperation     tranche_history_entry_get_operation (TrancheHistoryEntry *self);
/* Meaningful with an operation. */
TrancheOutcome       tranche_history_entry_get_outcome   (TrancheHistoryEntry *self);
/* Equal where the stage did not change. */
TrancheStage         tranche_history_entry_get_from      (TrancheHistoryEntry *self);
TrancheStage         tranche_history_entry_get_to        (TrancheHistoryEntry *self);
/* A TrancheBankError, or 0. */
int                  tranche_history_entry_get_error_code (TrancheHistoryEntry *self);
/* The bank's raw words or technical text, shown as such. (nullable) */
const char          *tranche_history_entry_get_detail    (TrancheHistoryEntry *self);
/* "user@computer" for what was done here. (nullable) */
const char          *tranche_history_entry_get_user      (TrancheHistoryEntry *self);
/* The bank's number of the request, which its support asks for. (nullable) */
const char          *tranche_history_entry_get_trace_id  (TrancheHistoryEntry *self);

G_END_DECLS
