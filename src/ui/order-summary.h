/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/order.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_SUMMARY (tranche_order_summary_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderSummary, tranche_order_summary, TRANCHE, ORDER_SUMMARY, AdwPreferencesGroup)

/**
 * TrancheOrderSummary:
 *
 * Which order a dialog is about: number, customer, goods and amounts. Property
 * `order` (TrancheOrder, nullable).
 */

G_END_DECLS
