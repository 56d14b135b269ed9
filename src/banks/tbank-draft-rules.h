/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/account.h"
#include "core/field-problem.h"
#include "core/order-draft.h"

G_BEGIN_DECLS

/* What T-Bank asks of an order ("Forma", method create, tables "Основные",
 * "Item", "Contact", "FIO"), checked before anything is sent.
 *
 * Lengths are in characters: shopId and showcaseId 50, orderNumber, promoCode
 * and vendorCode 64, name and category 255. orderNumber is required here,
 * since commit, cancel and info need it. The sum is that of the items and above
 * zero; a single item may cost nothing, as a gift does, for the document sets
 * no lower limit. The addresses are of https.
 *
 * (element-type TrancheFieldProblem) (transfer full) (not nullable) */
GPtrArray    *tranche_tbank_validate_draft (TrancheAccount    *account,
                                            TrancheOrderDraft *draft);

/* The field that a name of the bank's specification stands for, such as
 * "sum", "items[1].price" or "values.contact.email"; @item: (out): the index
 * in it, else -1. %TRANCHE_FIELD_OTHER for names that no form shows. */
TrancheField  tranche_tbank_find_field     (const char        *wire_name,
                                            int               *item);

G_END_DECLS
