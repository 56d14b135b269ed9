/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/account.h"
#include "core/order-draft.h"

G_BEGIN_DECLS

/* The body of T-Bank's create ("Forma", method create) or, for a demo
 * @account, of create-demo, which has demoFlow and initialStage beside the
 * rest. Fields without a value are left out, never null. @draft has to be
 * valid: tranche_tbank_validate_draft(). (transfer full) */
GBytes     *tranche_tbank_write_create (TrancheAccount    *account,
                                        TrancheOrderDraft *draft);

/* The path of a method beneath the base URL; the number is percent-encoded as
 * one segment: "a/b" is "a%2Fb". */
const char *tranche_tbank_create_path  (gboolean           demo);
/* @method: "info", "commit" or "cancel". (transfer full) */
char       *tranche_tbank_order_path   (const char        *number,
                                        const char        *method);

G_END_DECLS
