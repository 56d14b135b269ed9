/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-call.h"

G_BEGIN_DECLS

/**
 * TrancheDemoCfrontMethod:
 * @path: such as "api/order/create"
 * @answer: answers a call
 * @creates: whether it is refused to a store that may not create orders
 * @is_letter: whether it is about a guarantee letter: these speak XML, too, and
 *   have no 404
 *
 * A method of the dialect. From the table in demo-cfront-methods.c.
 */
typedef struct {
  const char *path;
  void (* answer) (TrancheDemoCfrontCall *call);
  gboolean creates;
  gboolean is_letter;
} TrancheDemoCfrontMethod;

/* By its path. (nullable) */
const TrancheDemoCfrontMethod *tranche_demo_cfront_method_find (const char *path);

G_END_DECLS
