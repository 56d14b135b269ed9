/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/customer.h"
#include "core/money.h"

G_BEGIN_DECLS

/**
 * TrancheDocumentKind:
 *
 * What a customer proves the identity with.
 */
typedef enum {
  TRANCHE_DOCUMENT_PASSPORT,
  TRANCHE_DOCUMENT_ID_CARD,
  TRANCHE_DOCUMENT_RESIDENCE_PERMIT,
  TRANCHE_DOCUMENT_INTERNATIONAL_PASSPORT,
} TrancheDocumentKind;

/**
 * TrancheDocument:
 * @issued_on: (nullable): a date as the bank writes it
 * @valid_until: (nullable): a date as the bank writes it
 *
 * A document of the customer: personal data that is shown and printed, and
 * never stored. Every text is owned and may be %NULL.
 */
typedef struct {
  TrancheDocumentKind kind;
  char *series;
  char *number;
  char *issuer;
  char *issued_on;
  char *valid_until;
  char *registry_number;
} TrancheDocument;

TrancheDocument *tranche_document_new  (TrancheDocumentKind  kind);
void             tranche_document_free (TrancheDocument     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDocument, tranche_document_free)

/**
 * TrancheContract:
 * @request_id: (nullable): the bank's id of the order
 * @answered_at: (nullable): when the bank wrote this letter
 * @bank_name: (nullable): the bank that lends
 * @bank_code: (nullable): its code in the register of companies
 * @bank_executive: (nullable): who signs for it
 * @shop_contract_number: (nullable): of the contract between bank and shop
 * @shop_contract_date: (nullable): a date as the bank writes it
 * @number: (nullable): of the customer's contract
 * @date: (nullable): a date as the bank writes it
 * @product: (nullable): the agreed product, as the bank knows it
 * @credit_amount: what the bank lends; may be unset
 * @first_payment: what the customer paid before; may be unset
 * @parts: the number of payments; 0 where unknown
 * @customer: (not nullable): name and tax code
 * @documents: (element-type TrancheDocument) (not nullable)
 * @invoice_number: (nullable)
 * @invoice_date: (nullable): a date as the bank writes it
 * @invoice_amount: may be unset
 * @payee_name: (nullable): the company that gets the money
 * @payee_code: (nullable): its code in the register of companies
 * @payee_bank_name: (nullable): the bank of its account
 * @payee_bank_code: (nullable): the code of that bank
 * @payee_account: (nullable): the number of its account
 * @sign: (nullable): the bank's electronic signature, Base64
 * @stamp: (nullable): the bank's electronic stamp, Base64
 *
 * The contract and the guarantee letter of an order, as the bank tells them:
 * personal data that is shown and printed, and never stored. Every field is
 * owned. Dates stay the texts that they came as.
 */
typedef struct {
  char *request_id;
  GDateTime *answered_at;
  char *bank_name;
  char *bank_code;
  char *bank_executive;
  char *shop_contract_number;
  char *shop_contract_date;
  char *number;
  char *date;
  char *product;
  TrancheMoney credit_amount;
  TrancheMoney first_payment;
  guint parts;
  TrancheCustomer *customer;
  GPtrArray *documents;
  char *invoice_number;
  char *invoice_date;
  TrancheMoney invoice_amount;
  char *payee_name;
  char *payee_code;
  char *payee_bank_name;
  char *payee_bank_code;
  char *payee_account;
  char *sign;
  char *stamp;
} TrancheContract;

TrancheContract *tranche_contract_new  (void);
void             tranche_contract_free (TrancheContract *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheContract, tranche_contract_free)

G_END_DECLS
