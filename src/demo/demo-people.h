/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/customer.h"

G_BEGIN_DECLS

/* How many different names there are. */
guint            tranche_demo_people_count (void);
/* Makes up a person with the name of @index below that count, a phone and mostly
 * an e-mail address, all of them fictitious. (transfer full) */
TrancheCustomer *tranche_demo_people_make  (guint  index,
                                            GRand *random);

G_END_DECLS
