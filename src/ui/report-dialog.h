/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_REPORT_DIALOG (tranche_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheReportDialog, tranche_report_dialog, TRANCHE, REPORT_DIALOG, AdwDialog)

/**
 * TrancheReportDialog:
 *
 * A bank's report of a day beside the book, differences first.
 */
/* @preferred: (nullable): the account that it begins with. */
AdwDialog *tranche_report_dialog_new        (TrancheShop       *shop,
                                             TrancheConnection *preferred);
/* Whether some account's bank reports its days, so that there is something to
 * show. */
gboolean   tranche_report_dialog_is_offered (TrancheShop       *shop);

G_END_DECLS
