/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-bank.h"
#include "demo/demo-cfront-options.h"
#include "demo/demo-request.h"

G_BEGIN_DECLS

/**
 * TrancheDemoCfront:
 *
 * The demo bank as monobank's specifications and Globus's text describe the
 * CFRONT dialect: everything below /api/ that is not of another bank.
 */
typedef struct _TrancheDemoCfront TrancheDemoCfront;

/* @bank and the texts in @options must outlive it. */
TrancheDemoCfront *tranche_demo_cfront_new     (TrancheDemoCfrontBank          *bank,
                                                const TrancheDemoCfrontOptions *options);
void               tranche_demo_cfront_free    (TrancheDemoCfront              *self);

/* Whether the decoded @path belongs to this dialect. */
gboolean           tranche_demo_cfront_is_path (const char                     *path);
/* Gives the answer to @message a Trace-Id, which every answer has. */
void               tranche_demo_cfront_trace   (TrancheDemoCfront              *self,
                                                SoupServerMessage              *message);
void               tranche_demo_cfront_handle  (TrancheDemoCfront              *self,
                                                TrancheDemoRequest             *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoCfront, tranche_demo_cfront_free)

G_END_DECLS
