/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/json-reader.h"

G_BEGIN_DECLS

/* What a bank tells people in the body of a refusal, in whatever shape. */

/* Reads the next value and adds its words to @text, a line each, up to a size
 * that is still for people: a text, the texts in a list, and those members of
 * an object that are known to hold words. */
void  tranche_failure_read_words  (TrancheJsonReader *reader,
                                   GString           *text);
/* A body that is no JSON but a plain text of a few lines; a page of HTML and an
 * empty body are %NULL. (transfer full) (nullable) */
char *tranche_failure_plain_words (GBytes            *body);

G_END_DECLS
