/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bank-call.h"

gboolean
bank_method_is_effect (BankMethod method)
{
  return method == BANK_CREATE || method == BANK_COMMIT || method == BANK_CANCEL ||
         method == BANK_RETURN;
}

void
bank_call_start (TrancheBank       *bank,
                 BankMethod         method,
                 TrancheOrder      *order,
                 TrancheOrderDraft *draft,
                 GCancellable      *cancellable,
                 Await             *await)
{
  TrancheGoodsReturn goods_return = { (char *) "RET-1", tranche_money (50, "UAH"), TRUE, NULL };

  switch (method) {
  case BANK_CREATE:
    tranche_bank_create_async (bank, draft, cancellable, await_cb, await);
    break;
  case BANK_INFO:
    tranche_bank_info_async (bank, order, TRANCHE_PRIORITY_POLL, cancellable, await_cb, await);
    break;
  case BANK_COMMIT:
    tranche_bank_commit_async (bank, order, cancellable, await_cb, await);
    break;
  case BANK_CANCEL:
    tranche_bank_cancel_async (bank, order, cancellable, await_cb, await);
    break;
  case BANK_PAYOUT:
    tranche_bank_check_payout_async (bank, order, cancellable, await_cb, await);
    break;
  case BANK_RETURN:
    tranche_bank_return_goods_async (bank, order, &goods_return, cancellable, await_cb, await);
    break;
  case BANK_CUSTOMER:
    tranche_bank_find_customer_async (bank, "050 123 45 67", cancellable, await_cb, await);
    break;
  case BANK_LETTER:
    tranche_bank_contract_async (bank, order, "8", NULL, cancellable, await_cb, await);
    break;
  case BANK_PDF:
    tranche_bank_letter_pdf_async (bank, order, NULL, "2025-11-22", cancellable, await_cb, await);
    break;
  case BANK_DETAILS:
    tranche_bank_details_async (bank, order, cancellable, await_cb, await);
    break;
  case BANK_REPORT:
    tranche_bank_report_async (bank, "2025-11-21", cancellable, await_cb, await);
    break;
  case BANK_TEST:
    tranche_bank_test_async (bank, cancellable, await_cb, await);
    break;
  case BANK_N_METHODS:
  default:
    g_assert_not_reached ();
  }

  /* Never before the start returns. */
  g_assert_cmpuint (await->n_calls, ==, 0);
}

gboolean
bank_call_finish (TrancheBank  *bank,
                  BankMethod    method,
                  Await        *await,
                  GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheCustomer) customer = NULL;
  g_autoptr (TrancheContract) contract = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (TrancheOrderDetails) details = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (method <= BANK_PAYOUT)
    return (order = bank_call_finish_order (bank, method, await, error)) != NULL;

  result = await_result (await);
  switch ((int) method) {
  case BANK_RETURN:
    return tranche_bank_return_goods_finish (bank, result, error);
  case BANK_CUSTOMER:
    return (customer = tranche_bank_find_customer_finish (bank, result, error)) != NULL;
  case BANK_LETTER:
    return (contract = tranche_bank_contract_finish (bank, result, error)) != NULL;
  case BANK_PDF:
    return (pdf = tranche_bank_letter_pdf_finish (bank, result, error)) != NULL;
  case BANK_DETAILS:
    return (details = tranche_bank_details_finish (bank, result, error)) != NULL;
  case BANK_REPORT:
    return (lines = tranche_bank_report_finish (bank, result, error)) != NULL;
  case BANK_TEST:
    return tranche_bank_test_finish (bank, result, error);
  default:
    g_assert_not_reached ();
  }
}

TrancheOrder *
bank_call_finish_order (TrancheBank  *bank,
                        BankMethod    method,
                        Await        *await,
                        GError      **error)
{
  g_autoptr (GAsyncResult) result = await_result (await);
  g_autoptr (TranchePayout) payout = NULL;

  switch ((int) method) {
  case BANK_CREATE:
    return tranche_bank_create_finish (bank, result, error);
  case BANK_INFO:
    return tranche_bank_info_finish (bank, result, error);
  case BANK_COMMIT:
    return tranche_bank_commit_finish (bank, result, error);
  case BANK_CANCEL:
    return tranche_bank_cancel_finish (bank, result, error);
  case BANK_PAYOUT:
    payout = tranche_bank_check_payout_finish (bank, result, error);
    return payout ? g_object_ref (tranche_payout_get_order (payout)) : NULL;
  default:
    g_assert_not_reached ();
  }
}

TranchePayout *
bank_call_payout (TrancheBank   *bank,
                  TrancheOrder  *order,
                  GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Await await = AWAIT_INIT;

  bank_call_start (bank, BANK_PAYOUT, order, NULL, NULL, &await);
  result = await_result (&await);

  return tranche_bank_check_payout_finish (bank, result, error);
}

gboolean
bank_call_test (TrancheBank  *bank,
                GError      **error)
{
  Await await = AWAIT_INIT;

  bank_call_start (bank, BANK_TEST, NULL, NULL, NULL, &await);

  return bank_call_finish (bank, BANK_TEST, &await, error);
}

void
bank_assert_unanswered (GError     *error,
                        BankMethod  method,
                        int         code)
{
  int expected = bank_method_is_effect (method) ? (int) TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME : code;

  g_assert_error (error, TRANCHE_BANK_ERROR, expected);
  g_assert_cmpint (tranche_bank_error_get_cause (error), ==, code);
}
