/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TrancheStage:
 * @TRANCHE_STAGE_DRAFT: not sent to the bank yet
 * @TRANCHE_STAGE_SENDING: create was sent and is not answered yet
 * @TRANCHE_STAGE_WAITING: the customer fills in the application at the bank
 * @TRANCHE_STAGE_APPROVED: a bank agreed; the customer has not signed
 * @TRANCHE_STAGE_COOLING: signed, and the law lets the customer think it over
 * @TRANCHE_STAGE_READY: signed and not cooling: hand over the goods and commit
 * @TRANCHE_STAGE_COMMITTED: committed; the bank pays the shop
 * @TRANCHE_STAGE_CLOSED: paid and repaid
 * @TRANCHE_STAGE_RETURNED: the goods came back in full
 * @TRANCHE_STAGE_CANCELED: canceled by the customer or the shop, or lapsed
 * @TRANCHE_STAGE_REJECTED: refused by the bank
 * @TRANCHE_STAGE_UNKNOWN: the bank said something that this program does not know
 *
 * Where an order stands in its life, the same for every bank. The values are
 * stored in the book and never change their number.
 */
typedef enum {
  TRANCHE_STAGE_DRAFT = 0,
  TRANCHE_STAGE_SENDING = 1,
  TRANCHE_STAGE_WAITING = 2,
  TRANCHE_STAGE_APPROVED = 3,
  TRANCHE_STAGE_COOLING = 4,
  TRANCHE_STAGE_READY = 5,
  TRANCHE_STAGE_COMMITTED = 6,
  TRANCHE_STAGE_CLOSED = 7,
  TRANCHE_STAGE_RETURNED = 8,
  TRANCHE_STAGE_CANCELED = 9,
  TRANCHE_STAGE_REJECTED = 10,
  TRANCHE_STAGE_UNKNOWN = 11,
} TrancheStage;

#define TRANCHE_N_STAGES 12

/**
 * TrancheReason:
 * @TRANCHE_REASON_NONE: the order did not fail, or the bank does not say why
 * @TRANCHE_REASON_CUSTOMER: the customer canceled
 * @TRANCHE_REASON_STORE: the shop canceled
 * @TRANCHE_REASON_EXPIRED: nobody acted in time
 * @TRANCHE_REASON_ALL_BANKS: every bank that was asked refused
 * @TRANCHE_REASON_CUSTOMER_NOT_FOUND: the bank does not know the customer
 * @TRANCHE_REASON_LIMIT: the sum is over the customer's limit
 * @TRANCHE_REASON_OTHER_ORDER: the customer has another open order
 * @TRANCHE_REASON_FIRST_PAYMENT: no money for the first payment
 * @TRANCHE_REASON_NOT_ACCEPTABLE: the customer may not buy in parts
 * @TRANCHE_REASON_RISK: the bank's risk rules
 * @TRANCHE_REASON_FRAUD: the bank suspects fraud
 * @TRANCHE_REASON_APP_VERSION: the customer's banking application is too old
 * @TRANCHE_REASON_ACCOUNT_CLOSED: the customer's account is closed
 * @TRANCHE_REASON_FAILURE: a failure at the bank; it may be tried again
 *
 * Why an order was canceled or rejected. Beside the stage, never instead of
 * it. The values are stored in the book and never change their number.
 */
typedef enum {
  TRANCHE_REASON_NONE = 0,
  TRANCHE_REASON_CUSTOMER = 1,
  TRANCHE_REASON_STORE = 2,
  TRANCHE_REASON_EXPIRED = 3,
  TRANCHE_REASON_ALL_BANKS = 4,
  TRANCHE_REASON_CUSTOMER_NOT_FOUND = 5,
  TRANCHE_REASON_LIMIT = 6,
  TRANCHE_REASON_OTHER_ORDER = 7,
  TRANCHE_REASON_FIRST_PAYMENT = 8,
  TRANCHE_REASON_NOT_ACCEPTABLE = 9,
  TRANCHE_REASON_RISK = 10,
  TRANCHE_REASON_FRAUD = 11,
  TRANCHE_REASON_APP_VERSION = 12,
  TRANCHE_REASON_ACCOUNT_CLOSED = 13,
  TRANCHE_REASON_FAILURE = 14,
} TrancheReason;

#define TRANCHE_TYPE_STAGE  (tranche_stage_get_type ())
#define TRANCHE_TYPE_REASON (tranche_reason_get_type ())

GType       tranche_stage_get_type    (void);
GType       tranche_reason_get_type   (void);

/* The word for logs and the raw view, such as "ready"; never translated. */
const char *tranche_stage_to_nick     (TrancheStage stage);

/* Nothing changes any more: closed, returned, canceled, rejected. Committed is
 * not final, for the payout and a return may follow. */
gboolean    tranche_stage_is_final    (TrancheStage stage);
/* The bank has the order and it is neither committed nor over: it has to be
 * watched, and the shop may have to act. */
gboolean    tranche_stage_is_open     (TrancheStage stage);
gboolean    tranche_stage_can_commit  (TrancheStage stage);
/* The shop may ask to cancel; whether the bank agrees is the bank's to say. */
gboolean    tranche_stage_can_cancel  (TrancheStage stage);

/* Whether an answer of the bank that says @to may replace @from; a stage may
 * always stay. A final stage is never left, a signed order never becomes
 * unsigned and a committed one leaves only for closed, returned or canceled,
 * for answers and callbacks arrive late and out of turn. */
gboolean    tranche_stage_may_become  (TrancheStage from,
                                       TrancheStage to);

G_END_DECLS
