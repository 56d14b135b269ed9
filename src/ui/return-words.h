/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/return-facts.h"

G_BEGIN_DECLS

/*
 * What the program says of returns. Pure functions; each result (transfer full)
 * and (not nullable).
 */

/* "3 December 2025, 14:05 · to the card". */
char *tranche_return_describe       (const TrancheGoodsReturn *goods);
/* The same of one that was made here, with how it stands where it is not done. */
char *tranche_return_describe_entry (const TrancheReturnEntry *entry);
/* "1 500,00 ₴ returned" */
char *tranche_return_done_title     (const TrancheMoney       *amount);
/* What has to be done now. */
char *tranche_return_done_text      (gboolean                  to_card);
/* That the answer to a return was lost, and what sending it again means. */
char *tranche_return_unknown_text   (const TrancheMoney       *amount);
/* What asking the bank has brought that does not show a return. (transfer none) */
const char *tranche_return_disown_text (gboolean              lists_returns);
/* What marking a return as not carried out means. */
char *tranche_return_disown_question (const TrancheMoney     *amount);
/* What the bank says of paying the card; "" where it says that it can. */
char *tranche_return_card_text      (TranchePayoutWord         to_card);
/* What is wrong with a sum as it was typed; NULL with @out where nothing is.
 * (nullable) */
char *tranche_return_parse_sum      (const char               *text,
                                     const TrancheMoney       *left,
                                     TrancheMoney             *out);

G_END_DECLS
