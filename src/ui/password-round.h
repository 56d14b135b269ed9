/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_PASSWORD_ROUND (tranche_password_round_get_type ())
G_DECLARE_FINAL_TYPE (TranchePasswordRound, tranche_password_round, TRANCHE, PASSWORD_ROUND, GObject)

/**
 * TranchePasswordRound:
 *
 * Asks for the password of each account that has none, one after the other, as after a
 * book has come from another computer. Each can be skipped, and the rest be left for
 * later: a banner goes on reminding of those.
 */
/* Goes round by itself, over @parent; it lives until it is through. */
void tranche_password_round_begin (TrancheShop *shop,
                                   GtkWidget   *parent);

G_END_DECLS
