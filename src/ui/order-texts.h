/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/account.h"
#include "core/order.h"

G_BEGIN_DECLS

/*
 * Facts of an order as they are shown: "" where nothing is known, which hides
 * their row, and where @order is NULL. Each (transfer full) (not nullable).
 */

char *tranche_order_text_amount          (TrancheOrder   *order);
char *tranche_order_text_first_payment   (TrancheOrder   *order);
char *tranche_order_text_credit_amount   (TrancheOrder   *order);
char *tranche_order_text_transfer_amount (TrancheOrder   *order);
/* "17 500,00 ₽ · 6 months": what the customer pays. */
char *tranche_order_text_monthly_payment (TrancheOrder   *order);
/* "6 payments of 17 500,00 ₽", or as much of that as is known: the same for where
 * nothing tells what it is. */
char *tranche_order_text_payments        (TrancheOrder   *order);
char *tranche_order_text_customer        (TrancheOrder   *order);
/* As it was typed or, where it is a plain number of the order's country, in
 * groups: "+7 999 888-77-66". */
char *tranche_order_text_phone           (TrancheOrder   *order);
char *tranche_order_text_email           (TrancheOrder   *order);
char *tranche_order_text_tax_code        (TrancheOrder   *order);
char *tranche_order_text_loan_number     (TrancheOrder   *order);
char *tranche_order_text_chosen_bank     (TrancheOrder   *order);
/* The product's name in @account, or its code. @account: (nullable) */
char *tranche_order_text_product         (TrancheOrder   *order,
                                          TrancheAccount *account);
/* "SMS": how it was signed or, before that, how it may be. */
char *tranche_order_text_signing         (TrancheOrder   *order);
char *tranche_order_text_bank_order_id   (TrancheOrder   *order);
char *tranche_order_text_created_at      (TrancheOrder   *order);
char *tranche_order_text_signed_at       (TrancheOrder   *order);
char *tranche_order_text_cooling_until   (TrancheOrder   *order);
char *tranche_order_text_paid_at         (TrancheOrder   *order);
char *tranche_order_text_committed_at    (TrancheOrder   *order);
char *tranche_order_text_expires_at      (TrancheOrder   *order);
/* The bank's own words, as they came. */
char *tranche_order_text_raw_state       (TrancheOrder   *order);
char *tranche_order_text_raw_answer      (TrancheOrder   *order);

G_END_DECLS
