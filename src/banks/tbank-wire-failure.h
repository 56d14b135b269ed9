/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/field-problem.h"

G_BEGIN_DECLS

/* What the body of a refused request says. T-Bank does not document it; seen
 * are `{"errors": ["…"]}`, `{"validations": {"webhookURL": "…"}}` and
 * `{"message": "…"}`, and errors may as well be a text or a list of objects.
 * A plain text of a few lines is taken as it is; a page of HTML, an empty body
 * and anything else say nothing.
 *
 * @text: (out) (nullable) (transfer full): the bank's words, line by line
 * @problems: (out) (not nullable) (transfer full) (element-type
 *   TrancheFieldProblem): one for each member of `validations` */
void tranche_tbank_read_failure (GBytes     *body,
                                 char      **text,
                                 GPtrArray **problems);

G_END_DECLS
