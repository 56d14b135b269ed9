/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheDemoRefusal:
 *
 * What is wrong with a request, collected and put into the bodies that the
 * bank was seen to send: `{"errors": ["…"]}` for a request that has not the
 * right form or does not add up, `{"validations": {"field": "…"}}` for
 * fields of the right form with a wrong content.
 */
typedef struct _TrancheDemoRefusal TrancheDemoRefusal;

TrancheDemoRefusal *tranche_demo_refusal_new        (void);
void                tranche_demo_refusal_free       (TrancheDemoRefusal *self);

void                tranche_demo_refusal_add_error  (TrancheDemoRefusal *self,
                                                     const char         *format,
                                                     ...) G_GNUC_PRINTF (2, 3);
/* Takes @field. Only the first complaint about a field is kept. */
void                tranche_demo_refusal_add_field  (TrancheDemoRefusal *self,
                                                     char               *field,
                                                     const char         *text);
gboolean            tranche_demo_refusal_is_empty   (TrancheDemoRefusal *self);
/* The errors or, where there are none, the fields. (transfer full) */
char               *tranche_demo_refusal_to_json    (TrancheDemoRefusal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoRefusal, tranche_demo_refusal_free)

G_END_DECLS
