/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheGlanceTerms:
 *
 * What was typed into the search of the desktop, as what the book is asked for:
 * one expression of its index, which finds the newest without finding all.
 */
typedef struct _TrancheGlanceTerms TrancheGlanceTerms;

TrancheGlanceTerms *tranche_glance_terms_new        (const char * const *words);
void                tranche_glance_terms_free       (TrancheGlanceTerms *self);
/* All words with blanks between them: the number that it would be. */
const char         *tranche_glance_terms_get_number (TrancheGlanceTerms *self);
/* Whether all words together are an amount, in minor units of two decimals. */
gboolean            tranche_glance_terms_get_amount (TrancheGlanceTerms *self,
                                                     gint64             *minor);
/* For the index. (nullable): while no word is long enough for it. */
const char         *tranche_glance_terms_get_match  (TrancheGlanceTerms *self);
/* What is too short for the index, folded. */
const char * const *tranche_glance_terms_get_shorts (TrancheGlanceTerms *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheGlanceTerms, tranche_glance_terms_free)

G_END_DECLS
