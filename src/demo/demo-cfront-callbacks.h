/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-order.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How long after the decision the outcome is sent, in seconds at speed 1, and
 * how often it is tried: each time after twice as long. */
#define TRANCHE_DEMO_CFRONT_CALLBACK_DELAY    5
#define TRANCHE_DEMO_CFRONT_CALLBACK_ATTEMPTS 4

/**
 * TrancheDemoCfrontCallbacks:
 *
 * Tells the shops what has become of their orders, where they asked for it: a
 * signed POST of the state to the order's result_callback when the customer has
 * agreed, and on every failure. Also sent, as on monobank's test platform, when
 * an order becomes active without the shop.
 *
 * What is sent is what was decided then, even when it arrives late. Only http
 * and https addresses are called; redirects are not followed.
 */
typedef struct _TrancheDemoCfrontCallbacks TrancheDemoCfrontCallbacks;

/* Works in the main context that is the thread's default now. @signature_header
 * must outlive it. */
TrancheDemoCfrontCallbacks *tranche_demo_cfront_callbacks_new  (double                      speed,
                                                                const char                 *signature_header);
/* Nothing is sent any more. The orders must still be there. */
void                        tranche_demo_cfront_callbacks_free (TrancheDemoCfrontCallbacks *self);

/* Looks at an order that is new or has changed, and again when it is going to
 * change by itself. The order must live as long as @self. */
void                        tranche_demo_cfront_callbacks_look (TrancheDemoCfrontCallbacks *self,
                                                                TrancheDemoCfrontOrder     *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoCfrontCallbacks, tranche_demo_cfront_callbacks_free)

G_END_DECLS
