/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* What @order is found by: its number, the customer's name and the digits of
 * the phone in the ways they are dialled, folded, one a line. */
char     *tranche_search_get_text (TrancheOrder  *order);

/**
 * TrancheSearch:
 *
 * What was typed, as a condition on rows of `search_text`.
 *
 * Each word has to stand somewhere in the text. A word of three letters and
 * more is looked up in the index of trigrams, a shorter one is looked for in
 * the texts. Words that could be parts of a phone number are also tried
 * without what parts the digits, each by itself and all together.
 */
typedef struct _TrancheSearch TrancheSearch;

/* NULL where nothing was typed. */
TrancheSearch *tranche_search_new      (const char    *typed);
void           tranche_search_free     (TrancheSearch *self);
/* An SQL expression over the columns `id` and `text`. */
const char    *tranche_search_get_sql  (TrancheSearch *self);
/* Binds its named parameters. */
void           tranche_search_bind     (TrancheSearch *self,
                                        sqlite3_stmt  *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheSearch, tranche_search_free)

G_END_DECLS
