/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/http-reply.h"

G_BEGIN_DECLS

/* The error that @reply means for T-Bank's method @name, with the bank's words
 * and the fields that it names; %NULL when it is none. (transfer full)
 * (nullable) */
GError *tranche_tbank_refusal_new (TrancheHttpReply *reply,
                                   const char       *name,
                                   gboolean          effect);

G_END_DECLS
