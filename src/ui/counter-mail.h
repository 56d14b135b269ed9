/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "ui/shop-sign.h"

G_BEGIN_DECLS

/* A mailto: address with the customer's link, to the customer where the address
 * is known. (transfer full) */
char *tranche_counter_mail_uri (const TrancheShopSign *sign,
                                TrancheOrder          *order);

G_END_DECLS
