/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_PREFERENCES_DIALOG (tranche_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TranchePreferencesDialog, tranche_preferences_dialog, TRANCHE, PREFERENCES_DIALOG, AdwPreferencesDialog)

/**
 * TranchePreferencesDialog:
 *
 * Every row is bound to its key: what is changed applies at once.
 *
 * Property `backup-folder` (string): that of the key; empty for the usual one.
 */
AdwDialog *tranche_preferences_dialog_new (GSettings *settings);

G_END_DECLS
