/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-fault.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Puts the answer of @fault in the place of that of @message, if it is of a
 * kind that the server can send in an orderly way. */
void    tranche_demo_fault_answer_spoil (const TrancheDemoFault *fault,
                                         SoupServerMessage      *message);

/* The answer of @message as it goes over the wire. @length is what its head
 * says of the body, negative for a body that ends with the connection; @body
 * is what is sent of it. (transfer full) */
GBytes *tranche_demo_fault_answer_raw   (SoupServerMessage      *message,
                                         gssize                  length,
                                         GBytes                 *body);

G_END_DECLS
