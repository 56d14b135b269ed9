/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_BUTTON (tranche_order_button_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderButton, tranche_order_button, TRANCHE, ORDER_BUTTON, AdwBin)

/**
 * TrancheOrderButton:
 *
 * A button that says, beneath itself, why it cannot be pressed. Properties:
 *
 * - `label` (string): what it does
 * - `action` (string): the action that it activates, such as `win.commit`
 * - `why-not` (string): the reason; "" while it can be pressed
 * - `suggested` (boolean): it is the step that comes next
 */

G_END_DECLS
