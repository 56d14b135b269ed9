/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/bank.h"

G_BEGIN_DECLS

/* What a bank does not implement fails as anything else at a bank does: later,
 * in the main context of the caller. */
void tranche_bank_report_not_supported (TrancheBank         *self,
                                        gpointer             source_tag,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);

G_END_DECLS
