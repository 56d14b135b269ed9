/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the body of a refused request says: `{"message": "…"}` as documented,
 * and whatever else looks like words, since Globus documents nothing. (transfer
 * full) (nullable) */
char *tranche_cfront_read_failure (GBytes *body);

G_END_DECLS
