/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-order.h"

G_BEGIN_DECLS

/* Who signs the letter, who gets the money, and their contract. Fictitious. */
#define TRANCHE_DEMO_CFRONT_BANK_NAME      "АТ «ДЕМО БАНК»"
#define TRANCHE_DEMO_CFRONT_BANK_CODE      "12345678"
#define TRANCHE_DEMO_CFRONT_EXECUTIVE      "Петренко Іван Вікторович"
#define TRANCHE_DEMO_CFRONT_PAYEE_NAME     "ТОВ «Демо Крамниця»"
#define TRANCHE_DEMO_CFRONT_PAYEE_CODE     "87654321"
#define TRANCHE_DEMO_CFRONT_PAYEE_MFO      "300001"
#define TRANCHE_DEMO_CFRONT_PAYEE_BANK     "АТ «ДЕМО БАНК»"
#define TRANCHE_DEMO_CFRONT_PAYEE_ACCOUNT  "26001234567890"
#define TRANCHE_DEMO_CFRONT_SHOP_CONTRACT  "ПЧ-2024/117"
#define TRANCHE_DEMO_CFRONT_SHOP_DATE      "2024-02-01"

/**
 * TrancheDemoCfrontLetter:
 * @order: an order that has a contract, not owned
 * @invoice_number: of the invoice
 * @invoice_date: yyyy-MM-dd
 * @answered_at: yyyy-MM-dd'T'HH:mm:ss
 * @agreement_date: when the customer's contract was made, yyyy-MM-dd
 * @initial_sum: what was paid at the till
 * @sign: the bank's electronic signature, Base64
 * @stamp: the bank's electronic stamp, Base64
 *
 * A guarantee letter: the bank's promise to pay for the order.
 */
typedef struct {
  const TrancheDemoCfrontOrder *order;
  char *invoice_number;
  char *invoice_date;
  char *answered_at;
  char *agreement_date;
  TrancheMoney initial_sum;
  char *sign;
  char *stamp;
} TrancheDemoCfrontLetter;

/* @invoice_number and @invoice_date (nullable) take the place of those that the
 * order was created with. */
TrancheDemoCfrontLetter *tranche_demo_cfront_letter_new     (const TrancheDemoCfrontOrder  *order,
                                                             const char                    *invoice_number,
                                                             const char                    *invoice_date,
                                                             gint64                         now);
void                     tranche_demo_cfront_letter_free    (TrancheDemoCfrontLetter       *self);

/* What data/for/guarantee/letter answers. The second version of the method
 * tells the contract of shop and bank, too. (transfer full) */
char                    *tranche_demo_cfront_letter_to_json (const TrancheDemoCfrontLetter *self,
                                                             gboolean                       with_shop_contract);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoCfrontLetter, tranche_demo_cfront_letter_free)

G_END_DECLS
