/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrancheCallbackDialect:
 * @TRANCHE_CALLBACKS_NONE: the bank sends none
 * @TRANCHE_CALLBACKS_TBANK: T-Bank's webhooks, the unsigned answer to "info"
 * @TRANCHE_CALLBACKS_CFRONT: CFRONT's state object, signed like a request
 *
 * How a bank tells by itself that an order has changed.
 */
typedef enum {
  TRANCHE_CALLBACKS_NONE,
  TRANCHE_CALLBACKS_TBANK,
  TRANCHE_CALLBACKS_CFRONT,
} TrancheCallbackDialect;

/**
 * TrancheCallbackHint:
 * @number: (nullable): the shop's number of the order
 * @bank_order_id: (nullable): the bank's own id of it
 *
 * Which order a callback speaks of; at least one of both is told, each of 1 to
 * 128 characters. What else a callback says is not read: a late one would turn
 * the order back, so that the bank is asked instead.
 */
typedef struct {
  char *number;
  char *bank_order_id;
} TrancheCallbackHint;

/* Reads the body of a callback. Errors are of %TRANCHE_BANK_ERROR_PROTOCOL.
 *
 * CFRONT names its own id, `order_id`. T-Bank's `id` is the number of the order
 * where it repeats the answer to "info", and its own id beside an
 * `orderNumber`; alone, it is taken for either. (transfer full) */
TrancheCallbackHint *tranche_callback_read      (TrancheCallbackDialect   dialect,
                                                 GBytes                  *body,
                                                 GError                 **error);
void                 tranche_callback_hint_free (TrancheCallbackHint     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheCallbackHint, tranche_callback_hint_free)

G_END_DECLS
