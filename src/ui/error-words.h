/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/history-entry.h"

G_BEGIN_DECLS

/**
 * TrancheErrorWords:
 * @title: what happened, in one short sentence without a full stop at its end
 * @body: whether money may have moved, and what to do
 * @details: (nullable): technical lines as they came, never translated: the
 *   bank's own text, the HTTP status, the number of the request; selectable
 *
 * A failure as a person is told of it. All strings are owned by it.
 */
typedef struct {
  char *title;
  char *body;
  char *details;
} TrancheErrorWords;

/* Words for an error of %TRANCHE_BANK_ERROR, %TRANCHE_STORE_ERROR,
 * %TRANCHE_KEYRING_ERROR or %G_IO_ERROR; for any other a general title and its
 * message among the details. @operation is what was tried: for one that moves
 * money the body says how the order stands now; NONE for a question such as a
 * refresh, or for work with the account. */
TrancheErrorWords *tranche_error_words_new          (const GError              *error,
                                                     TrancheOperation           operation);
/* For the failure that an order or its history remembers: a TrancheBankError
 * code with the text that came with it. */
TrancheErrorWords *tranche_error_words_new_for_code (int                        code,
                                                     const char                *text,
                                                     TrancheOperation           operation);
void               tranche_error_words_free         (TrancheErrorWords         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheErrorWords, tranche_error_words_free)

G_END_DECLS
