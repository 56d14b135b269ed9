/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_SHORTCUT_ROW (tranche_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheShortcutRow, tranche_shortcut_row, TRANCHE, SHORTCUT_ROW, AdwActionRow)

/**
 * TrancheShortcutRow:
 *
 * What a key does. Property `accelerator` (string) is in the form of
 * gtk_accelerator_parse(), and shown as the keys are called here.
 */
void tranche_shortcut_row_set_accelerator (TrancheShortcutRow *self,
                                           const char         *accelerator);

G_END_DECLS
