/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/money.h"

G_BEGIN_DECLS

/**
 * TrancheDemoEffect:
 * @TRANCHE_DEMO_EFFECT_CREATED: a create made the order
 * @TRANCHE_DEMO_EFFECT_FOUND: a create found that it was made before
 * @TRANCHE_DEMO_EFFECT_COMMITTED: a commit of the shop took effect
 * @TRANCHE_DEMO_EFFECT_CANCELED: a cancel of the shop took effect
 * @TRANCHE_DEMO_EFFECT_REPEATED: a commit or cancel came once more after one of
 *   its kind had taken effect, and was refused: who has lost an answer is to ask
 *   for the state instead
 * @TRANCHE_DEMO_EFFECT_RETURNED: goods were taken back
 *
 * What a request of the shop has done to an order, as opposed to what it was
 * told about that.
 */
typedef enum {
  TRANCHE_DEMO_EFFECT_CREATED,
  TRANCHE_DEMO_EFFECT_FOUND,
  TRANCHE_DEMO_EFFECT_COMMITTED,
  TRANCHE_DEMO_EFFECT_CANCELED,
  TRANCHE_DEMO_EFFECT_REPEATED,
  TRANCHE_DEMO_EFFECT_RETURNED,
} TrancheDemoEffect;

/**
 * TrancheDemoLedger:
 *
 * What really happened at the demo bank, for comparison with what a client
 * believes: every effect on every order, with its time and the number of the
 * request that had it, and how many requests there were of which kind.
 */
typedef struct _TrancheDemoLedger TrancheDemoLedger;

TrancheDemoLedger *tranche_demo_ledger_new         (void);
void               tranche_demo_ledger_free        (TrancheDemoLedger  *self);

/* Counts a request that has come at @monotonic_time. Returns its number,
 * beginning with 1. */
guint64            tranche_demo_ledger_begin       (TrancheDemoLedger  *self,
                                                    gint64              monotonic_time);
/* Counts how a request was answered; @status 0 is no answer. */
void               tranche_demo_ledger_end         (TrancheDemoLedger  *self,
                                                    const char         *method,
                                                    const char         *route,
                                                    guint               status);

/* Notes an effect of the request with the number @request on the order that
 * @bank knows by @id and the shop by @number. */
void               tranche_demo_ledger_note        (TrancheDemoLedger  *self,
                                                    guint64             request,
                                                    const char         *bank,
                                                    const char         *id,
                                                    const char         *number,
                                                    TrancheDemoEffect   effect);
/* The same for a return: the shop's id of it and what was given back. */
void               tranche_demo_ledger_note_return (TrancheDemoLedger  *self,
                                                    guint64             request,
                                                    const char         *bank,
                                                    const char         *id,
                                                    const char         *number,
                                                    const char         *return_id,
                                                    const TrancheMoney *amount);
/* Notes that a request for @effect was refused, if it had taken effect before. */
void               tranche_demo_ledger_note_refusal (TrancheDemoLedger *self,
                                                    guint64             request,
                                                    const char         *bank,
                                                    const char         *id,
                                                    const char         *number,
                                                    TrancheDemoEffect   effect);

/* What GET /demo/ledger answers:
 *
 *   {"requests": {"total": 7, "in_progress": 0, "peak_per_second": 3,
 *     "answers": [{"method": "GET", "route": "/api/…/{number}/info",
 *                  "status": 200, "count": 4}]},
 *    "orders": [{"bank": "tbank", "id": "…", "number": "…",
 *      "created": 1, "found": 0, "commits": 1, "cancels": 0, "repeats": 0,
 *      "returns": 0, "returned": null,
 *      "effects": [{"effect": "created", "at": "…", "request": 1}]}]}
 *
 * A status of 0 is a request that got no answer; "in_progress" are those that
 * have not got theirs yet; "peak_per_second" is the highest number that came
 * within any one second. An effect "returned" has "return_id" and "amount" too.
 * Orders that no request has touched are not in it. (transfer full) */
char              *tranche_demo_ledger_to_json     (TrancheDemoLedger  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoLedger, tranche_demo_ledger_free)

G_END_DECLS
