/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agreement.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CALLBACK_GROUP (tranche_callback_group_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCallbackGroup, tranche_callback_group, TRANCHE, CALLBACK_GROUP, AdwPreferencesGroup)

/**
 * TrancheCallbackGroup:
 *
 * Where the messages that a bank sends by itself arrive.
 */
void tranche_callback_group_set_agreement (TrancheCallbackGroup   *self,
                                           const TrancheAgreement *agreement);
/* Puts what was typed into @agreement. */
void tranche_callback_group_collect       (TrancheCallbackGroup   *self,
                                           TrancheAgreement       *agreement);

G_END_DECLS
