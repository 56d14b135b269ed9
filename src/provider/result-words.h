/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/* How the search of the desktop shows an order: a dictionary of what
 * org.gnome.Shell.SearchProvider2 calls the meta of a result. (transfer floating) */
GVariant *tranche_result_words (const char   *id,
                                TrancheOrder *order,
                                GDateTime    *now);

G_END_DECLS
