/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"

G_BEGIN_DECLS

/**
 * TranchePastedNumber:
 * @key: number of an order, or a bank's id of one; not empty
 * @amount: what stands in the next column, unset where that is no sum
 *
 * A line of a column that was pasted out of a table.
 */
typedef struct {
  char *key;
  TrancheMoney amount;
} TranchePastedNumber;

void       tranche_pasted_number_free   (TranchePastedNumber *self);

/* The lines of @text that are not empty, each number once, in their order; columns
 * stand apart by tabs or semicolons, and sums are of @currency. Blanks and quotes
 * around a number are not part of it.
 * (element-type TranchePastedNumber) (transfer full) (not nullable) */
GPtrArray *tranche_pasted_numbers_parse (const char          *text,
                                         const char          *currency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TranchePastedNumber, tranche_pasted_number_free)

G_END_DECLS
