/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/operations.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CALLBACK_INQUIRY (tranche_callback_inquiry_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCallbackInquiry, tranche_callback_inquiry, TRANCHE, CALLBACK_INQUIRY, GObject)

/**
 * TrancheCallbackInquiry:
 *
 * Asks a bank about the orders that its callbacks have hinted at, and only
 * that: the book learns from the answer, so that a callback that is late,
 * repeated or made up changes nothing.
 *
 * The first hint at an order is followed at once. All that come within a
 * second, or while the bank has not answered, lead to one more question
 * together.
 */
TrancheCallbackInquiry *tranche_callback_inquiry_new          (TrancheOrderBook       *book,
                                                               TrancheOperations      *operations);
/* @number, @bank_order_id: (nullable): what the callback calls the order; not
 * both are %NULL. An order that is not in the book is left alone. */
void                    tranche_callback_inquiry_follow       (TrancheCallbackInquiry *self,
                                                               const char             *account_id,
                                                               const char             *number,
                                                               const char             *bank_order_id);
/* Gives up what it asks for and follows nothing any more. */
void                    tranche_callback_inquiry_stop         (TrancheCallbackInquiry *self);
/* In milliseconds, instead of the second; for hints to come. */
void                    tranche_callback_inquiry_set_interval (TrancheCallbackInquiry *self,
                                                               guint                   interval);

G_END_DECLS
