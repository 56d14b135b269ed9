/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "await.h"
#include "core/bank.h"

G_BEGIN_DECLS

/**
 * BankMethod:
 *
 * The asynchronous methods of a #TrancheBank, so that a test can be about all of
 * them. Those up to @BANK_PAYOUT are what every bank offers, with @BANK_TEST.
 */
typedef enum {
  BANK_CREATE,
  BANK_INFO,
  BANK_COMMIT,
  BANK_CANCEL,
  BANK_PAYOUT,
  BANK_RETURN,
  BANK_CUSTOMER,
  BANK_LETTER,
  BANK_PDF,
  BANK_DETAILS,
  BANK_REPORT,
  BANK_TEST,
  BANK_N_METHODS,
} BankMethod;

/* Whether it does something, and does not only ask. */
gboolean       bank_method_is_effect  (BankMethod          method);

/* Starts @method. @order and @draft are what it is about, and %NULL is right
 * where it is about neither. Beside them it asks for the return "RET-1" of 0.50
 * UAH to the card, for the customer with the phone "050 123 45 67", for a letter
 * with the invoice 8 (as data) or with the date 2025-11-22 (as PDF), and for the
 * report of 2025-11-21. */
void           bank_call_start        (TrancheBank         *bank,
                                       BankMethod           method,
                                       TrancheOrder        *order,
                                       TrancheOrderDraft   *draft,
                                       GCancellable        *cancellable,
                                       Await               *await);
/* Waits for what was started; whether there was an answer, of whatever kind. */
gboolean       bank_call_finish       (TrancheBank         *bank,
                                       BankMethod           method,
                                       Await               *await,
                                       GError             **error);
/* The same for the methods up to @BANK_PAYOUT, in whose answer is an order.
 * (transfer full) (nullable) */
TrancheOrder  *bank_call_finish_order (TrancheBank         *bank,
                                       BankMethod           method,
                                       Await               *await,
                                       GError             **error);

/* Both in one. (transfer full) (nullable) */
TranchePayout *bank_call_payout       (TrancheBank         *bank,
                                       TrancheOrder        *order,
                                       GError             **error);
gboolean       bank_call_test         (TrancheBank         *bank,
                                       GError             **error);

/* That @error says that nothing certain was heard: a question has @code, an effect
 * an unknown outcome because of it. */
void           bank_assert_unanswered (GError              *error,
                                       BankMethod           method,
                                       int                  code);

G_END_DECLS
