/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A Ukrainian phone in any spelling, (nullable), in the only one that CFRONT
 * takes: "+380" and nine digits. %NULL for what is no such phone. (transfer
 * full) */
char *tranche_cfront_phone (const char *phone);

G_END_DECLS
