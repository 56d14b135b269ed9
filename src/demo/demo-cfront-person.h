/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/customer.h"

G_BEGIN_DECLS

/**
 * TrancheDemoCfrontDocument:
 * @member: the document's name in the guarantee letter: "passport", "id_card",
 *   "residence_permit" or "international_passport"
 * @title: its name on paper, in Ukrainian
 * @series: (nullable)
 * @number: its number
 * @issued: (nullable): who issued it
 * @date_of_issue: yyyy-MM-dd
 * @valid_until: (nullable): yyyy-MM-dd
 * @registry_number: (nullable): in the register of persons
 *
 * What a customer proves the identity with. Fictitious.
 */
typedef struct {
  const char *member;
  const char *title;
  const char *series;
  char *number;
  const char *issued;
  char *date_of_issue;
  char *valid_until;
  char *registry_number;
} TrancheDemoCfrontDocument;

/**
 * TrancheDemoCfrontPerson:
 * @customer: name, phone and tax code
 * @document: the document that the bank has on file
 * @masked_card: the card, all but the first six and the last four digits
 * @iban: the account
 *
 * A customer of the bank, made up from the phone: the same phone is always the
 * same person.
 */
typedef struct {
  TrancheCustomer *customer;
  TrancheDemoCfrontDocument document;
  char *masked_card;
  char *iban;
} TrancheDemoCfrontPerson;

TrancheDemoCfrontPerson *tranche_demo_cfront_person_new  (const char              *phone);
void                     tranche_demo_cfront_person_free (TrancheDemoCfrontPerson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoCfrontPerson, tranche_demo_cfront_person_free)

G_END_DECLS
