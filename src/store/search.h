/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"
#include "store/sql.h"

G_BEGIN_DECLS

/**
 * TrancheSearch:
 *
 * What was typed, as a condition on the text that an order is found by: see
 * tranche_search_text_of().
 *
 * Each word has to stand somewhere in the text: one of three letters and more
 * anywhere, a shorter one where a word begins. Words that could be parts of a
 * phone number are also tried without what parts the digits, each by itself and
 * all together.
 *
 * The index knows every three letters that follow each other in a text, with two
 * blanks before each word. So it can tell where a word of up to three letters is,
 * and for a longer one where it may be.
 */
typedef struct _TrancheSearch TrancheSearch;

/* NULL where nothing was typed. */
TrancheSearch *tranche_search_new       (const char    *typed);
void           tranche_search_free      (TrancheSearch *self);
/* What to MATCH with the index: lists all that is found, and perhaps more. */
const char    *tranche_search_get_match (TrancheSearch *self);
/* Whether the index lists nothing more. */
gboolean       tranche_search_is_exact  (TrancheSearch *self);
/* @text: an order's */
gboolean       tranche_search_finds     (TrancheSearch *self,
                                         const char    *text);

/* Gives the connection the function `tranche_finds (:search, text)`. */
void           tranche_search_teach     (sqlite3       *handle);
/* Binds the search that the function finds with. It has to outlive the statement's
 * run. */
void           tranche_search_bind      (TrancheSearch *self,
                                         sqlite3_stmt  *statement,
                                         int            index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheSearch, tranche_search_free)

G_END_DECLS
