/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/contract.h"

G_BEGIN_DECLS

/* The answer to order/data/for/guarantee/letter, `{header, expansion}`, of which
 * the second version has the contract with the shop besides. All documents are
 * read, be they in `document` or, as in the older example, beside the name. A
 * field that is missing or odd is unset; without any of the two objects, and
 * for what is no JSON, it is %TRANCHE_BANK_ERROR_PROTOCOL. (transfer full) */
TrancheContract *tranche_cfront_read_letter (GBytes      *body,
                                             const char  *currency,
                                             GError     **error);

G_END_DECLS
