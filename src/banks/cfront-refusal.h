/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/http-reply.h"

G_BEGIN_DECLS

/* The error that @reply means for CFRONT's method @name, with the bank's words;
 * %NULL when it is none. @needs_state: the method is for orders of a certain
 * state, of which the bank says nothing but 400 and a message, so that this is
 * %TRANCHE_BANK_ERROR_CONFLICT. (transfer full) (nullable) */
GError *tranche_cfront_refusal_new (TrancheHttpReply *reply,
                                    const char       *name,
                                    gboolean          effect,
                                    gboolean          needs_state);

G_END_DECLS
