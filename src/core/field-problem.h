/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TrancheField:
 *
 * A field that a person fills in, so that a message can stand beside it.
 */
typedef enum {
  TRANCHE_FIELD_OTHER,
  TRANCHE_FIELD_ACCOUNT,
  TRANCHE_FIELD_SHOP_ID,
  TRANCHE_FIELD_SHOWCASE_ID,
  TRANCHE_FIELD_SUM,
  TRANCHE_FIELD_NUMBER,
  TRANCHE_FIELD_PRODUCT,
  TRANCHE_FIELD_TERM,
  TRANCHE_FIELD_ITEMS,
  TRANCHE_FIELD_ITEM_NAME,
  TRANCHE_FIELD_ITEM_QUANTITY,
  TRANCHE_FIELD_ITEM_PRICE,
  TRANCHE_FIELD_ITEM_CATEGORY,
  TRANCHE_FIELD_ITEM_VENDOR_CODE,
  TRANCHE_FIELD_LAST_NAME,
  TRANCHE_FIELD_FIRST_NAME,
  TRANCHE_FIELD_MIDDLE_NAME,
  TRANCHE_FIELD_PHONE,
  TRANCHE_FIELD_EMAIL,
  TRANCHE_FIELD_URL,
  TRANCHE_FIELD_POINT_OF_SALE,
  TRANCHE_FIELD_INVOICE_NUMBER,
  TRANCHE_FIELD_INVOICE_DATE,
  TRANCHE_FIELD_FIRST_PAYMENT,
} TrancheField;

/**
 * TrancheFlaw:
 * @TRANCHE_FLAW_MISSING: required and empty
 * @TRANCHE_FLAW_TOO_LONG: more characters than the limit
 * @TRANCHE_FLAW_TOO_SMALL: below the limit, or not positive
 * @TRANCHE_FLAW_TOO_LARGE: above the limit
 * @TRANCHE_FLAW_MISMATCH: does not agree with another field, as a sum with its items
 * @TRANCHE_FLAW_SYNTAX: not of the form that is asked for
 * @TRANCHE_FLAW_NOT_OFFERED: not among what the account offers
 * @TRANCHE_FLAW_BANK: the bank refused it in its own words
 */
typedef enum {
  TRANCHE_FLAW_MISSING,
  TRANCHE_FLAW_TOO_LONG,
  TRANCHE_FLAW_TOO_SMALL,
  TRANCHE_FLAW_TOO_LARGE,
  TRANCHE_FLAW_MISMATCH,
  TRANCHE_FLAW_SYNTAX,
  TRANCHE_FLAW_NOT_OFFERED,
  TRANCHE_FLAW_BANK,
} TrancheFlaw;

/**
 * TrancheFieldProblem:
 * @field: what is wrong
 * @item: index of the item for the item fields, else -1
 * @flaw: how it is wrong
 * @limit: the limit for the length and range flaws, else 0
 * @wire_name: (nullable): the field's name in the bank's specification
 * @text: (nullable): the bank's own words, for %TRANCHE_FLAW_BANK
 */
typedef struct {
  TrancheField field;
  int item;
  TrancheFlaw flaw;
  gint64 limit;
  char *wire_name;
  char *text;
} TrancheFieldProblem;

TrancheFieldProblem *tranche_field_problem_new  (TrancheField         field,
                                                 int                  item,
                                                 TrancheFlaw          flaw,
                                                 gint64               limit,
                                                 const char          *wire_name,
                                                 const char          *text);
void                 tranche_field_problem_free (TrancheFieldProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheFieldProblem, tranche_field_problem_free)

G_END_DECLS
