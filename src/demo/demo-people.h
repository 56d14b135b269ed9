/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/customer.h"

G_BEGIN_DECLS

/* Makes up a person with a name, a phone and mostly an e-mail address, all of
 * them fictitious. (transfer full) */
TrancheCustomer *tranche_demo_people_pick (GRand *random);

G_END_DECLS
