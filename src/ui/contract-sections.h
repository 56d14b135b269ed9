/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/contract.h"
#include "core/order.h"

G_BEGIN_DECLS

/**
 * TrancheContractFact:
 * @label: what it is, in the user's language
 * @value: as the bank says it; personal data
 * @code: a long code, such as a signature, that is copied rather than read
 */
typedef struct {
  char *label;
  char *value;
  gboolean code;
} TrancheContractFact;

/**
 * TrancheContractSection:
 * @title: the heading
 * @facts: (element-type TrancheContractFact) (not nullable): never empty
 *
 * A part of a contract and guarantee letter, the same on the screen and on
 * paper.
 */
typedef struct {
  char *title;
  GPtrArray *facts;
} TrancheContractSection;

/* What there is to tell, what the bank left out left out. The texts are wiped
 * when the array is freed. @order: for what it has and the bank did not repeat.
 * (element-type TrancheContractSection) (transfer full) */
GPtrArray *tranche_contract_sections   (const TrancheContract *contract,
                                        TrancheOrder          *order);
/* "Order 123-456 · as the bank told it on 3 December 2025, 14:05".
 * (transfer full) (not nullable) */
char      *tranche_contract_subtitle   (const TrancheContract *contract,
                                        TrancheOrder          *order);
/* "Passport" (not nullable) */
const char *tranche_document_kind_label (TrancheDocumentKind   kind);
/* A long code as it fits into a line: "12E0F764…C6D1E4". (transfer full) */
char      *tranche_contract_shorten    (const char            *code);

G_END_DECLS
