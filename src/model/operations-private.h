/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/operations.h"

G_BEGIN_DECLS

/* For tests: milliseconds to wait before asking again what became of an
 * operation that does not show yet. (element-type guint) */
void tranche_operations_set_delays (TrancheOperations *self,
                                    GArray            *delays);

G_END_DECLS
