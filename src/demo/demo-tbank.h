/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-bank.h"
#include "demo/demo-request.h"

G_BEGIN_DECLS

/**
 * TrancheDemoTbank:
 *
 * The T-Bank API: everything below /api/partners/.
 */
typedef struct _TrancheDemoTbank TrancheDemoTbank;

/* At most @rate requests a second, 0 for any number. @bank must outlive it. */
TrancheDemoTbank *tranche_demo_tbank_new          (TrancheDemoBank    *bank,
                                                   guint               rate);
void              tranche_demo_tbank_free         (TrancheDemoTbank   *self);
/* What the links begin with, once the port is known. */
void              tranche_demo_tbank_set_base_url (TrancheDemoTbank   *self,
                                                   const char         *base_url);
void              tranche_demo_tbank_handle       (TrancheDemoTbank   *self,
                                                   TrancheDemoRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoTbank, tranche_demo_tbank_free)

G_END_DECLS
