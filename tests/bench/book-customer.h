/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/customer.h"

G_BEGIN_DECLS

/* Somebody with a name, a phone and sometimes an e-mail address: Ukrainian, or Russian.
 * The same @random gives the same person. (transfer full) */
TrancheCustomer *book_customer_make (GRand    *random,
                                     gboolean  ukrainian);

G_END_DECLS
