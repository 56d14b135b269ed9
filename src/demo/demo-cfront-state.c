/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-state.h"

#define IN_PROCESS "IN_PROCESS"
#define SUCCESS    "SUCCESS"
#define FAIL       "FAIL"

static const struct {
  const char *general;
  const char *word;
  const char *message;
} states[] = {
  /* 2025 */
  [TRANCHE_DEMO_CFRONT_ADDED] = { IN_PROCESS, "ADDED" },
  [TRANCHE_DEMO_CFRONT_CHECKED] = { IN_PROCESS, "CHECKED" },
  [TRANCHE_DEMO_CFRONT_CLIENT_APPROVED_PUSH] = { IN_PROCESS, "CLIENT_APPROVED_PUSH" },
  [TRANCHE_DEMO_CFRONT_INIT_DEBIT_SENT] = { IN_PROCESS, "INIT_DEBIT_SENT" },
  [TRANCHE_DEMO_CFRONT_INIT_DEBIT_OK] = { IN_PROCESS, "INIT_DEBIT_OK" },
  /* The list may grow, says the bank: a word that no text has. */
  [TRANCHE_DEMO_CFRONT_UNDOCUMENTED] = { IN_PROCESS, "WAITING_FOR_VIDEO_CALL" },
  [TRANCHE_DEMO_CFRONT_WAITING_FOR_CLIENT] = { IN_PROCESS, "WAITING_FOR_CLIENT" },
  [TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM] = { IN_PROCESS, "WAITING_FOR_STORE_CONFIRM" },

  [TRANCHE_DEMO_CFRONT_ACTIVE] = { SUCCESS, "ACTIVE" },
  [TRANCHE_DEMO_CFRONT_DONE] = { SUCCESS, "DONE" },
  [TRANCHE_DEMO_CFRONT_RETURNED] = { SUCCESS, "RETURNED" },

  [TRANCHE_DEMO_CFRONT_CLIENT_NOT_FOUND] = {
    FAIL, "CLIENT_NOT_FOUND", "Клієнта не знайдено" },
  [TRANCHE_DEMO_CFRONT_EXCEEDED_SUM_LIMIT] = {
    FAIL, "EXCEEDED_SUM_LIMIT", "Клієнт перевищив допустимий ліміт" },
  [TRANCHE_DEMO_CFRONT_EXISTS_OTHER_OPEN_ORDER] = {
    FAIL, "EXISTS_OTHER_OPEN_ORDER", "У клієнта є інша відкрита заявка" },
  [TRANCHE_DEMO_CFRONT_NOT_ENOUGH_MONEY] = {
    FAIL, "NOT_ENOUGH_MONEY_FOR_INIT_DEBIT", "Недостатньо коштів для першого списання" },
  [TRANCHE_DEMO_CFRONT_REJECTED_BY_CLIENT] = {
    FAIL, "REJECTED_BY_CLIENT", "Клієнт відмовився від купівлі" },
  [TRANCHE_DEMO_CFRONT_REJECTED_BY_STORE] = {
    FAIL, "REJECTED_BY_STORE", "Магазин скасував заявку" },
  [TRANCHE_DEMO_CFRONT_PAY_PARTS_NOT_ACCEPTABLE] = {
    FAIL, "PAY_PARTS_ARE_NOT_ACCEPTABLE", "Неприйнятна кількість платежів" },
  [TRANCHE_DEMO_CFRONT_CLIENT_PUSH_TIMEOUT] = {
    FAIL, "CLIENT_PUSH_TIMEOUT", "Клієнт не відповів протягом 15 хвилин" },
  [TRANCHE_DEMO_CFRONT_RESTRICTED_BY_RISKS] = {
    FAIL, "RESTRICTED_BY_RISKS", "Обмеження системи управління ризиками" },
  [TRANCHE_DEMO_CFRONT_FRAUD_REJECTED] = {
    FAIL, "FRAUD_REJECTED", "Відхилено системою запобігання шахрайству" },
  [TRANCHE_DEMO_CFRONT_FAIL] = { FAIL, "FAIL", "Внутрішня помилка банку" },
  /* 2025 */
  [TRANCHE_DEMO_CFRONT_WRONG_CLIENT_APP_VERSION] = {
    FAIL, "WRONG_CLIENT_APP_VERSION", "Клієнту потрібно оновити застосунок банку" },
  [TRANCHE_DEMO_CFRONT_ACCOUNT_CLOSED] = {
    FAIL, "ACCOUNT_CLOSED", "Рахунок клієнта закрито" },
  [TRANCHE_DEMO_CFRONT_CONFIRM_TIME_EXPIRED] = {
    FAIL, "CONFIRM_TIME_EXPIRED", "Магазин не підтвердив видачу товару вчасно" },
  [TRANCHE_DEMO_CFRONT_CLIENT_CONFIRM_TIME_EXPIRED] = {
    FAIL, "CLIENT_CONFIRM_TIME_EXPIRED", "Клієнт не підтвердив договір вчасно" },
};

const char *
tranche_demo_cfront_state_general (TrancheDemoCfrontState state)
{
  return states[state].general;
}

const char *
tranche_demo_cfront_state_word (TrancheDemoCfrontState state)
{
  return states[state].word;
}

const char *
tranche_demo_cfront_state_message (TrancheDemoCfrontState state)
{
  return states[state].message;
}

gboolean
tranche_demo_cfront_state_is_open (TrancheDemoCfrontState state)
{
  return g_str_equal (states[state].general, IN_PROCESS);
}

gboolean
tranche_demo_cfront_state_is_success (TrancheDemoCfrontState state)
{
  return g_str_equal (states[state].general, SUCCESS);
}

gboolean
tranche_demo_cfront_state_is_failure (TrancheDemoCfrontState state)
{
  return g_str_equal (states[state].general, FAIL);
}
