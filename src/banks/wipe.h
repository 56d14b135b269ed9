/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Frees a secret so that it does not stay behind in the memory. @text may be
 * %NULL. */
void tranche_free_wiped (char *text);

G_END_DECLS
