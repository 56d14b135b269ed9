/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/commit-plans.h"

G_BEGIN_DECLS

/* Asks whether the planned commits whose time came while the program was not
 * running are to be carried out now. (transfer floating) */
AdwDialog *tranche_missed_plans_dialog_new (TrancheCommitPlans *plans);

G_END_DECLS
