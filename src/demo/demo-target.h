/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheDemoTarget:
 * @operation: what is asked for, in words that are the same for all banks:
 *   "create", "state", "commit", "cancel", "return"; for everything else the
 *   last part of the path
 * @route: the path, with "{number}" in the place of an order's number
 * @order: (nullable): the number of the order; the bank's id of it where the
 *   request has only that
 *
 * What a request is about, as far as it is seen from the outside: nobody has
 * looked yet whether it makes sense.
 */
typedef struct {
  char *operation;
  char *route;
  char *order;
} TrancheDemoTarget;

/* @segments: the decoded path; @body: what was sent, perhaps a JSON object that
 * names the order. */
TrancheDemoTarget *tranche_demo_target_new       (const char *const *segments,
                                                  GBytes            *body);
void               tranche_demo_target_free      (TrancheDemoTarget *self);

/* The common word for a bank's @word: "state" for "info". */
const char        *tranche_demo_target_operation (const char        *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoTarget, tranche_demo_target_free)

G_END_DECLS
